//! Code with expressions: built as tokens, laid out by prettyplease.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

/// Lays out items. Tokens that are no items would be a fault of ours; they are shown as they are.
pub(crate) fn format(tokens: TokenStream) -> String {
    let text = tokens.to_string();
    match syn::parse2::<syn::File>(tokens) {
        Ok(file) => spaced(&prettyplease::unparse(&file)),
        Err(_) => text,
    }
}

/// A blank line between the functions of an `impl`.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let ends = line == "    }" && lines.peek().is_some_and(|next| *next != "}");
        let begins = line.starts_with("    ") && line.ends_with(';') && !line.starts_with("     ");
        let begins = begins && lines.peek().is_some_and(|next| next.starts_with("    fn "));
        if ends || begins {
            out.push('\n');
        }
    }
    out
}

/// An identifier from source text; `r#` makes a raw one.
pub(crate) fn ident(source: &str) -> Ident {
    match source.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(source, Span::call_site()),
    }
}

/// Tokens from source text that this generator wrote itself.
pub(crate) fn parse(source: &str) -> TokenStream {
    source.parse().unwrap_or_default()
}

/// A string literal.
pub(crate) fn text(text: &str) -> TokenStream {
    parse(&super::layout::literal(text))
}

/// Doc attributes.
pub(crate) fn docs(lines: &[String]) -> TokenStream {
    lines
        .iter()
        .map(|line| {
            let line = if line.is_empty() {
                String::new()
            } else {
                format!(" {line}")
            };
            let line = Literal::string(&line);
            quote!(#[doc = #line])
        })
        .collect()
}

/// `pub fn new(…) -> Self { Self { … } }`, not indented.
pub(crate) fn constructor(
    docs: &str,
    deprecated: bool,
    arguments: &[(String, String)],
    values: &[(String, String)],
) -> String {
    let docs = self::docs(&[docs.to_owned()]);
    let expect = deprecated
        .then(|| quote!(#[expect(deprecated, reason = "deprecated members start unset too")]));
    let arguments = arguments.iter().map(|(name, ty)| {
        let (name, ty) = (ident(name), parse(ty));
        quote!(#name: #ty)
    });
    let values = values.iter().map(|(name, value)| {
        let field = ident(name);
        if name == value {
            quote!(#field)
        } else {
            let value = parse(value);
            quote!(#field: #value)
        }
    });
    members(&quote! {
        #docs
        #expect
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    })
}

/// Lays out the members of an `impl`, without it.
pub(crate) fn members(tokens: &TokenStream) -> String {
    let text = format(quote!(impl X { #tokens }));
    let inner = text
        .trim_end()
        .strip_prefix("impl X {\n")
        .and_then(|text| text.strip_suffix('}'));
    let inner = inner.unwrap_or(&text);
    inner
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line)))
        .collect()
}
