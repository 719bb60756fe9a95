//! The worker that lays out pages and writes PDFs.

use super::module_worker::{Answer, ModuleWorker, WorkerError};

/// The worker, started at the first request.
#[derive(Clone)]
pub struct RenderWorker(ModuleWorker);

impl RenderWorker {
    /// Draws pages for the screen. Of several requests that wait, only the newest is carried out.
    pub async fn preview(&self, request: &[u8]) -> Answer {
        self.0.ask("preview", request).await
    }

    /// Writes a PDF.
    pub async fn pdf(&self, request: &[u8]) -> Answer {
        self.0.ask("pdf", request).await
    }

    /// Draws pages of a letter for the screen, as those of a CV.
    pub async fn letter_preview(&self, request: &[u8]) -> Answer {
        self.0.ask("letter-preview", request).await
    }

    /// Writes the PDF of a letter.
    pub async fn letter_pdf(&self, request: &[u8]) -> Answer {
        self.0.ask("letter-pdf", request).await
    }

    /// Writes the PDF of a feedback sheet.
    pub async fn sheet_pdf(&self, request: &[u8]) -> Answer {
        self.0.ask("sheet-pdf", request).await
    }

    /// Loads module and fonts before they are needed.
    pub async fn warm(&self) -> Result<(), WorkerError> {
        self.0.ask("warm", &[]).await.map(|_| ())
    }
}

impl Default for RenderWorker {
    fn default() -> Self {
        Self(ModuleWorker::new("renderWorker"))
    }
}
