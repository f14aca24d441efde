//! Scratch.
use std::path::Path;
fn main() {
    for arg in std::env::args().skip(1) {
        let start = std::time::Instant::now();
        match generator::source::load(Path::new(&arg), &Default::default()) {
            Err(report) => println!("LOADFAIL {arg}\n{report}"),
            Ok(document) => {
                let loaded = start.elapsed();
                match generator::lower::lower(
                    &document,
                    &generator::lower::Options {
                        everything: true,
                        ..Default::default()
                    },
                ) {
                    Err(report) => println!("REFUSED {arg}\n{report}"),
                    Ok(lowered) => {
                        let (w, n) = (lowered.report.diagnostics().len(), lowered.untyped.len());
                        println!(
                            "ok {arg} types {} findings {w} untyped {n} load {loaded:?} all {:?}",
                            lowered.api.types.len(),
                            start.elapsed()
                        );
                        if std::env::var("V").is_ok() {
                            println!("{}", lowered.report);
                        }
                    }
                }
            }
        }
    }
}
