//! What happens when the client itself fails: the person is told, instead of facing a dead page.

/// Writes the reason to the console and shows words on top of the page. A module that panicked
/// cannot go on; what is in the store is not touched.
pub fn report(reason: &str, words: &str) {
    web_sys::console::error_1(&reason.into());
    let document = web_sys::window().and_then(|window| window.document());
    let Some((body, notice)) = document.and_then(|document| {
        let body = document.body()?;
        Some((body, document.create_element("p").ok()?))
    }) else {
        return;
    };
    notice.set_class_name("notice");
    notice.set_text_content(Some(words));
    for (name, value) in [
        ("data-kind", "error"),
        ("role", "alert"),
        ("data-notice", "crashed"),
    ] {
        // Nothing better can be done if even this fails.
        let _ = notice.set_attribute(name, value);
    }
    let _ = body.prepend_with_node_1(&notice);
}
