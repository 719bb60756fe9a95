//! What goes out only if the person says so, each time.

use crate::i18n::{Key, text};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::export_choices::offered;
use approdo_domain::SensitiveField;
use leptos::prelude::*;

/// A box for each sensitive field that is written; nothing if none is.
#[component]
pub fn ExportFields(
    /// The CV.
    editor: CvEditor,
) -> impl IntoView {
    let revision = editor.revision();
    let fields = Memo::new(move |_| {
        revision.track();
        offered(&editor.cv())
    });
    let boxes = move || fields.with(|fields| (!fields.is_empty()).then(|| boxes(editor, fields)));
    boxes.into_any()
}

fn boxes(editor: CvEditor, fields: &[SensitiveField]) -> AnyView {
    let boxes: Vec<AnyView> = fields.iter().map(|field| one(editor, *field)).collect();
    view! {
        <details class="card more" data-action="export-fields">
            <summary>{text(Key::ExportLegend)}</summary>
            <fieldset aria-describedby="export-hint">
                <legend class="visually-hidden">{text(Key::ExportLegend)}</legend>
                <p class="field-hint" id="export-hint">{text(Key::ExportHint)}</p>
                {boxes}
            </fieldset>
        </details>
    }
    .into_any()
}

fn one(editor: CvEditor, field: SensitiveField) -> AnyView {
    let choices = use_client().export_choices;
    let id = editor.id();
    view! {
        <label class="checkbox-row">
            <input
                type="checkbox"
                data-export=field_word(field)
                prop:checked=move || choices.of(id).contains(field)
                on:change=move |event| choices.choose(id, field, event_target_checked(&event))
            />
            <span>{text(field_label(field))}</span>
        </label>
    }
    .into_any()
}

fn field_word(field: SensitiveField) -> &'static str {
    match field {
        SensitiveField::Photo => "photo",
        SensitiveField::BirthDate => "birth-date",
        SensitiveField::Nationality => "nationality",
        SensitiveField::FullAddress => "full-address",
        SensitiveField::TaxCode => "tax-code",
        SensitiveField::Permit => "permit",
        SensitiveField::ProtectedCategory => "protected-category",
    }
}

/// Returns how a sensitive field is called.
pub fn field_label(field: SensitiveField) -> Key {
    match field {
        SensitiveField::Photo => Key::FieldPhoto,
        SensitiveField::BirthDate => Key::FieldBirthDate,
        SensitiveField::Nationality => Key::FieldNationality,
        SensitiveField::FullAddress => Key::ExportFullAddress,
        SensitiveField::TaxCode => Key::FieldTaxCode,
        SensitiveField::Permit => Key::SectionPermit,
        SensitiveField::ProtectedCategory => Key::ExportProtectedCategory,
    }
}
