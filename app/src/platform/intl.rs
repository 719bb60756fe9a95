//! Plurals, dates and numbers as the browser knows them for a language.

use js_sys::{Object, Reflect};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Clone)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Clone)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &JsValue) -> DateTimeFormat;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &JsValue) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method)]
    fn of(this: &DisplayNames, code: &str) -> Option<String>;
}

/// Which parts of a moment are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Parts {
    Day,
    Time,
    DayAndTime,
}

thread_local! {
    static RULES: RefCell<HashMap<String, PluralRules>> = RefCell::default();
    static FORMATS: RefCell<HashMap<(String, Parts), DateTimeFormat>> = RefCell::default();
}

/// Returns the plural category (Unicode CLDR) of a number: `one`, `few`, `many`, `other` and so on.
pub fn plural_category(locale: &str, number: usize) -> String {
    let rules = RULES.with_borrow_mut(|rules| {
        rules
            .entry(locale.to_owned())
            .or_insert_with(|| PluralRules::new(locale))
            .clone()
    });
    rules.select(number as f64)
}

/// Returns a day, such as `3 nov 2026`, in the device's time zone.
pub fn date(locale: &str, at_ms: u64) -> String {
    format(locale, Parts::Day, at_ms)
}

/// Returns a day and a time, such as `3 nov 2026, 14:32`, in the device's time zone.
pub fn date_time(locale: &str, at_ms: u64) -> String {
    format(locale, Parts::DayAndTime, at_ms)
}

/// Returns a time of day, such as `14:32`, in the device's time zone.
pub fn time(locale: &str, at_ms: u64) -> String {
    format(locale, Parts::Time, at_ms)
}

/// Returns a number with at most so many digits after the comma.
pub fn number(locale: &str, number: f64, digits: u32) -> String {
    let options = Object::new();
    set(
        &options,
        "maximumFractionDigits",
        &JsValue::from_f64(f64::from(digits)),
    );
    NumberFormat::new(locale, &options).format(number)
}

/// Returns the names of languages, each beginning with a capital letter; those that the browser does not
/// know are left out.
pub fn language_names(locale: &str, codes: &[&str]) -> Vec<String> {
    let options = Object::new();
    set(&options, "type", &"language".into());
    set(&options, "fallback", &"none".into());
    let Ok(names) = DisplayNames::new(locale, &options) else {
        return Vec::new();
    };
    let names = codes.iter().filter_map(|code| names.of(code));
    names.map(|name| with_capital(&name)).collect()
}

fn with_capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn format(locale: &str, parts: Parts, at_ms: u64) -> String {
    let format = FORMATS.with_borrow_mut(|formats| {
        formats
            .entry((locale.to_owned(), parts))
            .or_insert_with(|| DateTimeFormat::new(locale, &options(parts)))
            .clone()
    });
    // Beyond this the browser knows no date and throws.
    format.format((at_ms as f64).min(8.64e15))
}

fn options(parts: Parts) -> Object {
    let options = Object::new();
    if matches!(parts, Parts::Day | Parts::DayAndTime) {
        set(&options, "dateStyle", &"medium".into());
    }
    if matches!(parts, Parts::Time | Parts::DayAndTime) {
        set(&options, "timeStyle", &"short".into());
    }
    options
}

fn set(options: &Object, name: &str, value: &JsValue) {
    // Setting a field of a fresh object has no way to fail.
    let _ = Reflect::set(options, &name.into(), value);
}
