//! What others can do: hold the lock, put things in the way, share a folder, be killed.
//!
//! Other users there are only where a system administrator runs the tests.

use super::{NEW, OLD, a_file, names, says, start};
use coopdash::app::SaveFailure;
use coopdash::shell;
use rustix::fs::{CWD, Mode};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

fn fifo(path: &Path) {
    rustix::fs::mkfifoat(CWD, path, Mode::RUSR | Mode::WUSR).unwrap();
}

#[test]
fn a_lock_is_waited_for_and_then_named() {
    let (_folder, file) = a_file();
    let lock = fs::File::open(&file).unwrap();
    lock.try_lock().unwrap();
    assert_eq!(shell::save(&file, OLD, NEW), Err(SaveFailure::Locked));
    assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
    lock.unlock().unwrap();
    assert_eq!(shell::save(&file, OLD, NEW), Ok(()));
}

/// Where there is no program `flock`, there is nothing to see.
#[cfg(target_os = "linux")]
#[test]
fn another_program_that_keeps_the_file_locked_is_named_with_its_user() {
    let (_folder, file) = a_file();
    let mut command = Command::new("flock");
    command.arg(&file).args(["sh", "-c", "echo held; read wait"]);
    let Ok(mut other) = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() else { return };
    std::io::Read::read_exact(other.stdout.as_mut().unwrap(), &mut [0; 5]).unwrap();
    let said = shell::save(&file, OLD, NEW);
    drop(other.stdin.take());
    other.wait().unwrap();
    let Err(SaveFailure::LockedBy(said)) = said else { unreachable!("{said:?}") };
    assert!(said.starts_with(&format!("flock (process {}) of ", other.id())), "{said}");
    assert!(said.ends_with(" keeps the file locked"), "{said}");
    assert_eq!(shell::save(&file, OLD, NEW), Ok(()));
}

/// As the program once called them, and as it calls them now.
#[test]
fn whatever_names_others_have_taken_beforehand_a_save_succeeds() {
    let (folder, file) = a_file();
    fifo(&folder.path().join(".programme.yaml.coopdash.lock"));
    for number in 0..4000 {
        fs::write(folder.path().join(format!(".programme.yaml.coopdash-{number}.tmp")), "").unwrap();
    }
    let left = names(folder.path());
    assert_eq!(shell::save(&file, OLD, NEW), Ok(()));
    assert_eq!(names(folder.path()), left, "and nothing of theirs is touched");
}

#[test]
fn what_a_killed_program_left_is_swept_away_and_nothing_else() {
    let (folder, file) = a_file();
    let at = |name: &str| folder.path().join(name);
    let stale = [".coopdash-0123456789abcdef.tmp", ".coopdash-00000000000000ff.tmp"];
    let others =
        [".programme.yaml.swp", ".coopdash-1.tmp", "coopdash-0123456789abcdef.tmp", ".coopdash-xyz.tmp"];
    for name in stale.iter().chain(&others) {
        fs::write(at(name), "half a").unwrap();
    }
    // What is in use, has a second name, or is no plain file was not left by a program that was killed.
    let in_use = fs::File::create(at(".coopdash-000000000000000a.tmp")).unwrap();
    in_use.try_lock().unwrap();
    fs::hard_link(at(".programme.yaml.swp"), at(".coopdash-000000000000000b.tmp")).unwrap();
    fifo(&at(".coopdash-000000000000000c.tmp"));
    symlink("programme.yaml", at(".coopdash-000000000000000d.tmp")).unwrap();
    fs::create_dir(at(".coopdash-000000000000000e.tmp")).unwrap();
    let mut left = names(folder.path());
    left.retain(|name| !stale.contains(&name.as_str()));
    assert_eq!(shell::save(&file, OLD, NEW), Ok(()));
    assert_eq!(names(folder.path()), left);
}

#[test]
fn a_file_with_the_longest_of_names_is_saved() {
    let (folder, file) = a_file();
    let long = folder.path().join("x".repeat(250) + ".yaml");
    fs::rename(&file, &long).unwrap();
    assert_eq!(shell::save(&long, OLD, NEW), Ok(()));
    assert_eq!(fs::read_to_string(&long).unwrap(), NEW);
}

#[test]
fn what_stands_in_place_of_the_file_is_named_and_left_alone() {
    let (folder, file) = a_file();
    fs::remove_file(&file).unwrap();
    fifo(&file);
    assert_eq!(shell::save(&file, OLD, NEW), says("this is a pipe, not a file"));
    fs::remove_file(&file).unwrap();
    let _socket = UnixListener::bind(&file).unwrap();
    assert_eq!(shell::save(&file, OLD, NEW), says("this is a socket, not a file"));
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert_eq!(shell::save(&file, OLD, NEW), says("this is a folder, not a file"));
    fs::remove_dir(&file).unwrap();
    symlink("/dev/null", &file).unwrap();
    assert_eq!(shell::save(&file, OLD, NEW), says("this is a device, not a file"));
    assert_eq!(names(folder.path()), ["programme.yaml"]);
}

/// What a save of the file says that a user of this number makes, in a group of that number.
fn saved_by(user: u32, group: u32, file: &Path) -> String {
    let place = tempfile::tempdir().unwrap();
    fs::set_permissions(place.path(), Permissions::from_mode(0o755)).unwrap();
    let (program, said) = (place.path().join("program"), place.path().join("said"));
    // Not by this process: what another thread starts just now would hold the copy open, and it could not be run.
    let copied = Command::new("cp").arg(std::env::current_exe().unwrap()).arg(&program).status().unwrap();
    assert!(copied.success());
    fs::write(&said, "").unwrap();
    fs::set_permissions(&said, Permissions::from_mode(0o666)).unwrap();
    let script = r#"umask 077; exec "$0" others::save_as_told --exact --ignored --test-threads=1"#;
    let mut command = Command::new("/bin/sh");
    command.args(["-c", script]).arg(&program).env("SAVE_AS_TOLD", file).env("SAID", &said);
    command.stdout(Stdio::null()).stderr(Stdio::null()).uid(user).gid(group).status().unwrap();
    fs::read_to_string(&said).unwrap()
}

#[test]
#[ignore = "the program that another user runs"]
fn save_as_told() {
    let Some(file) = std::env::var_os("SAVE_AS_TOLD") else { return };
    let said = match shell::read(Path::new(&file)) {
        Ok(before) => format!("{:?}", shell::save(Path::new(&file), &before, &(before.clone() + "#\n"))),
        Err(why) => why.to_string(),
    };
    fs::write(std::env::var_os("SAID").unwrap(), said).unwrap();
}

fn is_administrator() -> bool {
    rustix::process::geteuid().is_root()
}

#[test]
fn colleagues_of_a_group_save_one_after_the_other() {
    if !is_administrator() {
        return;
    }
    let (folder, file) = a_file();
    chown(folder.path(), Some(0), Some(4000)).unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o2770)).unwrap();
    chown(&file, Some(4001), Some(4000)).unwrap();
    fs::set_permissions(&file, Permissions::from_mode(0o660)).unwrap();
    for user in [4002, 4001, 4003, 4002] {
        assert_eq!(saved_by(user, 4000, &file), "Ok(())", "{user}");
        let after = fs::metadata(&file).unwrap();
        assert_eq!((after.mode() & 0o7777, after.gid(), after.uid()), (0o660, 4000, user));
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), format!("{OLD}#\n#\n#\n#\n"));
    assert_eq!(names(folder.path()), ["programme.yaml"]);
}

#[test]
fn the_true_reason_is_said_to_who_may_not_save_or_read() {
    if !is_administrator() {
        return;
    }
    let (folder, file) = a_file();
    let modes = |of_folder, of_file| {
        fs::set_permissions(folder.path(), Permissions::from_mode(of_folder)).unwrap();
        fs::set_permissions(&file, Permissions::from_mode(of_file)).unwrap();
    };
    chown(&file, Some(4001), Some(4000)).unwrap();
    let system = |phrase: &str| format!("Err(System({phrase:?}))");
    modes(0o1777, 0o666);
    let sticky = "in its folder only user 4001, to whom the file belongs, may replace it";
    assert_eq!(saved_by(4002, 4000, &file), system(sticky));
    modes(0o755, 0o666);
    assert_eq!(saved_by(4002, 4000, &file), system("the folder may not be written to"));
    modes(0o777, 0o644);
    assert_eq!(saved_by(4002, 4000, &file), system("you may not write to the file"));
    modes(0o777, 0o600);
    assert!(saved_by(4002, 4000, &file).ends_with(": you may not read this file"));
    modes(0o700, 0o666);
    assert!(saved_by(4002, 4000, &file).ends_with(": you may not enter the folder it is in"));
    modes(0o733, 0o666);
    assert_eq!(saved_by(4002, 4000, &file), "Ok(())", "a folder that may not be looked into will do");
    assert_eq!(names(folder.path()), ["programme.yaml"]);
}

#[test]
fn a_program_killed_while_it_holds_the_lock_holds_up_nobody() {
    let (_folder, file) = a_file();
    let mut holder = start("others::hold", "HOLD", &file);
    let began = std::time::Instant::now();
    while fs::File::open(&file).unwrap().try_lock().is_ok() {
        assert!(began.elapsed().as_secs() < 20);
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(shell::save(&file, OLD, NEW), Err(SaveFailure::Locked));
    holder.kill().unwrap();
    holder.wait().unwrap();
    assert_eq!(shell::save(&file, OLD, NEW), Ok(()));
}

#[test]
#[ignore = "the program that another test starts and kills"]
fn hold() {
    let Some(file) = std::env::var_os("HOLD") else { return };
    let held = fs::File::open(file).unwrap();
    held.lock().unwrap();
    std::thread::sleep(std::time::Duration::from_mins(1));
}
