//! One question on the screen: how far one is, the question, its answer, and the ways on and back.

use super::done::done;
use super::entries::{entries, skips_part};
use super::fields::fields;
use super::languages::{italian_level, mother_tongue, other_languages};
use super::look::look;
use super::names::name_list;
use super::picture::picture;
use super::profile::profile;
use super::read_aloud::ReadAloud;
use super::walk::{NEXT, Walk};
use super::words::{Words, picture_of, words};
use crate::components::icon::{Icon, icon};
use crate::components::offline_line::OfflineLine;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::part::Part;
use crate::i18n::{Key, format, text};
use crate::platform::screen_keyboard;
use crate::state::client::use_client;
use crate::state::guided::{Chapter, GuidedWay, Question};
use approdo_domain::Section;
use leptos::prelude::*;

/// Draws a question.
pub fn question_screen(walk: Walk) -> AnyView {
    let cv = walk.cv();
    let said = words(walk.question, &cv);
    let chapter = walk.question.chapter(&cv);
    let keyboard = StoredValue::new_local(screen_keyboard::watch());
    on_cleanup(move || keyboard.dispose());
    Effect::new(move |_| use_client().offline.begin());
    // Between beginning and end it would only be in the way.
    let says_offline = matches!(walk.question, Question::Name | Question::Done);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        walk.on();
    };
    view! {
        <PageFrame title=text(said.title) class="guided">
            {top(walk, &GuidedWay::of(&cv))}
            <form
                class="guided-question"
                novalidate
                data-question=walk.question.code()
                on:submit=submit
            >
                {heading(walk, said, chapter)}
                <div class="guided-answer">{answer(walk)}</div>
                {bar(walk)}
            </form>
            {says_offline.then(|| view! { <OfflineLine /> })}
        </PageFrame>
    }
    .into_any()
}

/// How far one is, and the way to the same field in the editor.
fn top(walk: Walk, way: &GuidedWay) -> AnyView {
    let (number, total) = way.progress(walk.question);
    let values = [number.to_string(), total.to_string()];
    let words = format(
        Key::GuidedProgress,
        &[("number", &values[0]), ("total", &values[1])],
    );
    let editor = format!("/cv/{}", walk.editor.id());
    view! {
        <div class="guided-top">
            <p id="guided-progress">{words}</p>
            <progress
                class="progress"
                max=total.to_string()
                value=number.to_string()
                aria-labelledby="guided-progress"
            ></progress>
            <a
                href=editor
                class="text-link"
                data-action="open-editor"
                on:click=move |_| lead_to_editor(walk)
            >
                {text(Key::GuidedToEditor)}
            </a>
        </div>
    }
    .into_any()
}

fn heading(walk: Walk, said: Words, chapter: Chapter) -> AnyView {
    let (title, hint) = (text(said.title), text(said.hint));
    let aloud = format!("{title} {hint}");
    view! {
        <div class="guided-heading">
            <span class="guided-picture">{picture(picture_of(chapter, walk.question))}</span>
            <PageTitle words=title />
        </div>
        <div class="guided-help">
            <p>{hint}</p>
            <ReadAloud words=aloud />
        </div>
    }
    .into_any()
}

fn answer(walk: Walk) -> AnyView {
    match walk.question {
        Question::Worked
        | Question::MoreWork
        | Question::OtherTime
        | Question::MoreTime
        | Question::School
        | Question::MoreSchool => entries(walk),
        Question::Courses => name_list(
            walk,
            Section::Certificates,
            Key::GuidedCoursesChips,
            Key::GuidedCoursesOther,
        ),
        Question::Skills => name_list(
            walk,
            Section::Skills,
            Key::GuidedSkillsChips,
            Key::GuidedSkillsOther,
        ),
        Question::MotherTongue => mother_tongue(walk),
        Question::Italian => italian_level(walk),
        Question::OtherLanguages => other_languages(walk),
        Question::Profile => profile(walk),
        Question::Look => look(walk),
        Question::Done => done(walk),
        _ => fields(walk),
    }
}

/// The ways back and on, where a thumb reaches them.
fn bar(walk: Walk) -> AnyView {
    let is_first = walk.question == Question::Name;
    let is_last = walk.question == Question::Done;
    let skip = if skips_part(walk) {
        Key::GuidedSkipPart
    } else {
        Key::GuidedSkip
    };
    view! {
        <p class="field-error" role="status">
            {move || walk.is_still_to_check().then(|| text(Key::GuidedCheckField))}
        </p>
        <div class="guided-bar">
            {(!is_first)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button button-secondary"
                            data-action="guided-back"
                            on:click=move |_| walk.back()
                        >
                            {icon(Icon::Back)}
                            {text(Key::GuidedBack)}
                        </button>
                    }
                })}
            {(!is_last)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button button-quiet"
                            data-action="guided-skip"
                            on:click=move |_| walk.skip()
                        >
                            {text(skip)}
                        </button>
                        <button
                            type="submit"
                            class="button button-primary"
                            id=NEXT
                            data-action="guided-next"
                        >
                            {text(Key::GuidedNext)}
                        </button>
                    }
                })}
        </div>
    }
    .into_any()
}

/// Has the editor open where the question is.
fn lead_to_editor(walk: Walk) {
    let first = walk.question.fields().first().copied();
    let part = first.map_or_else(|| part_of(walk.question), Part::of);
    let field = first.map_or_else(
        || format!("toggle-{}", part.word()),
        crate::components::field_facts::field_id,
    );
    use_client().jumps.ask(part.jump(field));
}

/// Returns the part of the editor for questions without a field of their own.
fn part_of(question: Question) -> Part {
    match question {
        Question::Worked | Question::MoreWork | Question::OtherTime | Question::MoreTime => {
            Part::List(Section::Experience)
        }
        Question::School | Question::MoreSchool => Part::List(Section::Education),
        Question::Courses => Part::List(Section::Certificates),
        Question::MotherTongue | Question::Italian | Question::OtherLanguages => {
            Part::List(Section::Languages)
        }
        Question::Driving => Part::Driving,
        Question::Availability => Part::Availability,
        Question::Skills => Part::List(Section::Skills),
        _ => Part::Personal,
    }
}
