//! The worker that writes and reads other formats.

use super::module_worker::{Answer, ModuleWorker};

/// The worker, started at the first request.
#[derive(Clone)]
pub struct ExchangeWorker(ModuleWorker);

impl ExchangeWorker {
    /// Writes a CV in another format: the file.
    pub async fn write(&self, request: &[u8]) -> Answer {
        self.0.ask("write", request).await
    }

    /// Reads a file that may hold a CV.
    pub async fn read(&self, request: &[u8]) -> Answer {
        self.0.ask("read", request).await
    }

    /// Writes a letter as DOCX: the file.
    pub async fn write_letter(&self, request: &[u8]) -> Answer {
        self.0.ask("write-letter", request).await
    }

    /// Reads a file that may hold a letter.
    pub async fn read_letter(&self, request: &[u8]) -> Answer {
        self.0.ask("read-letter", request).await
    }
}

impl Default for ExchangeWorker {
    fn default() -> Self {
        Self(ModuleWorker::new("exchangeWorker"))
    }
}
