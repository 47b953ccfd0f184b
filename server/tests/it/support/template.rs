//! The filled demonstration: made once for each build of the tests, by whichever test comes first.

use std::{
    env,
    fs::{self, File},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use server::{application::Application, clock::Clock, demonstration};

use super::{NOON, config, folder::Folder};

/// A copy of the demonstration's folder, for one test.
pub async fn copy() -> Folder {
    let (template, copy) = (template().await, Folder::new());
    fs::create_dir(copy.path()).unwrap();
    for file in fs::read_dir(template).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    copy
}

/// The folder that is copied. Tests are processes of their own, so a lock on a file makes the others wait.
async fn template() -> PathBuf {
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("demonstration");
    fs::create_dir_all(&place).unwrap();
    let lock = File::create(place.join("lock")).unwrap();
    lock.lock().unwrap();
    let template = place.join(build());
    if !template.exists() {
        forget_others(&place);
        let filling = Folder::new();
        fill(filling.path()).await;
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

async fn fill(folder: &Path) {
    let application = Application::open(config(folder), Clock::fixed(NOON)).await.unwrap();
    assert!(demonstration::fill(&application).await.unwrap());
    application.database.close().await;
}
