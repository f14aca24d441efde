//! Tables and plots of what was measured, printed and, with `UPDATE=1`, written into `README.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// Collects the tables of a run.
#[derive(Default)]
pub(crate) struct Report {
    tables: Vec<Table>,
}

/// Values of one kind, side by side.
pub(crate) struct Table {
    /// Names its place in `README.md` and its plot.
    name: String,
    title: String,
    /// What one value is: `ns per event`.
    unit: &'static str,
    /// The row that the others are set against.
    base: Option<usize>,
    rows: Vec<(String, f64)>,
}

impl Report {
    /// Takes a table and prints it; one whose rows were not all measured in this run is left out.
    pub(crate) fn table(&mut self, table: Option<Table>) {
        if let Some(table) = table {
            println!("\n{}", table.markdown());
            self.tables.push(table);
        }
    }

    /// Writes tables and plots beside this file where that is wanted.
    pub(crate) fn finish(self) -> ExitCode {
        if std::env::var_os("UPDATE").is_none() {
            return ExitCode::SUCCESS;
        }
        match self.write() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("the report cannot be written: {error}");
                ExitCode::FAILURE
            }
        }
    }

    fn write(&self) -> std::io::Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches");
        let page = folder.join("README.md");
        let mut text = fs::read_to_string(&page)?;
        fs::create_dir_all(folder.join("plots"))?;
        for table in &self.tables {
            let plot = format!("plots/{}.svg", table.name);
            let block = format!("{}\n![{}]({plot})\n", table.markdown(), table.title);
            // Tables of documents that only the caller has are printed and no more.
            if let Some(changed) = replace(&text, &table.name, &block) {
                fs::write(folder.join(&plot), table.plot())?;
                text = changed;
            }
        }
        fs::write(&page, text)
    }
}

impl Table {
    /// A table with values that are set against those of the row `base`.
    pub(crate) fn new(
        name: &str,
        title: &str,
        unit: &'static str,
        base: Option<&str>,
        rows: Vec<(String, f64)>,
    ) -> Option<Self> {
        let base = base.and_then(|base| rows.iter().position(|(name, _)| name == base));
        (!rows.is_empty()).then(|| Self {
            name: name.to_owned(),
            title: title.to_owned(),
            unit,
            base,
            rows,
        })
    }

    fn ratio(&self, value: f64) -> Option<f64> {
        let (_, base) = &self.rows[self.base?];
        Some(value / base)
    }

    fn markdown(&self) -> String {
        let mut out = format!("**{}**\n\n", self.title);
        let ratio = self.base.map(|base| &self.rows[base].0);
        let _ = match ratio {
            Some(base) => writeln!(out, "| | {} | of {base} |\n|---|--:|--:|", self.unit),
            None => writeln!(out, "| | {} |\n|---|--:|", self.unit),
        };
        for (name, value) in &self.rows {
            let _ = write!(out, "| {name} | {} |", number(*value));
            if let Some(ratio) = self.ratio(*value) {
                let _ = write!(out, " {ratio:.2} |");
            }
            out.push('\n');
        }
        out
    }

    /// Bars, longest for the largest value.
    fn plot(&self) -> String {
        let most = self
            .rows
            .iter()
            .map(|(_, value)| *value)
            .fold(f64::MIN_POSITIVE, f64::max);
        let height = 34 + 22 * self.rows.len();
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"752\" height=\"{height}\" \
             font-family=\"sans-serif\" font-size=\"13\">\n\
             <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n\
             <text x=\"8\" y=\"18\" font-weight=\"bold\">{}, {}</text>\n",
            self.title, self.unit
        );
        for (row, (name, value)) in self.rows.iter().enumerate() {
            let top = 28 + 22 * row;
            let width = 400.0 * value / most;
            let colour = if name.split([',', ' ']).any(|word| word == "ours") {
                "#b7410e"
            } else {
                "#8a99a8"
            };
            let _ = writeln!(
                out,
                "<text x=\"232\" y=\"{}\" text-anchor=\"end\">{name}</text>\
                 <rect x=\"240\" y=\"{top}\" width=\"{width:.1}\" height=\"16\" fill=\"{colour}\"/>\
                 <text x=\"{:.1}\" y=\"{}\">{}</text>",
                top + 13,
                width + 246.0,
                top + 13,
                number(*value)
            );
        }
        out.push_str("</svg>\n");
        out
    }
}

/// Three digits that mean something.
fn number(value: f64) -> String {
    match value {
        value if value >= 100.0 || value.fract() == 0.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value => format!("{value:.2}"),
    }
}

/// The text with another block between the marks of this name.
fn replace(text: &str, name: &str, block: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = text.find(&begin)? + begin.len();
    let length = text[start..].find(&end)?;
    Some(format!(
        "{}{block}{}",
        &text[..start],
        &text[start + length..]
    ))
}
