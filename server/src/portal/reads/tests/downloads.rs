//! What counts as chosen of an open product, and what that leads to.

use domain::programme::KeyKind;

use super::{
    software,
    support::{INES, MARC, acme, visit},
};

#[tokio::test]
async fn a_choice_made_elsewhere_holds_where_the_product_comes_in_it() {
    let store = acme().await;
    let open = software(&visit(&store, Some(MARC)), "a23").await;
    assert_ne!(open.facts.keys, KeyKind::None);
    let (language, os_type) = open.chosen;
    assert_eq!(language.map(|code| code.to_string()), Some("fr".to_owned()));
    assert_eq!(os_type.map(|code| code.to_string()), Some("windows-x64".to_owned()));
    assert!(open.packages.len() <= 1);
    assert_eq!(software(&visit(&store, Some(INES)), "a23").await.chosen, (None, None));
}

#[tokio::test]
async fn what_a_product_has_alone_is_chosen_and_leads_to_its_package() {
    let store = acme().await;
    let mut tx = store.database().begin().await.unwrap();
    let change = "UPDATE benefits SET product = 'exchange-server-2019-standard' WHERE benefit_id LIKE '%a23';
                  UPDATE installation_choices SET os_type = 'windows-x86'";
    sqlx::raw_sql(change).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let open = software(&visit(&store, Some(MARC)), "a23").await;
    let (language, os_type) = &open.chosen;
    assert_eq!(language.as_ref().map(domain::programme::SoftwareLanguage::as_str), Some("fr"));
    assert_eq!(os_type.as_ref().map(domain::programme::OsType::as_str), Some("windows-x64"));
    assert_eq!(open.packages[0].name, "exchange-server-2019-standard-fr-x64.iso");
    // What there is alone is chosen for who never chose, and nothing is there to download without the role.
    let open = software(&visit(&store, Some(INES)), "a23").await;
    assert_eq!((open.chosen.0, open.chosen.1.is_some(), open.packages.len()), (None, true, 0));
}
