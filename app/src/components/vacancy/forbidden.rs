//! Words of a vacancy that choose people by what nobody may choose by: named kindly, with the law and who helps.

use crate::i18n::{Key, format, text};
use approdo_domain::application::{ForbiddenGround, forbidden_grounds};
use leptos::prelude::*;

/// Draws what is said about a text; nothing if it chooses nobody so.
pub fn forbidden_notice(vacancy: &str) -> Option<AnyView> {
    let found = forbidden_grounds(vacancy);
    if found.is_empty() {
        return None;
    }
    let is_any = |grounds: &[ForbiddenGround]| {
        let mut found = found.iter();
        found.any(|one| grounds.contains(&one.ground))
    };
    let equality = is_any(&[ForbiddenGround::Sex, ForbiddenGround::Family]);
    let unar = is_any(&[ForbiddenGround::Origin, ForbiddenGround::Belief]);
    let lines = found.iter().map(|one| {
        let words = vacancy.get(one.range.clone()).unwrap_or_default();
        let ground = text(ground_words(one.ground));
        let words = format(
            Key::ForbiddenGround,
            &[("words", words), ("ground", &ground)],
        );
        view! { <li>{words}</li> }
    });
    let lines: Vec<_> = lines.collect();
    Some(
        view! {
            <section class="notice" data-kind="warning" data-forbidden="">
                <h2 class="notice-title">{text(Key::ForbiddenTitle)}</h2>
                <ul>{lines}</ul>
                <p>{text(Key::ForbiddenAdvice)}</p>
                <p>
                    {text(Key::ForbiddenHelp)}
                    {equality.then(|| format!(" {}", text(Key::ForbiddenHelpEquality)))}
                    {unar.then(|| format!(" {}", text(Key::ForbiddenHelpUnar)))}
                </p>
            </section>
        }
        .into_any(),
    )
}

fn ground_words(ground: ForbiddenGround) -> Key {
    match ground {
        ForbiddenGround::Sex => Key::ForbiddenSex,
        ForbiddenGround::Age => Key::ForbiddenAge,
        ForbiddenGround::Family => Key::ForbiddenFamily,
        ForbiddenGround::Origin => Key::ForbiddenOrigin,
        ForbiddenGround::Health => Key::ForbiddenHealth,
        ForbiddenGround::Belief => Key::ForbiddenBelief,
    }
}
