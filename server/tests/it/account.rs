//! One's own account in a whole installation: its page, two people in one browser, and what ends a session.

mod disabled;
mod ended;
mod page;
mod two_people;
