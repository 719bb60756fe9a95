//! Waiting for conditions, never for a fixed time.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long most conditions may take, on a busy machine with two cores.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Pause between two looks at a condition.
const BETWEEN_LOOKS: Duration = Duration::from_millis(40);

/// Looks again and again until the condition gives a value, and returns it.
///
/// # Errors
/// When the deadline passes: with what was waited for, and with the last error that a look gave.
pub async fn until<T>(
    what: &str,
    limit: Duration,
    mut look: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let deadline = Instant::now() + limit;
    loop {
        let result = look().await;
        if let Ok(Some(value)) = result {
            return Ok(value);
        }
        if Instant::now() >= deadline {
            match result {
                Err(error) => return Err(error.context(format!("waited in vain for {what}"))),
                Ok(_) => bail!("waited in vain for {what}, {} s", limit.as_secs()),
            }
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}
