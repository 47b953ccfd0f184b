//! The short names of messages: what a browser knows of them.
//!
//! The build script gives each message the name of its place, and the client gives it to the message that it reads there.

/// The name of the place `number`: `a` to `z`, `aa`, and so on.
pub fn letters(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b"abcdefghijklmnopqrstuvwxyz"[number % 26]));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}
