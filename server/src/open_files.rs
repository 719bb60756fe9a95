//! How many files this process may have open. Each connection is one, and most systems give a
//! process 1,024 unless it asks for more.

/// Asks the system for as many as it allows; what it refuses shows in `--check-config`.
pub fn raise_limit() {
    #[cfg(unix)]
    {
        use nix::sys::resource::{Resource, getrlimit, setrlimit};
        if let Ok((_, most)) = getrlimit(Resource::RLIMIT_NOFILE) {
            // Refused, the limit stays what it was.
            let _ = setrlimit(Resource::RLIMIT_NOFILE, most, most);
        }
    }
}

/// Returns how many files this process may have open at most; none where the system has no limit.
pub fn limit() -> Option<u64> {
    #[cfg(unix)]
    {
        use nix::sys::resource::{Resource, getrlimit};
        getrlimit(Resource::RLIMIT_NOFILE)
            .ok()
            .map(|(_, most)| most)
    }
    #[cfg(not(unix))]
    None
}
