//! Lines: where the lines of a text begin and end, whatever ends them.
//!
//! Knows nothing of YAML but its line ends (LF, CRLF, lone CR).

/// A line: its bytes, and what ends it.
pub(crate) struct Line<'t> {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last, without the line end.
    pub end: usize,
    /// LF, CRLF or CR; empty for a last line that has none.
    pub end_mark: &'t str,
}

/// The line that holds the byte at `at`.
pub(crate) fn line_of(text: &str, at: usize) -> Option<Line<'_>> {
    let (head, tail) = (text.get(..at)?, text.get(at..)?);
    let start = head.rfind(['\n', '\r']).map_or(0, |last| last + 1);
    let end = tail.find(['\n', '\r']).map_or(text.len(), |first| at + first);
    let mark = text.get(end..)?;
    let length = if mark.starts_with("\r\n") { 2 } else { usize::from(!mark.is_empty()) };
    Some(Line { start, end, end_mark: mark.get(..length)? })
}

/// The line end just before the line that begins at `start`; empty for the first line.
pub(crate) fn mark_before(text: &str, start: usize) -> Option<&str> {
    let head = text.get(..start)?;
    let without = head.strip_suffix("\r\n").or_else(|| head.strip_suffix(['\n', '\r'])).unwrap_or(head);
    head.get(without.len()..)
}

/// What stands between the byte at `at` and the end of its line.
pub(crate) fn rest_of_line(text: &str, at: usize) -> Option<&str> {
    text.get(at..)?.split(['\n', '\r']).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, at: usize) -> (usize, usize, &str) {
        line_of(text, at).map(|line| (line.start, line.end, line.end_mark)).unwrap()
    }

    #[test]
    fn a_line_knows_its_bytes_and_its_end() {
        let text = "ab\ncd\r\nef\rgh";
        assert_eq!(line(text, 1), (0, 2, "\n"));
        assert_eq!(line(text, 4), (3, 5, "\r\n"));
        assert_eq!(line(text, 7), (7, 9, "\r"));
        assert_eq!(line(text, 12), (10, 12, ""));
        assert!(line_of(text, 13).is_none());
    }

    #[test]
    fn the_line_end_above_a_line_is_found() {
        let text = "ab\ncd\r\nef\rgh";
        assert_eq!([0, 3, 7, 10].map(|at| mark_before(text, at).unwrap()), ["", "\n", "\r\n", "\r"]);
    }
}
