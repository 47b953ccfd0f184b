//! Tells cargo that a new migration file is a change: `sqlx::migrate!` watches only the files that it has seen.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
