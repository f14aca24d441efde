//! How much a change matters: one match over what changed, with a column for each way values travel.

use super::change::{Bump, Direction, Level};
use super::kind::Kind;
use Level::{Breaking, Compatible, Judge};

/// What a change does to old clients of a new server.
pub const fn wire(kind: Kind, direction: Direction) -> Level {
    let (requests, responses) = both(kind);
    match direction {
        Direction::Request => requests,
        Direction::Response => responses,
    }
}

/// What a change does to old senders, and to old readers.
///
/// A request may only be asked for less than before, an answer may only hold less than before:
/// what narrows breaks senders, what widens breaks readers.
#[expect(
    clippy::match_same_arms,
    reason = "rows stand together by why, not by level"
)]
#[expect(clippy::too_many_lines, reason = "it is one table")]
const fn both(kind: Kind) -> (Level, Level) {
    match kind {
        // The set of values is smaller: senders are refused, readers cope.
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
        | Kind::AlternativesCollide
        | Kind::TagRemoved
        | Kind::RuleAdded => (Breaking, Compatible),
        // The set of values is larger: senders cope, readers meet what they do not know.
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
        | Kind::AlternativesParted
        | Kind::TagAdded
        | Kind::RuleRemoved
        | Kind::RequiredBecameWriteOnly
        | Kind::HeaderOptional
        | Kind::RequiredHeaderRemoved => (Compatible, Breaking),
        // Each set has values that the other lacks.
        Kind::TypeChanged
        | Kind::SchemaReplaced
        | Kind::FormatChanged
        | Kind::ContentChanged
        | Kind::ConstantChanged
        | Kind::MultipleChanged
        | Kind::RequiredPropertyRefused
        | Kind::DiscriminatorRenamed
        | Kind::TagChanged => (Breaking, Breaking),
        // What is sent is passed over or refused, and readers miss what they may have used.
        Kind::PropertyRemoved => (Judge, Judge),
        Kind::RequiredPropertyRemoved => (Judge, Breaking),
        Kind::PropertyRefused => (Breaking, Judge),
        Kind::ParameterRemoved | Kind::RequiredParameterRemoved | Kind::BecameReadOnly => {
            (Judge, Compatible)
        }
        Kind::BecameWriteOnly => (Compatible, Judge),
        // It cannot be decided.
        Kind::FormatUnknown
        | Kind::PatternChanged
        | Kind::RuleChanged
        | Kind::Undecided
        | Kind::Unclassified
        | Kind::ComponentRemoved
        | Kind::DiscriminatorAdded
        | Kind::StreamDefaultDoubtful => (Judge, Judge),
        Kind::OverlapRefused => (Judge, Compatible),
        Kind::OverlapAccepted | Kind::DiscriminatorRemoved => (Compatible, Judge),
        // Behaviour changes, the contract does not.
        Kind::DefaultChanged
        | Kind::DefaultRemoved
        | Kind::TokenSourceChanged
        | Kind::ServerRemoved
        | Kind::ServerVariableChanged => (Judge, Compatible),
        Kind::StreamDefaultChanged => (Judge, Breaking),
        // What an old client sends is refused, or does not arrive.
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
        | Kind::ScopeAdded
        | Kind::KeyMoved
        | Kind::SchemeChanged => (Breaking, Compatible),
        // What an old client waits for does not come, or comes in another form.
        Kind::SuccessStatusRemoved
        | Kind::SuccessStatusChanged
        | Kind::ResponseMediaRemoved
        | Kind::StreamRemoved
        | Kind::StreamFramingChanged
        | Kind::WebhookRemoved => (Compatible, Breaking),
        Kind::SuccessStatusAdded
        | Kind::SuccessStatusWidened
        | Kind::HeaderRemoved
        | Kind::FailureMediaRemoved => (Compatible, Judge),
        // There is more than before, or it means nothing on the wire.
        Kind::OperationAdded
        | Kind::GroupChanged
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
        | Kind::ResponseMediaAdded
        | Kind::FailureMediaAdded
        | Kind::ResponseBodyAdded
        | Kind::SuccessStatusNarrowed
        | Kind::StreamAdded
        | Kind::StreamRolesChanged
        | Kind::HeaderAdded
        | Kind::HeaderRequired
        | Kind::SecurityDropped
        | Kind::SecurityAlternativeAdded
        | Kind::ScopeRemoved
        | Kind::ScopeListChanged
        | Kind::ServerAdded
        | Kind::FormatRenamed
        | Kind::PropertyAdded
        | Kind::BecameWritable
        | Kind::BecameReadable
        | Kind::ObjectOpened
        | Kind::AlternativeIdle
        | Kind::DefaultAdded
        | Kind::IdleChanged
        | Kind::ExtensionChanged
        | Kind::ComponentAdded
        | Kind::UnusedChanged => (Compatible, Compatible),
        // Only callers of the crate see it.
        Kind::MethodAdded
        | Kind::MethodRemoved
        | Kind::MethodRenamed
        | Kind::ArgumentsChanged
        | Kind::ArgumentReplaced
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
        | Kind::DocsChanged => (Compatible, Compatible),
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
        SuccessStatusWidened <-> SuccessStatusNarrowed,
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
        AlternativesCollide <-> AlternativesParted,
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
        PathChanged VerbChanged GroupChanged ParameterMoved ParameterStyleChanged ParameterExplodeIdle
        RequiredBodyAdded PartEncodingChanged SuccessStatusChanged ResponseBodyAdded
        StreamFramingChanged StreamSwitchChanged StreamDefaultChanged StreamDefaultDoubtful StreamRolesChanged
        RequiredHeaderRemoved SecurityChanged KeyMoved SchemeChanged TokenSourceChanged ScopeListChanged
        ServerVariableChanged TypeChanged SchemaReplaced FormatChanged FormatRenamed FormatUnknown
        ContentChanged ConstantChanged MultipleChanged PatternChanged PropertyRefused
        RequiredPropertyRefused RequiredBecameWritable RequiredBecameWriteOnly DiscriminatorRenamed
        TagChanged DefaultChanged RuleChanged Undecided Unclassified ExtensionChanged UnusedChanged
        AlternativeIdle IdleChanged MethodRenamed ArgumentsChanged ArgumentReplaced OptionChanged ReplyChanged EventChanged
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
        | Kind::SecurityChanged
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
        | Kind::DiscriminatorRemoved
        | Kind::DiscriminatorAdded
        | Kind::DiscriminatorRenamed
        | Kind::TagChanged => Bump::Patch,
        _ => Bump::None,
    }
}
