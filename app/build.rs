//! Turns `locales/` into what the code refers to.
//!
//! Owns two products: a constant for every message and attribute of the English files, so that a missing message does
//! not compile, and the text of each language, as the server embeds it and as it serves it. It refuses a file that does
//! not parse and an id that exists twice; what the two languages owe each other beyond that is checked by `tidy`.
//!
//! A browser gets the same Fluent without the names of messages, which go by their places: the names are a fifth of the
//! text, and a first visit would carry each of them twice (docs/adr/0007).

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Message, Resource},
    parser, serializer,
};

#[path = "src/i18n/letters.rs"]
mod letters;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The reference language first: the constants are made from it.
const TAGS: [&str; 2] = ["en-US", "fr-FR"];

/// Files whose names begin so hold what only the server says, letters and the entries of the log: no browser has a use for
/// them.
const SERVER_ONLY: [&str; 2] = ["mail", "activity-log"];

fn main() -> Result<()> {
    let locales = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../locales");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed={}", locales.display());

    let mut languages = Vec::new();
    for tag in TAGS {
        languages.push((tag, read_files(&locales.join(tag))?));
    }
    let short = short_names(&languages)?;
    let mut embedded = String::new();
    let mut reference = None;
    for (tag, files) in &languages {
        let constants = constants(tag, files, &short)?;
        warn_of_differences(tag, reference.get_or_insert_with(|| constants.clone()), &constants);
        embedded.push_str(&embed(tag, files, &short, &out)?);
    }
    write_if_changed(&out.join("id.rs"), &ids(&reference.unwrap_or_default(), &short))?;
    write_if_changed(&out.join("embedded.rs"), &embedded)
}

/// The short name of each message, by its name.
type ShortNames = BTreeMap<String, String>;

/// The names of the places of the messages, which must be the same in every language.
fn short_names(languages: &[(&str, Vec<File>)]) -> Result<ShortNames> {
    let mut reference = None;
    for (tag, files) in languages {
        let mut names = Vec::new();
        for file in files {
            names.extend(
                parse(tag, file)?.body.into_iter().filter_map(message_of).map(|m| m.id.name.to_owned()),
            );
        }
        let expected: &Vec<String> = reference.get_or_insert_with(|| names.clone());
        if let Some(place) =
            (0..names.len().max(expected.len())).find(|&place| names.get(place) != expected.get(place))
        {
            let (here, there) = (names.get(place), expected.get(place));
            return Err(format!("{tag} has {here:?} where {} has {there:?}", TAGS[0]).into());
        }
    }
    Ok(reference.unwrap_or_default().into_iter().zip((0..).map(letters::letters)).collect())
}

/// A text that changes when any name or its place does: words of another build would say the wrong thing.
fn edition(short: &ShortNames) -> String {
    let names: Vec<String> = short.iter().map(|(name, short)| format!("{name} {short}")).collect();
    format!("{:016x}", fnv1a(names.join("\n").as_bytes()))
}

/// The source of the constants.
fn ids(constants: &BTreeMap<String, String>, short: &ShortNames) -> String {
    let names: Vec<&str> = constants.keys().map(String::as_str).collect();
    let declarations: String = constants.values().map(String::as_str).collect();
    format!(
        "{declarations}/// Every message and attribute.\n#[cfg(test)]\npub const ALL: &[MessageId] = &[{}];\n\
         /// What a file of words that a browser reads has to say of itself.\n\
         #[cfg(any(test, not(feature = \"ssr\")))]\npub(super) const EDITION: &str = {:?};\n",
        names.join(", "),
        edition(short),
    )
}

struct File {
    name: String,
    text: String,
}

impl File {
    fn is_server_only(&self) -> bool {
        SERVER_ONLY.iter().any(|begin| self.name.starts_with(begin))
    }
}

fn read_files(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push(File { name, text: fs::read_to_string(&path)? });
        }
    }
    // A browser knows messages by their places, and those that it does not have come after the others.
    files.sort_by_key(|file| (file.is_server_only(), file.name.clone()));
    Ok(files)
}

/// The declarations of one language's messages and attributes, by the name of the constant.
fn constants(tag: &str, files: &[File], short: &ShortNames) -> Result<BTreeMap<String, String>> {
    let mut constants = BTreeMap::new();
    for file in files {
        let resource = parse(tag, file)?;
        for message in resource.body.into_iter().filter_map(message_of) {
            for (name, declaration) in declarations(&message, &short[message.id.name]) {
                if constants.insert(name, declaration).is_some() {
                    return Err(format!("{tag}/{}: `{}` exists twice", file.name, message.id.name).into());
                }
            }
        }
    }
    Ok(constants)
}

fn parse<'f>(tag: &str, file: &'f File) -> Result<Resource<&'f str>> {
    parser::parse(file.text.as_str()).map_err(|(_, errors)| {
        let faults = errors.iter().map(|error| {
            let line = file.text[..error.pos.start].lines().count().max(1);
            format!("\n  {tag}/{}:{line}: {}", file.name, error.kind)
        });
        format!("messages that do not parse:{}", faults.collect::<String>()).into()
    })
}

fn message_of(entry: Entry<&str>) -> Option<Message<&str>> {
    match entry {
        Entry::Message(message) => Some(Message { comment: None, ..message }),
        _ => None,
    }
}

/// One constant for the value and one for each attribute, documented with the text that they stand for.
fn declarations(message: &Message<&str>, short: &str) -> Vec<(String, String)> {
    let id = message.id.name;
    let mut declarations = Vec::new();
    if message.value.is_some() {
        let text = serialised(Message { attributes: Vec::new(), ..message.clone() });
        declarations.push(declaration(constant_name(id), &text, &format!("value({id:?}, {short:?})")));
    }
    for attribute in &message.attributes {
        let name = attribute.id.name;
        let constant = format!("{}__{}", constant_name(id), constant_name(name));
        let text =
            serialised(Message { value: None, attributes: vec![attribute.clone()], ..message.clone() });
        let value = format!("attribute({id:?}, {name:?}, \"{short}.{name}\")");
        declarations.push(declaration(constant, &text, &value));
    }
    declarations
}

fn declaration(constant: String, text: &str, value: &str) -> (String, String) {
    let doc = text.trim_end().replace('\n', "\n/// ");
    let source =
        format!("/// ```ftl\n/// {doc}\n/// ```\npub const {constant}: MessageId = MessageId::{value};\n");
    (constant, source)
}

fn constant_name(id: &str) -> String {
    id.replace('-', "_").to_uppercase()
}

fn serialised(message: Message<&str>) -> String {
    serializer::serialize(&Resource { body: vec![Entry::Message(message)] })
}

fn warn_of_differences(tag: &str, english: &BTreeMap<String, String>, other: &BTreeMap<String, String>) {
    for name in english.keys().filter(|name| !other.contains_key(*name)) {
        println!("cargo::warning={tag} lacks {name}");
    }
    for name in other.keys().filter(|name| !english.contains_key(*name)) {
        println!("cargo::warning={tag} has {name}, which {} lacks", TAGS[0]);
    }
}

/// Writes the texts of one language, and returns the constant that embeds them under a path that changes with what is
/// served.
fn embed(tag: &str, files: &[File], short: &ShortNames, out: &Path) -> Result<String> {
    let (own, pages): (Vec<&File>, Vec<&File>) = files.iter().partition(|file| file.is_server_only());
    let (own, pages) = (joined(&own), joined(&pages));
    let served = format!("edition = {}\n{}", edition(short), nameless(&pages, short));
    let mut source = String::new();
    writeln!(source, "const {}: Embedded = Embedded {{", constant_name(tag))?;
    for (name, text) in [("pages", &pages), ("own", &own), ("served", &served)] {
        write_if_changed(&out.join(format!("{tag}.{name}.ftl")), text)?;
        writeln!(source, "    {name}: include_str!(concat!(env!(\"OUT_DIR\"), \"/{tag}.{name}.ftl\")),")?;
    }
    let hash = fnv1a(served.as_bytes());
    writeln!(source, "    path: \"/i18n/{tag}.{hash:016x}.ftl\",\n}};")?;
    Ok(source)
}

/// The files as one text, without comments and blank lines, which are for translators only.
fn joined(files: &[&File]) -> String {
    let mut text = String::new();
    for line in files.iter().flat_map(|file| file.text.lines()) {
        if !line.starts_with('#') && !line.is_empty() {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// The same text without the names of messages. A message begins its line; what belongs to it is indented.
fn nameless(text: &str, names: &ShortNames) -> String {
    let mut served = String::with_capacity(text.len());
    for line in text.lines() {
        match line.split_once(" =").filter(|(name, _)| names.contains_key(*name)) {
            Some((_, rest)) => served.extend(["=", rest]),
            None => served.push_str(line),
        }
        served.push('\n');
    }
    served
}

/// FNV-1a, because the same text must give the same path on every machine and in every version of Rust.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn write_if_changed(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    Ok(fs::write(path, text)?)
}
