//! How much a change matters: one match over what changed and which way it travels.

use super::change::{Bump, Direction, Level};
use super::kind::Kind;
use Direction::{Request, Response};
use Level::{Breaking, Compatible, Judge};

/// What a change does to old clients of a new server.
///
/// A request may only be asked for less than before, an answer may only hold less than before:
/// what narrows breaks senders, what widens breaks readers.
#[expect(clippy::too_many_lines, reason = "it is one table")]
pub const fn wire(kind: Kind, direction: Direction) -> Level {
    match (kind, direction) {
        // The set of values is smaller.
        (
            Kind::TypeNarrowed
            | Kind::NullRefused
            | Kind::FormatAdded
            | Kind::FormatNarrowed
            | Kind::EnumClosed
            | Kind::EnumValueRemoved
            | Kind::BoundAdded
            | Kind::BoundTightened
            | Kind::MultipleAdded
            | Kind::PatternAdded
            | Kind::RequiredPropertyAdded
            | Kind::PropertyRequired
            | Kind::RequiredBecameWritable
            | Kind::ObjectClosed
            | Kind::AlternativeRemoved
            | Kind::TagRemoved
            | Kind::RuleAdded,
            Request,
        ) => Breaking,
        (
            Kind::TypeNarrowed
            | Kind::NullRefused
            | Kind::FormatAdded
            | Kind::FormatNarrowed
            | Kind::EnumClosed
            | Kind::EnumValueRemoved
            | Kind::BoundAdded
            | Kind::BoundTightened
            | Kind::MultipleAdded
            | Kind::PatternAdded
            | Kind::RequiredPropertyAdded
            | Kind::PropertyRequired
            | Kind::RequiredBecameWritable
            | Kind::ObjectClosed
            | Kind::AlternativeRemoved
            | Kind::TagRemoved
            | Kind::RuleAdded,
            Response,
        ) => Compatible,

        // The set of values is larger.
        (
            Kind::TypeWidened
            | Kind::NullAllowed
            | Kind::FormatRemoved
            | Kind::FormatWidened
            | Kind::EnumOpened
            | Kind::EnumValueAdded
            | Kind::BoundRemoved
            | Kind::BoundLoosened
            | Kind::MultipleRemoved
            | Kind::PatternRemoved
            | Kind::PropertyOptional
            | Kind::AlternativeAdded
            | Kind::TagAdded
            | Kind::RuleRemoved
            | Kind::RequiredBecameWriteOnly
            | Kind::HeaderOptional
            | Kind::RequiredHeaderRemoved,
            Request,
        ) => Compatible,
        (
            Kind::TypeWidened
            | Kind::NullAllowed
            | Kind::FormatRemoved
            | Kind::FormatWidened
            | Kind::EnumOpened
            | Kind::EnumValueAdded
            | Kind::BoundRemoved
            | Kind::BoundLoosened
            | Kind::MultipleRemoved
            | Kind::PatternRemoved
            | Kind::PropertyOptional
            | Kind::AlternativeAdded
            | Kind::TagAdded
            | Kind::RuleRemoved
            | Kind::RequiredBecameWriteOnly
            | Kind::HeaderOptional
            | Kind::RequiredHeaderRemoved,
            Response,
        ) => Breaking,

        // The sets have values that the other lacks.
        (
            Kind::TypeChanged
            | Kind::SchemaReplaced
            | Kind::FormatChanged
            | Kind::ContentChanged
            | Kind::ConstantChanged
            | Kind::MultipleChanged
            | Kind::RequiredPropertyRefused
            | Kind::DiscriminatorRenamed
            | Kind::TagChanged,
            Request | Response,
        ) => Breaking,

        // Who sends what the server no longer knows is not refused, but not heard either.
        (
            Kind::PropertyRemoved
            | Kind::RequiredPropertyRemoved
            | Kind::ParameterRemoved
            | Kind::RequiredParameterRemoved
            | Kind::BecameReadOnly,
            Request,
        ) => Judge,
        (Kind::PropertyRemoved | Kind::PropertyRefused | Kind::BecameWriteOnly, Response) => Judge,
        (Kind::RequiredPropertyRemoved, Response) => Breaking,
        (Kind::PropertyRefused, Request) => Breaking,

        // It cannot be decided.
        (
            Kind::FormatUnknown
            | Kind::PatternChanged
            | Kind::RuleChanged
            | Kind::Undecided
            | Kind::Unclassified
            | Kind::ComponentRemoved,
            Request | Response,
        ) => Judge,
        (Kind::OverlapRefused, Request) | (Kind::OverlapAccepted, Response) => Judge,
        (Kind::OverlapRefused, Response) | (Kind::OverlapAccepted, Request) => Compatible,
        (Kind::DiscriminatorAdded, Request | Response) | (Kind::DiscriminatorRemoved, Response) => {
            Judge
        }
        (Kind::DiscriminatorRemoved, Request) => Compatible,

        // Behaviour changes, the contract does not.
        (Kind::DefaultChanged | Kind::DefaultRemoved, Request) => Judge,
        (Kind::DefaultAdded, Request)
        | (Kind::DefaultAdded | Kind::DefaultChanged | Kind::DefaultRemoved, Response) => {
            Compatible
        }
        (Kind::StreamDefaultChanged, Response) => Breaking,
        (Kind::StreamDefaultChanged | Kind::StreamDefaultDoubtful, Request)
        | (Kind::StreamDefaultDoubtful, Response) => Judge,
        (
            Kind::ScopeAdded
            | Kind::TokenSourceChanged
            | Kind::ServerRemoved
            | Kind::ServerVariableChanged,
            Request,
        ) => Judge,

        // What an old client sends is refused, or does not arrive.
        (
            Kind::OperationRemoved
            | Kind::PathChanged
            | Kind::VerbChanged
            | Kind::RequiredParameterAdded
            | Kind::ParameterRequired
            | Kind::ParameterMoved
            | Kind::ParameterStyleChanged
            | Kind::EmptyValueRefused
            | Kind::RequiredBodyAdded
            | Kind::BodyRemoved
            | Kind::BodyRequired
            | Kind::RequestMediaRemoved
            | Kind::PartEncodingChanged
            | Kind::StreamSwitchChanged
            | Kind::SecurityRequired
            | Kind::SecurityAlternativeRemoved
            | Kind::SecurityChanged
            | Kind::KeyMoved
            | Kind::SchemeChanged,
            Request,
        ) => Breaking,

        // What an old client waits for does not come, or comes in another form.
        (
            Kind::SuccessStatusRemoved
            | Kind::SuccessStatusChanged
            | Kind::ResponseMediaRemoved
            | Kind::StreamRemoved
            | Kind::StreamFramingChanged
            | Kind::WebhookRemoved,
            Response,
        ) => Breaking,
        (Kind::SuccessStatusAdded | Kind::HeaderRemoved | Kind::FailureMediaRemoved, Response) => {
            Judge
        }

        // The other direction of what concerns one, and what concerns none.
        (
            Kind::OperationRemoved
            | Kind::PathChanged
            | Kind::VerbChanged
            | Kind::RequiredParameterAdded
            | Kind::ParameterRequired
            | Kind::ParameterMoved
            | Kind::ParameterStyleChanged
            | Kind::ParameterRemoved
            | Kind::RequiredParameterRemoved
            | Kind::EmptyValueRefused
            | Kind::RequiredBodyAdded
            | Kind::BodyRemoved
            | Kind::BodyRequired
            | Kind::RequestMediaRemoved
            | Kind::PartEncodingChanged
            | Kind::StreamSwitchChanged
            | Kind::SecurityRequired
            | Kind::SecurityAlternativeRemoved
            | Kind::SecurityChanged
            | Kind::ScopeAdded
            | Kind::KeyMoved
            | Kind::SchemeChanged
            | Kind::TokenSourceChanged
            | Kind::ServerRemoved
            | Kind::ServerVariableChanged
            | Kind::BecameReadOnly,
            Response,
        )
        | (
            Kind::SuccessStatusAdded
            | Kind::SuccessStatusRemoved
            | Kind::SuccessStatusChanged
            | Kind::ResponseMediaRemoved
            | Kind::StreamRemoved
            | Kind::StreamFramingChanged
            | Kind::WebhookRemoved
            | Kind::HeaderRemoved
            | Kind::FailureMediaRemoved
            | Kind::BecameWriteOnly,
            Request,
        )
        | (
            Kind::OperationAdded
            | Kind::WebhookAdded
            | Kind::ParameterAdded
            | Kind::ParameterOptional
            | Kind::ParameterExplodeIdle
            | Kind::EmptyValueAccepted
            | Kind::BodyAdded
            | Kind::BodyOptional
            | Kind::RequestMediaAdded
            | Kind::FailureStatusAdded
            | Kind::FailureStatusRemoved
            | Kind::FailureMediaAdded
            | Kind::ScopeListChanged
            | Kind::ComponentAdded
            | Kind::ResponseMediaAdded
            | Kind::ResponseBodyAdded
            | Kind::StreamAdded
            | Kind::StreamRolesChanged
            | Kind::HeaderAdded
            | Kind::HeaderRequired
            | Kind::SecurityDropped
            | Kind::SecurityAlternativeAdded
            | Kind::ScopeRemoved
            | Kind::ServerAdded
            | Kind::FormatRenamed
            | Kind::PropertyAdded
            | Kind::BecameWritable
            | Kind::BecameReadable
            | Kind::ObjectOpened
            | Kind::AlternativeIdle
            | Kind::IdleChanged
            | Kind::ExtensionChanged
            | Kind::UnusedChanged,
            Request | Response,
        ) => Compatible,

        // Only callers of the crate see it.
        (
            Kind::MethodAdded
            | Kind::MethodRemoved
            | Kind::MethodRenamed
            | Kind::ArgumentsChanged
            | Kind::OptionAdded
            | Kind::OptionRemoved
            | Kind::OptionChanged
            | Kind::ReplyChanged
            | Kind::EventChanged
            | Kind::FailureChanged
            | Kind::ReplyHeaderChanged
            | Kind::SentDifferently
            | Kind::TypeAdded
            | Kind::TypeRemoved
            | Kind::TypeRenamed
            | Kind::TypeReshaped
            | Kind::ConstructorAdded
            | Kind::ConstructorRemoved
            | Kind::ConstructorChanged
            | Kind::FieldAdded
            | Kind::FieldRemoved
            | Kind::FieldChanged
            | Kind::SetterAdded
            | Kind::SetterRemoved
            | Kind::SetterChanged
            | Kind::VariantAdded
            | Kind::VariantRemoved
            | Kind::VariantChanged
            | Kind::TraitAdded
            | Kind::TraitRemoved
            | Kind::Deprecated
            | Kind::Undeprecated
            | Kind::DocsChanged,
            Request | Response,
        ) => Compatible,
    }
}

/// What the same edit is when it is undone: the change of the swapped pair of documents.
///
/// What undoing it does to old clients is what doing it does to clients that are newer than their server.
pub const fn mirror(kind: Kind) -> Kind {
    macro_rules! pairs {
        ($($one:ident <-> $two:ident,)+ ; $($alone:ident)+) => {
            match kind {
                $(Kind::$one => Kind::$two, Kind::$two => Kind::$one,)+
                $(Kind::$alone => Kind::$alone,)+
            }
        };
    }
    pairs! {
        OperationAdded <-> OperationRemoved,
        WebhookAdded <-> WebhookRemoved,
        ParameterAdded <-> ParameterRemoved,
        RequiredParameterAdded <-> RequiredParameterRemoved,
        ParameterRequired <-> ParameterOptional,
        EmptyValueRefused <-> EmptyValueAccepted,
        BodyAdded <-> BodyRemoved,
        BodyRequired <-> BodyOptional,
        RequestMediaAdded <-> RequestMediaRemoved,
        SuccessStatusAdded <-> SuccessStatusRemoved,
        FailureStatusAdded <-> FailureStatusRemoved,
        ResponseMediaAdded <-> ResponseMediaRemoved,
        FailureMediaAdded <-> FailureMediaRemoved,
        StreamAdded <-> StreamRemoved,
        HeaderAdded <-> HeaderRemoved,
        HeaderRequired <-> HeaderOptional,
        SecurityRequired <-> SecurityDropped,
        SecurityAlternativeAdded <-> SecurityAlternativeRemoved,
        ScopeAdded <-> ScopeRemoved,
        ServerAdded <-> ServerRemoved,
        TypeWidened <-> TypeNarrowed,
        NullAllowed <-> NullRefused,
        FormatAdded <-> FormatRemoved,
        FormatWidened <-> FormatNarrowed,
        EnumOpened <-> EnumClosed,
        EnumValueAdded <-> EnumValueRemoved,
        BoundAdded <-> BoundRemoved,
        BoundTightened <-> BoundLoosened,
        MultipleAdded <-> MultipleRemoved,
        PatternAdded <-> PatternRemoved,
        PropertyAdded <-> PropertyRemoved,
        RequiredPropertyAdded <-> RequiredPropertyRemoved,
        PropertyRequired <-> PropertyOptional,
        BecameReadOnly <-> BecameWritable,
        BecameWriteOnly <-> BecameReadable,
        ObjectClosed <-> ObjectOpened,
        AlternativeAdded <-> AlternativeRemoved,
        OverlapRefused <-> OverlapAccepted,
        DiscriminatorAdded <-> DiscriminatorRemoved,
        TagAdded <-> TagRemoved,
        DefaultAdded <-> DefaultRemoved,
        RuleAdded <-> RuleRemoved,
        ComponentAdded <-> ComponentRemoved,
        MethodAdded <-> MethodRemoved,
        OptionAdded <-> OptionRemoved,
        TypeAdded <-> TypeRemoved,
        ConstructorAdded <-> ConstructorRemoved,
        FieldAdded <-> FieldRemoved,
        SetterAdded <-> SetterRemoved,
        VariantAdded <-> VariantRemoved,
        TraitAdded <-> TraitRemoved,
        Deprecated <-> Undeprecated,
        ;
        PathChanged VerbChanged ParameterMoved ParameterStyleChanged ParameterExplodeIdle
        RequiredBodyAdded PartEncodingChanged SuccessStatusChanged ResponseBodyAdded
        StreamFramingChanged StreamSwitchChanged StreamDefaultChanged StreamDefaultDoubtful StreamRolesChanged
        RequiredHeaderRemoved SecurityChanged KeyMoved SchemeChanged TokenSourceChanged ScopeListChanged
        ServerVariableChanged TypeChanged SchemaReplaced FormatChanged FormatRenamed FormatUnknown
        ContentChanged ConstantChanged MultipleChanged PatternChanged PropertyRefused
        RequiredPropertyRefused RequiredBecameWritable RequiredBecameWriteOnly DiscriminatorRenamed
        TagChanged DefaultChanged RuleChanged Undecided Unclassified ExtensionChanged UnusedChanged
        AlternativeIdle IdleChanged MethodRenamed ArgumentsChanged OptionChanged ReplyChanged EventChanged
        FailureChanged ReplyHeaderChanged SentDifferently TypeRenamed TypeReshaped ConstructorChanged FieldChanged
        SetterChanged VariantChanged DocsChanged
    }
}

/// What a change means for callers although no item of the crate shows it: their code compiles and
/// does something else. What items show comes from comparing the models.
pub(super) const fn unseen(kind: Kind) -> Bump {
    match kind {
        // Who tells answers by their status, or gives credentials, has to write something else.
        Kind::SuccessStatusRemoved
        | Kind::SuccessStatusChanged
        | Kind::RequiredHeaderRemoved
        | Kind::HeaderRemoved
        | Kind::SchemeChanged => Bump::Major,
        Kind::PathChanged
        | Kind::VerbChanged
        | Kind::ParameterMoved
        | Kind::ParameterStyleChanged
        | Kind::PartEncodingChanged
        | Kind::StreamFramingChanged
        | Kind::StreamSwitchChanged
        | Kind::KeyMoved
        | Kind::SecurityRequired
        | Kind::SecurityChanged
        | Kind::DiscriminatorRemoved
        | Kind::DiscriminatorAdded
        | Kind::DiscriminatorRenamed
        | Kind::TagChanged => Bump::Patch,
        _ => Bump::None,
    }
}
