//! Which keywords of a schema mean nothing on the wire, and which are judged as a whole.

/// Keywords that describe, and whose change no sender or reader can notice.
pub(super) fn is_prose(key: &str) -> bool {
    matches!(
        key,
        "title"
            | "description"
            | "summary"
            | "example"
            | "examples"
            | "externalDocs"
            | "xml"
            | "deprecated"
            | "$comment"
            | "$schema"
            | "$vocabulary"
            | "$id"
            | "$anchor"
            | "$dynamicAnchor"
            | "$defs"
            | "definitions"
            | "x-secret"
            | "x-null"
            | "x-expect-one-of"
    )
}

/// Keywords that are compared one by one elsewhere.
pub(super) fn is_compared(key: &str) -> bool {
    matches!(
        key,
        "$ref"
            | "$dynamicRef"
            | "type"
            | "format"
            | "nullable"
            | "enum"
            | "const"
            | "default"
            | "properties"
            | "required"
            | "additionalProperties"
            | "unevaluatedProperties"
            | "patternProperties"
            | "items"
            | "prefixItems"
            | "allOf"
            | "oneOf"
            | "anyOf"
            | "discriminator"
            | "readOnly"
            | "writeOnly"
    ) || is_limit(key)
        || is_rule(key)
        || is_content(key)
}

/// Keywords that bound a number, a length or a count.
pub(super) fn is_limit(key: &str) -> bool {
    matches!(
        key,
        "minimum"
            | "maximum"
            | "exclusiveMinimum"
            | "exclusiveMaximum"
            | "multipleOf"
            | "minLength"
            | "maxLength"
            | "pattern"
            | "minItems"
            | "maxItems"
            | "uniqueItems"
            | "minProperties"
            | "maxProperties"
            | "minContains"
            | "maxContains"
    )
}

/// Keywords that only ever narrow, and whose inside is not compared.
pub(super) fn is_rule(key: &str) -> bool {
    matches!(
        key,
        "not"
            | "if"
            | "then"
            | "else"
            | "contains"
            | "dependentRequired"
            | "dependentSchemas"
            | "dependencies"
            | "propertyNames"
            | "unevaluatedItems"
            | "contentSchema"
            | "x-at-most-one-of"
    )
}

/// Keywords that say how a string is to be read.
pub(super) fn is_content(key: &str) -> bool {
    matches!(key, "contentEncoding" | "contentMediaType")
}
