//! The entries of a page of the log, or that none matches. Plain markup: nothing is done to an entry.

use domain::{day::Day, language::Localised};
use leptos::prelude::*;

use crate::{
    i18n::{Args, id, live, t, use_words},
    portal::{ActivityBenefit, ActivityPage, ActivityQuery, ActivityRow, BenefitQuery},
    routes,
    ui::{EmptyKind, EmptyState, HeadCell, LinkButton, Pagination, StatusTag, Table, TableHead, Tone},
};

/// The entries of this page.
#[component]
pub fn List(
    /// What was read.
    page: ActivityPage,
    /// The address, followed.
    query: Memo<ActivityQuery>,
) -> impl IntoView {
    let ActivityPage { rows, matching, most_counted, older, newer, benefits, .. } = page;
    if rows.is_empty() {
        return view! {
            <EmptyState
                kind=EmptyKind::NoMatch
                title=t!(id::ACTIVITY_NO_MATCH_TITLE)
                text=t!(id::ACTIVITY_NO_MATCH_TITLE__DETAIL)
            >
                <LinkButton label=t!(id::ACTIVITY_FILTER_CLEAR) href=routes::ACTIVITY/>
            </EmptyState>
        }
        .into_any();
    }
    let (caption, count) = match matching {
        Some(count) => (id::ACTIVITY_LIST_CAPTION, count),
        None => (id::ACTIVITY_LIST_CAPTION_MORE, most_counted),
    };
    let days = day_of(rows.last()).zip(day_of(rows.first()));
    let has_others = older.is_some() || newer.is_some();
    let pages = days.filter(|_| has_others).map(|days| view! { <Pages query days older newer/> }.into_any());
    let rows: Vec<_> = rows.into_iter().map(|entry| row(entry, &benefits)).collect();
    view! {
        <Table caption=t!(caption, "count" => count)>
            <TableHead>
                <HeadCell label=t!(id::ACTIVITY_LIST_WHEN)/>
                <HeadCell label=t!(id::ACTIVITY_LIST_WHO)/>
                <HeadCell label=t!(id::ACTIVITY_LIST_WHAT)/>
                <HeadCell label=t!(id::ACTIVITY_LIST_BENEFIT)/>
            </TableHead>
            <tbody>{rows}</tbody>
        </Table>
        {pages}
    }
    .into_any()
}

/// An entry: when, who, what, to what.
fn row(entry: ActivityRow, benefits: &[ActivityBenefit]) -> impl IntoView + use<> {
    let words = use_words();
    let ActivityRow { at, who, what, change, refused, benefit } = entry;
    let benefit = benefits.iter().find(|known| Some(known.id) == benefit).cloned();
    let minute = at.clone();
    view! {
        <tr class="table__row">
            <th scope="row" class="table__cell table__cell--soft">
                <time datetime=at>{live(move || words.moment(&minute))}</time>
            </th>
            <td class="table__cell">
                <span class="table__label">{t!(id::ACTIVITY_LIST_WHO)}</span>
                {picked(who)}
            </td>
            <td class="table__cell">
                <span class="table__label">{t!(id::ACTIVITY_LIST_WHAT)}</span>
                <div>
                    {refused.is_some().then(|| view! {
                        <StatusTag tone=Tone::Warn text=t!(id::ACTIVITY_LIST_REFUSED)/>" "
                    }.into_any())}
                    {picked(what)}
                    {change.map(changed)}
                    {refused.map(|why| view! { <span class="under soft small">{picked(why)}</span> }.into_any())}
                </div>
            </td>
            <td class="table__cell">
                {benefit.map(linked)}
            </td>
        </tr>
    }
}

fn picked(text: Localised) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    let words = use_words();
    live(move || words.pick(&text))
}

fn changed((before, after): (Localised, Localised)) -> AnyView {
    let words = use_words();
    let text = live(move || {
        let (before, after) = (words.pick(&before), words.pick(&after));
        words.format(id::ACTIVITY_LIST_CHANGE, &Args::new().with("before", &before).with("after", &after))
    });
    view! { <span class="under soft small">{text}</span> }.into_any()
}

/// The benefit, which leads to its row.
fn linked(benefit: ActivityBenefit) -> AnyView {
    let href = BenefitQuery::default().opening(Some(benefit.id)).to_href(routes::tab(benefit.family));
    view! {
        <span class="table__label">{t!(id::ACTIVITY_LIST_BENEFIT)}</span>
        <div>
            <a href=href>{picked(benefit.name)}</a>
            {benefit.pool.map(|pool| view! { <span class="under soft small">{picked(pool)}</span> }.into_any())}
        </div>
    }
    .into_any()
}

fn day_of(entry: Option<&ActivityRow>) -> Option<Day> {
    entry?.at.split('T').next()?.parse().ok()
}

/// The newer entries and the older ones.
#[component]
fn Pages(
    query: Memo<ActivityQuery>,
    days: (Day, Day),
    older: Option<u32>,
    newer: Option<u32>,
) -> impl IntoView {
    let asked = query.get_untracked();
    let (words, (from, to)) = (use_words(), days);
    let summary = move || {
        let args = Args::new().with("from", &from).with("to", &to);
        if from == to { words.day(from) } else { words.format(id::ACTIVITY_PAGE_SUMMARY, &args) }
    };
    view! {
        <Pagination
            label=t!(id::ACTIVITY_PAGE_NAVIGATION)
            summary=live(summary)
            previous=t!(id::ACTIVITY_PAGE_NEWER)
            next=t!(id::ACTIVITY_PAGE_OLDER)
            previous_href=newer.map(|place| asked.newer(routes::ACTIVITY, place))
            next_href=older.map(|place| asked.older(routes::ACTIVITY, place))
        />
    }
}
