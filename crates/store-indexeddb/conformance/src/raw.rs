//! Databases as JSON and back, for golden files: bytes as `{"bytes": hexadecimal}`, fields that are
//! there without a value as `{"undefined": true}`.

use crate::another_page::RawDatabase;
use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use serde_json::{Map, Value, json};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a database from JSON.
pub fn from_json(text: &str) -> Result<RawDatabase, String> {
    let database: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let version = database["version"].as_u64().ok_or("no version")?;
    let operations = database["operations"].as_array().ok_or("no operations")?;
    let state = database["state"].as_object().ok_or("no state")?;
    Ok(RawDatabase {
        version: u32::try_from(version).map_err(|error| error.to_string())?,
        operations: operations.iter().map(raw).collect(),
        state: (state.iter())
            .map(|(name, record)| (name.clone(), raw(record)))
            .collect(),
    })
}

/// Writes a database as JSON, one record in each line. The mark of its life is drawn anew in each
/// database, and left out.
pub fn to_json(database: &RawDatabase) -> String {
    let lines = |records: Vec<String>| records.join(",\n");
    let operations = database.operations.iter().map(|raw| plain(raw).to_string());
    let state = database.state.iter().filter(|(name, _)| name != "life");
    let state = state.map(|(name, raw)| format!("{}:{}", json!(name), plain(raw)));
    format!(
        "{{\"version\":{},\n\"operations\":[\n{}\n],\n\"state\":{{\n{}\n}}}}\n",
        database.version,
        lines(operations.collect()),
        lines(state.collect()),
    )
}

/// Makes a value of the browser from JSON.
fn raw(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(flag) => JsValue::from_bool(*flag),
        Value::Number(number) => JsValue::from_f64(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => JsValue::from_str(text),
        Value::Array(list) => list.iter().map(raw).collect::<Array>().into(),
        Value::Object(fields) => {
            if let Some(Value::String(digits)) = fields.get("bytes") {
                return Uint8Array::from(bytes(digits).as_slice()).into();
            }
            if fields.contains_key("undefined") {
                return JsValue::UNDEFINED;
            }
            let object = Object::new();
            for (name, field) in fields {
                // Setting a field of a fresh object has no way to fail.
                let _ = Reflect::set(&object, &JsValue::from_str(name), &raw(field));
            }
            object.into()
        }
    }
}

/// Makes JSON from a value of the browser.
pub fn plain(raw: &JsValue) -> Value {
    if let Some(bytes) = raw.dyn_ref::<Uint8Array>() {
        return json!({ "bytes": hexadecimal(&bytes.to_vec()) });
    }
    if let Some(list) = raw.dyn_ref::<Array>() {
        return list.iter().map(|item| plain(&item)).collect();
    }
    if raw.is_undefined() {
        return json!({ "undefined": true });
    }
    if let Some(object) = raw.dyn_ref::<Object>() {
        let mut fields = Map::new();
        for name in Object::keys(object).iter() {
            let field = Reflect::get(object, &name).unwrap_or_default();
            fields.insert(name.as_string().unwrap_or_default(), plain(&field));
        }
        return Value::Object(fields);
    }
    let text = JSON::stringify(raw).map(String::from).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

fn bytes(digits: &str) -> Vec<u8> {
    let pairs = (0..digits.len())
        .step_by(2)
        .filter_map(|start| digits.get(start..start + 2));
    pairs
        .filter_map(|pair| u8::from_str_radix(pair, 16).ok())
        .collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
