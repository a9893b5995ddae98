//! The binary: hands the arguments to `cli` and returns its exit code.

/// Sets no addresses aside for each thread, as the allocator of the C library does: 64 MB for each of seven threads
/// leave no room for a file where addresses are limited (`ulimit -v`), and running out of them ends a program without
/// giving the terminal back. Costs a third more time in reading.
#[global_allocator]
static MEMORY: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

fn main() -> std::process::ExitCode {
    coopdash::cli::main()
}
