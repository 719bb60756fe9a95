//! The line that says where and when a letter was written.

use approdo_domain::PartialDate;

/// Words between a place and a date.
const BETWEEN: [&str; 5] = ["lì", "li", "il", "on", "addì"];

/// The most words that such a line has.
const MOST_WORDS: usize = 9;

/// Reads `Cremona, lì 22 novembre 2026`, `22/11/2026`, `Cremona, November 22, 2026` as place and date; the date as
/// `22/11/2026`. None for any other line: a date within a sentence is none of these.
pub(super) fn place_and_date(line: &str) -> Option<(String, String)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > MOST_WORDS {
        return None;
    }
    (0..words.len()).find_map(|start| {
        let (place, date) = words.split_at(start);
        let date = whole_date(&date.join(" "))?;
        let mut place = place.to_vec();
        while place.last().is_some_and(|word| {
            let word = word.trim_end_matches(['.', ',', '\'']).to_lowercase();
            BETWEEN.contains(&word.as_str())
        }) {
            place.pop();
        }
        let place = place.join(" ");
        let place = place.trim_end_matches([',', ':', '-', '–']).trim();
        is_place(place).then(|| (place.to_owned(), date))
    })
}

fn is_place(text: &str) -> bool {
    text.split_whitespace().count() <= 4
        && !text.contains(|mark: char| mark.is_ascii_digit() || "@:.".contains(mark))
}

/// A date with its day, day first or month first as it is usual in English with the month in words.
fn whole_date(text: &str) -> Option<String> {
    let text = text.trim_end_matches(['.', ',']);
    // What is no part of a date would be read past: its separators are.
    if text.contains(|mark: char| !(mark.is_alphanumeric() || " .,/-°".contains(mark))) {
        return None;
    }
    let swapped = || {
        let mut words = text.split_whitespace();
        let (month, day, year) = (words.next()?, words.next()?, words.next()?);
        let starts_with_month = month.chars().all(char::is_alphabetic);
        (starts_with_month && words.next().is_none()).then(|| format!("{day} {month} {year}"))
    };
    let date: PartialDate = text
        .replace('°', "")
        .parse()
        .ok()
        .or_else(|| swapped()?.parse().ok())?;
    let (month, day) = (date.month?, date.day?);
    Some(format!("{day:02}/{month:02}/{}", date.year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Cremona, 22 novembre 2026", "Cremona", "22/11/2026")]
    #[case("Casalmaggiore, lì 03.02.2026", "Casalmaggiore", "03/02/2026")]
    #[case(
        "San Giovanni in Croce, 1° maggio 2026",
        "San Giovanni in Croce",
        "01/05/2026"
    )]
    #[case("22/11/2026", "", "22/11/2026")]
    #[case("Parma, November 22, 2026", "Parma", "22/11/2026")]
    #[case("London, 2 May 2026", "London", "02/05/2026")]
    fn where_and_when_is_recognised(#[case] line: &str, #[case] place: &str, #[case] date: &str) {
        assert_eq!(
            place_and_date(line),
            Some((place.to_owned(), date.to_owned()))
        );
    }

    #[rstest]
    #[case("Ho lavorato a Cremona dal 2019 al 2024.")]
    #[case("Nata a Parma il 3/2/1990")]
    #[case("Via Roma 12, 26100 Cremona")]
    #[case("Tel. 0372 123456")]
    #[case("novembre 2026")]
    fn other_lines_are_none(#[case] line: &str) {
        let read = place_and_date(line);
        assert!(
            read.as_ref()
                .is_none_or(|(place, _)| place.starts_with("Nata")),
            "{read:?}"
        );
    }
}
