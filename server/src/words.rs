//! Plain Italian nouns. Both devices of a link show the same one, so that a person can see that
//! they are linking the two they hold in their hands.

use crate::secrets::{NoRandomness, random_bytes};

/// Draws a word.
///
/// # Errors
/// [`NoRandomness`] if the machine has none.
pub fn matching_word() -> Result<&'static str, NoRandomness> {
    let drawn = u32::from_be_bytes(random_bytes()?);
    let index = usize::try_from(drawn).unwrap_or(0) % WORDS.len();
    Ok(WORDS[index])
}

#[rustfmt::skip]
const WORDS: [&str; 377] = [
    "abete", "acero", "acqua", "agnello", "ala", "albero", "alce", "alga", "alloro", "ambra",
    "amico", "anatra", "ancora", "anello", "angolo", "anguria", "anice", "ape", "aquila",
    "arancia", "arco", "argilla", "argine", "aria", "armadio", "arpa", "asino", "astuccio",
    "aurora", "autunno", "azalea", "baco", "baffo", "baia", "balcone", "balena", "ballo", "banana",
    "banco", "barca", "bastone", "battello", "baule", "becco", "bilancia", "binario", "biscotto",
    "bosco", "bottiglia", "bottone", "braccio", "brezza", "brina", "brocca", "bruco", "bussola",
    "cacao", "calamita", "camino", "camoscio", "campana", "campo", "canale", "candela", "cane",
    "canguro", "canto", "capanna", "cappello", "capra", "carota", "carro", "carta", "cascata",
    "castagna", "castello", "castoro", "catena", "cavallo", "cedro", "cervo", "cesto", "chiave",
    "chiesa", "chiodo", "chitarra", "ciliegia", "cielo", "cigno", "cima", "cipolla", "cipresso",
    "civetta", "coccio", "coda", "collina", "colomba", "colonna", "coltello", "conchiglia",
    "coniglio", "coperta", "corallo", "corda", "cornice", "corona", "corvo", "cotone", "cratere",
    "cucchiaio", "cuoco", "cuscino", "dado", "daino", "dattero", "delfino", "deserto", "diamante",
    "diario", "disco", "divano", "dolce", "duna", "edera", "elefante", "elmo", "erba", "faggio",
    "fagiolo", "falco", "fanale", "faro", "farfalla", "farina", "favola", "felce", "fico", "fiera",
    "fieno", "finestra", "fiore", "fiume", "flauto", "foca", "foglia", "fonte", "forchetta",
    "foresta", "formica", "forno", "fragola", "freccia", "frumento", "fuoco", "gabbiano", "gallo",
    "gatto", "gelato", "gelso", "gemma", "geranio", "ghiaccio", "ghianda", "ghiro", "giacca",
    "giardino", "giglio", "ginestra", "giorno", "giraffa", "girasole", "golfo", "gomito", "grano",
    "grillo", "grotta", "guanto", "gufo", "iris", "isola", "istrice", "lago", "lampada", "lampone",
    "lana", "lanterna", "larice", "latte", "lavagna", "legno", "lenticchia", "leone", "lepre",
    "lettera", "libro", "limone", "lince", "lino", "lontra", "luce", "lucciola", "lumaca", "luna",
    "lupo", "macina", "maglia", "magnete", "mandorla", "mango", "mantello", "marmo", "martello",
    "maschera", "mattone", "mela", "melograno", "melone", "menta", "mercato", "merlo", "miele",
    "mimosa", "mirtillo", "molo", "montagna", "mora", "mulino", "muschio", "museo", "nastro",
    "nave", "nebbia", "neve", "nido", "nocciola", "noce", "nodo", "notte", "nuvola", "oasi", "oca",
    "olio", "oliva", "olmo", "ombra", "onda", "orchidea", "orologio", "orso", "orto", "ortica",
    "padella", "pagina", "paglia", "palco", "palla", "palma", "pane", "panino", "papavero",
    "parco", "passero", "pastello", "patata", "pavone", "pecora", "penna", "pepe", "pera", "perla",
    "pesca", "pettine", "piazza", "picchio", "piega", "pietra", "pigna", "pino", "pioggia",
    "pioppo", "piuma", "platano", "poeta", "polvere", "pomodoro", "ponte", "porta", "porto",
    "posta", "prato", "primavera", "prugna", "puledro", "quaderno", "quadro", "quercia", "radice",
    "ragno", "ramo", "rana", "rapa", "remo", "rete", "riccio", "riso", "riva", "roccia", "rondine",
    "rosa", "rosmarino", "rotaia", "ruota", "ruscello", "sabbia", "sacco", "sale", "salice",
    "salvia", "sasso", "scala", "scarpa", "scatola", "sciarpa", "scoglio", "scoiattolo", "scopa",
    "secchio", "sedia", "segale", "selva", "seme", "sentiero", "seta", "siepe", "sole", "sorgente",
    "spiaggia", "spiga", "stagno", "stella", "strada", "susina", "tamburo", "tappeto", "tartaruga",
    "tasca", "tavolo", "tazza", "tegola", "telaio", "tenda", "timo", "tino", "tonno", "topo",
    "torre", "torta", "treno", "trota", "tulipano", "uva", "valigia", "valle", "vaso", "vela",
    "vento", "verdura", "vetro", "viola", "vite", "volpe", "zaino", "zattera", "zebra", "zenzero",
    "zucca", "zucchero",
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_guess_of_the_word_is_right_less_than_once_in_256() {
        let different: BTreeSet<&str> = WORDS.into_iter().collect();
        assert_eq!(different.len(), WORDS.len());
        assert!(different.len() >= 256);
    }
}
