//! A realistic CV, as plain data and as the edits by which a person writes it.

use approdo_document::{Author, Change, Document, cv_paths};
use approdo_domain::{
    Availability, CefrLevel, CefrSkill, Certificate, Cv, CvPlace, DateText, Digital,
    DrivingCategory, Education, Experience, FieldValue, Heading, HeadingField, ItemId, Language,
    OwnSection, Permit, Personal, Phone, Publication, Reference, Section, Skill,
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
            ..Personal::default()
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
            name: name.to_owned(),
            ..Skill::empty(ItemId(id))
        })
        .into();
    cv.driving.categories = [DrivingCategory::B].into();
    cv.driving.own_car = true;
    cv
}

/// Returns the sample CV with every part that a CV can have, the sensitive ones included.
pub fn full_cv() -> Cv {
    let mut cv = sample_cv();
    let personal = &mut cv.personal;
    personal.postal_code = "26041".to_owned();
    personal.domicile_city = "Viadana (MN)".to_owned();
    personal.domicile_address = "Vicolo Quartierino 3".to_owned();
    personal.nationality = "Italiana".to_owned();
    personal.tax_code = "RSSMRA85T10A562S".to_owned();
    personal.website = "https://mariarosa.example.org".to_owned();
    personal.protected_category = true;
    cv.phones = vec![Phone {
        number: "0375 000 000".to_owned(),
        note: "casa".to_owned(),
        ..Phone::empty(ItemId(0xe1))
    }];
    cv.digital = Digital {
        information: "intermediate".to_owned(),
        safety: "foundation".to_owned(),
        tools: "Gestionale di magazzino\nFogli di calcolo".to_owned(),
        ..Digital::default()
    };
    cv.certificates = vec![Certificate {
        name: "Abilitazione alla conduzione di carrelli elevatori".to_owned(),
        issuer: "Ente Scuola Cremona".to_owned(),
        issued: date("05/2023"),
        expires: date("05/2028"),
        number: "CR-118".to_owned(),
        ..Certificate::empty(ItemId(0xf1))
    }];
    write_situation(&mut cv);
    cv.hobbies = "Cucina\nBicicletta sugli argini del Po".to_owned();
    cv.publications = vec![Publication {
        title: "Ricette della Bassa".to_owned(),
        publisher: "Pro Loco".to_owned(),
        date: date("2016"),
        ..Publication::empty(ItemId(0x91))
    }];
    cv.references = vec![Reference {
        name: "Ivana Goffredi".to_owned(),
        role: "Responsabile di turno".to_owned(),
        phone: "+39 333 111 1111".to_owned(),
        ..Reference::empty(ItemId(0x81))
    }];
    cv.own_sections = vec![OwnSection {
        title: "Sport".to_owned(),
        text: "Allenatrice di pallavolo, under 14".to_owned(),
        ..OwnSection::empty(ItemId(0x7001))
    }];
    cv.order = cv.arrangement();
    cv.order.swap(0, 1);
    let skills = CvPlace::Heading(Heading::Skills, HeadingField::Name);
    cv.set_text(skills, "Che cosa so fare");
    cv
}

fn write_situation(cv: &mut Cv) {
    cv.availability = Availability {
        immediate: true,
        shifts: true,
        weekends: true,
        radius_km: "30".to_owned(),
        ..Availability::default()
    };
    cv.permit = Permit {
        kind: "long-term".to_owned(),
        work_allowed: true,
        ..Permit::default()
    };
    cv.privacy_sentence = true;
}

/// Writes a CV into a document, place by place; returns the edits in order.
pub fn write_cv(document: &mut Document, author: &mut Author, cv: &Cv, now_ms: u64) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut take = |document: &mut Document, change: Option<Change>| {
        if let Some(change) = change {
            document.apply(&change);
            changes.push(change);
        }
    };
    for section in Section::ALL {
        for item in cv.entry_ids(section) {
            let list = cv_paths::list(section);
            let change = author.add_item(document, &list, item, usize::MAX, now_ms);
            take(document, Some(change));
        }
    }
    for place in cv.places() {
        let path = cv_paths::path(place);
        let change = match cv.value(place) {
            Some(FieldValue::Text(text)) => author.set_text(document, &path, text, now_ms),
            Some(FieldValue::Flag(flag)) => author.set_flag(document, &path, flag, now_ms),
            None => None,
        };
        take(document, change);
    }
    for (position, heading) in cv.order.iter().enumerate() {
        let change = author.move_heading(document, *heading, position, now_ms);
        take(document, change);
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::START_MS;
    use approdo_document::{DocumentId, SpaceId, WriterId, project_cv};

    #[test]
    fn a_cv_with_every_part_reads_back_as_written() {
        let id = DocumentId([1; 16]);
        let mut document = Document::new(id, SpaceId::of_document(id));
        let mut author = Author::new(WriterId([2; 16]));
        write_cv(&mut document, &mut author, &full_cv(), START_MS);
        assert_eq!(project_cv(&document), full_cv());
        for section in Section::ALL {
            assert!(!full_cv().entry_ids(section).is_empty(), "{section:?}");
        }
    }

    #[test]
    fn the_sample_cv_reads_back_as_written() {
        let id = DocumentId([1; 16]);
        let mut document = Document::new(id, SpaceId::of_document(id));
        let mut author = Author::new(WriterId([2; 16]));
        write_cv(&mut document, &mut author, &sample_cv(), START_MS);
        assert_eq!(project_cv(&document), sample_cv());
    }
}
