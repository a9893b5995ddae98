//! What the system says of a process, and of itself (Linux).

use rustix::process::Pid;
use std::fs;
use std::process::Command;

/// The resident memory of a process in MB.
pub(crate) fn resident(pid: Pid) -> f64 {
    let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Rss:")).unwrap();
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().unwrap();
    kilobytes / 1_000.0 * 1.024
}

/// Milliseconds that the threads of a process have spent on a processor, those that have ended left out.
pub(crate) fn processor(pid: Pid) -> f64 {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    let nanoseconds = threads.filter_map(|thread| {
        let spent = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        spent.split(' ').next()?.parse::<f64>().ok()
    });
    nanoseconds.sum::<f64>() / 1e6
}

/// The machine, the versions and the load, as one sentence.
pub(crate) fn sentence() -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    let model = model.trim_start_matches([' ', '\t', ':']);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    let rustc = Command::new("rustc").arg("--version").output();
    let rustc = rustc.map(|done| String::from_utf8_lossy(&done.stdout).into_owned()).unwrap_or_default();
    let rustc = rustc.split(" (").next().unwrap_or_default();
    let kernel = kernel.split('-').next().unwrap_or_default().trim();
    let own = env!("CARGO_PKG_VERSION");
    format!("coopdash {own}, {rustc}, Linux {kernel}, {model}, {cores} cores, load {load}.")
}

/// A count as a number that can be divided.
#[expect(clippy::cast_precision_loss, reason = "no count is so large")]
pub(crate) fn float(count: usize) -> f64 {
    count as f64
}
