//! Viewers: many screens that show one file, and what one save costs all of them together.
//!
//! Only with `VIEWERS`, which says how many; `PROGRAM` names the program that is measured. See `.ci/viewers`.

use crate::following::replace;
use crate::program::coopdash;
use crate::session::{Session, Start};
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// What all of them may use of the processor for one save.
const AT_MOST: Duration = Duration::from_secs(1);

/// A programme of some ten kilobytes.
fn programme(title: &str) -> String {
    let items = (0..110).map(|number| {
        format!("  - title: Joint training, part {number}\n    status: agreed\n    owner: Desk {number}\n    due: 2027-03-15\n")
    });
    format!("programme: {{ title: {title} }}\ninitiatives:\n{}", items.collect::<String>())
}

/// How long these programs have used the processor, all together.
fn used(sessions: &[Session]) -> Duration {
    let ticks = sessions.iter().map(|session| {
        let line = fs::read_to_string(format!("/proc/{}/stat", session.pid())).unwrap();
        let fields = line.rsplit_once(')').unwrap().1;
        fields.split_whitespace().skip(11).take(2).map(|field| field.parse::<u64>().unwrap()).sum::<u64>()
    });
    Duration::from_millis(ticks.sum::<u64>() * 10)
}

/// How long they have run, to the nanosecond, as the scheduler counts it.
fn ran(sessions: &[Session]) -> Duration {
    let nanoseconds = sessions.iter().flat_map(|session| {
        let threads = fs::read_dir(format!("/proc/{}/task", session.pid())).unwrap();
        threads.map(|thread| {
            let counted = fs::read_to_string(thread.unwrap().path().join("schedstat")).unwrap();
            counted.split_whitespace().next().unwrap().parse::<u64>().unwrap()
        })
    });
    Duration::from_nanos(nanoseconds.sum())
}

#[test]
fn many_viewers_take_in_one_save_at_little_cost() {
    let Ok(count) = std::env::var("VIEWERS") else { return };
    let program = std::env::var("PROGRAM").unwrap_or(env!("CARGO_BIN_EXE_coopdash").to_owned());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("coop.yaml");
    fs::write(&file, programme("First")).unwrap();
    let sessions: Vec<Session> = (0..count.parse().unwrap())
        .map(|_| {
            let command = vec![program.clone(), file.to_str().unwrap().to_owned()];
            Start { command, environment: vec![("LANG".into(), "C.UTF-8".into())], size: (80, 24) }.go()
        })
        .collect();
    let all_show = |title: &str| {
        for session in &sessions {
            session.wait_for(title);
        }
    };
    all_show("First");
    sleep(Duration::from_secs(5));
    let (ticks, nanoseconds, began) = (used(&sessions), ran(&sessions), Instant::now());
    replace(&file, &programme("Other"));
    sleep(Duration::from_secs(2));
    let (ticks, nanoseconds) =
        (used(&sessions).saturating_sub(ticks), ran(&sessions).saturating_sub(nanoseconds));
    let late = sessions.iter().filter(|session| !session.wrote_since(0, "Other")).count();
    all_show("Other");
    println!(
        "{} viewers, {} bytes: {ticks:?} by ticks, {nanoseconds:?} by the scheduler; {late} after two seconds, all after {:?}",
        sessions.len(),
        programme("Other").len(),
        began.elapsed()
    );
    assert!(ticks.max(nanoseconds) < AT_MOST, "{ticks:?} {nanoseconds:?}");
}

/// How many bytes the program has read until now.
fn read(session: &Session) -> u64 {
    let counters = fs::read_to_string(format!("/proc/{}/io", session.pid())).unwrap();
    counters.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap().parse().unwrap()
}

#[test]
fn a_save_of_its_own_is_not_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("coop.yaml");
    fs::write(&file, programme("First")).unwrap();
    let mut session = coopdash(&[file.to_str().unwrap()]).go();
    session.wait_for("First");
    session.settle();
    sleep(Duration::from_millis(700));
    session.press("3 ");
    session.wait_for("Now completed");
    let before = read(&session);
    sleep(Duration::from_millis(1200));
    assert!(read(&session) - before < 5000, "{}", read(&session) - before);
    replace(&file, &programme("Other"));
    session.wait_for("Other");
    assert!(read(&session) - before > 10_000, "what others save is read");
}

#[test]
fn what_others_save_is_read_from_the_disk_once_and_the_same_bytes_again_draw_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("coop.yaml");
    let long = |title: &str| programme(title) + &"# A remark of those who keep it.\n".repeat(20_000);
    fs::write(&file, long("First")).unwrap();
    let session = coopdash(&[file.to_str().unwrap()]).go();
    session.wait_for("First");
    session.settle();
    sleep(Duration::from_millis(1500));
    let times = |before: u64| (read(&session) - before) / u64::try_from(long("Other").len()).unwrap();
    let before = read(&session);
    replace(&file, &long("Other"));
    session.wait_for("Other");
    session.settle();
    assert_eq!(times(before), 1);
    let (before, drawn) = (read(&session), session.bytes().len());
    replace(&file, &long("Other"));
    session.wait_until("a look at the bytes", |_| times(before) > 0);
    session.settle();
    assert_eq!((times(before), session.wrote_since(drawn, "Other")), (1, false));
}

#[test]
fn a_file_that_takes_long_to_read_is_read_from_the_disk_once_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("coop.yaml");
    let item = "  - { title: An initiative of both parties, status: agreed, owner: Office }\n";
    let text = programme("First") + &item.repeat(40_000);
    fs::write(&file, &text).unwrap();
    // Nobody has written to it just now.
    let long_ago = SystemTime::now() - Duration::from_mins(1);
    fs::File::options().write(true).open(&file).unwrap().set_modified(long_ago).unwrap();
    let session = coopdash(&[file.to_str().unwrap()]).go();
    session.wait_for("is being read");
    session.wait_for("40110 initiatives");
    session.settle();
    assert_eq!(read(&session) / u64::try_from(text.len()).unwrap(), 1);
}
