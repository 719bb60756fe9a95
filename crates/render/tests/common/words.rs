//! The labels in Italian, as the app gives them.

use approdo_render::{EntryLabels, Labels, PersonalLabels, SituationLabels, SkillLabels};

fn all<const COUNT: usize>(texts: [&str; COUNT]) -> [String; COUNT] {
    texts.map(str::to_owned)
}

/// The labels in Italian.
pub fn italian_labels() -> Labels {
    let text = str::to_owned;
    Labels {
        document_title: text("CV – {name}"),
        curriculum: text("Curriculum vitae"),
        page_of: text("{page} / {pages}"),
        personal_data: text("Dati personali"),
        headings: all([
            "Profilo",
            "Esperienze di lavoro",
            "Istruzione e formazione",
            "Lingue",
            "Competenze digitali",
            "Competenze",
            "Attestati e patentini",
            "Patente e auto",
            "Disponibilità",
            "Permesso di soggiorno",
            "Interessi",
            "Pubblicazioni e lavori",
            "Referenze",
        ]),
        own_section: text("Altro"),
        months: all([
            "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
        ]),
        day: text("{day}"),
        first_day: String::new(),
        present: text("oggi"),
        personal: personal(),
        entries: entries(),
        skills: skills(),
        situation: situation(),
        privacy_sentence: text(
            "Autorizzo il trattamento dei dati personali contenuti in questo CV per la ricerca e la \
             selezione del personale, ai sensi del Regolamento UE 2016/679 (GDPR) e del D.Lgs. 196/2003.",
        ),
    }
}

fn personal() -> PersonalLabels {
    let text = str::to_owned;
    PersonalLabels {
        contacts: text("Contatti"),
        email: text("E-mail"),
        phone: text("Telefono"),
        website: text("Sito web"),
        domicile: text("Domicilio:"),
        born: text("Data di nascita:"),
        nationality: text("Nazionalità:"),
        tax_code: text("Codice fiscale:"),
        protected_category: text("Categorie protette (L. 68/1999)"),
        photo: text("Fotografia"),
    }
}

fn entries() -> EntryLabels {
    let text = str::to_owned;
    EntryLabels {
        experience_kinds: all([
            "",
            "lavoro stagionale",
            "in somministrazione",
            "apprendistato",
            "tirocinio",
            "lavoro autonomo",
            "volontariato",
            "servizio civile",
            "cura della famiglia",
            "",
        ]),
        qualification_levels: ["1", "2", "3", "4", "5", "6", "7", "8"]
            .map(|level| format!("livello EQF {level}")),
        recognition: text("riconoscimento in Italia: {text}"),
        valid_until: text("valido fino a {date}"),
        certificate_number: text("n. {number}"),
    }
}

fn skills() -> SkillLabels {
    let text = str::to_owned;
    SkillLabels {
        mother_tongue: text("madrelingua"),
        language: text("Lingua"),
        cefr_skills: all([
            "Ascolto",
            "Lettura",
            "Interazione",
            "Produzione orale",
            "Scrittura",
        ]),
        kinds: all(["Competenze tecniche", "Competenze personali"]),
        other: text("Altre competenze"),
        digital_areas: all([
            "Informazioni e dati",
            "Comunicazione e collaborazione",
            "Creazione di contenuti",
            "Sicurezza",
            "Soluzione di problemi",
        ]),
        digital_levels: all(["base", "intermedio", "avanzato", "specialistico"]),
    }
}

fn situation() -> SituationLabels {
    let text = str::to_owned;
    SituationLabels {
        driving_licence: text("Patente"),
        own_car: text("Automunita"),
        immediate: text("da subito"),
        from: text("dal {date}"),
        full_time: text("tempo pieno"),
        part_time: text("part-time"),
        shifts: text("turni"),
        nights: text("notti"),
        weekends: text("sabato, domenica e festivi"),
        radius: text("entro {km} km da casa"),
        travel: text("trasferte"),
        relocation: text("trasferimento in un’altra città"),
        permit_kinds: all([
            "cittadinanza dell’Unione europea",
            "familiare di un cittadino dell’Unione europea",
            "soggiornante di lungo periodo",
            "lavoro",
            "attesa occupazione",
            "motivi familiari",
            "studio",
            "asilo o protezione sussidiaria",
            "protezione speciale o temporanea",
            "richiesta di asilo",
            "altro titolo di soggiorno",
        ]),
        work_allowed: text("consente di lavorare"),
    }
}
