//! What a caller writes to make the calls of an endpoint.

use super::argument::{converted, param_type, sent};
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
    /// What converts into a value of this type.
    Kept(String),
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
            if param.required {
                arguments.push(param_given(scope, &param.ty));
            } else {
                options.push((param.name.source(), option_given(scope, &param.ty)));
            }
        }
        if let Some(body) = method.body {
            arguments.push(Given::Type(sent(scope, body).option(body)));
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

/// What is given for a parameter that must be there.
fn param_given(scope: &mut Scope, item: &Item) -> Given {
    if let Type::Scalar(scalar) = scope.context.resolve(&item.ty) {
        match scope.context.scalar(*scalar) {
            Scalar::F32 | Scalar::F64 => return Given::Number("1.0"),
            scalar if scalar.is_integer() => return Given::Number("1"),
            _ => {}
        }
    }
    Given::Type(param_type(scope, item).ty)
}

/// What the setter of a parameter is given.
fn option_given(scope: &mut Scope, item: &Item) -> Given {
    match converted(scope, item) {
        Some(kept) => Given::Kept(kept.owned()),
        None => param_given(scope, item),
    }
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
