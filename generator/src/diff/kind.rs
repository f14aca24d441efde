//! The closed list of what can change: ids that never change their meaning, each with an example.

use std::fmt;

/// Declares [`Kind`]: one row per kind, with its id, its meaning, an example and what to do.
macro_rules! kinds {
    ($($name:ident = $id:literal, $title:literal, $old:literal => $new:literal, $help:literal;)+) => {
        /// What kind of change it is. The list is closed; an id keeps its meaning for ever.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = $title] $name,)+
        }

        impl Kind {
            /// Every kind, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The id as it is printed, for example `property-removed`.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// What changes of this kind have in common, in one sentence.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }

            /// An example: what stood there and what stands there now.
            pub const fn example(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($old, $new),)+ }
            }

            /// What the author of the change can do; empty where there is nothing to do.
            pub const fn help(self) -> &'static str {
                match self { $(Self::$name => $help,)+ }
            }
        }
    };
}

// Operations, what is sent, what comes back, who may call, schemas, and what no rule knows.
kinds! {
    OperationAdded = "operation-added", "An operation is new.",
        "paths: {}" => "paths: {/pets: {get: …}}", "";
    OperationRemoved = "operation-removed", "An operation is gone.",
        "paths: {/pets: {get: …}}" => "paths: {}", "keep serving it until no released client calls it";
    PathChanged = "path-changed", "An operation has another path.",
        "/pets: {get: {operationId: listPets}}" => "/animals: {get: {operationId: listPets}}", "serve the old path too; released clients call it";
    VerbChanged = "verb-changed", "An operation has another HTTP method.",
        "/pets: {put: {operationId: addPet}}" => "/pets: {post: {operationId: addPet}}", "serve the old method too; released clients use it";
    GroupChanged = "group-changed", "An operation stands under other tags; its method is called the same.",
        "get: {tags: [pets]}" => "get: {tags: [animals]}", "";
    WebhookAdded = "webhook-added", "A webhook or callback is new.",
        "webhooks: {}" => "webhooks: {petSold: …}", "";
    WebhookRemoved = "webhook-removed", "A webhook or callback is gone.",
        "webhooks: {petSold: …}" => "webhooks: {}", "receivers wait for it in vain; tell them before it stops";

    ParameterAdded = "parameter-added", "An optional parameter is new.",
        "parameters: []" => "parameters: [{name: limit, in: query}]", "";
    RequiredParameterAdded = "required-parameter-added", "A required parameter is new.",
        "parameters: []" => "parameters: [{name: tenant, in: query, required: true}]", "make it optional, with what the server did before as its default";
    ParameterRemoved = "parameter-removed", "An optional parameter is gone.",
        "parameters: [{name: limit, in: query}]" => "parameters: []", "keep accepting it, or say what the server does when it is sent";
    RequiredParameterRemoved = "required-parameter-removed", "A required parameter is gone.",
        "parameters: [{name: tenant, in: query, required: true}]" => "parameters: []", "keep accepting it, or say what the server does when it is sent";
    ParameterRequired = "parameter-required", "A parameter became required.",
        "{name: limit, in: query}" => "{name: limit, in: query, required: true}", "keep it optional, with what the server did before as its default";
    ParameterOptional = "parameter-optional", "A parameter is no longer required.",
        "{name: limit, in: query, required: true}" => "{name: limit, in: query}", "";
    ParameterMoved = "parameter-moved", "A parameter is sent in another place.",
        "{name: tenant, in: query}" => "{name: tenant, in: header}", "accept it in both places";
    ParameterStyleChanged = "parameter-style-changed", "A parameter is written in another way.",
        "{name: ids, in: query, style: form}" => "{name: ids, in: query, style: pipeDelimited}", "accept the old way of writing too";
    ParameterExplodeIdle = "parameter-explode-idle", "`explode` changed where it has no effect, on a scalar.",
        "{name: id, in: query, schema: {type: string}}" => "{name: id, in: query, explode: false, schema: {type: string}}", "";
    EmptyValueRefused = "empty-value-refused", "An empty parameter is no longer accepted.",
        "{name: flag, in: query, allowEmptyValue: true}" => "{name: flag, in: query}", "keep accepting the empty value";
    EmptyValueAccepted = "empty-value-accepted", "An empty parameter is accepted.",
        "{name: flag, in: query}" => "{name: flag, in: query, allowEmptyValue: true}", "";

    BodyAdded = "body-added", "An operation takes an optional body.",
        "post: {}" => "post: {requestBody: …}", "";
    RequiredBodyAdded = "required-body-added", "An operation needs a body.",
        "post: {}" => "post: {requestBody: {required: true, …}}", "make the body optional";
    BodyRemoved = "body-removed", "An operation takes no body any more.",
        "post: {requestBody: …}" => "post: {}", "keep accepting the body, even if nothing reads it";
    BodyRequired = "body-required", "The body became required.",
        "requestBody: {content: …}" => "requestBody: {required: true, content: …}", "keep the body optional";
    BodyOptional = "body-optional", "The body is no longer required.",
        "requestBody: {required: true, content: …}" => "requestBody: {content: …}", "";
    RequestMediaAdded = "request-media-added", "A body may be sent in another media type.",
        "content: {application/json: …}" => "content: {application/json: …, text/csv: …}", "";
    RequestMediaRemoved = "request-media-removed", "A body may no longer be sent in a media type.",
        "content: {application/json: …, text/csv: …}" => "content: {application/json: …}", "keep accepting the media type";
    PartEncodingChanged = "part-encoding-changed", "A part of a form is written in another way.",
        "encoding: {file: {contentType: image/png}}" => "encoding: {file: {contentType: image/jpeg}}", "accept the old way of writing too";

    SuccessStatusAdded = "success-status-added", "A success may have another status.",
        "responses: {'200': …}" => "responses: {'200': …, '202': …}", "an old client may take it for unexpected; send it only to those who ask for it";
    SuccessStatusNarrowed = "success-status-narrowed", "Statuses stand where a whole class of them stood.",
        "responses: {2XX: …}" => "responses: {200: …}", "";
    SuccessStatusWidened = "success-status-widened", "A whole class of statuses stands where some of them stood.",
        "responses: {200: …}" => "responses: {2XX: …}", "keep to the statuses that old clients know";
    SuccessStatusRemoved = "success-status-removed", "A success no longer has a status.",
        "responses: {'200': …, '202': …}" => "responses: {'200': …}", "keep answering with the status that clients know";
    SuccessStatusChanged = "success-status-changed", "A success has another status.",
        "responses: {'200': …}" => "responses: {'202': …}", "keep answering with the status that clients know";
    FailureStatusAdded = "failure-status-added", "A failure may have another status.",
        "responses: {'200': …}" => "responses: {'200': …, '404': …}", "";
    FailureStatusRemoved = "failure-status-removed", "A failure no longer has a status.",
        "responses: {'200': …, '404': …}" => "responses: {'200': …}", "";
    ResponseMediaAdded = "response-media-added", "An answer is offered in another media type.",
        "content: {application/json: …}" => "content: {application/json: …, text/csv: …}", "";
    ResponseMediaRemoved = "response-media-removed", "An answer is no longer offered in a media type.",
        "content: {application/json: …, text/csv: …}" => "content: {application/json: …}", "keep answering in the media type that clients read";
    FailureMediaRemoved = "failure-media-removed", "A failure is no longer described in a media type.",
        "'404': {content: {application/json: …}}" => "'404': {description: no}", "";
    FailureMediaAdded = "failure-media-added", "A failure is described in another media type.",
        "'404': {description: no}" => "'404': {content: {application/json: …}}", "";
    ResponseBodyAdded = "response-body-added", "An answer that had no body has one.",
        "'200': {description: ok}" => "'200': {description: ok, content: …}", "";
    StreamAdded = "stream-added", "An answer is offered as a stream too.",
        "content: {application/json: …}" => "content: {application/json: …, text/event-stream: …}", "send the stream only to those who ask for it";
    StreamRemoved = "stream-removed", "An answer is no longer offered as a stream.",
        "content: {application/json: …, text/event-stream: …}" => "content: {application/json: …}", "keep the stream for released clients";
    StreamFramingChanged = "stream-framing-changed", "A stream is cut into events in another way.",
        "content: {text/event-stream: …}" => "content: {application/x-ndjson: …}", "offer both framings and let `Accept` choose";
    StreamSwitchChanged = "stream-switch-changed", "A stream is asked for in another way.",
        "x-stream: {switch: stream}" => "x-stream: {switch: streaming}", "heed the old switch too";
    StreamDefaultChanged = "stream-default-changed", "Who does not say otherwise gets the other half.",
        "stream: {type: boolean, default: false}" => "stream: {type: boolean, default: true}", "keep the default; clients that leave the switch out expect it";
    StreamDefaultDoubtful = "stream-default-doubtful", "The default of a flag changed that may choose between JSON and a stream.",
        "stream: {type: boolean, default: false}" => "stream: {type: boolean, default: true}", "say with `x-stream: {switch: …}` whether the flag chooses";
    StreamRolesChanged = "stream-roles-changed", "The pieces of a stream are found elsewhere.",
        "x-stream: {text: output}" => "x-stream: {text: content}", "";

    HeaderAdded = "header-added", "An answer has another header.",
        "headers: {}" => "headers: {X-Total: …}", "";
    HeaderRemoved = "header-removed", "An answer no longer has an optional header.",
        "headers: {X-Total: …}" => "headers: {}", "keep sending it";
    RequiredHeaderRemoved = "required-header-removed", "An answer no longer has a header it promised.",
        "headers: {X-Total: {required: true, …}}" => "headers: {}", "keep sending it";
    HeaderRequired = "header-required", "A header of an answer is now promised.",
        "headers: {X-Total: {schema: …}}" => "headers: {X-Total: {required: true, schema: …}}", "";
    HeaderOptional = "header-optional", "A header of an answer is no longer promised.",
        "headers: {X-Total: {required: true, schema: …}}" => "headers: {X-Total: {schema: …}}", "keep sending it";

    SecurityRequired = "security-required", "A public operation asks for credentials.",
        "security: []" => "security: [{ApiKey: []}]", "add `{}` as an alternative until clients send credentials";
    SecurityDropped = "security-dropped", "An operation is public now.",
        "security: [{ApiKey: []}]" => "security: []", "";
    SecurityAlternativeAdded = "security-alternative-added", "Other credentials are accepted too.",
        "security: [{ApiKey: []}]" => "security: [{ApiKey: []}, {Token: []}]", "";
    SecurityAlternativeRemoved = "security-alternative-removed", "Some credentials are no longer accepted.",
        "security: [{ApiKey: []}, {Token: []}]" => "security: [{ApiKey: []}]", "keep accepting them until clients have moved";
    SecurityChanged = "security-changed", "An operation asks for other credentials.",
        "security: [{ApiKey: []}]" => "security: [{Token: []}]", "keep the old credentials as an alternative";
    ScopeAdded = "scope-added", "Credentials need another scope.",
        "security: [{OAuth: [read]}]" => "security: [{OAuth: [read, write]}]", "tokens without the scope are refused; grant it before it is asked for";
    ScopeRemoved = "scope-removed", "Credentials need a scope less.",
        "security: [{OAuth: [read, write]}]" => "security: [{OAuth: [read]}]", "";
    ScopeListChanged = "scope-list-changed", "A flow offers other scopes.",
        "scopes: {read: …}" => "scopes: {read: …, write: …}", "";
    KeyMoved = "key-moved", "An API key travels under another name or in another place.",
        "{type: apiKey, in: header, name: X-API-KEY}" => "{type: apiKey, in: header, name: Authorization}", "accept the key in the old place too";
    SchemeChanged = "scheme-changed", "A security scheme is of another type.",
        "{type: apiKey, in: header, name: X-API-KEY}" => "{type: http, scheme: bearer}", "accept the old credentials too";
    TokenSourceChanged = "token-source-changed", "Tokens come from elsewhere.",
        "flows: {clientCredentials: {tokenUrl: https://a.example/token}}" => "flows: {clientCredentials: {tokenUrl: https://b.example/token}}", "keep the old place working";
    ServerAdded = "server-added", "The service is found at another address too.",
        "servers: []" => "servers: [{url: https://api.example}]", "";
    ServerRemoved = "server-removed", "The service is no longer said to be at an address.",
        "servers: [{url: https://old.example}]" => "servers: [{url: https://new.example}]", "keep the old address working; released clients call it";
    ServerVariableChanged = "server-variable-changed", "A variable of an address has other values.",
        "variables: {region: {default: eu}}" => "variables: {region: {default: us}}", "keep the old values working";

    TypeChanged = "type-changed", "Values of the old type are not values of the new one.",
        "type: string" => "type: integer", "add a member of the new type beside the old one";
    TypeWidened = "type-widened", "Values of more types are allowed.",
        "type: integer" => "type: number", "";
    TypeNarrowed = "type-narrowed", "Values of fewer types are allowed.",
        "type: number" => "type: integer", "";
    SchemaReplaced = "schema-replaced", "Another schema stands there, and neither contains the other.",
        "$ref: '#/components/schemas/Chunk'" => "$ref: '#/components/schemas/Reply'", "add a member or media type of the new schema beside the old one";
    NullAllowed = "null-allowed", "Null is allowed.",
        "type: string" => "{type: string, nullable: true}", "leave the member out instead of sending null";
    NullRefused = "null-refused", "Null is no longer allowed.",
        "{type: string, nullable: true}" => "type: string", "keep accepting null";
    FormatAdded = "format-added", "A string has a format now.",
        "type: string" => "{type: string, format: uuid}", "";
    FormatRemoved = "format-removed", "A string no longer has a format.",
        "{type: string, format: date-time}" => "type: string", "";
    FormatChanged = "format-changed", "Values have another format.",
        "{type: string, format: date}" => "{type: string, format: date-time}", "add a member of the new format beside the old one";
    FormatWidened = "format-widened", "The format allows more values.",
        "{type: integer, format: int32}" => "{type: integer, format: int64}", "";
    FormatNarrowed = "format-narrowed", "The format allows fewer values.",
        "{type: integer, format: int64}" => "{type: integer, format: int32}", "";
    FormatRenamed = "format-renamed", "The format has another name for the same values.",
        "type: integer" => "{type: integer, format: int64}", "";
    FormatUnknown = "format-unknown", "A format changed of which nobody knows which values it allows.",
        "{type: string, format: color}" => "{type: string, format: paint}", "say with `pattern` or `enum` which values are allowed";
    ContentChanged = "content-changed", "A string is to be read in another way.",
        "contentMediaType: image/png" => "contentMediaType: image/jpeg", "add a member for the new content beside the old one";
    EnumOpened = "enum-opened", "Values that are not listed are allowed.",
        "enum: [a, b]" => "type: string", "";
    EnumClosed = "enum-closed", "Only listed values are allowed.",
        "type: string" => "enum: [a, b]", "";
    EnumValueAdded = "enum-value-added", "A value is allowed too.",
        "enum: [a]" => "enum: [a, b]", "strict readers refuse it; send it only to those who can read it";
    EnumValueRemoved = "enum-value-removed", "A value is no longer allowed.",
        "enum: [a, b]" => "enum: [a]", "keep accepting the value";
    ConstantChanged = "constant-changed", "The only value is another one.",
        "const: v1" => "const: v2", "allow both values";
    BoundAdded = "bound-added", "There is a bound where there was none.",
        "type: string" => "{type: string, maxLength: 10}", "";
    BoundRemoved = "bound-removed", "There is no bound any more.",
        "{type: string, maxLength: 10}" => "type: string", "";
    BoundTightened = "bound-tightened", "A bound allows fewer values.",
        "{type: string, maxLength: 10}" => "{type: string, maxLength: 5}", "";
    BoundLoosened = "bound-loosened", "A bound allows more values.",
        "{type: string, maxLength: 5}" => "{type: string, maxLength: 10}", "";
    MultipleAdded = "multiple-added", "Only certain multiples are allowed.",
        "type: number" => "{type: number, multipleOf: 0.5}", "";
    MultipleRemoved = "multiple-removed", "More multiples are allowed.",
        "{type: number, multipleOf: 0.5}" => "type: number", "";
    MultipleChanged = "multiple-changed", "Other multiples are allowed.",
        "{type: integer, multipleOf: 2}" => "{type: integer, multipleOf: 3}", "";
    PatternAdded = "pattern-added", "Strings must match a pattern.",
        "type: string" => "{type: string, pattern: ^a}", "";
    PatternRemoved = "pattern-removed", "Strings need not match a pattern.",
        "{type: string, pattern: ^a}" => "type: string", "";
    PatternChanged = "pattern-changed", "Strings must match another pattern; which is wider cannot be decided.",
        "pattern: ^a" => "pattern: ^[ab]", "check that every string the old pattern allows matches the new one";
    PropertyAdded = "property-added", "An object may have another member.",
        "properties: {a: …}" => "properties: {a: …, b: …}", "";
    RequiredPropertyAdded = "required-property-added", "An object must have another member.",
        "properties: {a: …}" => "{required: [b], properties: {a: …, b: …}}", "make it optional, and keep doing without it what the server did before";
    PropertyRemoved = "property-removed", "An object no longer has an optional member.",
        "properties: {a: …, b: …}" => "properties: {a: …}", "mark it `deprecated` first";
    RequiredPropertyRemoved = "required-property-removed", "An object no longer has a member it always had.",
        "{required: [b], properties: {a: …, b: …}}" => "properties: {a: …}", "keep sending it, and mark it `deprecated`";
    PropertyRefused = "property-refused", "An optional member is gone from an object that refuses members it does not list.",
        "{additionalProperties: false, properties: {a: …, b: …}}" => "{additionalProperties: false, properties: {a: …}}", "keep accepting it, and mark it `deprecated`";
    RequiredPropertyRefused = "required-property-refused", "A required member is gone from an object that refuses members it does not list.",
        "{additionalProperties: false, required: [b], properties: {a: …, b: …}}" => "{additionalProperties: false, properties: {a: …}}", "keep it, and mark it `deprecated`";
    PropertyRequired = "property-required", "A member became required.",
        "properties: {a: …}" => "{required: [a], properties: {a: …}}", "keep it optional in requests";
    PropertyOptional = "property-optional", "A member is no longer required.",
        "{required: [a], properties: {a: …}}" => "properties: {a: …}", "keep sending it in answers";
    BecameReadOnly = "became-read-only", "A member is no longer taken from requests.",
        "a: {type: string}" => "a: {type: string, readOnly: true}", "say what the server does when it is sent";
    BecameWritable = "became-writable", "An optional member is taken from requests too.",
        "a: {type: string, readOnly: true}" => "a: {type: string}", "";
    RequiredBecameWritable = "required-became-writable", "A required member has to be sent, which only the server did before.",
        "{required: [a], properties: {a: {readOnly: true}}}" => "{required: [a], properties: {a: {}}}", "make it optional in requests";
    BecameWriteOnly = "became-write-only", "An optional member no longer comes with answers.",
        "a: {type: string}" => "a: {type: string, writeOnly: true}", "keep sending it";
    RequiredBecameWriteOnly = "required-became-write-only", "A member that always came no longer comes with answers.",
        "{required: [a], properties: {a: {}}}" => "{required: [a], properties: {a: {writeOnly: true}}}", "keep sending it";
    BecameReadable = "became-readable", "A member comes with answers too.",
        "a: {type: string, writeOnly: true}" => "a: {type: string}", "";
    ObjectClosed = "object-closed", "Members that are not listed are refused.",
        "type: object" => "{type: object, additionalProperties: false}", "keep passing over what is not known";
    ObjectOpened = "object-opened", "Members that are not listed are accepted.",
        "{type: object, additionalProperties: false}" => "type: object", "";
    AlternativeAdded = "alternative-added", "Values of another alternative are allowed.",
        "oneOf: [A]" => "oneOf: [A, B]", "strict readers refuse it; send it only to those who can read it";
    AlternativeRemoved = "alternative-removed", "Values of an alternative are no longer allowed.",
        "oneOf: [A, B]" => "oneOf: [A]", "keep accepting the alternative";
    AlternativeIdle = "alternative-idle", "An alternative came or went whose values another one allows anyway.",
        "oneOf: [A, B]" => "oneOf: [A]", "";
    AlternativesCollide = "alternatives-collide", "All that was allowed fits two alternatives of a `oneOf`, which refuses it.",
        "A" => "oneOf: [A, B]   # B allows all that A does", "use `anyOf`, or tell the alternatives apart by a member";
    AlternativesParted = "alternatives-parted", "What fitted two alternatives of a `oneOf`, and was refused, is allowed.",
        "oneOf: [A, B]   # B allows all that A does" => "A", "";
    OverlapRefused = "overlap-refused", "Values that several alternatives allow are refused.",
        "anyOf: [A, B]" => "oneOf: [A, B]", "check that no value that is sent fits two alternatives";
    OverlapAccepted = "overlap-accepted", "Values that several alternatives allow are accepted.",
        "oneOf: [A, B]" => "anyOf: [A, B]", "";
    DiscriminatorAdded = "discriminator-added", "A member tells the alternatives apart.",
        "oneOf: [A, B]" => "{oneOf: [A, B], discriminator: {propertyName: kind}}", "check that every sender sets it to a listed value";
    DiscriminatorRemoved = "discriminator-removed", "No member tells the alternatives apart any more.",
        "{oneOf: [A, B], discriminator: {propertyName: kind}}" => "oneOf: [A, B]", "keep the discriminator; readers decide by it";
    DiscriminatorRenamed = "discriminator-renamed", "Another member tells the alternatives apart.",
        "discriminator: {propertyName: kind}" => "discriminator: {propertyName: type}", "send both members";
    TagAdded = "tag-added", "Another value of the discriminator names an alternative.",
        "mapping: {text: A}" => "mapping: {text: A, txt: A}", "send it only to those who can read it";
    TagRemoved = "tag-removed", "A value of the discriminator no longer names an alternative.",
        "mapping: {text: A, txt: A}" => "mapping: {text: A}", "keep accepting the value";
    TagChanged = "tag-changed", "An alternative is named by another value of the discriminator.",
        "mapping: {text: A}" => "mapping: {txt: A}", "keep the value";
    DefaultAdded = "default-added", "What the server does without a value is said.",
        "type: string" => "{type: string, default: x}", "";
    DefaultChanged = "default-changed", "The server does something else without a value.",
        "{type: string, default: x}" => "{type: string, default: y}", "senders that leave it out get the new default; keep the old one";
    DefaultRemoved = "default-removed", "What the server does without a value is no longer said.",
        "{type: string, default: x}" => "type: string", "say what happens without a value";
    RuleAdded = "rule-added", "A schema asks for more.",
        "type: object" => "{type: object, dependentRequired: {a: [b]}}", "";
    RuleRemoved = "rule-removed", "A schema asks for less.",
        "{type: object, dependentRequired: {a: [b]}}" => "type: object", "";
    RuleChanged = "rule-changed", "A schema asks for something else; which is wider cannot be decided.",
        "not: {required: [a]}" => "not: {required: [b]}", "check that every value the old rule allows is allowed by the new one";
    Undecided = "undecided", "Two schemas differ in a way that cannot be decided.",
        "oneOf: [… 300 alternatives …]" => "oneOf: [… 300 others …]", "compare them by hand";
    Unclassified = "unclassified", "Something changed of which no rule knows what it means.",
        "newKeyword: 1" => "newKeyword: 2", "look at it by hand, and report it as a gap of this tool";
    IdleChanged = "idle-changed", "A keyword changed that says nothing about values of the type it stands beside.",
        "{type: string, maximum: 3}" => "{type: string, maximum: 4}", "";
    ExtensionChanged = "extension-changed", "An extension changed of which no rule knows what it means.",
        "x-team: a" => "x-team: b", "";
    ComponentAdded = "component-added", "A document without operations has another component.",
        "schemas: {A: …}" => "schemas: {A: …, B: …}", "";
    ComponentRemoved = "component-removed", "A document without operations no longer has a component.",
        "schemas: {A: …, B: …}" => "schemas: {A: …}", "keep it for those who use it";
    UnusedChanged = "unused-changed", "A component that no operation uses changed.",
        "components: {schemas: {Old: …}}" => "components: {schemas: {}}", "";

    MethodAdded = "method-added", "The client has another method.",
        "fn chat(…)" => "fn chat(…), fn chat_stream(…)", "";
    MethodRemoved = "method-removed", "The client no longer has a method.",
        "fn chat(…)" => "", "keep the operation, and mark it `deprecated`";
    MethodRenamed = "method-renamed", "A method of the client has another name.",
        "operationId: chat" => "operationId: createChat", "keep the `operationId`; it names nothing on the wire";
    ArgumentsChanged = "arguments-changed", "A method takes other arguments.",
        "chat(&request)" => "chat(tenant, &request)", "make what is new optional";
    ArgumentReplaced = "argument-replaced", "An argument of a method is another one of the same type: code compiles and says something else.",
        "list(shop: &str)" => "list(store: &str)", "keep the name, or add the new parameter as an optional one";
    OptionAdded = "option-added", "A call has another setter.",
        "call.limit(…)" => "call.limit(…).offset(…)", "";
    OptionRemoved = "option-removed", "A call no longer has a setter.",
        "call.limit(…)" => "call", "keep the parameter, and mark it `deprecated`";
    OptionChanged = "option-changed", "A setter of a call takes another type.",
        "call.limit(1)" => "call.limit(\"1\")", "add a parameter of the new type beside the old one";
    ReplyChanged = "reply-changed", "A method brings another type.",
        "-> Pet" => "-> Vec<Pet>", "keep the answer, and add an operation for the new one";
    EventChanged = "event-changed", "A stream brings events of another type.",
        "-> Stream<Chunk>" => "-> Stream<Reply>", "keep the event, and add members to it";
    FailureChanged = "failure-changed", "Failures of a method bring another type.",
        "Failure = Error" => "Failure = Problem", "keep the type of failures";
    ReplyHeaderChanged = "reply-header-changed", "A header of an answer is gone or is of another type.",
        "X-Total: {schema: {type: integer}}" => "X-Total: {schema: {type: string}}", "keep sending it as it was";
    SentDifferently = "sent-differently", "The same code sends or reads other bytes.",
        "POST /chat" => "PUT /chat", "release the crate; older ones do not know of the change";
    TypeAdded = "type-added", "The crate has another type.",
        "" => "struct Usage", "";
    TypeRemoved = "type-removed", "The crate no longer has a type.",
        "struct Usage" => "", "keep the component while anybody names it";
    TypeRenamed = "type-renamed", "A type has another name and the same shape.",
        "ToolChoice: {type: object, …}" => "Choice: {type: object, …}", "keep the old name, or write `pub type Old = New;` beside the generated code";
    TypeReshaped = "type-reshaped", "A type is something else than it was.",
        "enum Provider" => "type Provider = String", "keep the kind of type; add a member of the new kind";
    ConstructorAdded = "constructor-added", "A type can be made by callers.",
        "struct Usage" => "Usage::new()", "";
    ConstructorRemoved = "constructor-removed", "A type can no longer be made by callers.",
        "Usage::new()" => "struct Usage", "";
    ConstructorChanged = "constructor-changed", "A constructor takes other arguments.",
        "ChatRequest::new(messages)" => "ChatRequest::new(messages, model)", "make what is new optional";
    FieldAdded = "field-added", "A type has another field.",
        "struct Usage { tokens }" => "struct Usage { tokens, price }", "";
    FieldRemoved = "field-removed", "A type no longer has a field.",
        "struct Usage { tokens, price }" => "struct Usage { tokens }", "keep the member, and mark it `deprecated`";
    FieldChanged = "field-changed", "A field is of another type.",
        "price: Option<f64>" => "price: f64", "add a member of the new type beside the old one";
    SetterAdded = "setter-added", "A type has another setter.",
        "ChatRequest::new()" => "ChatRequest::new().user_null()", "";
    SetterRemoved = "setter-removed", "A type no longer has a setter.",
        "ChatRequest::new().user_null()" => "ChatRequest::new()", "";
    SetterChanged = "setter-changed", "A setter takes another type.",
        ".suffix(\"a\")" => ".suffix(1)", "add a member of the new type beside the old one";
    VariantAdded = "variant-added", "An enum has another variant.",
        "enum Role { User }" => "enum Role { User, Tool }", "";
    VariantRemoved = "variant-removed", "An enum no longer has a variant.",
        "enum Role { User, Tool }" => "enum Role { User }", "keep the value listed while old answers hold it";
    VariantChanged = "variant-changed", "A variant of an enum holds another type.",
        "Part::Text(TextPart)" => "Part::Text(String)", "add a variant beside the old one";
    TraitAdded = "trait-added", "A type implements another trait.",
        "struct Usage" => "impl Default for Usage", "";
    TraitRemoved = "trait-removed", "A type no longer implements a trait.",
        "impl Default for Usage" => "struct Usage", "";
    Deprecated = "deprecated", "Something is marked as not to be used any more.",
        "a: {type: string}" => "a: {type: string, deprecated: true}", "say in its description what to use instead";
    Undeprecated = "undeprecated", "Something is no longer marked as deprecated.",
        "a: {type: string, deprecated: true}" => "a: {type: string}", "";
    DocsChanged = "docs-changed", "The documentation that callers read says something else.",
        "description: A chat." => "description: A chat with a model.", "";
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Kind {
    /// The kind of this id.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }

    /// Whether it says nothing about which values are allowed.
    pub(super) const fn is_annotation(self) -> bool {
        matches!(
            self,
            Self::DefaultAdded
                | Self::DefaultChanged
                | Self::DefaultRemoved
                | Self::ExtensionChanged
                | Self::IdleChanged
                | Self::AlternativeIdle
                | Self::Unclassified
        )
    }

    /// Whether a major change of this kind stops code from compiling, rather than making it do something else.
    pub const fn is_seen_by_compilers(self) -> bool {
        !matches!(
            self,
            Self::ArgumentReplaced
                | Self::ReplyHeaderChanged
                | Self::SuccessStatusRemoved
                | Self::SuccessStatusChanged
                | Self::HeaderRemoved
                | Self::RequiredHeaderRemoved
                | Self::SecurityChanged
                | Self::SchemeChanged
        )
    }

    /// Whether it is about members that one side does not know.
    pub(super) const fn is_about_members(self) -> bool {
        matches!(
            self,
            Self::PropertyAdded | Self::PropertyRemoved | Self::RequiredPropertyRemoved
        )
    }
}
