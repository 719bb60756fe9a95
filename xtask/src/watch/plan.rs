//! Which change needs which work. Doing it is in `watch`.

use std::path::Path;

/// What is to be done on the client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClientWork {
    /// Nothing.
    #[default]
    None,
    /// Its files are packaged anew.
    Package,
    /// Its modules are compiled, then packaged.
    Compile,
}

/// What is to be done after some changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// On the client.
    pub client: ClientWork,
    /// Whether the server is compiled and started again.
    pub server: bool,
}

/// Beginnings of paths and what a change there needs; the first that fits counts.
const RULES: [(&str, Plan); 14] = [
    ("public/", on_client(ClientWork::Package)),
    ("style/", on_client(ClientWork::Package)),
    ("app/", on_client(ClientWork::Compile)),
    ("xtask/packager/", on_client(ClientWork::Compile)),
    ("crates/render", on_client(ClientWork::Compile)),
    ("crates/exchange", on_client(ClientWork::Compile)),
    ("crates/outgoing/", on_client(ClientWork::Compile)),
    ("crates/store-indexeddb/", on_client(ClientWork::Compile)),
    ("crates/testkit/", NOTHING),
    ("crates/", EVERYTHING),
    ("server/", ON_SERVER),
    ("Cargo.toml", EVERYTHING),
    ("Cargo.lock", EVERYTHING),
    (".cargo/", EVERYTHING),
];

const NOTHING: Plan = on_client(ClientWork::None);
const ON_SERVER: Plan = Plan {
    client: ClientWork::None,
    server: true,
};
const EVERYTHING: Plan = Plan {
    client: ClientWork::Compile,
    server: true,
};

const fn on_client(client: ClientWork) -> Plan {
    Plan {
        client,
        server: false,
    }
}

impl Plan {
    /// Everything: what is done at the start.
    pub const EVERYTHING: Self = EVERYTHING;

    /// What changes of these files need, by their paths from the root of the workspace.
    pub fn for_changes<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Self {
        paths.into_iter().fold(NOTHING, |plan, path| {
            let change = for_change(path);
            Self {
                client: plan.client.max(change.client),
                server: plan.server || change.server,
            }
        })
    }

    /// Whether there is nothing to do.
    pub fn is_empty(self) -> bool {
        self == NOTHING
    }
}

fn for_change(path: &Path) -> Plan {
    let path = path.to_string_lossy().replace('\\', "/");
    let name = path.rsplit('/').next().unwrap_or(&path);
    // What editors keep beside a file while it is open.
    let is_passing = name.starts_with(['.', '#']) || name.ends_with('~') || name.ends_with(".tmp");
    let is_for_people = name.ends_with(".md") || path.contains("/tests/");
    if is_passing || is_for_people {
        return NOTHING;
    }
    let mut rules = RULES.iter();
    let rule = rules.find(|(beginning, _)| path.starts_with(beginning));
    rule.map_or(NOTHING, |(_, plan)| *plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_change_needs_no_more_work_than_it_must() {
        let cases = [
            ("style/tokens.css", ClientWork::Package, false),
            ("public/sw.js", ClientWork::Package, false),
            ("app/src/pages/home.rs", ClientWork::Compile, false),
            ("app/translations/it.json", ClientWork::Compile, false),
            ("crates/render/src/pages.rs", ClientWork::Compile, false),
            (
                "crates/render-worker/src/lib.rs",
                ClientWork::Compile,
                false,
            ),
            (
                "crates/store-indexeddb/src/open.rs",
                ClientWork::Compile,
                false,
            ),
            ("crates/sync/src/wire.rs", ClientWork::Compile, true),
            ("crates/new-room/src/lib.rs", ClientWork::Compile, true),
            ("server/src/main.rs", ClientWork::None, true),
            ("server/migrations/2.sql", ClientWork::None, true),
            ("Cargo.lock", ClientWork::Compile, true),
            ("app/README.md", ClientWork::None, false),
            ("server/tests/sync.rs", ClientWork::None, false),
            ("crates/testkit/src/lib.rs", ClientWork::None, false),
            ("docs/architecture.md", ClientWork::None, false),
            ("app/src/pages/.home.rs.swp", ClientWork::None, false),
            ("app/src/pages/home.rs~", ClientWork::None, false),
        ];
        for (path, client, server) in cases {
            let plan = Plan::for_changes([Path::new(path)]);
            assert_eq!(plan, Plan { client, server }, "{path}");
        }
    }

    #[test]
    fn several_changes_at_once_need_what_each_of_them_needs() {
        let paths = ["style/base.css", "server/src/main.rs", "README.md"].map(Path::new);
        let plan = Plan::for_changes(paths);
        assert_eq!((plan.client, plan.server), (ClientWork::Package, true));
        assert!(Plan::for_changes([Path::new("LICENSE")]).is_empty());
    }
}
