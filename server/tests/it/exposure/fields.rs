//! The fields of every answer, by role. One that is added to a view is added to the list, for a person to review.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{
    permission_matrix::cast::{Asking, everybody},
    support::{Installation, browser::Browser, cast::LUMIERE},
};

/// Who gets each field, by read.
type Fields = BTreeMap<String, BTreeMap<String, BTreeSet<&'static str>>>;

/// Notes the path of every value in `value`. A text in both languages is one value.
fn paths(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) if !fields.keys().eq(["en", "fr"]) => {
            for (name, value) in fields {
                paths(value, &format!("{path}.{name}"), found);
            }
        }
        Value::Array(values) => {
            for value in values {
                paths(value, &format!("{path}[]"), found);
            }
        }
        _ => {
            let path = path.trim_start_matches('.');
            found.insert(if path.is_empty() { "nothing" } else { path }.to_owned());
        }
    }
}

async fn read(browser: &mut Browser, address: &str) -> Option<Value> {
    let answer = browser.get(address).await;
    (answer.status == 200).then(|| serde_json::from_str(&answer.body).unwrap())
}

/// The read that an address is of, whatever it opens.
fn name(address: &str) -> String {
    let path = address.trim_start_matches("/api/");
    path.split(['/', '?']).next().unwrap_or_default().to_owned()
}

fn listed(codes: &BTreeSet<&'static str>) -> String {
    codes.iter().copied().collect::<Vec<_>>().join(" ")
}

/// Everybody who gets a field, or that all do who get the answer at all.
fn who(of_field: &BTreeSet<&'static str>, of_answer: &BTreeSet<&'static str>) -> String {
    if of_field == of_answer { String::new() } else { listed(of_field) }
}

/// Somebody of whom more is told, since a seat is theirs.
async fn holder(installation: &Installation) -> Asking {
    let holds = "user_id IN (SELECT user_id FROM seat_assignments
                             WHERE released_at IS NULL AND activated_at IS NOT NULL)
                 AND user_id NOT IN (SELECT user_id FROM user_roles)";
    let holder = installation.people(LUMIERE, holds).await[0];
    Asking::at(installation, "ho", "a user without roles who holds a seat", holder).await
}

/// Every read, with every row open that the company has.
async fn addresses(installation: &Installation) -> Vec<String> {
    let company = installation.company(LUMIERE).await;
    let rows = format!(
        "SELECT '/api/benefits/' || family || '?open=' || benefit_id FROM benefits
         WHERE company_id = '{company}' AND family <> 'visual-studio' ORDER BY product"
    );
    let mut all = installation.addresses(LUMIERE).await;
    all.retain(|address| address.starts_with("/api/"));
    all.extend(installation.texts(&rows).await);
    all
}

#[tokio::test]
async fn how_many_keys_the_operator_holds_is_told_to_nobody() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let held = installation.count("software_keys WHERE company_id IS NULL").await;
    let company = installation.company(LUMIERE).await;
    let benefits =
        format!("SELECT benefit_id FROM benefits WHERE company_id = '{company}' AND family = 'software'");
    let mut largest = 0;
    for benefit in installation.texts(&benefits).await {
        let page = read(&mut browser, &format!("/api/benefits/software?open={benefit}")).await.unwrap();
        let Some(facts) = page.pointer("/open/Open/1/software/facts") else { continue };
        let (granted, in_stock) = (facts["granted"].as_i64().unwrap(), facts["in_stock"].as_i64().unwrap());
        assert!(in_stock <= granted.max(1), "{facts}");
        largest = largest.max(in_stock);
    }
    assert!(0 < largest && largest < held, "{largest} of {held}");
}

#[tokio::test]
async fn every_field_of_every_answer_by_role() {
    let installation = Installation::new().await;
    let (mut all, _) = everybody(&installation).await;
    // Of another company other fields have a value, and they are the same.
    all.retain(|asking| !["nb", "nx"].contains(&asking.code));
    all.push(holder(&installation).await);
    let addresses = addresses(&installation).await;
    let (mut fields, mut answered) = (Fields::new(), BTreeMap::<String, BTreeSet<&str>>::new());
    for asking in &mut all {
        for address in &addresses {
            let Some(value) = read(&mut asking.browser, address).await else { continue };
            let mut found = BTreeSet::new();
            paths(&value, "", &mut found);
            answered.entry(name(address)).or_default().insert(asking.code);
            for path in found {
                fields.entry(name(address)).or_default().entry(path).or_default().insert(asking.code);
            }
        }
    }
    let legend = all.iter().map(|asking| format!("{}  {}", asking.code, asking.who));
    let mut lines: Vec<_> = legend.collect();
    lines
        .push("Beside a read is who is answered, beside a field who gets it, unless they all do.".to_owned());
    for (read, fields) in fields {
        lines.push(format!("\n{read}  {}", listed(&answered[&read])));
        let fields =
            fields.iter().map(|(path, gets)| format!("    {path:<64}{}", who(gets, &answered[&read])));
        lines.extend(fields.map(|line| line.trim_end().to_owned()));
    }
    insta::assert_snapshot!(lines.join("\n"));
}
