//! What takes long in a long text, and what of other keys is shown while it does.

use crate::stage::{key, opening, press};
use coopdash::app::{Access, App, Event, Glance, Opening, Work};

const SIZE: (u16, u16) = (80, 24);

fn app(rows: usize, access: Access) -> App {
    let row = |at| format!("  - {{ title: Initiative number {at:05}, status: agreed, owner: Desk }}\n");
    let rows: String = (0..rows).map(row).collect();
    let text = format!("programme: {{ title: Rows }}\ninitiatives:\n{rows}");
    let mut app = App::new(Opening { access, ..opening(&text, SIZE) });
    press(&mut app, "3");
    app
}

#[test]
fn only_what_changes_a_long_text_takes_long() {
    let long = app(5000, Access::Write);
    for (name, lasts) in [
        ("Space", true),
        ("u", true),
        ("Ctrl-R", true),
        ("A", true),
        ("j", false),
        ("m", false),
        ("a", false),
        ("q", false),
        ("r", false),
    ] {
        assert_eq!(long.lasts(&key(name)), lasts.then_some(Work::Changing), "{name}");
    }
    for app in [app(50, Access::Write), app(5000, Access::ReadOnly)] {
        assert_eq!(app.lasts(&key("Space")), None);
    }
}

#[test]
fn what_is_typed_changes_a_long_text_with_enter_alone() {
    let mut long = app(5000, Access::Write);
    press(&mut long, "a N e w");
    assert_eq!(long.lasts(&key("x")), None);
    assert_eq!(long.lasts(&key("Enter")), Some(Work::Changing));
    let mut searching = app(5000, Access::Write);
    press(&mut searching, "/ N e w");
    assert_eq!(searching.lasts(&key("Enter")), None);
}

#[test]
fn what_only_looks_is_shown_and_what_changes_waits_while_a_change_is_made() {
    let mut app = app(50, Access::Write);
    let glances = |app: &App, keys: &str, glance: Glance| {
        for name in keys.split(' ') {
            assert_eq!(app.glance(&key(name)), glance, "{name}");
        }
    };
    glances(&app, "j k 1 2 Tab Enter / ? d i o g G PgDn", Glance::Shown);
    glances(&app, "Space u + q r e", Glance::Waits);
    glances(&app, "m a", Glance::Holds);
    assert_eq!(app.glance(&Event::Resize(40, 15)), Glance::Shown);
    assert_eq!(app.glance(&Event::Touched), Glance::Waits);
    assert_eq!(app.glance(&Event::Paste("x".into())), Glance::Holds);
    press(&mut app, "m");
    glances(&app, "j k Esc", Glance::Shown);
    glances(&app, "Enter", Glance::Holds);
    press(&mut app, "Esc a");
    glances(&app, "j Space Enter Esc", Glance::Holds);
    press(&mut app, "Esc / x");
    glances(&app, "j Space Enter Esc", Glance::Shown);
    assert_eq!(app.glance(&Event::Paste("x".into())), Glance::Shown);
}
