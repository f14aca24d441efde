//! Servers: where requests go.

use super::Api;

/// A server of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// The URL, with `{variable}`s in it as the document writes them.
    pub url: String,
    /// What the document says of it.
    pub description: Option<String>,
    /// The variables of the URL.
    pub variables: Vec<ServerVariable>,
    /// The day the service ended (`x-retired`); such a server is never a default.
    pub retired: Option<String>,
}

/// A variable of a server's URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerVariable {
    /// Its name between the braces.
    pub name: String,
    /// The value it has unless the caller says otherwise.
    pub default: String,
    /// The values it may have; empty when any will do.
    pub words: Vec<String>,
    /// What the document says of it.
    pub description: Option<String>,
}

impl Api {
    /// Where requests go unless the caller says otherwise.
    pub fn base_url(&self) -> Option<String> {
        let first = self.servers.first()?;
        // The machine at hand is what a document was written on, unless it names no other.
        let elsewhere = self.servers.iter().find(|server| !server.is_loopback());
        let server = if first.is_loopback() {
            elsewhere.unwrap_or(first)
        } else {
            first
        };
        let named = server.retired.is_none() && server.has_host();
        named.then(|| server.address())
    }
}

impl Server {
    /// The URL with the defaults of its variables.
    pub fn address(&self) -> String {
        let variables = self.variables.iter();
        variables.fold(self.url.clone(), |url, variable| {
            url.replace(&format!("{{{}}}", variable.name), &variable.default)
        })
    }

    /// Whether the document names a host that can be called: one that is nothing but a variable without
    /// a choice, and with a default that is no name of a host, is the caller's to say.
    pub fn has_host(&self) -> bool {
        let host = host(&self.url);
        let name = host
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        let variable = self.variables.iter().find(|one| Some(&*one.name) == name);
        variable.is_none_or(|one| {
            !one.words.is_empty() || one.default.contains(['.', ':']) || one.default == "localhost"
        })
    }

    /// Whether it is whatever machine the caller runs on.
    fn is_loopback(&self) -> bool {
        let address = self.address();
        let host = host(&address);
        matches!(host, "localhost" | "0.0.0.0")
            || host.starts_with("127.")
            || address.contains("//[::1]")
    }
}

/// The host of an absolute URL, and nothing of one that is relative.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', ':', '?', '#']).next().unwrap_or_default()
}
