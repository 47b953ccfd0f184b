//! What a ring refuses to open.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    thread,
};

use domain::{
    day::Instant,
    id::{CompanyId, KeyId},
};

use super::*;

const PRODUCT_KEY: &str = "DEMO1-DEMO2-DEMO3-DEMO4-DEMO5";

fn ring(versions: &[i64]) -> KeyRing {
    let keys = versions.iter().map(|&version| (version, RawKey::random())).collect();
    KeyRing { newest: versions.iter().copied().max().unwrap_or_default(), keys, ..KeyRing::default() }
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

fn held(folder: &Path) -> HeldRing {
    HeldRing::load(RingPlace::in_folder(folder)).unwrap()
}

fn made(folder: &Path) -> HeldRing {
    HeldRing::load_or_create(RingPlace::in_folder(folder)).unwrap()
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
    assert_eq!(refusal(&ring, company, two, &first), KeyRingError::Tampered { key: two });
    assert_eq!(refusal(&ring, company, one, &second), KeyRingError::Tampered { key: one });
}

#[test]
fn another_company_cannot_open_it() {
    let (ring, key) = (ring(&[1]), key());
    let sealed = sealed(&ring, company(), key);
    assert_eq!(refusal(&ring, company(), key, &sealed), KeyRingError::Tampered { key });
}

#[test]
fn every_flipped_bit_is_refused() {
    let (ring, company, key) = (ring(&[1]), company(), key());
    let sealed = sealed(&ring, company, key);
    for bit in 0..sealed.ciphertext.len() * 8 {
        let mut changed = sealed.clone();
        changed.ciphertext[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(refusal(&ring, company, key, &changed), KeyRingError::Tampered { key });
    }
    for bit in 0..NONCE_LENGTH * 8 {
        let mut changed = sealed.clone();
        changed.nonce[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(refusal(&ring, company, key, &changed), KeyRingError::Tampered { key });
    }
}

#[test]
fn another_version_is_refused_and_an_unknown_one_named() {
    let (ring, company, key) = (ring(&[1, 2]), company(), key());
    let sealed = sealed(&ring, company, key);
    assert_eq!(sealed.version, 2);
    let older = Sealed { version: 1, ..sealed.clone() };
    assert_eq!(refusal(&ring, company, key, &older), KeyRingError::Tampered { key });
    let unknown = Sealed { version: 3, ..sealed };
    assert_eq!(refusal(&ring, company, key, &unknown), KeyRingError::UnknownVersion { version: 3 });
}

#[test]
fn the_version_is_bound_even_when_two_versions_share_a_key() {
    let shared = RawKey::random();
    let keys = [1, 2].map(|version| (version, shared.clone())).into();
    let (ring, company, key) = (KeyRing { newest: 2, keys, ..KeyRing::default() }, company(), key());
    let older = Sealed { version: 1, ..sealed(&ring, company, key) };
    assert_eq!(refusal(&ring, company, key, &older), KeyRingError::Tampered { key });
}

#[test]
fn a_cut_nonce_or_text_is_refused() {
    let (ring, company, key) = (ring(&[1]), company(), key());
    let sealed = sealed(&ring, company, key);
    let short_nonce = Sealed { nonce: sealed.nonce[1..].to_vec(), ..sealed.clone() };
    assert_eq!(refusal(&ring, company, key, &short_nonce), KeyRingError::Tampered { key });
    let no_text = Sealed { ciphertext: Vec::new(), ..sealed };
    assert_eq!(refusal(&ring, company, key, &no_text), KeyRingError::Tampered { key });
}

#[test]
fn without_a_ring_nothing_is_sealed_or_opened() {
    let (missing, company, key) = (held(&folder()).now(), company(), key());
    let sealed = sealed(&ring(&[1]), company, key);
    assert!(missing.is_missing());
    assert_eq!(refusal(&missing, company, key, &sealed), KeyRingError::Missing);
    assert_eq!(missing.seal(company, key, &SecretString::from(PRODUCT_KEY)), Err(KeyRingError::Missing));
}

#[test]
fn the_file_is_made_once_for_its_owner_only() {
    let (folder, company, key) = (folder(), company(), key());
    let sealed = sealed(&made(&folder).now(), company, key);
    let again = made(&folder).now();
    assert_eq!(again.open(company, key, &sealed).unwrap().expose_secret(), PRODUCT_KEY);
    let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["keyring.json"]);
    let mode = fs::metadata(folder.join("keyring.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn what_is_no_ring_is_refused_wherever_it_lies() {
    let twice = format!(r#"{{"keys":{{"1":"{0}"}},"other":"{0}"}}"#, "ab".repeat(32));
    for text in ["", "{}", r#"{"keys":{}}"#, r#"{"keys":{"1":"abc"}}"#, r#"{"keys":{"1":"é"}}"#, &twice] {
        let folder = folder();
        fs::write(folder.join("keyring.json"), text).unwrap();
        let environment = RingPlace::Environment(SecretString::from(text));
        for place in [RingPlace::in_folder(&folder), environment] {
            let refused = HeldRing::load(place).unwrap_err();
            assert!(matches!(refused, RingFileError::Malformed { .. }), "{text}");
            assert!(!format!("{refused} {refused:?}").contains("abab"), "{text}");
        }
    }
}

#[test]
fn a_ring_without_a_signing_key_is_read_and_gets_one() {
    let (folder, company, key) = (folder(), company(), key());
    let text = format!(r#"{{"keys":{{"1":"{}"}}}}"#, "0f".repeat(32));
    fs::write(folder.join("keyring.json"), text).unwrap();
    let ring = held(&folder);
    let sealed = sealed(&ring.now(), company, key);
    assert!(ring.now().signer().is_none());
    ring.place().add_signer().unwrap();
    let signer = ring.again().signer().unwrap().public();
    ring.place().add_signer().unwrap();
    assert_eq!(held(&folder).now().public_keys(), [signer]);
    assert_eq!(held(&folder).now().open(company, key, &sealed).unwrap().expose_secret(), PRODUCT_KEY);
}

#[test]
fn a_ring_of_the_environment_wins_and_is_not_ours_to_change() {
    let folder = folder();
    let text = RingPlace::new_text().unwrap();
    let place = RingPlace::said(Some(text.clone()), Some(folder.join("other.json"))).unwrap();
    let ring = HeldRing::load_or_create(place).unwrap();
    assert!(ring.for_sealing().unwrap().signer().is_some());
    assert!(matches!(ring.place().rotate(), Err(RingFileError::NotOurs { .. })));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    assert!(!format!("{ring:?} {}", ring.place()).contains(&text.expose_secret()[15..40]));
}

#[test]
fn a_rotated_ring_seals_anew_and_opens_what_it_sealed_before() {
    let (folder, company, key) = (folder(), company(), key());
    let ring = made(&folder);
    let (before, signed_before) = (sealed(&ring.now(), company, key), ring.now().public_keys());
    assert_eq!(ring.place().rotate().unwrap(), Rotated { from: 1, to: 2 });
    let now = ring.for_sealing().unwrap();
    assert_eq!(sealed(&now, company, key).version, 2);
    assert!(now.open(company, key, &before).is_ok());
    assert_eq!(now.public_keys()[1..], signed_before);
    assert_ne!(now.fingerprint(1), now.fingerprint(2));
    let mode = fs::metadata(folder.join("keyring.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_retired_version_opens_where_it_was_known_and_nowhere_else() {
    let (folder, company, key) = (folder(), company(), key());
    let ring = made(&folder);
    let before = sealed(&ring.now(), company, key);
    ring.place().rotate().unwrap();
    ring.place().retire(|version| version == 1).unwrap();
    assert_eq!(held(&folder).now().versions().collect::<Vec<_>>(), [1, 2]);
    ring.place().retire(|_| false).unwrap();
    assert!(ring.again().open(company, key, &before).is_ok());
    let elsewhere = held(&folder).now();
    assert_eq!(refusal(&elsewhere, company, key, &before), KeyRingError::UnknownVersion { version: 1 });
}

#[test]
fn a_ring_that_is_put_back_is_read_again_and_one_that_is_lost_seals_nothing_more() {
    let (folder, company, key) = (folder(), company(), key());
    let (file, aside) = (folder.join("keyring.json"), folder.join("aside"));
    let sealed = sealed(&made(&folder).now(), company, key);
    fs::rename(&file, &aside).unwrap();
    let ring = held(&folder);
    assert!(ring.again().is_missing());
    fs::rename(&aside, &file).unwrap();
    assert!(ring.again().open(company, key, &sealed).is_ok());
    fs::write(&file, "not a ring").unwrap();
    assert!(ring.again().open(company, key, &sealed).is_ok());
    fs::remove_file(&file).unwrap();
    assert!(ring.again().open(company, key, &sealed).is_ok());
    assert_eq!(ring.for_sealing().unwrap_err(), KeyRingError::Missing);
}

#[test]
fn two_who_change_the_file_at_once_lose_nothing_of_each_other() {
    let folder = folder();
    let place = made(&folder).place().clone();
    fs::write(folder.join(".keyring.json.draft"), "left behind").unwrap();
    let rotate = || (0..8).map(|_| place.rotate().unwrap().to).collect::<Vec<_>>();
    let mut versions: Vec<_> = thread::scope(|scope| {
        let rotating = [(); 4].map(|()| scope.spawn(rotate));
        rotating.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    versions.sort_unstable();
    assert_eq!(versions, (2..=33).collect::<Vec<_>>());
    assert_eq!(held(&folder).now().versions().count(), 33);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_link_to_the_file_stays_a_link() {
    let (folder, elsewhere) = (folder(), folder());
    let ring = made(&elsewhere);
    let link = folder.join("ring.json");
    std::os::unix::fs::symlink(elsewhere.join("keyring.json"), &link).unwrap();
    RingPlace::File(link.clone()).rotate().unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(ring.again().newest(), Some(2));
}

#[test]
fn a_ring_does_not_show_itself() {
    let text = format!("{:?}", ring(&[1]));
    assert!(text.contains("REDACTED"), "{text}");
}
