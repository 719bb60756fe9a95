//! Which findings are fine, which the operator should know of, and which are wrong.

use super::*;

fn found(look: impl FnOnce(&mut Report)) -> Vec<Level> {
    let mut report = Report::default();
    look(&mut report);
    report
        .findings
        .iter()
        .map(|finding| finding.level)
        .collect()
}

fn settings(listen: &str) -> Settings {
    Settings::new(listen.parse().unwrap(), "data".into())
}

#[test]
fn too_few_open_files_are_said_before_a_full_hall_finds_out() {
    assert_eq!(
        found(|it| check_open_files(it, 10_000, Some(1_024))),
        [Level::Notice]
    );
    assert_eq!(
        found(|it| check_open_files(it, 500, Some(1_024))),
        [Level::Fine]
    );
    assert_eq!(found(|it| check_open_files(it, 500, None)), [Level::Fine]);
}

#[test]
fn cookies_without_tls_are_fine_on_this_machine_and_said_elsewhere() {
    let here = settings("127.0.0.1:8080");
    assert_eq!(found(|it| check_exposure(it, &here)), [Level::Fine]);
    let public = settings("0.0.0.0:8080");
    assert_eq!(found(|it| check_exposure(it, &public)), [Level::Notice]);
    let safe = Settings {
        secure_cookies: true,
        behind_proxy: true,
        ..here
    };
    assert_eq!(found(|it| check_exposure(it, &safe)), [Level::Fine]);
}

#[test]
fn whoever_believes_a_proxy_must_not_be_reached_beside_it() {
    let exposed = Settings {
        secure_cookies: true,
        behind_proxy: true,
        ..settings("0.0.0.0:8080")
    };
    let levels = found(|it| check_exposure(it, &exposed));
    assert!(levels.contains(&Level::Notice), "{levels:?}");
}

#[test]
fn a_key_is_missed_only_where_there_are_data() {
    assert_eq!(
        found(|it| check_key(it, KeyState::Missing, true)),
        [Level::Fine]
    );
    assert_eq!(
        found(|it| check_key(it, KeyState::Missing, false)),
        [Level::Notice]
    );
    assert_eq!(
        found(|it| check_key(it, KeyState::Open(0o644), false)),
        [Level::Wrong]
    );
    assert_eq!(
        found(|it| check_key(it, KeyState::Damaged, false)),
        [Level::Wrong]
    );
}

#[test]
fn one_wrong_thing_is_enough_and_notices_are_not() {
    let mut report = Report::default();
    report.notice("look here");
    assert!(report.is_sound());
    report.wrong("no");
    assert!(!report.is_sound());
    assert!(report.to_string().contains("WRONG   no"));
}
