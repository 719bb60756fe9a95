//! Adds up what the test programs say at their end.
//! Running them is in `stages.rs`.

/// Tests that passed and failed so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TestCounts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

impl TestCounts {
    /// Adds the numbers of a line such as `test result: ok. 3 passed; 0 failed; …`.
    pub fn add_line(&mut self, line: &str) {
        let Some((_, numbers)) = line
            .split_once("test result: ")
            .and_then(|(_, rest)| rest.split_once(". "))
        else {
            return;
        };
        for part in numbers.split(';') {
            let mut words = part.split_whitespace();
            if let (Some(number), Some(word)) = (words.next(), words.next()) {
                let number = number.parse().unwrap_or(0);
                match word {
                    "passed" => self.passed += number,
                    "failed" => self.failed += number,
                    _ => {}
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_all_programs_are_added_up() {
        let mut counts = TestCounts::default();
        for line in [
            "running 14 tests",
            "test result: ok. 14 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            counts.add_line(line);
        }
        let expected = TestCounts {
            passed: 17,
            failed: 1,
        };
        assert_eq!(counts, expected);
    }
}
