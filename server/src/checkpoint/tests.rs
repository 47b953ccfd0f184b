//! What a file of checkpoints shows of what was done to it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use domain::day::Instant;
use proptest::prelude::*;

use super::*;
use crate::{
    db::events::chains::Head,
    keyring::{HeldRing, KeyRing, PublicKey, RingPlace, Signer},
    random,
};

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("atout-{}", random::hexadecimal(&random::bytes::<8>())));
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn ring() -> HeldRing {
    HeldRing::load_or_create(RingPlace::in_folder(&folder())).unwrap()
}

fn head(chain: &str, position: i64) -> Head {
    Head { chain: chain.to_owned(), position, hash: random::sha256(&position.to_be_bytes()) }
}

/// Writes a checkpoint for each list of heads.
fn write(file: &Path, ring: &KeyRing, checkpoints: &[&[(&str, i64)]]) {
    let mut writer = Writer::open(file).unwrap();
    for (at, heads) in (0..).zip(checkpoints) {
        let heads = heads.iter().map(|(chain, position)| head(chain, *position)).collect();
        let signer = ring.signer().unwrap();
        assert!(writer.append(Instant::from_microseconds(at), heads, signer).unwrap());
    }
}

fn read(bytes: &[u8], keys: &[PublicKey]) -> Proof {
    let mut proof = Proof::default();
    proof.read(Path::new("checkpoints.jsonl"), bytes, keys);
    proof
}

fn faults(bytes: &[u8], keys: &[PublicKey]) -> Vec<(usize, LineFault)> {
    read(bytes, keys).faulty.into_iter().map(|faulty| (faulty.number, faulty.fault)).collect()
}

/// Three checkpoints of two chains, and the keys that have signed them.
fn three() -> (Vec<u8>, Vec<PublicKey>) {
    let (file, ring) = (folder().join(FILE), ring().now());
    write(&file, &ring, &[&[("a", 1), ("b", 1)], &[("a", 2), ("b", 1)], &[("a", 2), ("b", 7)]]);
    (fs::read(&file).unwrap(), ring.public_keys())
}

fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

#[test]
fn what_was_signed_is_known_and_only_what_moved_is_written() {
    let (bytes, keys) = three();
    let proof = read(&bytes, &keys);
    assert_eq!((proof.faulty.as_slice(), proof.believed), (&[][..], 3));
    let positions = |chain: &str| proof.known[chain].keys().copied().collect::<Vec<_>>();
    assert_eq!((positions("a"), positions("b")), (vec![1, 2], vec![1, 7]));
    assert_eq!(proof.furthest["b"], (7, Instant::from_microseconds(2)));
    let text = String::from_utf8(bytes).unwrap();
    let chains: Vec<_> = text.lines().map(|line| line.matches("\"chain\"").count()).collect();
    assert_eq!(chains, [2, 1, 1]);
}

#[test]
fn a_log_that_stands_still_gets_no_line() {
    let (file, ring) = (folder().join(FILE), ring().now());
    write(&file, &ring, &[&[("a", 1)]]);
    let before = fs::read(&file).unwrap();
    let mut again = Writer::open(&file).unwrap();
    assert!(!again.append(Instant::default(), vec![head("a", 1)], ring.signer().unwrap()).unwrap());
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_removed_line_a_swapped_one_and_a_repeated_one_are_found() {
    let (bytes, keys) = three();
    let [one, two, three] = lines(&bytes)[..] else { panic!() };
    for changed in [[one, three].concat(), [two, three].concat(), [one, three, two].concat()] {
        assert!(faults(&changed, &keys).iter().any(|(_, fault)| *fault == LineFault::Detached));
    }
    assert_eq!(faults(&[one, two, two].concat(), &keys), [(3, LineFault::Detached)]);
    // Lines that are gone from the end leave no trace in the file itself: a copy elsewhere shows them.
    assert_eq!(faults(&[one, two].concat(), &keys), []);
}

#[test]
fn a_line_of_another_ring_is_not_believed() {
    let (bytes, keys) = three();
    let stranger = ring().now();
    let proof = read(&bytes, &stranger.public_keys());
    assert!(proof.known.is_empty());
    assert!(proof.faulty.iter().all(|faulty| faulty.fault == LineFault::UnknownKey));
    // One that names our key and is signed by another.
    let mut forged =
        Line::signed(Instant::default(), vec![head("a", 9)], NOTHING, stranger.signer().unwrap());
    forged.key = keys[0].id();
    assert_eq!(faults(format!("{}\n", forged.text().unwrap()).as_bytes(), &keys), [(1, LineFault::Forged)]);
}

#[test]
fn two_signed_lines_that_contradict_each_other_are_found() {
    let (file, ring) = (folder().join(FILE), ring().now());
    let mut writer = Writer::open(&file).unwrap();
    let mut other = head("a", 5);
    other.hash = [0; 32];
    for heads in [vec![head("a", 5)], vec![other]] {
        assert!(writer.append(Instant::default(), heads, ring.signer().unwrap()).unwrap());
    }
    let found = faults(&fs::read(&file).unwrap(), &ring.public_keys());
    assert_eq!(found, [(2, LineFault::Contradiction)]);
}

#[test]
fn what_a_key_signed_before_the_rotation_is_believed_after_it() {
    let (file, ring) = (folder().join(FILE), ring());
    write(&file, &ring.now(), &[&[("a", 1)]]);
    ring.place().rotate().unwrap();
    write(&file, &ring.again(), &[&[("a", 2)]]);
    let bytes = fs::read(&file).unwrap();
    assert_eq!(faults(&bytes, &ring.now().public_keys()), []);
    assert_eq!(faults(&bytes, &ring.now().public_keys()[..1]), [(1, LineFault::UnknownKey)]);
}

#[test]
fn a_line_that_was_not_written_to_its_end_is_removed_by_the_next_server() {
    let (file, ring) = (folder().join(FILE), ring().now());
    write(&file, &ring, &[&[("a", 1)], &[("a", 2)]]);
    let whole = fs::read(&file).unwrap();
    let last = lines(&whole)[1].len();
    for cut in [1, 2, last / 2, last - 1] {
        fs::write(&file, &whole[..whole.len() - cut]).unwrap();
        assert_eq!(faults(&fs::read(&file).unwrap(), &ring.public_keys()), [(2, LineFault::Cut)]);
        write(&file, &ring, &[&[("a", 3)]]);
        assert_eq!(faults(&fs::read(&file).unwrap(), &ring.public_keys()), []);
    }
}

#[test]
fn one_process_writes_a_file_and_notices_when_it_is_put_away() {
    let file = folder().join(FILE);
    let writer = Writer::open(&file).unwrap();
    assert_eq!(Writer::open(&file).unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
    assert!(writer.is_at(&file));
    fs::rename(&file, file.with_extension("old")).unwrap();
    assert!(!writer.is_at(&file));
    fs::write(&file, "").unwrap();
    assert!(!writer.is_at(&file));
}

#[test]
fn a_chain_that_became_shorter_is_noticed() {
    let (file, ring) = (folder().join(FILE), ring().now());
    write(&file, &ring, &[&[("a", 5), ("b", 5)]]);
    let writer = Writer::open(&file).unwrap();
    let heads = [head("a", 4), head("b", 6), head("c", 1)];
    assert_eq!(writer.shorter(&heads).map(|head| head.chain.as_str()).collect::<Vec<_>>(), ["a"]);
}

#[test]
fn every_change_of_one_bit_is_found() {
    let (bytes, keys) = three();
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(!faults(&changed, &keys).is_empty(), "bit {bit}");
    }
}

proptest! {
    #[test]
    fn a_line_is_read_as_it_was_written(
        at in any::<i64>(),
        chains in prop::collection::vec((".*", any::<i64>()), 0..5),
    ) {
        let signer = Signer::random();
        let heads = chains.iter().map(|(chain, position)| head(chain, *position)).collect();
        let line = Line::signed(Instant::from_microseconds(at), heads, random::bytes(), &signer);
        let text = line.text().unwrap();
        prop_assert!(!text.contains('\n'));
        prop_assert_eq!(Line::read(&text), Some(line.clone()));
        prop_assert!(line.is_signed_by(&signer.public()));
    }
}
