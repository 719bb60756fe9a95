//! What one's own search comes to: sent, answered, interviews, month by month, as bars and as a table. What
//! counts when is in the domain.

use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, month_name, text};
use crate::state::application::applications;
use crate::state::client::use_client;
use crate::state::day::today;
use approdo_domain::application::{Month, MonthFigures, figures_by_month};
use leptos::prelude::*;

/// How many months are shown.
const MONTHS: usize = 6;
/// Width of a month and of one of its bars, and height of the picture, in its own units.
const MONTH_WIDTH: usize = 40;
const BAR_WIDTH: usize = 9;
const HEIGHT: usize = 100;

/// What is counted, in the order of columns and bars.
const COUNTED: [(&str, Key); 3] = [
    ("sent", Key::ApplicationFiguresSent),
    ("answered", Key::ApplicationFiguresAnswered),
    ("interviews", Key::ApplicationFiguresInterviews),
];

/// Draws the figures of the applications that are not in the bin.
pub fn figures_page() -> AnyView {
    let workspace = use_client().workspace;
    let months = Memo::new(move |_| {
        let kept = applications(workspace).kept;
        let kept = kept.iter().map(|one| &one.application);
        figures_by_month(kept, today(), MONTHS)
            .into_iter()
            .map(|(month, figures)| (month, counts(figures)))
            .collect::<Vec<_>>()
    });
    let drawn = move || {
        months.with(|months| {
            view! {
                <p class="lead">{summary(months)}</p>
                {bars(months)}
                {table(months)}
            }
        })
    };
    view! {
        <PageFrame title=text(Key::ApplicationFigures)>
            <PageTitle words=text(Key::ApplicationFigures) />
            <div class="stack" data-figures="">
                {drawn}
            </div>
            <p>
                <a href="/applications" class="text-link">
                    {text(Key::ApplicationsTitle)}
                </a>
            </p>
        </PageFrame>
    }
    .into_any()
}

fn counts(figures: MonthFigures) -> [usize; 3] {
    [figures.sent, figures.answered, figures.interviews]
}

fn summary(months: &[(Month, [usize; 3])]) -> String {
    let sum = |index: usize| {
        let counted = months.iter().filter_map(|(_, counts)| counts.get(index));
        counted.sum::<usize>().to_string()
    };
    let (count, sent, answered, interviews) = (months.len().to_string(), sum(0), sum(1), sum(2));
    format(
        Key::ApplicationFiguresSummary,
        &[
            ("months", &count),
            ("sent", &sent),
            ("answered", &answered),
            ("interviews", &interviews),
        ],
    )
}

/// The picture; who does not see it has the table.
fn bars(months: &[(Month, [usize; 3])]) -> AnyView {
    let most = months.iter().flat_map(|(_, counts)| counts).max();
    let most = most.copied().unwrap_or_default().max(1);
    let numbered = months.iter().enumerate();
    let drawn: Vec<AnyView> = numbered
        .flat_map(|(month, (_, counts))| {
            counts
                .iter()
                .zip(COUNTED)
                .enumerate()
                .map(move |(index, (count, (word, _)))| {
                    let height = count * HEIGHT / most;
                    let x = month * MONTH_WIDTH + index * (BAR_WIDTH + 1) + 5;
                    bar(word, x, height)
                })
        })
        .collect();
    let view_box = format!("0 0 {} {HEIGHT}", months.len() * MONTH_WIDTH);
    view! {
        <svg class="figure-bars" viewBox=view_box aria-hidden="true">
            {drawn}
        </svg>
    }
    .into_any()
}

fn bar(word: &'static str, x: usize, height: usize) -> AnyView {
    view! {
        <rect
            class=format!("figure-{word}")
            x=x.to_string()
            y=(HEIGHT - height).to_string()
            width=BAR_WIDTH.to_string()
            height=height.to_string()
        ></rect>
    }
    .into_any()
}

fn table(months: &[(Month, [usize; 3])]) -> AnyView {
    let heads = COUNTED.map(|(word, key)| {
        view! {
            <th scope="col">
                <span class=format!("figure-sign figure-{word}") aria-hidden="true"></span>
                {text(key)}
            </th>
        }
    });
    let rows: Vec<AnyView> = months.iter().rev().map(row).collect();
    view! {
        <table class="figure-table">
            <caption class="visually-hidden">{text(Key::ApplicationFigures)}</caption>
            <thead>
                <tr>
                    <th scope="col">{text(Key::ApplicationFiguresMonth)}</th>
                    {Vec::from(heads)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row((month, counts): &(Month, [usize; 3])) -> AnyView {
    let name = format!("{} {}", month_name(month.month), month.year);
    let cells = counts.map(|count| view! { <td>{count.to_string()}</td> });
    view! {
        <tr data-month=format!("{}-{:02}", month.year, month.month)>
            <th scope="row">{name}</th>
            {Vec::from(cells)}
        </tr>
    }
    .into_any()
}
