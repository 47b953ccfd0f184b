//! What a ring refuses to open.

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf};

use domain::{
    day::Instant,
    id::{CompanyId, KeyId},
};

use super::*;

const PRODUCT_KEY: &str = "DEMO1-DEMO2-DEMO3-DEMO4-DEMO5";

fn ring(versions: &[i64]) -> KeyRing {
    let key = |&version| (version, SecretBox::new(Box::new(random::bytes::<32>())));
    KeyRing { keys: versions.iter().map(key).collect() }
}

fn company() -> CompanyId {
    CompanyId::from_uuid(random::uuid(Instant::default()))
}

fn key() -> KeyId {
    KeyId::from_uuid(random::uuid(Instant::default()))
}

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("atout-{}", random::hexadecimal(&random::bytes::<8>())));
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn sealed(ring: &KeyRing, company: CompanyId, key: KeyId) -> Sealed {
    ring.seal(company, key, &SecretString::from(PRODUCT_KEY)).unwrap()
}

fn refusal(ring: &KeyRing, company: CompanyId, key: KeyId, sealed: &Sealed) -> KeyRingError {
    ring.open(company, key, sealed).unwrap_err()
}

#[test]
fn what_was_sealed_opens_and_is_not_readable_before() {
    let (ring, company, key) = (ring(&[1]), company(), key());
    let sealed = sealed(&ring, company, key);
    assert_eq!(ring.open(company, key, &sealed).unwrap().expose_secret(), PRODUCT_KEY);
    assert!(!sealed.ciphertext.windows(5).any(|window| window == b"DEMO1"));
}

#[test]
fn two_rows_cannot_be_swapped() {
    let (ring, company, one, two) = (ring(&[1]), company(), key(), key());
    let (first, second) = (sealed(&ring, company, one), sealed(&ring, company, two));
    assert_eq!(refusal(&ring, company, two, &first), KeyRingError::Tampered);
    assert_eq!(refusal(&ring, company, one, &second), KeyRingError::Tampered);
}

#[test]
fn another_company_cannot_open_it() {
    let (ring, key) = (ring(&[1]), key());
    let sealed = sealed(&ring, company(), key);
    assert_eq!(refusal(&ring, company(), key, &sealed), KeyRingError::Tampered);
}

#[test]
fn every_flipped_bit_is_refused() {
    let (ring, company, key) = (ring(&[1]), company(), key());
    let sealed = sealed(&ring, company, key);
    for bit in 0..sealed.ciphertext.len() * 8 {
        let mut changed = sealed.clone();
        changed.ciphertext[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(refusal(&ring, company, key, &changed), KeyRingError::Tampered);
    }
    for bit in 0..NONCE_LENGTH * 8 {
        let mut changed = sealed.clone();
        changed.nonce[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(refusal(&ring, company, key, &changed), KeyRingError::Tampered);
    }
}

#[test]
fn another_version_is_refused_and_an_unknown_one_named() {
    let (ring, company, key) = (ring(&[1, 2]), company(), key());
    let sealed = sealed(&ring, company, key);
    assert_eq!(sealed.version, 2);
    let older = Sealed { version: 1, ..sealed.clone() };
    assert_eq!(refusal(&ring, company, key, &older), KeyRingError::Tampered);
    let unknown = Sealed { version: 3, ..sealed };
    assert_eq!(refusal(&ring, company, key, &unknown), KeyRingError::UnknownVersion { version: 3 });
}

#[test]
fn the_version_is_bound_even_when_two_versions_share_a_key() {
    let bytes = random::bytes::<32>();
    let keys = [1, 2].map(|version| (version, SecretBox::new(Box::new(bytes))));
    let (ring, company, key) = (KeyRing { keys: keys.into_iter().collect() }, company(), key());
    let older = Sealed { version: 1, ..sealed(&ring, company, key) };
    assert_eq!(refusal(&ring, company, key, &older), KeyRingError::Tampered);
}

#[test]
fn a_cut_nonce_or_text_is_refused() {
    let (ring, company, key) = (ring(&[1]), company(), key());
    let sealed = sealed(&ring, company, key);
    let short_nonce = Sealed { nonce: sealed.nonce[1..].to_vec(), ..sealed.clone() };
    assert_eq!(refusal(&ring, company, key, &short_nonce), KeyRingError::Tampered);
    let no_text = Sealed { ciphertext: Vec::new(), ..sealed };
    assert_eq!(refusal(&ring, company, key, &no_text), KeyRingError::Tampered);
}

#[test]
fn without_a_ring_nothing_is_sealed_or_opened() {
    let (missing, company, key) = (KeyRing::load(&folder()).unwrap(), company(), key());
    let sealed = sealed(&ring(&[1]), company, key);
    assert!(missing.is_missing());
    assert_eq!(refusal(&missing, company, key, &sealed), KeyRingError::Missing);
    assert_eq!(missing.seal(company, key, &SecretString::from(PRODUCT_KEY)), Err(KeyRingError::Missing));
}

#[test]
fn the_file_is_made_once_for_its_owner_only() {
    let (folder, company, key) = (folder(), company(), key());
    let sealed = sealed(&KeyRing::load_or_create(&folder).unwrap(), company, key);
    let again = KeyRing::load_or_create(&folder).unwrap();
    assert_eq!(again.open(company, key, &sealed).unwrap().expose_secret(), PRODUCT_KEY);
    let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["keyring.json"]);
    let mode = fs::metadata(folder.join("keyring.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_file_that_is_no_ring_is_refused() {
    for text in ["", "{}", r#"{"keys":{}}"#, r#"{"keys":{"1":"abc"}}"#, r#"{"keys":{"1":"é"}}"#] {
        let folder = folder();
        fs::write(folder.join("keyring.json"), text).unwrap();
        assert!(matches!(KeyRing::load(&folder), Err(RingFileError::Malformed { .. })), "{text}");
    }
}

#[test]
fn a_ring_does_not_show_itself() {
    let text = format!("{:?}", ring(&[1]));
    assert!(text.contains("REDACTED"), "{text}");
}
