//! Each way in which a catalogue can be wrong, and the line on which it is found.

use server::catalogue::{Report, read};

/// A catalogue without a fault, in which each test breaks something.
const SOUND: &str = include_str!("sound.toml");

/// The faults of a text in words, each with its line and column in front.
fn faults_of(text: &str) -> Vec<String> {
    read(text).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// The faults of the sound catalogue once `from` has become `to`.
fn faults_after(from: &str, to: &str) -> Vec<String> {
    assert_eq!(SOUND.matches(from).count(), 1, "{from:?} stands once in the sound catalogue");
    faults_of(&SOUND.replace(from, to))
}

/// Breaks the sound catalogue in one place, and finds one fault on that line, which begins as expected.
fn check(from: &str, to: &str, expected: &str) {
    let found = faults_after(from, to);
    let line = SOUND.split(from).next().unwrap().matches('\n').count() + 1;
    assert_eq!(found.len(), 1, "{to:?} gives {found:#?}");
    assert!(found[0].starts_with(&format!("{line}:")), "{to:?} is on line {line}, but gives {found:#?}");
    assert!(
        found[0].contains(&format!(": {expected}")),
        "{to:?} gives\n{}\ninstead of\n{expected}",
        found[0]
    );
}

#[test]
fn the_sound_catalogue_has_no_fault() {
    assert_eq!(faults_of(SOUND), Vec::<String>::new());
}

#[test]
fn a_file_that_is_not_toml_is_refused_at_each_of_its_lines() {
    let found = faults_of("code = \"a\nname = \nversion = 2020-03-16");
    assert!(found.iter().any(|fault| fault.starts_with("1:")), "{found:#?}");
    assert!(found.iter().any(|fault| fault.starts_with("2:")), "{found:#?}");
    assert!(found.iter().all(|fault| fault.contains("this is not TOML")), "{found:#?}");
}

#[test]
fn an_empty_file_lacks_its_head() {
    assert_eq!(
        faults_of(""),
        [
            "1:1: the field `code` is missing",
            "1:1: the field `name` is missing",
            "1:1: the field `version` is missing",
        ]
    );
}

#[test]
fn a_field_that_is_missing_is_found_at_the_head_of_its_entry() {
    let found = faults_after("summary = { en = \"Mail\", fr = \"Courrier\" }\n", "");
    let line = SOUND.lines().position(|line| line == "[[cloud]]").unwrap() + 1;
    assert_eq!(found, [format!("{line}:1: cloud[0]: the field `summary` is missing")]);
}

#[test]
fn line_and_column_are_those_of_an_editor() {
    assert_eq!(
        faults_after("name = { en = \"French\", fr = \"Français\" }", "name = { en = \"Ça\", fr = 7 }"),
        ["10:26: languages[0].name.fr: expected a text in quotes, found a whole number"]
    );
}

#[test]
fn a_value_of_the_wrong_form_is_found_where_it_stands() {
    check(
        "level = \"gold\"",
        "level = \"top\"",
        "offers[2].level: `top` is not one of `action-pack`, `silver`, `gold`",
    );
    check(
        "code = \"gold\"",
        "code = \"Gold!\"",
        "offers[2].code: `Gold!` is not a code: it is not of the form of a code",
    );
    check(
        "code = \"gold\"",
        "code = \"g\"",
        "offers[2].code: `g` is not a code: it is not 2 to 60 characters long",
    );
    check("cloud = true", "cloud = 1", "competencies[0].cloud: expected true or false, found a whole number");
    check("silver = 32", "silver = -1", "software[0].core.silver: -1 is not a number from 0 to 4294967295");
    check(
        "silver = 32",
        "silver = \"many\"",
        "software[0].core.silver: expected a whole number or \"unlimited\"",
    );
    check("core = { gold = 5 }", "core = 5", "cloud[0].core: expected a table, found a whole number");
    check(
        "size_mb = 5060",
        "size_mb = 5.5",
        "software[0].packages[0].size_mb: expected a whole number, found a number",
    );
    check(
        "{ en = \"Mail\", fr = \"Courrier\" }",
        "\"Mail\"",
        "cloud[0].summary: expected a text in both languages",
    );
    check(
        "\"fr\", \"en\"",
        "\"fr\", 7",
        "software[0].languages[1]: expected a code in quotes, found a whole number",
    );
    check(
        "2020-03-16",
        "\"2020-03-16\"",
        "version: expected a date such as 2020-03-16, without quotes, found a text",
    );
    check("2020-03-16", "2020-03-16T10:00:00", "version: expected a date such as 2020-03-16, without quotes");
    check("window_days = 30", "window_days = -3", "policy: invalid value: integer `-3`");
}

#[test]
fn a_field_that_is_not_known_is_refused_wherever_it_stands() {
    check("name = \"Contoso\"", "note = 1\nname = \"Contoso\"", "note: the field `note` is not known here");
    check(
        "cloud = true",
        "clowd = true",
        "competencies[0].clowd: the field `clowd` is not known here; known are `code`",
    );
    check("silver = 32", "bronze = 32", "software[0].core.bronze: the field `bronze` is not known here");
    check(
        "gold = 25",
        "gold = 25, top = 1",
        "visual_studio[0].incremental[0].top: the field `top` is not known here",
    );
    check(
        "size_mb = 5060",
        "size_mb = 1, md5 = 1",
        "software[0].packages[0].md5: the field `md5` is not known here",
    );
    check(
        "fr = \"Courrier\"",
        "fr = \"Courrier\", de = \"Post\"",
        "cloud[0].summary.de: the field `de` is not known",
    );
    check("refund_window_days = 30", "refund = 30", "policy: unknown field `refund`");
}

#[test]
fn what_does_not_fit_together_is_found_where_it_is_said() {
    check(
        "code = \"gold\"",
        "code = \"silver\"",
        "offers[2].code (silver): `silver` is already listed above",
    );
    check("fr = \"Courrier\"", "", "cloud[0].summary.fr (mail): the text is missing in fr-FR");
    check("en = \"Mail\"", "en = \" \"", "cloud[0].summary.en (mail): the text is missing in en-US");
    check(
        "[\"security\"]",
        "[\"safety\"]",
        "visual_studio[0].incremental[0].competencies[0] (visual-studio): no entry of",
    );
    check(
        "[\"security\"]",
        "[]",
        "visual_studio[0].incremental[0].competencies (visual-studio): at least one entry",
    );
    check(
        "\"security\"]",
        "\"security\", \"security\"]",
        "visual_studio[0].incremental[0].competencies[1] (visual-studio)",
    );
    check(
        "unit = \"cores\"",
        "unit = \"seats\"",
        "software[0].unit (windows-server): products of `software` are not",
    );
    check(
        "https://portal.example.com/mail",
        "http://portal.example.com/mail",
        "cloud[0].portal.url (mail): not an address",
    );
}

#[test]
fn a_quantity_that_makes_no_sense_is_found() {
    check("silver = 32", "silver = 0", "software[0].core.silver (windows-server): zero");
    check(", gold = 25", "", "visual_studio[0].incremental[0] (visual-studio): no level is granted any");
    check(
        "gold = 25",
        "action-pack = 25",
        "visual_studio[0].incremental[0].action-pack (visual-studio): offers of the level",
    );
    check(
        "unit = \"monthly-credit\"\ncurrency = \"USD\"",
        "unit = \"monthly-credit\"",
        "cloud[1].unit (azure): a credit needs a `currency`",
    );
    check(
        "billing = \"licences\"",
        "currency = \"EUR\"\nbilling = \"licences\"",
        "cloud[0].currency (mail): only credits",
    );
    check(
        "billing = \"monthly-credit\"",
        "billing = \"bulk-credit\"",
        "cloud[1].billing (azure): this credit is counted",
    );
    check(
        "billing = \"monthly-credit\"",
        "billing = \"licences\"",
        "cloud[1].billing (azure): licences are not counted",
    );
    check("core = { gold = 100 }", "core = {}", "cloud[1].core (azure): no level is granted any");
}

#[test]
fn a_level_that_no_offer_gives_is_found_at_each_of_its_quantities() {
    let found = faults_after("level = \"silver\"", "level = \"gold\"");
    let places: Vec<_> = found.iter().filter_map(|fault| fault.split(": ").nth(1)).collect();
    assert_eq!(
        places,
        ["software[0].core.silver (windows-server)", "visual_studio[0].core.silver (visual-studio)"]
    );
}

#[test]
fn keys_that_do_not_fit_are_found() {
    check(
        "units_per_key = 16",
        "units_per_key = 32",
        "software[0].units_per_key (windows-server): a key covers 32 units",
    );
    check("units_per_key = 16", "units_per_key = 0", "software[0].units_per_key (windows-server): zero");
    let limit = "software[0].keys (windows-server): keys cannot be issued for a quantity that is unlimited";
    let found = faults_after("silver = 32", "silver = \"unlimited\"");
    assert!(found.len() == 1 && found[0].ends_with(limit), "{found:#?}");
}

#[test]
fn a_multiple_activation_key_counts_licences() {
    let found = faults_after("keys = \"single-use\"\nunits_per_key = 16", "keys = \"multiple-activation\"");
    assert_eq!(found.len(), 1);
    assert!(
        found[0].contains("software[0].keys (windows-server): a multiple-activation key counts `licences`")
    );
    let found = faults_after("keys = \"single-use\"", "keys = \"multiple-activation\"");
    assert!(found[1].contains("only `single-use` keys can cover several units"), "{found:#?}");
}

#[test]
fn a_product_says_why_it_has_no_key_and_only_then() {
    let found = faults_after("keys = \"single-use\"\nunits_per_key = 16", "keys = \"none\"");
    assert_eq!(found.len(), 1);
    assert!(
        found[0]
            .contains("software[0].why_no_key (windows-server): a product with `keys = \"none\"` says why")
    );
    let reason = "unit = \"cores\"\nwhy_no_key = { en = \"None\", fr = \"Aucune\" }";
    let found = faults_after("unit = \"cores\"", reason);
    assert!(found[0].contains("software[0].why_no_key (windows-server): the product has keys"), "{found:#?}");
}

#[test]
fn a_package_that_does_not_fit_is_found() {
    let os_type = "{ os_type = \"windows-x64\"";
    check(os_type, "{ os_type = \"macos\"", "software[0].packages[0].os_type");
    check(
        os_type,
        "{ languages = [\"en\", \"de\"], os_type = \"windows-x64\"",
        "software[0].packages[0].languages[1] (windows-server): the `languages` of the product do not name `de`",
    );
    check(
        os_type,
        "{ languages = [\"en\", \"en\"], os_type = \"windows-x64\"",
        "software[0].packages[0] (windows-server): there is a package for `en` and `windows-x64` above",
    );
    check(
        "[\"fr\", \"en\"]",
        "[\"fr\", \"de\"]",
        "software[0].languages[1] (windows-server): no entry of `languages`",
    );
    check(
        "[\"windows-x64\"]",
        "[\"windows-x64\", \"plan9\"]",
        "software[0].os_types[1] (windows-server): no entry of",
    );
    check("size_mb = 5060", "size_mb = 0", "software[0].packages[0].size_mb (windows-server): zero");
    check("\"server.iso\"", "\"\"", "software[0].packages[0].name (windows-server): the text is empty");
    check(
        "https://downloads.",
        "https://{country}.",
        "software[0].packages[0].url (windows-server): not an address",
    );
}

#[test]
fn a_key_is_found_and_not_repeated() {
    let key = ["ABCDE"; 5].join("-");
    let found = faults_after("en = \"Mail\"", &format!("en = \"Mail, {key}\""));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("cloud[0].summary.en (mail)") && found[0].contains("never contains one"));
    assert!(!found[0].contains("ABCDE"));
}

#[test]
fn every_fault_is_listed_in_the_order_of_the_file_and_nothing_is_loaded() {
    let broken = SOUND
        .replace("silver = 32", "silver = 0")
        .replace("fr = \"Courrier\"", "")
        .replace("unit = \"monthly-credit\"", "unit = \"gold\"")
        .replace("[\"security\"], gold = 25", "[\"safety\"], platinum = 25");
    let faults = read(&broken).expect_err("it is broken in five places");
    let report = Report::new("broken.toml", &faults).to_string();
    let places: Vec<_> = report.lines().map(|line| line.split(": ").nth(1).unwrap_or_default()).collect();
    assert_eq!(
        places,
        [
            "software[0].core.silver (windows-server)",
            "cloud[0].summary.fr (mail)",
            "cloud[1].unit",
            "visual_studio[0].incremental[0] (visual-studio)",
            "visual_studio[0].incremental[0].competencies[0] (visual-studio)",
            "visual_studio[0].incremental[0].platinum",
            "6 faults. Nothing was loaded.",
        ]
    );
}
