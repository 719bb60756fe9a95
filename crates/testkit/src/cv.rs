//! A realistic CV, as plain data and as the edits by which a person writes it.

use approdo_document::{Author, Change, Document, cv_paths};
use approdo_domain::{
    CefrLevel, CefrSkill, Cv, CvPlace, DateText, DrivingCategory, Education, EducationField,
    Experience, ExperienceField, ItemId, Language, LanguageField, Personal, PersonalField, Section,
    Skill, SkillField,
};

fn date(text: &str) -> DateText {
    DateText(text.to_owned())
}

/// Returns the CV of an invented person from the Casalasco: accents, apostrophes, a long employer.
pub fn sample_cv() -> Cv {
    let mut cv = Cv {
        title: "Magazzino e logistica".to_owned(),
        personal: Personal {
            given_name: "Mariarosa".to_owned(),
            family_name: "D’Alò Però".to_owned(),
            headline: "Addetta al magazzino, patentino muletto".to_owned(),
            email: "mariarosa.dalo@example.org".to_owned(),
            phone: "+39 333 000 0000".to_owned(),
            address: "Via dell’Olmo 7, scala B".to_owned(),
            city: "Casalmaggiore (CR)".to_owned(),
            birth_date: date("14/02/1979"),
            website: String::new(),
        },
        profile:
            "Vent’anni in magazzino, dal ricevimento merci alla spedizione. Puntuale, abituata \
                  ai turni; cerco un posto stabile vicino a casa."
                .to_owned(),
        ..Cv::default()
    };
    cv.experience = vec![
        Experience {
            role: "Addetta al magazzino".to_owned(),
            employer: "Consorzio Cooperativo Interprovinciale Ortofrutta e Logistica della Bassa \
                       Padana s.c.a.r.l."
                .to_owned(),
            place: "Viadana (MN)".to_owned(),
            start: date("03/2019"),
            current: true,
            description: "Carico e scarico con carrello elevatore.\nInventario mensile.\nHo \
                          affiancato tre colleghi nuovi."
                .to_owned(),
            ..Experience::empty(ItemId(0xa1))
        },
        Experience {
            role: "Operaia confezionatrice".to_owned(),
            employer: "Biscottificio F.lli Zanichè".to_owned(),
            place: "Sabbioneta".to_owned(),
            start: date("2008"),
            end: date("12/2018"),
            description: "Linea di confezionamento; controllo qualità a campione.".to_owned(),
            ..Experience::empty(ItemId(0xa2))
        },
    ];
    cv.education = vec![Education {
        qualification: "Diploma di operatrice della moda".to_owned(),
        school: "I.P.S.I.A. «G. Marconi»".to_owned(),
        place: "Casalmaggiore".to_owned(),
        end: date("1998"),
        ..Education::empty(ItemId(0xb1))
    }];
    let mut italian = Language::empty(ItemId(0xc1));
    italian.name = "Italiano".to_owned();
    italian.native = true;
    let mut english = Language::empty(ItemId(0xc2));
    english.name = "Inglese".to_owned();
    english.levels = CefrSkill::ALL.map(|skill| (skill, CefrLevel::A2)).into();
    cv.languages = vec![italian, english];
    let skills = [
        (0xd1, "Patentino muletto"),
        (0xd2, "HACCP"),
        (0xd3, "Primo soccorso"),
    ];
    cv.skills = skills
        .map(|(id, name)| Skill {
            id: ItemId(id),
            name: name.to_owned(),
        })
        .into();
    cv.driving.categories = [DrivingCategory::B].into();
    cv.driving.own_car = true;
    cv
}

/// Writes a CV into a document, place by place; returns the edits in order.
pub fn write_cv(document: &mut Document, author: &mut Author, cv: &Cv, now_ms: u64) -> Vec<Change> {
    let mut writer = CvWriter {
        document,
        author,
        now_ms,
        changes: Vec::new(),
    };
    writer.text(CvPlace::Title, &cv.title);
    writer.personal(&cv.personal);
    writer.text(CvPlace::Profile, &cv.profile);
    for experience in &cv.experience {
        writer.experience(experience);
    }
    for education in &cv.education {
        writer.education(education);
    }
    for language in &cv.languages {
        writer.language(language);
    }
    for skill in &cv.skills {
        writer.entry(Section::Skills, skill.id);
        writer.text(CvPlace::Skill(skill.id, SkillField::Name), &skill.name);
    }
    for category in &cv.driving.categories {
        writer.flag(CvPlace::Driving(*category), true);
    }
    writer.flag(CvPlace::OwnCar, cv.driving.own_car);
    writer.changes
}

struct CvWriter<'a> {
    document: &'a mut Document,
    author: &'a mut Author,
    now_ms: u64,
    changes: Vec<Change>,
}

impl CvWriter<'_> {
    fn take(&mut self, change: Option<Change>) {
        if let Some(change) = change {
            self.document.apply(&change);
            self.changes.push(change);
        }
    }

    fn text(&mut self, place: CvPlace, text: &str) {
        let path = cv_paths::path(place);
        let change = self
            .author
            .set_text(self.document, &path, text, self.now_ms);
        self.take(change);
    }

    fn flag(&mut self, place: CvPlace, flag: bool) {
        let path = cv_paths::path(place);
        let change = self
            .author
            .set_flag(self.document, &path, flag, self.now_ms);
        self.take(change);
    }

    fn entry(&mut self, section: Section, item: ItemId) {
        let list = cv_paths::list(section);
        let change = self
            .author
            .add_item(self.document, &list, item, usize::MAX, self.now_ms);
        self.take(Some(change));
    }

    fn personal(&mut self, personal: &Personal) {
        for (field, text) in [
            (PersonalField::GivenName, &personal.given_name),
            (PersonalField::FamilyName, &personal.family_name),
            (PersonalField::Headline, &personal.headline),
            (PersonalField::Email, &personal.email),
            (PersonalField::Phone, &personal.phone),
            (PersonalField::Address, &personal.address),
            (PersonalField::City, &personal.city),
            (PersonalField::BirthDate, &personal.birth_date.0),
            (PersonalField::Website, &personal.website),
        ] {
            self.text(CvPlace::Personal(field), text);
        }
    }

    fn experience(&mut self, experience: &Experience) {
        let id = experience.id;
        self.entry(Section::Experience, id);
        for (field, text) in [
            (ExperienceField::Role, &experience.role),
            (ExperienceField::Employer, &experience.employer),
            (ExperienceField::Place, &experience.place),
            (ExperienceField::Start, &experience.start.0),
            (ExperienceField::End, &experience.end.0),
            (ExperienceField::Description, &experience.description),
        ] {
            self.text(CvPlace::Experience(id, field), text);
        }
        let current = CvPlace::Experience(id, ExperienceField::Current);
        self.flag(current, experience.current);
    }

    fn education(&mut self, education: &Education) {
        let id = education.id;
        self.entry(Section::Education, id);
        for (field, text) in [
            (EducationField::Qualification, &education.qualification),
            (EducationField::School, &education.school),
            (EducationField::Place, &education.place),
            (EducationField::Start, &education.start.0),
            (EducationField::End, &education.end.0),
            (EducationField::Description, &education.description),
        ] {
            self.text(CvPlace::Education(id, field), text);
        }
        let current = CvPlace::Education(id, EducationField::Current);
        self.flag(current, education.current);
    }

    fn language(&mut self, language: &Language) {
        let id = language.id;
        self.entry(Section::Languages, id);
        self.text(CvPlace::Language(id, LanguageField::Name), &language.name);
        let native = CvPlace::Language(id, LanguageField::Native);
        self.flag(native, language.native);
        for (skill, level) in &language.levels {
            let place = CvPlace::Language(id, LanguageField::Level(*skill));
            self.text(place, level.code());
        }
        let certificate = CvPlace::Language(id, LanguageField::Certificate);
        self.text(certificate, &language.certificate);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::START_MS;
    use approdo_document::{DocumentId, SpaceId, WriterId, project_cv};

    #[test]
    fn the_sample_cv_reads_back_as_written() {
        let id = DocumentId([1; 16]);
        let mut document = Document::new(id, SpaceId::of_document(id));
        let mut author = Author::new(WriterId([2; 16]));
        write_cv(&mut document, &mut author, &sample_cv(), START_MS);
        assert_eq!(project_cv(&document), sample_cv());
    }
}
