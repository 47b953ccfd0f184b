//! What an answer says beside what was asked for: nothing that nobody has reviewed.
//!
//! Of each read, the fields of its answer by who gets them; of each form and each address, that a field which it does not
//! have is refused; and of every answer that is somebody's, that nothing keeps it.

mod fields;
mod kept;
mod unknown;
