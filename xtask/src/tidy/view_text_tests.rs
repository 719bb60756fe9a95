//! Examples of markup that breaks the rule on words in `view!`, and of markup that keeps it.

use super::*;

fn found(markup: &str) -> Vec<String> {
    let file = TextFile {
        path: "app/src/pages/home.rs".to_owned(),
        text: String::new(),
    };
    let tokens = format!("fn page() {{ view! {{ {markup} }} }}")
        .parse()
        .unwrap();
    check(&file, tokens)
        .into_iter()
        .map(|finding| {
            let (shown, _) = finding.message.split_once(" is a text").unwrap();
            shown.to_owned()
        })
        .collect()
}

#[test]
fn texts_between_tags_are_found() {
    assert_eq!(found(r#"<p>"Ciao"</p>"#), ["\"Ciao\""]);
    assert_eq!(found("<p>Ciao a tutti</p>"), ["Ciao"]);
    assert_eq!(found(r#"<p>{text(Key::Name)} " anni"</p>"#), ["\" anni\""]);
    assert_eq!(
        found(r#"<p on:click=move |_| go("/cv")>"Vai"</p>"#),
        ["\"Vai\""]
    );
}

#[test]
fn texts_in_branches_are_found() {
    assert_eq!(
        found(r#"<p>{move || if saved() { "Salvato" } else { "In attesa" }}</p>"#),
        ["\"Salvato\"", "\"In attesa\""]
    );
    assert_eq!(
        found(r#"<p>{match state() { State::Saved => "Salvato", _ => "" }}</p>"#),
        ["\"Salvato\""]
    );
    assert_eq!(
        found(r#"<p>{format!("{count} anni")}</p>"#),
        ["\"{count} anni\""]
    );
    assert_eq!(found(r#"<p>{move || "Salvato"}</p>"#), ["\"Salvato\""]);
}

#[test]
fn attributes_for_people_are_found() {
    assert_eq!(
        found(r#"<input placeholder="Nome" type="text"/>"#),
        ["\"Nome\""]
    );
    assert_eq!(found(r#"<button aria-label="Chiudi"/>"#), ["\"Chiudi\""]);
    assert_eq!(found(r#"<img attr:alt={"Foto"}/>"#), ["\"Foto\""]);
    assert_eq!(found(r#"<Field label="Nome" name="name"/>"#), ["\"Nome\""]);
}

#[test]
fn texts_within_nested_views_are_found_once() {
    assert_eq!(
        found(r#"<Show when=move || open.get()>{move || view! { <p>"Ciao"</p> }}</Show>"#),
        ["\"Ciao\""]
    );
}

#[test]
fn what_nobody_reads_is_fine() {
    for markup in [
        r#"<p class="lead" id="a" data-state="saved">{text(Key::Name)}</p>"#,
        r#"<a href=format!("/cv/{id}") class:open=move || n > 3>{name}" · "{number}</a>"#,
        r#"<p class=move || if open() { "open" } else { "closed" }>{move || text(Key::Open)}</p>"#,
        r#"<p>{let kind = "info"; text(key(kind))}</p>"#,
        r#"<p>{match kind { "info" => text(Key::Info), _ => text(Key::Other) }}</p>"#,
        r#"<For each=move || items() key=|item| item.id let:item><Row item/></For>"#,
        r#"<span class="brand">"Approdo"</span>"#,
        r#"<List<Item> items=collect::<Vec<_>>() label=text(Key::List)>"–"</List<Item>>"#,
        r#"<p>{format!("{} / {}", done, total)}</p>"#,
        r#"<input aria-describedby="hint-1" prop:value=move || value.get().unwrap_or("x")/>"#,
        "<></>",
        r#"<button title=move || text(Key::Close) on:click=move |_| close()>"×"</button>"#,
    ] {
        assert!(found(markup).is_empty(), "{markup}: {:?}", found(markup));
    }
}

#[test]
fn only_the_pages_of_the_client_are_judged() {
    let file = |path: &str| TextFile {
        path: path.to_owned(),
        text: String::new(),
    };
    let tokens: TokenStream = r#"fn f() { view! { <p>"Ciao"</p> } }"#.parse().unwrap();
    assert!(check(&file("app/src/platform/x.rs"), tokens.clone()).is_empty());
    assert!(check(&file("server/src/x.rs"), tokens.clone()).is_empty());
    assert_eq!(check(&file("app/src/pages/x.rs"), tokens).len(), 1);
}
