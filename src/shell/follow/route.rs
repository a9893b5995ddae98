//! Route: the folders and links that lead to a file, and what has to be watched in each.
//!
//! A folder on the way is watched for being moved or deleted itself; the folder a link or the file stands
//! in, for what happens to that name. So what else happens in a busy folder above never wakes anybody.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

/// More links than that lead nowhere; the system gives up at the same number.
const MOST_LINKS: usize = 40;

/// What to watch.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Route {
    /// Each folder, with the names in it that matter.
    pub(super) folders: BTreeMap<PathBuf, Vec<OsString>>,
    /// The plain file at its end, where one is there.
    pub(super) file: Option<PathBuf>,
}

impl Route {
    /// The way to the file of this name, as it is now. The name begins at the root.
    pub(super) fn to(path: &Path) -> Self {
        let mut route = Self::default();
        let mut at = PathBuf::from("/");
        let mut steps = steps(path);
        let mut links = 0;
        while let Some(step) = steps.pop() {
            let name = match Path::new(&step).components().next() {
                Some(Component::Normal(name)) => name,
                Some(Component::RootDir) => {
                    at = PathBuf::from("/");
                    continue;
                }
                Some(Component::ParentDir) => {
                    at.pop();
                    continue;
                }
                Some(Component::CurDir | Component::Prefix(_)) | None => continue,
            };
            let next = at.join(name);
            let target = std::fs::read_link(&next).ok();
            let goes_on = target.is_none() && !steps.is_empty() && next.is_dir();
            let names = route.folders.entry(at.clone()).or_default();
            if goes_on {
                at = next;
                continue;
            }
            names.push(name.to_owned());
            let Some(target) = target.filter(|_| links < MOST_LINKS) else {
                route.file = Some(next).filter(|file| steps.is_empty() && file.is_file());
                return route;
            };
            links += 1;
            steps.extend(self::steps(&target));
        }
        route
    }
}

/// The steps of a path, the first one last.
fn steps(path: &Path) -> Vec<OsString> {
    path.components().rev().map(|component| component.as_os_str().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::fs::{Mode, OFlags};
    use std::os::unix::fs::symlink;

    /// The folders under `root` with the names that are watched in them.
    fn under(root: &Path, route: &Route) -> Vec<String> {
        let named = route.folders.iter().filter_map(|(folder, names)| {
            let inside = folder.strip_prefix(root).ok()?;
            let names: Vec<_> = names.iter().map(|name| name.to_string_lossy().into_owned()).collect();
            Some(format!("{}: {}", inside.display(), names.join(" ")))
        });
        named.collect()
    }

    #[test]
    fn the_way_to_a_file_goes_by_its_folders_and_by_links_and_what_they_lead_to() {
        let folder = tempfile::tempdir().unwrap();
        let root = std::fs::canonicalize(folder.path()).unwrap();
        std::fs::create_dir_all(root.join("a/b")).unwrap();
        std::fs::create_dir_all(root.join("c")).unwrap();
        rustix::fs::open(root.join("a/b/x.yaml"), OFlags::CREATE, Mode::RUSR).unwrap();
        symlink("../a/b/x.yaml", root.join("c/link.yaml")).unwrap();
        symlink("a", root.join("now")).unwrap();

        let plain = Route::to(&root.join("a/../a/b/x.yaml"));
        assert_eq!(under(&root, &plain), [": ", "a: ", "a/b: x.yaml"]);
        assert_eq!(plain.file, Some(root.join("a/b/x.yaml")));
        let linked = Route::to(&root.join("c/link.yaml"));
        assert_eq!(under(&root, &linked), [": ", "a: ", "a/b: x.yaml", "c: link.yaml"]);
        let through = Route::to(&root.join("now/b/x.yaml"));
        assert_eq!(under(&root, &through), [": now", "a: ", "a/b: x.yaml"]);
    }

    #[test]
    fn where_the_way_ends_early_the_last_folder_there_is_is_watched_for_the_next_name() {
        let folder = tempfile::tempdir().unwrap();
        let root = std::fs::canonicalize(folder.path()).unwrap();
        let gone = Route::to(&root.join("a/b/x.yaml"));
        assert_eq!(under(&root, &gone), [": a"]);
        assert_eq!(gone.file, None);
        symlink("self", root.join("self")).unwrap();
        let round = Route::to(&root.join("self"));
        assert_eq!(round.file, None);
    }
}
