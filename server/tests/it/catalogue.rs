//! Catalogues: the built-in one, and what is wrong with others.

mod built_in;
mod faults;
