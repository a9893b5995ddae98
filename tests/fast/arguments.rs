//! Arguments: what is said of words on the command line, whoever wrote them.

use crate::strings::{Strings, how_many, offence};
use coopdash::cli::Arguments;

#[test]
fn arguments_are_repeated_in_one_line_and_without_what_acts() {
    let mut source = Strings::new(5);
    let options =
        ["--as-of", "--glyphs", "--color", "--fail-on", "--size", "--every", "--tab", "--slide", ""];
    let commands = ["check", "report", "render", "present", "doctor", "new", "schema", ""];
    for number in 0..how_many(1200).div_ceil(4) {
        let word: String = (0..4).map(|_| source.next()).collect();
        let (option, command) = (options[number % options.len()], commands[number % commands.len()]);
        let written = if option.is_empty() { format!("--{word}") } else { format!("{option}={word}") };
        let Err(reply) = Arguments::of(["coopdash", command, &written]) else { continue };
        let said = reply.text;
        assert_eq!(offence(said.as_str()), None, "{word:?}");
        let begins = |line: &&str| line.starts_with("error: forged") || line.starts_with("::error");
        assert_eq!(said.as_str().lines().find(begins), None, "{word:?}");
    }
}
