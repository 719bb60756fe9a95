//! CVs that are harder to print: other alphabets, emoji, words wider than a line.

use super::one_page;
use approdo_domain::Cv;

/// People whose names and texts are in Cyrillic or Greek letters, beside Italian.
pub fn greek_and_cyrillic() -> Cv {
    let mut cv = one_page();
    cv.personal.given_name = "Олена Сергіївна".to_owned();
    cv.personal.family_name = "Шевченко".to_owned();
    cv.personal.headline = "Помічниця бухгалтера – aiuto contabile".to_owned();
    cv.personal.address = "Via Київська 12".to_owned();
    cv.profile = "Українською: їжа, ґанок, об’єкт, яєчня. По-русски: съёмка, объявление, этаж. \
                  На български: ябълка, щъркел, ъгъл. Српски: Ђорђе, Љубица, Његош, џем, ћуприја. \
                  Ελληνικά: Αθήνα, εργάτρια αποθήκης, ΐ ΰ ώ Ϊ, «ξενοδοχείο»; mescolato: Київ, Roma, Αθήνα."
        .to_owned();
    let texts = [
        ("Прибиральниця в лікарні", "Міська лікарня №2", "Київ"),
        ("Υπεύθυνη αποθήκης", "Αφοί Παπαδόπουλοι Α.Ε.", "Θεσσαλονίκη"),
        ("Продавачица", "Пекара «Ђурђевак»", "Нови Сад"),
    ];
    for (entry, (role, employer, place)) in cv.experience.iter_mut().zip(texts) {
        entry.role = role.to_owned();
        entry.employer = employer.to_owned();
        entry.place = place.to_owned();
    }
    cv.experience[0].description = "- Прибирання палат і коридорів за графіком, облік засобів\n\
         - Допомога пацієнтам під час обіду\n\
         - Навчання нових працівниць: перші два тижні разом"
        .to_owned();
    cv.experience[1].description =
        "Παραλαβή και έλεγχος εμπορευμάτων, απογραφή κάθε μήνα, συνεργασία με τους οδηγούς."
            .to_owned();
    cv
}

/// A CV pasted from a telephone: emoji, pasted signs, letters without a font.
pub fn emoji() -> Cv {
    let mut cv = one_page();
    cv.personal.headline = "Barista 😀 e cameriera ⭐".to_owned();
    cv.profile = "📞 sempre raggiungibile, ✅ puntuale, 𝐦𝐨𝐥𝐭𝐨 ordinata ❤ – mi chiamo أمينة, \
                  parlo 中文 e vengo da 🇲🇦. Numeri: ① ② ½ ≥ 3 → 4."
        .to_owned();
    cv.experience[0].description =
        "\u{F0B7} Cassa 💶\n\u{F0B7} Banco ☕ 👩‍🍳\n\u{F0B7} Pulizia z\u{335}\u{334}\u{336}\u{337}\u{338}a"
            .to_owned();
    cv
}

/// Words and addresses that are wider than a line.
pub fn long_words() -> Cv {
    let mut cv = one_page();
    cv.personal.family_name = "Rossi-Bianchi-Verdi-Quattrocchi-Montefalcone-Castelnuovo".to_owned();
    cv.personal.website = format!("https://www.esempio.it/{}", "profilo/persona/".repeat(9));
    cv.personal.email = format!("{}@posta.example", "nome.cognome.".repeat(7));
    cv.profile = format!("Tutto attaccato: {}", "Casalmaggiore".repeat(20));
    cv.experience[0].role =
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(2);
    cv.experience[0].description = format!(
        "- https://www.esempio.it/lavori?{}\n- Precipitevolissimevolmente, {}",
        "categoria=magazzino&pagina=12&".repeat(8),
        "supercalifragilistichespiralidoso".repeat(5)
    );
    cv
}
