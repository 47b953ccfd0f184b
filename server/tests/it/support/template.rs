//! The filled demonstration: made once for each build of the tests, by whichever test comes first.

use std::{
    env,
    fs::{self, File},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use cluster::trial;
use server::{application::Application, clock::Clock, demonstration};

use super::{NOON, config, folder::Folder};

/// A copy of the demonstration's folder, for one test, and of its database where that is not in the folder.
pub async fn copy() -> (Folder, Option<String>) {
    let (template, copy) = (template().await, Folder::new());
    fs::create_dir(copy.path()).unwrap();
    for file in fs::read_dir(&template).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    let database =
        trial::server().map(|server| server.database_from(&trial::name(), &database_of(&template)).unwrap());
    (copy, database)
}

/// The name of the database that belongs to a template.
fn database_of(template: &Path) -> String {
    format!("template_{}", template.file_name().unwrap().to_string_lossy().replace('-', "_"))
}

/// The folder that is copied. Tests are processes of their own, so a lock on a file makes the others wait.
async fn template() -> PathBuf {
    let engine = if trial::server().is_some() { "on-a-server" } else { "demonstration" };
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(engine);
    fs::create_dir_all(&place).unwrap();
    let lock = File::create(place.join("lock")).unwrap();
    lock.lock().unwrap();
    let template = place.join(build());
    if !template.exists() {
        forget_others(&place);
        let filling = Folder::new();
        let database = trial::server().map(|server| {
            let name = database_of(&template);
            server.drop_database(&name).unwrap();
            server.database(&name).unwrap()
        });
        fill(filling.path(), database).await;
        fs::rename(filling.path(), &template).unwrap();
    }
    template
}

/// What names this build: another build may tell another story.
fn build() -> String {
    let tests = fs::metadata(env::current_exe().unwrap()).unwrap();
    let built = tests.modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
    format!("{}-{}", built.as_nanos(), tests.len())
}

fn forget_others(place: &Path) {
    for other in fs::read_dir(place).unwrap() {
        let other = other.unwrap();
        if other.file_type().unwrap().is_dir() {
            fs::remove_dir_all(other.path()).unwrap();
        }
    }
}

async fn fill(folder: &Path, database: Option<String>) {
    let application = Application::open(config(folder, database), Clock::fixed(NOON)).await.unwrap();
    assert!(demonstration::fill(&application).await.unwrap());
    application.database.close().await;
}
