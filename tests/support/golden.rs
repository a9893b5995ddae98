//! Golden files: what the program makes, compared with what is committed under `tests/`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]
#![allow(
    dead_code,
    clippy::disallowed_methods,
    clippy::allow_attributes,
    reason = "golden files are read and renewed here"
)]

use std::path::Path;

/// Compares `made` with a file of the repository; with `UPDATE=1` in the environment writes it.
pub(crate) fn check(name: &str, made: &str) {
    check_at(&format!("tests/{name}"), made);
}

/// The same for a path from the root of the repository.
pub(crate) fn check_at(path: &str, made: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, made).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    if kept != made {
        let difference = first_difference(&kept, made);
        panic!("{path} is not what the program makes now (UPDATE=1 renews it):\n{difference}");
    }
}

fn first_difference(kept: &str, made: &str) -> String {
    let (kept, made): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), made.lines().collect());
    let at = (0..kept.len().max(made.len())).find(|at| kept.get(*at) != made.get(*at)).unwrap_or(0);
    let show = |lines: &[&str]| {
        lines.iter().skip(at.saturating_sub(2)).take(6).copied().collect::<Vec<_>>().join("\n")
    };
    format!("line {}\n--- kept\n{}\n--- made\n{}", at + 1, show(&kept), show(&made))
}
