//! A letter for the tests of letters, and any letter at all of what people write.

use approdo_domain::DateText;
use approdo_domain::letter::{Addressee, Letter, LetterTexts, Sender};
use approdo_exchange::letter::{LetterWords, OutgoingLetter};
use proptest::prelude::*;
use proptest::sample::select;

/// The words of an Italian sheet.
pub fn italian_words() -> LetterWords {
    let months = [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ];
    LetterWords {
        language: "it".to_owned(),
        months: months.map(str::to_owned),
        place_and_date: "{place}, {date}".to_owned(),
        company: "Spett.le {company}".to_owned(),
        person: "Alla c.a. di {person}".to_owned(),
        subject: "Oggetto: {subject}".to_owned(),
        enclosures: "Allegati:".to_owned(),
    }
}

/// A letter with something in every part.
pub fn full_letter() -> OutgoingLetter {
    let sender = Sender {
        name: "Mariarosa D’Alò".to_owned(),
        address: "Via dell’Argine 12".to_owned(),
        postal_code: "26041".to_owned(),
        city: "Casalmaggiore (CR)".to_owned(),
        phone: "+39 333 123 4567".to_owned(),
        email: "mariarosa@posta.example".to_owned(),
    };
    let addressee = Addressee {
        company: "Rossi & Figli Trasporti S.r.l.".to_owned(),
        person: "Elena Bianchi".to_owned(),
        function: "Ufficio del personale".to_owned(),
        form: String::new(),
        address: "Viale Trento 4".to_owned(),
        postal_code: "26100".to_owned(),
        city: "Cremona (CR)".to_owned(),
        email: "lavoro@rossi.example".to_owned(),
    };
    let texts = LetterTexts {
        place: "Casalmaggiore".to_owned(),
        date: DateText("22/11/2026".to_owned()),
        subject: "Candidatura al posto di magazziniera, rif. 12/B".to_owned(),
        salutation: "Gentile signora Bianchi,".to_owned(),
        opening: "ho letto il Vostro annuncio e mi candido al posto di magazziniera.".to_owned(),
        why_me: "Da dieci anni lavoro in magazzino: carico, scarico, inventario.\nHo il patentino del muletto.".to_owned(),
        why_you: "Abito vicino, e la Vostra azienda è conosciuta per la cura con cui lavora.".to_owned(),
        closing: "Sono disponibile per un colloquio.\nCordiali saluti".to_owned(),
        signature: String::new(),
        enclosures: "Curriculum vitae\nAttestato del corso per il muletto".to_owned(),
    };
    OutgoingLetter {
        letter: Letter {
            addressee,
            texts,
            language: "it".to_owned(),
            ..Letter::default()
        },
        signature: sender.name.clone(),
        sender,
        words: italian_words(),
    }
}

/// What the letter is once it was written and read: who writes stands in the letter itself.
pub fn as_read_back(outgoing: &OutgoingLetter) -> Letter {
    Letter {
        sender: outgoing.sender.clone(),
        ..outgoing.letter.clone()
    }
}

/// A sentence as people write them: with words that mean nothing to the rules, signs and other alphabets.
fn sentence() -> impl Strategy<Value = String> {
    let word = select(vec![
        "lavoro",
        "squadra",
        "magazzino",
        "però",
        "l’ordine",
        "turni",
        "60%",
        "«Nord»",
        "& C.",
        "<b>",
        "работа",
        "مخزن",
        "C++",
        "10:30",
        "👩‍🌾",
        "\u{202e}ciao",
    ]);
    proptest::collection::vec(word, 2..18).prop_map(|words| format!("Qui {}.", words.join(" ")))
}

fn paragraphs(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(sentence(), 1..=most).prop_map(|lines| lines.join("\n"))
}

/// Any letter, of what people write.
pub fn any_letter() -> impl Strategy<Value = OutgoingLetter> {
    let name = "[A-Z][a-zàèìòù]{2,9} [A-Z][a-z’]{1,9}[a-z]";
    let company =
        "[A-Z][a-z]{3,9} (Trasporti|Logistica|Costruzioni|& Figli) (S\\.r\\.l\\.|S\\.p\\.A\\.|snc)";
    let body = (paragraphs(2), paragraphs(4), paragraphs(2), sentence());
    let date = (1_u8..=28, 1_u8..=12, 1990_u16..=2090);
    (name, company, body, date, any::<[bool; 6]>()).prop_map(
        |(name, company, body, date, shown)| {
            let mut letter = full_letter();
            let texts = &mut letter.letter.texts;
            (texts.opening, texts.why_me, texts.why_you) = (body.0, body.1, body.2);
            texts.closing = format!("{}\nCordiali saluti", body.3);
            texts.date.0 = format!("{:02}/{:02}/{}", date.0, date.1, date.2);
            letter.sender.name.clone_from(&name);
            letter.signature = name;
            letter.letter.addressee.company = company;
            for (is_shown, text) in shown.into_iter().zip([
                &mut letter.sender.phone,
                &mut letter.sender.email,
                &mut letter.letter.addressee.function,
                &mut letter.letter.addressee.person,
                &mut letter.letter.texts.enclosures,
                &mut letter.letter.texts.place,
            ]) {
                if !is_shown {
                    text.clear();
                }
            }
            letter
        },
    )
}
