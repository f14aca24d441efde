//! `diff`: what a change of a schema means, for the wire and for callers of the crate.

pub(crate) mod side;

use generator::diff::{self, Bump, Diff, Kind, Level};

use crate::answer::{Answer, Trouble, Verdict};
use crate::terminal;
use side::Loaded;

/// Say what a change of the schema means: who fails on the wire, what callers of the crate must
/// change, and which version follows.
///
/// A side is a file, `REV:path`, or a git revision (the project's schema at that revision). Without
/// OLD it is the newest file of schema/released, without NEW the working schema.
///
/// Exits with 0 when nothing is as grave as --fail-on says, with 1 when something is, and with 2 when
/// a side cannot be read or is refused by the generator.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// What was there before
    old: Option<String>,

    /// What is there now
    new: Option<String>,

    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,

    /// What makes the exit code 1: a wire break; a major change for callers too; any finding; nothing
    #[arg(long, value_name = "WHAT", default_value = "none")]
    fail_on: FailOn,

    /// List the ids of all kinds of change
    #[arg(long, exclusive = true)]
    list: bool,

    /// Explain a kind of change, with an example
    #[arg(long, value_name = "ID", exclusive = true)]
    explain: Option<String>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum FailOn {
    Wire,
    Source,
    Any,
    None,
}

pub(crate) fn run(args: &Args) -> Answer {
    if args.list {
        anstream::print!("{}", diff::list());
        return Ok(Verdict::Yes);
    }
    if let Some(id) = &args.explain {
        return explain(id);
    }
    let loaded = side::old(args.old.as_deref()).and_then(|old| {
        let new = side::new(args.new.as_deref())?;
        Ok((old, new))
    });
    match loaded {
        Ok((old, new)) => Ok(compare(args, &old, &new)),
        Err(side::Refusal::Trouble(trouble)) => Err(trouble),
        Err(side::Refusal::Report(report)) => {
            terminal::report(&report);
            Ok(Verdict::Code(2))
        }
    }
}

fn compare(args: &Args, old: &Loaded, new: &Loaded) -> Verdict {
    let (old_side, new_side) = (old.side(), new.side());
    let diff = diff::diff(old_side, new_side);
    let next = diff.next_version(&old.version);
    let text = match args.format {
        Format::Text => diff::text(&diff, old_side, new_side, (&old.version, &next)),
        Format::Json => diff::json(&diff, old_side, new_side, &next),
        Format::Markdown => diff::markdown(&diff, old_side, new_side, (&old.version, &next)),
    };
    anstream::print!("{text}");
    Verdict::of(!fails(args.fail_on, &diff))
}

fn fails(fail_on: FailOn, diff: &Diff) -> bool {
    let wire = diff.requests.max(diff.responses) == Level::Breaking;
    match fail_on {
        FailOn::Wire => wire,
        FailOn::Source => wire || diff.rust == Bump::Major,
        FailOn::Any => !diff.findings.is_empty(),
        FailOn::None => false,
    }
}

fn explain(id: &str) -> Answer {
    if let Some(kind) = Kind::named(id) {
        anstream::print!("{}", diff::explain(kind));
        return Ok(Verdict::Yes);
    }
    let near = generator::nearest::nearest(id, Kind::ALL.iter().map(|kind| kind.id()));
    let help = near.map_or_else(
        || "`cargo xtask diff --list` names all of them".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    let message = format!("no kind of change is called `{id}`; {help}");
    Err(Trouble::new(message))
}
