//! The browsers in which one is signed in, and the ways to end that.

use leptos::prelude::*;

use crate::{
    act::{ONCE, new_once, path},
    i18n::{Args, Words, id, live, t, use_words},
    portal::{Browser, OpenSession},
    ui::{Button, ButtonSize, Cell, CellKind, HeadCell, Row, StatusTag, Table, TableHead, Tone},
};

/// The open sessions.
#[component]
pub fn Sessions(
    /// The one of this browser first.
    sessions: Vec<OpenSession>,
) -> impl IntoView {
    let count = sessions.len();
    let are_several = count > 1;
    view! {
        <section class="stack">
            <h2>{t!(id::ACCOUNT_SESSIONS_TITLE)}</h2>
            {are_several.then(|| view! { <p class="soft">{t!(id::ACCOUNT_SESSIONS_INTRO)}</p> }.into_any())}
            <Table caption=t!(id::ACCOUNT_SESSIONS_CAPTION, "count" => count)>
                <TableHead>
                    <HeadCell label=t!(id::ACCOUNT_SESSION_BROWSER) kind=CellKind::Name/>
                    <HeadCell label=t!(id::ACCOUNT_SESSION_BEGUN)/>
                    <HeadCell label=t!(id::ACCOUNT_SESSION_SEEN)/>
                    <HeadCell label=t!(id::ACCOUNT_SESSION_END) kind=CellKind::Action label_hidden=true/>
                </TableHead>
                <tbody>
                    {sessions.into_iter().map(|session| view! { <Line session/> }.into_any()).collect_view()}
                </tbody>
            </Table>
            {are_several.then(|| view! { <EndSeveral/> }.into_any())}
        </section>
    }
}

/// One browser.
#[component]
fn Line(session: OpenSession) -> impl IntoView {
    let words = use_words();
    let OpenSession { session, is_this, browser, network, signed_in, last_seen } = session;
    let name = move || browser_name(words, browser);
    let act = if is_this {
        view! { <StatusTag tone=Tone::Good text=t!(id::ACCOUNT_SESSION_THIS)/> }.into_any()
    } else {
        let begun = signed_in.clone();
        view! {
            <form method="post" action=path("end-session")>
                <input type="hidden" name=ONCE value=new_once()/>
                <input type="hidden" name="session" value=session.to_string()/>
                <Button
                    label=t!(id::ACCOUNT_SESSION_END)
                    size=ButtonSize::Small
                    context=live(move || format!("{}, {}", name(), words.moment(&begun)))
                />
            </form>
        }
        .into_any()
    };
    view! {
        <Row>
            <Cell kind=CellKind::Name>
                <span>{live(name)}</span>
                {network.map(|network| view! { <p class="soft small">{network}</p> }.into_any())}
            </Cell>
            <Cell label=t!(id::ACCOUNT_SESSION_BEGUN)><Moment at=signed_in/></Cell>
            <Cell label=t!(id::ACCOUNT_SESSION_SEEN)><Moment at=last_seen/></Cell>
            <Cell kind=CellKind::Action>{act}</Cell>
        </Row>
    }
}

/// A date and time of day.
#[component]
fn Moment(at: String) -> impl IntoView {
    let words = use_words();
    let machine = at.clone();
    view! { <time datetime=machine>{live(move || words.moment(&at))}</time> }
}

/// "Firefox on Linux".
fn browser_name(words: Words, browser: Browser) -> String {
    let (maker, system) = (browser.maker.code(), browser.system.code());
    let maker = words.format(id::ACCOUNT_BROWSER_MAKER, &Args::new().with("maker", maker));
    let system = words.format(id::ACCOUNT_BROWSER_SYSTEM, &Args::new().with("system", system));
    words.format(id::ACCOUNT_BROWSER_NAME, &Args::new().with("browser", &maker).with("system", &system))
}

/// Everywhere but here, or here too: the menu of the person ends the session of this browser alone.
#[component]
fn EndSeveral() -> impl IntoView {
    view! {
        <div class="cluster">
            <form method="post" action=path("end-other-sessions")>
                <input type="hidden" name=ONCE value=new_once()/>
                <Button label=t!(id::ACCOUNT_OTHERS_BUTTON)/>
            </form>
            <form method="post" action=path("sign-out")>
                <input type="hidden" name=ONCE value=new_once()/>
                <input type="hidden" name="everywhere" value="1"/>
                <Button label=t!(id::ACCOUNT_EVERYWHERE_BUTTON)/>
            </form>
        </div>
    }
}
