//! `generate`: from a schema to the files of a crate, written or only compared.

mod crates;
mod drift;
mod prove;
mod report;
pub(crate) mod runtime;
mod summary;

use std::path::PathBuf;
use std::thread;

use generator::emit::{self, Config};
use generator::ir::{FORMATS, Format, Scalar};
use generator::output::{self, Plan, Target};

use crate::answer::{Answer, Trouble, Verdict};
use crate::input::{Input, Phases, Understood};
use crate::{terminal, workspace};
use crates::Place;
use summary::Summary;

/// What the environment variables of this workspace's own crate begin with.
const PREFIX: &str = "HUMANLOOP";

/// Write the client crate of a schema.
///
/// Without options: generated/src/api from schema/humanloop-v4.yaml. With --schema and --out: a
/// whole crate of its own, manifest and runtime included. Nothing is written unless everything can
/// be; files that are as they should be are not touched.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "switches of a command line")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,

    /// Write a whole crate into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// The name of that crate [default: the folder's name]
    #[arg(long, requires = "out")]
    name: Option<String>,

    /// What its environment variables begin with [default: from the API's title]
    #[arg(long, requires = "out", value_name = "PREFIX")]
    env_prefix: Option<String>,

    /// Leave strings of this format plain, for example date-time, uuid or byte; may be given more
    /// than once
    #[arg(long, requires = "out", value_name = "FORMAT", value_parser = format)]
    plain: Vec<Scalar>,

    /// Write nothing; say what is stale, missing or foreign, and exit with 1 when anything is
    #[arg(long)]
    check: bool,

    /// Print the findings, what is not typed, and which keywords have no effect and why; write nothing
    #[arg(long, conflicts_with_all = ["check", "json"])]
    report: bool,

    /// Add a program that reads values by every type, and such values; for `survey --prove`
    #[arg(long, requires = "out", hide = true)]
    prove: bool,

    /// Print the numbers of the run as JSON
    #[arg(long)]
    json: bool,
}

/// The scalar that a format stands for.
fn format(name: &str) -> Result<Scalar, String> {
    match Format::named(name) {
        Some(format) => Ok(Scalar::Format(format)),
        None if name == "byte" => Ok(Scalar::Base64),
        None => {
            let known: Vec<_> = FORMATS.iter().map(|format| format.words[0]).collect();
            Err(format!(
                "its type is that of a plain string; formats with one of their own are {}, byte",
                known.join(", ")
            ))
        }
    }
}

pub(crate) fn run(args: &Args) -> Answer {
    let place = place(args)?;
    let understood = match args.input.understand() {
        Ok(understood) => understood,
        Err(report) => {
            terminal::report(&report);
            terminal::error(&format!(
                "{} is refused; nothing was written",
                args.input.path().display()
            ));
            return Ok(Verdict::No);
        }
    };
    if args.report {
        terminal::report(&understood.lowered.report);
        anstream::print!("{}", report::text(&understood));
        return Ok(Verdict::Yes);
    }
    let ours = |path: &str, text: &str| place.is_ours(path, text);
    let target = Target {
        root: &place.root,
        owned: place.owned,
        ours: &ours,
    };
    let mut phases = understood.phases.clone();
    let (plan, changes) = thread::scope(|scope| {
        // To say where findings stand the document is read once more, which nothing has to wait for.
        scope.spawn(|| terminal::report(&understood.lowered.report));
        let plan = planned(args, &place, &understood, &mut phases);
        let write = || output::write(target, &plan);
        let changes = (!args.check).then(|| phases.time("write", write));
        (plan, changes)
    });
    let Some(changes) = changes.transpose()? else {
        return drift::check(target, &plan, &again(args));
    };
    let summary = Summary::of(&understood, &phases, &plan, &changes);
    if args.json {
        anstream::println!("{}", summary.json());
    } else {
        anstream::print!("{}", summary.text(&args.input.path(), &place.root));
    }
    let whole = place.name().is_some() || has_dependencies(&plan)?;
    // The process ends here, and it ends sooner than a large tree is taken apart.
    std::mem::forget((understood, plan));
    let verdict = drift::foreign(&place.root, &changes.foreign);
    Ok(if whole { verdict } else { Verdict::No })
}

/// Whether the client has the dependencies that types of formats need; says which are missing.
fn has_dependencies(plan: &Plan) -> Result<bool, Trouble> {
    let path = workspace::path("generated/Cargo.toml");
    if !path.exists() {
        // There is no crate that could lack one.
        return Ok(true);
    }
    let manifest = std::fs::read_to_string(&path).map_err(|error| Trouble::at(&path, &error))?;
    let section = manifest
        .split("\n[")
        .find_map(|section| section.strip_prefix("dependencies]"))
        .unwrap_or_default();
    let is_there = |name| {
        let mut names = section
            .lines()
            .map(|line| line.split([' ', '.', '=']).next());
        names.any(|known| known == Some(name))
    };
    let needed = emit::of_formats(plan.values().map(String::as_str));
    let missing: Vec<_> = needed.filter(|(name, _)| !is_there(*name)).collect();
    for (_, line) in &missing {
        terminal::error(&format!(
            "the types need a crate that generated/Cargo.toml does not have: add `{line}`"
        ));
    }
    Ok(missing.is_empty())
}

/// Where the files go. A crate of its own needs a folder, and nothing but that moves the workspace's own one.
fn place(args: &Args) -> Result<Place, Trouble> {
    match &args.out {
        Some(folder) => Place::of_crate(folder, args.name.as_deref()),
        None if args.input.is_default() => Ok(Place::own()),
        None => Err(Trouble::new(
            "another document, or a part of one, needs a folder for its crate: add --out DIR",
        )),
    }
}

fn planned(args: &Args, place: &Place, understood: &Understood, phases: &mut Phases) -> Plan {
    let own_prefix = || args.out.is_none().then(|| PREFIX.to_owned());
    let document = args.input.file_name();
    let config = Config {
        plain: args.plain.iter().copied().collect(),
        env_prefix: args.env_prefix.clone().or_else(own_prefix),
        mock: place.name().is_none(),
        standalone: place.standalone(&document),
    };
    let files = phases.time("emit", || emit::emit(&understood.lowered.api, &config));
    let mut plan: Plan = files
        .into_iter()
        .map(|file| (file.path, file.text))
        .collect();
    if args.prove {
        plan.extend(prove::files(understood, place.name()));
    }
    plan
}

/// The command that mends what `--check` finds.
fn again(args: &Args) -> String {
    let mut words = vec!["cargo xtask generate".to_owned()];
    words.extend(args.input.words());
    if let Some(out) = &args.out {
        words.push(format!("--out {}", workspace::shown(out).display()));
    }
    words.extend(args.name.iter().map(|name| format!("--name {name}")));
    words.join(" ")
}
