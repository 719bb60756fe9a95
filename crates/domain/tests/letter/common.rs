//! A person, her CV and some phrases.

use approdo_domain::letter::{
    AddresseeField, AnswersField, Letter, LetterPhrases, LetterPlace, WantedField, WordForm,
};
use approdo_domain::{
    Cv, CvPlace, EducationField, ExperienceField, ItemId, LanguageField, PartialDate,
    PersonalField, Section, SkillField,
};

pub fn today() -> PartialDate {
    PartialDate {
        year: 2026,
        month: Some(11),
        day: Some(22),
    }
}

pub fn experience(cv: &mut Cv, item: u64, role: &str, start: &str, end: &str) {
    let item = ItemId(item);
    cv.add_entry(Section::Experience, item);
    cv.set_text(CvPlace::Experience(item, ExperienceField::Role), role);
    cv.set_text(
        CvPlace::Experience(item, ExperienceField::Employer),
        "Rossi S.r.l.",
    );
    cv.set_text(CvPlace::Experience(item, ExperienceField::Start), start);
    match end {
        "" => cv.set_flag(CvPlace::Experience(item, ExperienceField::Current), true),
        end => cv.set_text(CvPlace::Experience(item, ExperienceField::End), end),
    }
}

/// Anna, who worked in a warehouse.
pub fn cv() -> Cv {
    let mut cv = Cv::default();
    cv.set_text(CvPlace::Personal(PersonalField::GivenName), "Anna");
    cv.set_text(CvPlace::Personal(PersonalField::City), "Soresina (CR)");
    experience(&mut cv, 1, "Magazziniera", "03/2019", "04/2024");
    for (item, name) in [(2, "Uso del muletto"), (3, "Inventari")] {
        cv.add_entry(Section::Skills, ItemId(item));
        cv.set_text(CvPlace::Skill(ItemId(item), SkillField::Name), name);
    }
    cv.add_entry(Section::Education, ItemId(4));
    let qualification = CvPlace::Education(ItemId(4), EducationField::Qualification);
    cv.set_text(qualification, "Diploma di ragioneria");
    for (item, name) in [(5, "Italiano"), (6, "Arabo")] {
        cv.add_entry(Section::Languages, ItemId(item));
        cv.set_text(CvPlace::Language(ItemId(item), LanguageField::Name), name);
    }
    cv
}

pub fn letter() -> Letter {
    let mut letter = Letter::default();
    letter.set_text(LetterPlace::WriterForm, WordForm::Feminine.code());
    letter.set_text(
        LetterPlace::Addressee(AddresseeField::Company),
        "Bianchi Trasporti",
    );
    letter.set_text(
        LetterPlace::Wanted(WantedField::Role),
        "Addetta al magazzino",
    );
    letter.set_text(
        LetterPlace::Answer(AnswersField::Reason),
        "siete vicini a casa mia",
    );
    letter
}

fn list(phrases: &[&str]) -> Vec<String> {
    phrases.iter().map(|phrase| (*phrase).to_owned()).collect()
}

pub fn phrases() -> LetterPhrases {
    LetterPhrases {
        subject: list(&["Candidatura come {role}", "Codice {reference}"]),
        salutation: list(&[
            "Buongiorno,",
            "Gentile {addressee-name},",
            "<Egregio signor|Gentile signora> {addressee-name},",
        ]),
        opening: list(&[
            "Sono interessat[o|a] al posto di {role}.",
            "Vorrei lavorare presso {company}.",
            "Ho letto l'annuncio {source}.",
            "Mi sono occupat[o|a] dei miei figli.",
        ]),
        why_me: list(&[
            "So fare bene questo: {skill}.",
            "Ho lavorato {years} anni come {last-role}.",
            "Ho questo attestato: {certificate}.",
        ]),
        why_you: list(&[
            "Scrivo a {company} perché {reason}.",
            "Vorrei restare a lungo.",
        ]),
        closing: list(&[
            "Spero in un colloquio.\nCordiali saluti",
            "Grazie.\nUn saluto",
        ]),
    }
}
