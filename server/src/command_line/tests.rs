//! How command lines and environments are read.

use super::*;

fn read_words(words: &[&str]) -> Result<Command, CommandLineError> {
    read_both(words, &[])
}

fn read_both(words: &[&str], variables: &[(&str, &str)]) -> Result<Command, CommandLineError> {
    let parser = lexopt::Parser::from_iter([&["approdo-server"], words].concat());
    read(parser, |name| {
        let found = variables.iter().find(|(variable, _)| *variable == name);
        found.map(|(_, value)| (*value).to_owned())
    })
}

fn served(words: &[&str], variables: &[(&str, &str)]) -> Settings {
    match read_both(words, variables) {
        Ok(Command::Serve(settings)) => settings,
        other => panic!("it does not serve: {other:?}"),
    }
}

fn refused(words: &[&str], variables: &[(&str, &str)]) -> String {
    match read_both(words, variables) {
        Ok(command) => panic!("it was taken: {command:?}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn without_options_it_serves_this_machine_only() {
    let settings = served(&[], &[]);
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.data, PathBuf::from("data"));
    assert_eq!(settings.metrics_listen, None);
}

#[test]
fn a_wrong_address_says_how_to_write_one() {
    let message = refused(&["--listen", "8080"], &[]);
    assert!(message.contains("127.0.0.1:8080"), "{message}");
}

#[test]
fn the_environment_serves_where_the_command_line_is_silent() {
    let variables = [
        ("APPRODO_LISTEN", "127.0.0.1:9000"),
        ("APPRODO_DATA", "/srv/approdo"),
        ("APPRODO_SECURE_COOKIES", "1"),
        ("APPRODO_BEHIND_PROXY", "0"),
    ];
    let settings = served(&["--listen", "127.0.0.1:9001"], &variables);
    assert_eq!(settings.listen.port(), 9001);
    assert_eq!(settings.data, PathBuf::from("/srv/approdo"));
    assert!(settings.secure_cookies);
    assert!(!settings.behind_proxy);
}

#[test]
fn a_switch_that_is_neither_on_nor_off_is_said_and_not_guessed() {
    let message = refused(&[], &[("APPRODO_SECURE_COOKIES", "maybe")]);
    assert!(message.contains("APPRODO_SECURE_COOKIES"), "{message}");
}

#[test]
fn settings_that_contradict_each_other_are_refused_with_the_remedy() {
    let both = ["--listen", "[::1]:80", "--metrics-listen", "[::1]:80"];
    assert!(refused(&both, &[]).contains("a port of their own"));
    assert!(refused(&["--connections", "2"], &[]).contains("16 or more"));
}

#[test]
fn a_backup_names_its_folder_and_its_file() {
    let read = read_words(&["backup", "--data", "d", "--to", "copy.sqlite"]);
    let Ok(Command::BackUp { data, to }) = read else {
        panic!("no backup: {read:?}");
    };
    assert_eq!((data, to), ("d".into(), "copy.sqlite".into()));
    assert!(refused(&["backup"], &[]).contains("--to FILE"));
    assert!(refused(&["restore"], &[]).contains("--from FILE"));
    assert!(refused(&["bakup"], &[]).contains("backup and restore"));
}

#[test]
fn importing_a_catalogue_needs_both_files() {
    let words = [
        "catalog",
        "import",
        "--italian",
        "it.csv",
        "--english",
        "en.csv",
        "--data",
        "d",
    ];
    match read_words(&words) {
        Ok(Command::ImportCatalog {
            data,
            italian,
            english,
        }) => assert_eq!(
            [data, italian, english],
            ["d", "it.csv", "en.csv"].map(PathBuf::from)
        ),
        other => panic!("it does not import: {other:?}"),
    }
    let message = refused(&["catalog", "import", "--italian", "it.csv"], &[]);
    assert!(message.contains("--english"), "{message}");
}

#[test]
fn half_a_command_or_one_too_many_is_refused() {
    for words in [&["catalog"][..], &["import"], &["catalog", "export"]] {
        let message = refused(words, &[]);
        assert!(message.contains("catalog import"), "{message}");
    }
    assert!(refused(&["backup", "now"], &[]).contains("now"));
}
