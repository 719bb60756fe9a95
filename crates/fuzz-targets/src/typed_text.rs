//! Short texts as people type them: dates, levels, codes, contacts, names of files.

use approdo_document::DocumentId;
use approdo_domain::{
    CefrLevel, Cv, CvPlace, DateText, PartialDate, Personal, PersonalField, cv_file_name, validate,
};

pub(crate) fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    check_date(&text);
    if let Ok(level) = text.parse::<CefrLevel>() {
        assert_eq!(level.code().parse(), Ok(level));
    }
    if let Ok(id) = text.parse::<DocumentId>() {
        assert_eq!(id.to_string().parse(), Ok(id));
    }
    check_contacts(&text);
}

fn check_date(text: &str) {
    let Ok(date) = text.parse::<PartialDate>() else {
        return;
    };
    assert_eq!(PartialDate::new(date.year, date.month, date.day), Ok(date));
    assert_eq!(date.to_string().parse(), Ok(date));
    assert!(!date.is_surely_before(date));
}

fn check_contacts(text: &str) {
    let mut cv = Cv {
        personal: Personal {
            given_name: text.to_owned(),
            family_name: text.to_owned(),
            birth_date: DateText(text.to_owned()),
            ..Personal::default()
        },
        ..Cv::default()
    };
    for field in PersonalField::ALL {
        cv.set_text(CvPlace::Personal(field), text);
    }
    validate(&cv);
    let name = cv_file_name(&cv.personal, "pdf");
    let is_safe = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '.';
    assert!(
        name.chars().all(is_safe) && name.ends_with("CV.pdf"),
        "{name}"
    );
    assert_eq!(name.matches('.').count(), 1, "{name}");
}
