//! Questions that begin an entry: work, time without pay, school. What is told already is listed, and
//! each can be gone back to.

use super::walk::Walk;
use crate::components::choice_words::qualification_level;
use crate::components::entry_fields::entry_title;
use crate::components::icon::{Icon, icon};
use crate::i18n::{Key, text};
use crate::state::guided::question::{OTHER_TIME, is_work};
use crate::state::guided::{GuidedWay, Question};
use approdo_domain::{ExperienceKind, ItemId, QualificationLevel, Section};
use leptos::prelude::*;

/// Draws what can be answered to a question that begins an entry.
pub fn entries(walk: Walk) -> AnyView {
    match walk.question {
        Question::Worked => work(walk, Key::GuidedWorkedYes),
        Question::MoreWork => work(walk, Key::GuidedMoreWorkYes),
        Question::OtherTime | Question::MoreTime => other_time(walk),
        _ => school(walk),
    }
}

fn work(walk: Walk, first: Key) -> AnyView {
    let cv = walk.cv();
    let jobs = cv.experience.iter().filter(|entry| is_work(entry));
    let jobs: Vec<ItemId> = jobs.map(|entry| entry.id).collect();
    let (add, none) = if jobs.is_empty() {
        (first, Key::GuidedWorkedNo)
    } else {
        (Key::GuidedMoreWorkYes, Key::GuidedNoMore)
    };
    view! {
        {told(walk, Section::Experience, &jobs)}
        <div class="choice-list">
            {answer("tell-work", add, move || walk.tell_experience(None))}
            {answer("tell-nothing", none, move || walk.skip())}
        </div>
    }
    .into_any()
}

fn other_time(walk: Walk) -> AnyView {
    let cv = walk.cv();
    let entries = cv.experience.iter().filter(|entry| !is_work(entry));
    let entries: Vec<ItemId> = entries.map(|entry| entry.id).collect();
    let kinds = OTHER_TIME.map(|kind| {
        let tell = move || walk.tell_experience(Some(kind));
        answer(kind.code(), kind_key(kind), tell)
    });
    view! {
        {told(walk, Section::Experience, &entries)}
        <div class="choice-list">
            {Vec::from(kinds)} {answer("tell-nothing", Key::GuidedNoMore, move || walk.skip())}
        </div>
    }
    .into_any()
}

fn kind_key(kind: ExperienceKind) -> Key {
    match kind {
        ExperienceKind::Traineeship => Key::GuidedKindTraineeship,
        ExperienceKind::Volunteering => Key::GuidedKindVolunteering,
        ExperienceKind::CivilService => Key::GuidedKindCivilService,
        _ => Key::GuidedKindFamilyCare,
    }
}

fn school(walk: Walk) -> AnyView {
    let schools = walk.cv().entry_ids(Section::Education);
    let levels = QualificationLevel::ALL.map(|level| {
        let tell = move || walk.tell_school(Some(level));
        answer(level.code(), qualification_level(level), tell)
    });
    let other = if schools.is_empty() {
        Key::GuidedSchoolNone
    } else {
        Key::GuidedSchoolOther
    };
    view! {
        {told(walk, Section::Education, &schools)}
        <div class="choice-list">
            {Vec::from(levels)} {answer("other", other, move || walk.tell_school(None))}
        </div>
    }
    .into_any()
}

/// Draws what is told already; each leads back to its first question.
fn told(walk: Walk, section: Section, entries: &[ItemId]) -> Option<AnyView> {
    if entries.is_empty() {
        return None;
    }
    let lines = entries.iter().map(|item| {
        let title = entry_title(walk.editor, section, *item);
        let first = match section {
            Section::Education => Question::Title(*item),
            _ => Question::Role(*item),
        };
        view! {
            <li>
                <a href=walk.address(first) data-action="guided-change" data-entry=item.to_string()>
                    {icon(Icon::Edit)}
                    <span>{move || title.get()}</span>
                </a>
            </li>
        }
        .into_any()
    });
    let lines: Vec<AnyView> = lines.collect();
    Some(
        view! {
            <h2 class="guided-told">{text(Key::GuidedSaid)}</h2>
            <ul class="choice-list">{lines}</ul>
        }
        .into_any(),
    )
}

fn answer(word: &'static str, key: Key, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="choice-card" data-answer=word on:click=move |_| act()>
            {text(key)}
        </button>
    }
    .into_any()
}

/// Tells whether leaving a question out leads past more than the question itself.
pub fn skips_part(walk: Walk) -> bool {
    let way = GuidedWay::of(&walk.cv());
    way.skip(walk.question) != way.next(walk.question)
}
