//! Holders: which user owns a file, and whose program keeps one locked, where the system says it.
//!
//! Never needed for the work itself: only for saying who could help.

use std::fs::File;

/// Who keeps a file locked.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LockHolder {
    /// What the program is called, with the number of its process.
    pub(super) program: String,
    /// Whose program it is.
    pub(super) user: String,
    /// Whether it is this program, or another one of its name.
    pub(super) is_like_us: bool,
}

/// The name of a user; where the list of users on this computer does not know it, the number.
pub(super) fn user(number: u32) -> String {
    let known = read("/etc/passwd").and_then(|users| named(&users, number));
    known.unwrap_or_else(|| format!("user {number}"))
}

/// The user of this number in such a list.
fn named(users: &str, number: u32) -> Option<String> {
    let number = number.to_string();
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next().filter(|name| !name.is_empty())?;
        (fields.nth(1) == Some(&number)).then(|| crate::text::clean(name).into_owned())
    })
}

/// Who keeps this file locked, where the system names it.
#[cfg(target_os = "linux")]
pub(super) fn holder(file: &File) -> Option<LockHolder> {
    use rustix::fs::{major, minor};
    use std::os::unix::fs::MetadataExt;

    let found = rustix::fs::fstat(file).ok()?;
    let place = format!("{:02x}:{:02x}:{}", major(found.st_dev), minor(found.st_dev), found.st_ino);
    let process = process(&read("/proc/locks")?, &place)?;
    let name = |process| Some(read(&format!("/proc/{process}/comm"))?.trim_end().to_owned());
    let program = name(process)?;
    let owner = std::fs::metadata(format!("/proc/{process}")).ok()?.uid();
    Some(LockHolder {
        is_like_us: Some(&program) == name(std::process::id()).as_ref(),
        program: format!("{} (process {process})", crate::text::clean(&program)),
        user: user(owner),
    })
}

#[cfg(not(target_os = "linux"))]
pub(super) const fn holder(_: &File) -> Option<LockHolder> {
    None
}

/// The process that holds the lock on the file at this place, in the list of the system:
/// `1: FLOCK  ADVISORY  WRITE 4211 08:01:131 0 EOF`.
#[cfg(any(target_os = "linux", test))]
fn process(locks: &str, place: &str) -> Option<u32> {
    locks.lines().find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        match fields.as_slice() {
            [_, "FLOCK", _, _, process, at, ..] if *at == place => process.parse().ok(),
            _ => None,
        }
    })
}

#[expect(clippy::disallowed_methods, reason = "lists that the system keeps")]
fn read(path: &str) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_are_named_as_the_computer_knows_them() {
        let users = "root:x:0:0:root:/root:/bin/sh\n::1:1::\nann:x:1001:100:Ann, desk 3:/home/ann:/bin/sh\n";
        assert_eq!(named(users, 1001).as_deref(), Some("ann"));
        assert_eq!(named(users, 0).as_deref(), Some("root"));
        assert_eq!(named(users, 1), None);
        assert_eq!(named(users, 100), None);
        assert_eq!(user(4_000_000_000), "user 4000000000");
    }

    #[test]
    fn whoever_waits_for_a_lock_is_not_who_holds_it() {
        let locks = "1: POSIX  ADVISORY  WRITE 7 08:01:131 0 EOF\n2: FLOCK  ADVISORY  WRITE 4211 08:01:131 0 EOF\n\
                     2: -> FLOCK  ADVISORY  WRITE 4212 08:01:131 0 EOF\n3: FLOCK  ADVISORY  READ 8 08:02:131 0 EOF\n";
        assert_eq!(process(locks, "08:01:131"), Some(4211));
        assert_eq!(process(locks, "08:01:13"), None);
    }
}
