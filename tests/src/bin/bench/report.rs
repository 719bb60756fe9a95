//! The table for people and the file for machines.

use std::collections::BTreeMap;

use anyhow::Result;
use approdo_tests::environment::target_folder;
use serde_json::{Value, json};

use crate::figures::{Better, FIGURES, Figure, Measurement};

/// Values measured so far.
#[derive(Debug)]
pub struct Report {
    wanted: Vec<&'static Figure>,
    values: BTreeMap<&'static str, f64>,
}

impl Report {
    /// Makes an empty report of the figures named, or of all if none is.
    pub fn new(wanted: &[String]) -> Self {
        let wanted = FIGURES
            .iter()
            .filter(|figure| wanted.is_empty() || wanted.iter().any(|id| id == figure.id))
            .collect();
        Self {
            wanted,
            values: BTreeMap::new(),
        }
    }

    /// Tells whether a measurement gives any figure wanted.
    pub fn wants(&self, measurement: Measurement) -> bool {
        self.wanted
            .iter()
            .any(|figure| figure.measurement == measurement)
    }

    /// Takes in values; those not wanted are left out.
    pub fn add(&mut self, values: &[(&'static str, f64)]) {
        for (id, value) in values {
            if self.wanted.iter().any(|figure| figure.id == *id) {
                self.values.insert(id, *value);
            }
        }
    }

    /// Returns the table.
    pub fn table(&self) -> String {
        let mut lines = vec![format!(
            "{:<28}{:>14}  {:<14}{:>12}",
            "figure", "value", "unit", "to reach"
        )];
        lines.extend(self.measured().map(|(figure, value)| {
            let (sign, reached) = match figure.better {
                Better::Lower => ("≤", value <= figure.goal),
                Better::Higher => ("≥", value >= figure.goal),
            };
            let mark = if reached { "" } else { "  not reached" };
            format!(
                "{:<28}{value:>14.1}  {:<14}{sign} {:>10}{mark}",
                figure.id, figure.unit, figure.goal
            )
        }));
        lines.join("\n")
    }

    /// Writes `target/bench/report.json`; figures not measured now keep their earlier entry.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self) -> Result<()> {
        let folder = target_folder().join("bench");
        std::fs::create_dir_all(&folder)?;
        let file = folder.join("report.json");
        let earlier: Vec<Value> = std::fs::read(&file)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let entries: Vec<Value> = FIGURES
            .iter()
            .filter_map(|figure| {
                let now = self
                    .values
                    .get(figure.id)
                    .map(|value| entry(figure, *value));
                now.or_else(|| {
                    let kept = earlier.iter().find(|entry| entry["id"] == figure.id);
                    kept.cloned()
                })
            })
            .collect();
        std::fs::write(file, serde_json::to_string_pretty(&entries)?)?;
        Ok(())
    }

    fn measured(&self) -> impl Iterator<Item = (&Figure, f64)> {
        self.wanted
            .iter()
            .filter_map(|figure| Some((*figure, *self.values.get(figure.id)?)))
    }
}

fn entry(figure: &Figure, value: f64) -> Value {
    json!({
        "id": figure.id,
        "value": (value * 10.0).round() / 10.0,
        "unit": figure.unit,
        "goal": figure.goal,
        "better": match figure.better {
            Better::Lower => "lower",
            Better::Higher => "higher",
        },
    })
}

/// Returns the middle of several measurements; zero of none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
