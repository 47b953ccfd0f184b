//! The folder in which a file lies: where drafts of it lie too, and what has to be on the disk for its name to be.

use std::{fs::File, io, path::Path};

/// The folder of `file`.
#[must_use]
pub fn of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Waits until the names in the folder of `file` are on the disk.
///
/// # Errors
/// What the operating system says.
pub fn sync(file: &Path) -> io::Result<()> {
    File::open(of(file))?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_alone_lies_in_the_folder_of_the_process() {
        assert_eq!(of(Path::new("atout.sqlite")), Path::new("."));
        assert_eq!(of(Path::new("data/atout.sqlite")), Path::new("data"));
    }
}
