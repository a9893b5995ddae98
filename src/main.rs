//! The binary: hands the arguments to `cli` and returns its exit code.

fn main() -> std::process::ExitCode {
    coopdash::cli::main()
}
