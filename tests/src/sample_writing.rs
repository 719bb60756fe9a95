//! The sample CV in the editor: written, and found again. Its texts are in `sample_cv.rs`.

use anyhow::{Result, ensure};

use crate::editor::Editor;
use crate::entries::grows_at_the_top;
use crate::sample_cv::{self, Written};

impl Editor<'_> {
    /// Writes the whole sample CV.
    ///
    /// # Errors
    /// When a field is missing.
    pub async fn write_sample(&self) -> Result<()> {
        for (field, text) in sample_cv::PERSONAL {
            self.write(field, 0, text).await?;
        }
        self.write("profile", 0, sample_cv::PROFILE).await?;
        for (section, entries) in sample_lists() {
            let mut in_order: Vec<_> = entries.iter().collect();
            if grows_at_the_top(section) {
                in_order.reverse();
            }
            for texts in in_order {
                self.add_entry(section, texts).await?;
            }
        }
        for (position, level) in sample_cv::LANGUAGE_LEVELS {
            self.select("language.level", *position, level).await?;
        }
        for name in sample_cv::TICKED {
            self.tick(name).await?;
        }
        Ok(())
    }

    /// Checks that the whole sample CV stands in the fields.
    ///
    /// # Errors
    /// With the field that holds something else.
    pub async fn expect_sample(&self) -> Result<()> {
        for (field, text) in sample_cv::PERSONAL {
            self.wait_for(field, 0, text).await?;
        }
        self.wait_for("profile", 0, sample_cv::PROFILE).await?;
        for (_, entries) in sample_lists() {
            for (position, texts) in entries.iter().enumerate() {
                for (field, text) in *texts {
                    self.wait_for(field, position, text).await?;
                }
            }
        }
        for (position, level) in sample_cv::LANGUAGE_LEVELS {
            self.wait_for("language.level", *position, level).await?;
        }
        for name in sample_cv::TICKED {
            ensure!(self.is_ticked(name).await?, "{name} is no longer ticked");
        }
        Ok(())
    }
}

/// The sample's lists with their sections.
fn sample_lists() -> [(&'static str, &'static [&'static [Written]]); 4] {
    [
        ("experience", sample_cv::EXPERIENCE),
        ("education", sample_cv::EDUCATION),
        ("languages", sample_cv::LANGUAGES),
        ("skills", sample_cv::SKILLS),
    ]
}
