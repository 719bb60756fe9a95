//! Letters for the tests: what a person might send to a company near Cremona.

use super::words::italian_labels;
use approdo_domain::DateText;
use approdo_domain::letter::{Addressee, Letter, LetterTexts, Sender};
use approdo_render::{LetterLabels, LetterRequest, Look, Template};

/// The words of Italian letters.
pub fn italian_letter_labels() -> LetterLabels {
    LetterLabels {
        document_title: "Lettera – {name}".to_owned(),
        title_with_cv: "Lettera e CV – {name}".to_owned(),
        letter: "Lettera di presentazione".to_owned(),
        months: [
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
        ]
        .map(str::to_owned),
        place_and_date: "{place}, {date}".to_owned(),
        company: "Spett.le {company}".to_owned(),
        person: "Alla c.a. di {person}".to_owned(),
        subject: "Oggetto: {subject}".to_owned(),
        enclosures: "Allegati:".to_owned(),
        addressee_at_end: true,
    }
}

/// A letter of about 130 words.
pub fn letter() -> Letter {
    Letter {
        addressee: Addressee {
            company: "Rossi Trasporti S.r.l.".to_owned(),
            person: "Maria Bianchi".to_owned(),
            function: "Ufficio del personale".to_owned(),
            form: "feminine".to_owned(),
            address: "Via dell'Artigianato 12".to_owned(),
            postal_code: "26041".to_owned(),
            city: "Casalmaggiore (CR)".to_owned(),
            email: "personale@rossi.example".to_owned(),
        },
        texts: LetterTexts {
            place: "Piadena Drizzona".to_owned(),
            date: DateText("22/11/2026".to_owned()),
            subject: "candidatura come addetta al magazzino, annuncio 42/2026".to_owned(),
            salutation: "Gentile dottoressa Bianchi,".to_owned(),
            opening: "ho letto l’annuncio sul sito del Comune e Le scrivo perché il lavoro di addetta al \
                      magazzino è quello che faccio, e che mi piace fare."
                .to_owned(),
            why_me: "Negli ultimi sei anni ho ricevuto e controllato la merce, preparato gli ordini e \
                     guidato il transpallet. So usare il lettore di codici e il programma del magazzino.\n\
                     Lavoro con precisione anche quando c’è fretta: nell’ultimo inventario le differenze \
                     erano meno di una su mille."
                .to_owned(),
            why_you: "Vorrei lavorare per Rossi Trasporti perché abito vicino e perché cercate persone che \
                      restano."
                .to_owned(),
            closing: "Posso cominciare subito, anche a turni. Sarei lieta di conoscerVi in un colloquio.\n\
                      Cordiali saluti"
                .to_owned(),
            signature: String::new(),
            enclosures: "Curriculum vitae\nAttestato del corso per carrellisti".to_owned(),
        },
        ..Letter::default()
    }
}

/// Who writes it.
pub fn sender() -> Sender {
    Sender {
        name: "Nicolò Maria D'Alò".to_owned(),
        address: "Via Libertà 3".to_owned(),
        postal_code: "26034".to_owned(),
        city: "Piadena Drizzona (CR)".to_owned(),
        phone: "+39 333 123 4567".to_owned(),
        email: "nicolo.dalo@posta.example".to_owned(),
    }
}

/// A request with Italian labels.
pub fn letter_request(letter: Letter) -> LetterRequest {
    LetterRequest {
        letter,
        sender: sender(),
        signature: sender().name,
        look: Look::default(),
        labels: italian_labels(),
        words: italian_letter_labels(),
        language: "it".to_owned(),
    }
}

/// A request in a template.
pub fn letter_request_in(template: Template, letter: Letter) -> LetterRequest {
    LetterRequest {
        look: Look {
            template,
            ..Look::default()
        },
        ..letter_request(letter)
    }
}

/// A letter whose text has so many words.
pub fn letter_of_words(count: usize) -> Letter {
    const WORDS_OF_A_PARAGRAPH: usize = 64;
    let sentence = "Ho imparato a lavorare con precisione anche quando il tempo è poco e le consegne sono tante.";
    let mut letter = letter();
    let others = [
        &letter.texts.opening,
        &letter.texts.why_you,
        &letter.texts.closing,
    ];
    let others: usize = others
        .map(|text| text.split_whitespace().count())
        .iter()
        .sum();
    let words = sentence.split_whitespace().cycle();
    let words: Vec<&str> = words.take(count.saturating_sub(others)).collect();
    let paragraphs = words.chunks(WORDS_OF_A_PARAGRAPH);
    letter.texts.why_me = paragraphs
        .map(|words| words.join(" "))
        .collect::<Vec<_>>()
        .join("\n");
    letter
}
