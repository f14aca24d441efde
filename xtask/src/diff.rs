//! `diff`: what a change of a schema means, for the wire and for callers of the crate.

mod example;
mod prove;
pub(crate) mod side;

use std::path::{Path, PathBuf};

use generator::diff::{self, Bump, Diff, Kind, Level};

use generator::source::LoadOptions;

use crate::answer::{Answer, Trouble, Verdict};
use crate::{terminal, workspace};
use side::Loaded;

/// Say what a change of the schema means: who fails on the wire, what callers of the crate must
/// change, and which version follows.
///
/// A side is a file, `REV:path`, or a git revision (the project's schema at that revision). Without
/// OLD it is the newest file of schema/released, without NEW the working schema.
///
/// An accept file has a line `fingerprint: reason` for each change; --format json says what each
/// finding's fingerprint is. An entry without a reason, or that fits no finding, is an error.
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

    /// Changes that were looked at and accepted; --fail-on passes over them. Where OLD is the newest
    /// release it is schema/accepted.yaml, if there is one
    #[arg(long, value_name = "FILE")]
    accept: Option<PathBuf>,

    /// Ask the compiler: write what names every item of OLD's crate, and compile it with NEW's. It must
    /// fail exactly when callers have to change their code; the exit code is 1 when it does not. Values
    /// that one side allows and the other refuses are shown for breaks of the wire
    #[arg(long)]
    prove: bool,

    /// List the ids of all kinds of change
    #[arg(long, exclusive = true)]
    list: bool,

    /// Explain a kind of change, with an example
    #[arg(long, value_name = "ID", exclusive = true)]
    explain: Option<String>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// For machines; version 1 of the format
    Json,
    /// For a comment on a pull request
    Markdown,
    /// Annotations of a pull request, as workflow commands
    Github,
    /// One page that needs nothing else
    Html,
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
    match side::both(args.old.as_deref(), args.new.as_deref()) {
        Ok((old, new)) => compare(args, &old, &new),
        Err(side::Refusal::Trouble(trouble)) => Err(trouble),
        Err(side::Refusal::Report(report)) => {
            terminal::report(&report);
            Ok(Verdict::Code(2))
        }
    }
}

fn compare(args: &Args, old: &Loaded, new: &Loaded) -> Answer {
    let (old_side, new_side) = (old.side(), new.side());
    let mut diff = diff::diff(old_side, new_side);
    if let Some(path) = accept_file(args) {
        accept(&mut diff, &path)?;
    }
    let next = diff.next_version(&old.version);
    let text = match args.format {
        Format::Text => diff::text(&diff, old_side, new_side, (&old.version, &next)),
        Format::Json => diff::json(&diff, old_side, new_side, &next),
        Format::Markdown => diff::markdown(&diff, old_side, new_side, (&old.version, &next)),
        Format::Github => diff::github(&diff, new_side, (&old.version, &next)),
        Format::Html => diff::html(&diff, old_side, new_side, (&old.version, &next)),
    };
    anstream::print!("{text}");
    let proved = !args.prove || prove::prove(&diff, old, new)?;
    Ok(Verdict::of(proved && !fails(args.fail_on, &diff)))
}

/// The accept file to heed: the one that is named, or the project's own beside the newest release.
fn accept_file(args: &Args) -> Option<PathBuf> {
    let own = || {
        let path = workspace::path(workspace::ACCEPTED);
        (args.old.is_none() && path.exists()).then_some(path)
    };
    args.accept.clone().or_else(own)
}

fn accept(diff: &mut Diff, path: &Path) -> Result<(), Trouble> {
    let wrong = |lines: Vec<String>| Trouble::new(lines.join("\n"));
    let file = generator::source::load_data(path, &LoadOptions::default())
        .map_err(|report| wrong(vec![report.to_string()]))?;
    diff.accept(&file).map_err(wrong)
}

fn fails(fail_on: FailOn, diff: &Diff) -> bool {
    let mut open = diff.findings.iter().filter(|it| it.accepted.is_none());
    match fail_on {
        FailOn::Wire => open.any(|it| it.wire == Level::Breaking),
        FailOn::Source => open.any(|it| it.wire == Level::Breaking || it.rust == Bump::Major),
        FailOn::Any => open.next().is_some(),
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
