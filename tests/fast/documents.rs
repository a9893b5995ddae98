//! Documents as files: every good one reads without a finding, every bad one gives the findings that
//! stand beside it. `UPDATE=1` renews them.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads files and may fail loudly")]

use crate::golden;
use coopdash::document::{CODES, Code, Severity, read, read_on};
use coopdash::output::findings;
use std::path::{Path, PathBuf};

fn documents(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(folder);
    let files = folder.read_dir().unwrap().map(|file| file.unwrap().path());
    let mut documents: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
    documents.sort();
    documents
}

#[test]
fn every_good_document_reads_without_a_finding() {
    let documents = documents("good");
    assert!(documents.len() >= 20, "{} good documents", documents.len());
    for path in documents {
        let reading = read(std::fs::read_to_string(&path).unwrap());
        let name = path.file_name().unwrap().to_string_lossy();
        assert_eq!(reading.findings, [], "{}", findings(&reading, &name));
        assert!(!reading.unreadable && reading.programme.unread.is_empty(), "{name}");
        assert!(!reading.programme.about.title.is_empty(), "{name}");
    }
}

#[test]
fn every_kind_of_finding_is_made_by_some_document() {
    // What no small document can be: `tests/whole/budgets.rs` makes them.
    const LARGE: [Code; 4] = [Code::TooLarge, Code::TooManyAliases, Code::TooDeep, Code::TooManyFindings];
    let mut made: Vec<Code> = Vec::new();
    let day = chrono::NaiveDate::from_ymd_opt(2024, 1, 20).unwrap();
    for path in documents("bad") {
        let text = std::fs::read_to_string(&path).unwrap();
        made.extend(
            read(&text).findings.iter().chain(&read_on(&text, day).findings).map(|finding| finding.code),
        );
    }
    let missing: Vec<_> = CODES.iter().filter(|row| !made.contains(&row.code)).map(|row| row.code).collect();
    assert_eq!(missing, LARGE);
}

#[test]
fn every_bad_document_gives_the_findings_beside_it() {
    let documents = documents("bad");
    assert!(documents.len() >= 60, "{} bad documents", documents.len());
    for path in documents {
        let reading = read(std::fs::read_to_string(&path).unwrap());
        let name = path.file_name().unwrap().to_string_lossy();
        assert!(!reading.findings.is_empty(), "{name}");
        let has_error = reading.findings.iter().any(|finding| finding.severity == Severity::Error);
        assert!(has_error || !reading.unreadable, "{name} is unreadable for a reason");
        for finding in &reading.findings {
            assert!(!finding.label.is_empty() && finding.help.is_some(), "{name}: {finding:?}");
            assert!(
                !finding.message.ends_with('.')
                    && finding.help.as_deref().unwrap().ends_with(['.', '`', '?']),
                "{name}: {finding:?}"
            );
        }
        golden::check(
            &format!("documents/bad/{}", name.replace(".yaml", ".txt")),
            &findings(&reading, &name),
        );
    }
}
