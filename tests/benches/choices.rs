//! What two choices cost: who does TLS, and one visitor for all types instead of a derive for each.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::compile;
use crate::documents;
use crate::programs::{self, quiet};
use crate::report::{Report, Table};

/// How many structs the crate has that is compiled in two forms.
const STRUCTS: usize = 300;

/// Who does TLS, by the features that are asked for.
const TLS: [(&str, &str); 3] = [
    ("rustls, the default", "rustls"),
    ("native-tls", "native-tls"),
    ("nobody", ""),
];

/// How the crate of our own schema is built and called for.
const PROGRAM: [&str; 6] = [
    "--package",
    "generated",
    "--example",
    "stream",
    "--no-default-features",
    "--features",
];

/// Builds our own client with each choice of who does TLS.
pub(crate) fn tls(report: &mut Report) {
    let builds: Vec<_> = TLS
        .iter()
        .filter_map(|(name, feature)| built(name, feature))
        .collect();
    let mut table = |name, title, unit, value: fn(&Built) -> f64| {
        let rows = builds
            .iter()
            .map(|built| (built.name.to_owned(), value(built)));
        report.table(Table::new(name, title, unit, None, rows.collect()));
    };
    table(
        "choices-tls-crates",
        "Crates that our own client pulls in, by who does TLS",
        "crates",
        |built| built.crates,
    );
    table(
        "choices-tls-build",
        "Release build of a program with it, from nothing",
        "s",
        |built| built.whole,
    );
    table(
        "choices-tls-again",
        "Release build of the client and the program, its dependencies built",
        "s",
        |built| built.alone,
    );
    table(
        "choices-tls-size",
        "Size of the program, stripped",
        "MiB",
        |built| built.size,
    );
}

/// A release build of a program that prints a stream.
struct Built {
    name: &'static str,
    crates: f64,
    /// Seconds from nothing.
    whole: f64,
    /// Seconds once the dependencies are there.
    alone: f64,
    /// MiB, stripped.
    size: f64,
}

/// `None` where it does not build, as native TLS without the headers of OpenSSL.
fn built(name: &'static str, feature: &str) -> Option<Built> {
    let folder = empty(&format!("tls-{feature}")).ok()?;
    let client = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated");
    let build = || {
        let start = Instant::now();
        let mut command = Command::new(env!("CARGO"));
        command.args([
            "build",
            "--release",
            "--config",
            "profile.release.strip=true",
        ]);
        command.args(PROGRAM).arg(feature).current_dir(&client);
        command.env("CARGO_TARGET_DIR", &folder);
        let status = quiet(&mut command).status().ok()?;
        status.success().then(|| start.elapsed().as_secs_f64())
    };
    let whole = build()?;
    // Nobody reads the file's time but cargo.
    compile::touch(&client.join("src/lib.rs"))?;
    let alone = build()?;
    let program = folder.join("release/examples/stream");
    let program = fs::metadata(program.with_extension(std::env::consts::EXE_EXTENSION)).ok()?;
    let features = ["--no-default-features", "--features", feature];
    Some(Built {
        name,
        crates: compile::dependencies(&client, &features)?,
        whole,
        alone,
        size: f64::from(u32::try_from(program.len()).ok()?) / f64::from(1 << 20),
    })
}

/// Compiles a crate of many structs as it is emitted, and once more with a derive for each of them.
pub(crate) fn form(report: &mut Report) {
    if let Err(error) = forms(report) {
        println!("form: {error}");
    }
}

fn forms(report: &mut Report) -> std::io::Result<()> {
    let Some(xtask) = programs::ours() else {
        return Err(std::io::Error::other("xtask does not build"));
    };
    let forms = [
        ("one visitor for all, ours", false),
        ("a derive for each", true),
    ];
    let mut rows = [const { Vec::new() }; 3];
    for (name, derived) in forms {
        let folder = emitted(&xtask, derived)?;
        let measured = [
            compile::check(&folder, false),
            release(&folder),
            compile::lines(&folder.join("src/api")),
        ];
        for (rows, value) in rows.iter_mut().zip(measured) {
            rows.extend(value.map(|value| (name.to_owned(), value)));
        }
    }
    let [check, build, lines] = rows;
    let title = |what: &str| format!("{what}, {STRUCTS} structs of ten members");
    for (name, what, unit, rows) in [
        (
            "choices-form-check",
            "`cargo check` of the crate alone",
            "s",
            check,
        ),
        (
            "choices-form-build",
            "Release build of the crate alone",
            "s",
            build,
        ),
        (
            "choices-form-lines",
            "Lines of types and calls",
            "lines",
            lines,
        ),
    ] {
        report.table(Table::new(name, &title(what), unit, None, rows));
    }
    Ok(())
}

fn emitted(xtask: &Path, derived: bool) -> std::io::Result<PathBuf> {
    let folder = empty(if derived { "form-derived" } else { "form-ours" })?;
    let document = folder.with_extension("json");
    fs::write(&document, documents::made_up(STRUCTS))?;
    let mut command = Command::new(xtask);
    command.args(["generate", "--name", "made", "--schema"]);
    let status = quiet(command.arg(&document).arg("--out").arg(&folder)).status()?;
    if !status.success() {
        return Err(std::io::Error::other("the crate is not emitted"));
    }
    if derived {
        change(&folder.join("Cargo.toml"), |text| {
            text.replace("[dependencies]\n", "[dependencies]\nserde_derive = \"1\"\n")
        })?;
        for entry in fs::read_dir(folder.join("src/api/types"))? {
            change(&entry?.path(), with_derives)?;
        }
    }
    Ok(folder)
}

fn change(file: &Path, by: fn(&str) -> String) -> std::io::Result<()> {
    fs::write(file, by(&fs::read_to_string(file)?))
}

/// A file of structs with serde's derives instead of the visitor's rows; members that may be missing get the
/// attribute that everybody gives them.
fn with_derives(text: &str) -> String {
    let Some((structs, rest)) = text.split_once("\nobject! {") else {
        return text.to_owned();
    };
    let rest = rest.split_once("\n} }\n").map_or("", |(_, rest)| rest);
    let structs = structs.replace(" object,", "").replace(
        "#[derive(",
        "#[derive(serde_derive::Serialize, serde_derive::Deserialize, ",
    );
    let lines = structs.lines().map(|line| {
        let is_optional = line.starts_with("    pub ") && line.contains(": Option<");
        let attribute = "    #[serde(skip_serializing_if = \"Option::is_none\")]\n";
        format!("{}{line}\n", if is_optional { attribute } else { "" })
    });
    lines.chain([rest.to_owned()]).collect()
}

/// The shortest release build of a crate whose dependencies are built.
fn release(folder: &Path) -> Option<f64> {
    compile::best_of(folder, |command| {
        command.args(["build", "--release"]);
    })
}

fn empty(name: &str) -> std::io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("choices")
        .join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
