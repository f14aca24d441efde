//! What a caller writes to make the calls of an endpoint.

use super::argument::{is_copied, param_type, sent};
use super::failure::{self, Failures, failures};
use super::method;
use crate::emit::scope::Scope;
use crate::ir::{Body, Endpoint, Item, Scalar, Type, VariantName};

/// What stands for an argument.
pub(crate) enum Given {
    /// A number, written out.
    Number(&'static str),
    /// A value of this type.
    Type(String),
}

/// A call of a method.
pub(crate) struct Call {
    /// The method's name as source text.
    pub(crate) name: String,
    /// Its arguments in order.
    pub(crate) arguments: Vec<Given>,
    /// The setters of the call and what they take.
    pub(crate) options: Vec<(String, Given)>,
}

/// What each method of an endpoint sends, and whether it begins a stream; in the order of [`calls`].
pub(crate) fn methods(endpoint: &Endpoint) -> Vec<(Option<&Body>, bool)> {
    let methods = method::methods(endpoint).into_iter();
    methods
        .map(|method| (method.body, method.half.is_some()))
        .collect()
}

/// The calls of an endpoint.
pub(crate) fn calls(scope: &mut Scope, endpoint: &Endpoint) -> Vec<Call> {
    let mut calls = Vec::new();
    for method in method::methods(endpoint) {
        let mut arguments = Vec::new();
        let mut options = Vec::new();
        for param in &endpoint.params {
            let given = param_given(scope, &param.ty);
            if param.required {
                arguments.push(given);
            } else {
                options.push((param.name.source(), given));
            }
        }
        if let Some(body) = method.body {
            let ty = sent(scope, body).ty;
            arguments.push(Given::Type(if body.required {
                ty
            } else {
                format!("Option<{ty}>")
            }));
        }
        let name = method.name;
        calls.push(Call {
            name,
            arguments,
            options,
        });
    }
    calls
}

fn param_given(scope: &mut Scope, item: &Item) -> Given {
    if let Type::Scalar(scalar) = scope.context.resolve(&item.ty) {
        match scope.context.scalar(*scalar) {
            Scalar::F32 | Scalar::F64 => return Given::Number("1.0"),
            scalar if is_number(scalar) => return Given::Number("1"),
            _ => {}
        }
    }
    Given::Type(param_type(scope, item).ty)
}

/// Whether a literal without a point gives it.
pub(crate) fn is_number(scalar: Scalar) -> bool {
    is_copied(scalar)
        && !matches!(
            scalar,
            Scalar::Bool | Scalar::F32 | Scalar::F64 | Scalar::Format(_)
        )
}

/// What failures of an endpoint bring, and its variants where it is an enum by status; `None` where
/// nothing is said.
pub(crate) fn failure_type(
    scope: &mut Scope,
    endpoint: &Endpoint,
) -> Option<(String, Vec<String>)> {
    match failures(endpoint) {
        Failures::None => None,
        Failures::One(item) => Some((scope.item(item), Vec::new())),
        Failures::ByStatus => {
            let name = format!("endpoints::{}", failure::name(scope.context, endpoint));
            let each = endpoint.failures.iter();
            let variants = each.map(|failure| {
                let name = VariantName::new(&failure.status.words());
                name.as_str().to_owned()
            });
            Some((name, variants.collect()))
        }
    }
}
