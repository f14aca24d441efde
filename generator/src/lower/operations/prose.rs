//! Named examples wherever they are declared.

use crate::ir::Example;
use crate::lower::context::Context;
use crate::source::Site;

/// The examples at a parameter or a media type, `$ref`s followed.
pub(super) fn examples<'d>(cx: &mut Context<'d>, site: &Site<'d>) -> Vec<Example> {
    let one = site.get("example").map(|value| Example {
        name: None,
        summary: None,
        json: crate::lower::docs::json(value.node),
    });
    let named: Vec<(&str, Site<'_>)> = site
        .get("examples")
        .iter()
        .flat_map(Site::members)
        .collect();
    let many = named.into_iter().filter_map(|(name, site)| {
        let site = cx.follow(site)?;
        let text = |key: &str| site.node.get(key).and_then(|node| node.as_str());
        let value = site
            .node
            .get("value")
            .or_else(|| site.node.get("dataValue"))?;
        Some(Example {
            name: Some(name.to_owned()),
            summary: text("summary")
                .or_else(|| text("description"))
                .map(str::to_owned),
            json: crate::lower::docs::json(value),
        })
    });
    one.into_iter().chain(many).collect()
}
