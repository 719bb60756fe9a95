//! The module with what one does with a CV beside writing it.
//! What is in it is decided here: all that only `cv_tools` leads to.

use super::NotLoaded;
use crate::components::arrangement::arrangement;
use crate::components::attachment_pane::attachment_pane;
use crate::components::attachments::attachment_list;
use crate::components::beside_field::{beside_field, beside_list};
use crate::components::drag_handle::drag_handle;
use crate::components::photo_field::photo_field;
use crate::components::preview_pages::preview;
use crate::components::way_back::way_back;
use crate::pages::check::{check_beside_form, check_page};
use crate::pages::cv_copy::copy_page;
use crate::pages::cv_menu::cv_menu;
use crate::pages::cv_print::print_page;
use crate::pages::cv_translation::translation_page;
use crate::pages::cv_versions::versions_page;
use crate::pages::export::export_page;
use crate::pages::guided::guided_page;
use crate::pages::import::import_page;
use crate::pages::preview::preview_page;
use crate::state::cv_editor::CvEditor;
use crate::state::pdf;
use approdo_domain::{CvPlace, ItemId, Section};
use leptos::prelude::AnyView;
use wasm_split_helpers::wasm_split;

/// What the module gives, once it is there.
#[derive(Debug, Clone, Copy)]
pub struct CvTools {
    /// Draws order and names of the headings.
    pub arrangement: fn(CvEditor) -> AnyView,
    /// Draws what stands under a field: suggestions, ready phrases, explanations.
    pub beside_field: fn(CvEditor, CvPlace) -> AnyView,
    /// Draws what stands under a list of entries: entries to tap.
    pub beside_list: fn(CvEditor, Section) -> AnyView,
    /// Draws the check beside the form.
    pub check_beside_form: fn(CvEditor) -> AnyView,
    /// Draws the page with the check.
    pub check_page: fn(CvEditor) -> AnyView,
    /// Draws the handle by which an entry is dragged.
    pub drag_handle: fn(CvEditor, Section, ItemId) -> AnyView,
    /// Makes the PDF of a CV and saves it.
    pub download_pdf: fn(CvEditor),
    /// Draws one question of the guided way.
    pub guided_page: fn(CvEditor) -> AnyView,
    /// Draws the question what a copy of a CV is for.
    pub copy_page: fn(CvEditor) -> AnyView,
    /// Draws the inside of a CV's menu in the list.
    pub cv_menu: fn(CvEditor) -> AnyView,
    /// Draws the files beside a CV.
    pub attachment_list: fn(CvEditor) -> AnyView,
    /// Draws the file that is looked at while one writes.
    pub attachment_pane: fn(CvEditor) -> AnyView,
    /// Draws the photo, with all that can be done to it.
    pub photo_field: fn(CvEditor) -> AnyView,
    /// Draws the pages beside the form.
    pub preview: fn(CvEditor) -> AnyView,
    /// Draws the page with the pages as they will be printed.
    pub preview_page: fn(CvEditor) -> AnyView,
    /// Draws the page with the ways of giving a CV away.
    pub export_page: fn(CvEditor) -> AnyView,
    /// Draws the page that opens a CV from a file.
    pub import_page: fn() -> AnyView,
    /// Draws the pages for a printer.
    pub print_page: fn(CvEditor) -> AnyView,
    /// Draws the page on a CV in another language.
    pub translation_page: fn(CvEditor) -> AnyView,
    /// Draws the way back to the page that led to the CV.
    pub way_back: fn(CvEditor) -> AnyView,
    /// Draws the versions of a CV, day by day.
    pub versions_page: fn(CvEditor) -> AnyView,
}

/// Returns the tools, fetching their module the first time.
///
/// # Errors
/// When the module is neither on this device nor to be had over the network.
#[wasm_split(cv_tools, fallible)]
pub fn cv_tools() -> Result<CvTools, NotLoaded> {
    Ok(CvTools {
        arrangement,
        beside_field,
        beside_list,
        check_beside_form,
        check_page,
        drag_handle,
        download_pdf: pdf::download,
        guided_page,
        copy_page,
        cv_menu,
        attachment_list,
        attachment_pane,
        photo_field,
        preview,
        preview_page,
        export_page,
        import_page,
        print_page,
        translation_page,
        way_back,
        versions_page,
    })
}
