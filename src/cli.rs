//! The command line: arguments, subcommands, exit codes.

use std::process::ExitCode;

/// Runs the program with the arguments of the process and returns its exit code.
pub fn main() -> ExitCode {
    ExitCode::SUCCESS
}
