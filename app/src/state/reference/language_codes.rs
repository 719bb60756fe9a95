//! Languages that are offered while one types. Their names are the browser's.

/// Codes of ISO 639-1, or of ISO 639-3 where there is no shorter one: languages of Europe and of the
/// countries from which many people in Italy come.
pub(super) const CODES: [&str; 82] = [
    "it", "en", "fr", "de", "es", "pt", "ro", "sq", "ar", "uk", "ru", "zh", "bn", "hi", "pa", "ur",
    "si", "ta", "te", "ml", "ne", "fil", "tl", "tr", "fa", "ps", "ku", "ckb", "am", "ti", "om",
    "so", "sw", "wo", "ff", "bm", "mnk", "ha", "yo", "ig", "ak", "ee", "ln", "rw", "mg", "ber",
    "kab", "pl", "cs", "sk", "hu", "bg", "mk", "sr", "hr", "bs", "sl", "el", "mt", "nl", "da",
    "sv", "nb", "fi", "et", "lv", "lt", "ga", "ca", "eu", "gl", "ka", "hy", "he", "rom", "vi",
    "th", "id", "ja", "ko", "la", "sc",
];
