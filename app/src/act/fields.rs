//! What the fields of a page hold while the page reads itself again after an act, and draws them anew.
//!
//! Owns how long it is kept: as long as the field is drawn. Refuses to know what it is.

use std::{any::Any, mem};

use leptos::prelude::*;

/// The fields of a page, by name, in context of what is not drawn again.
#[derive(Clone, Copy)]
pub struct Fields(StoredValue<Kept>);

struct Kept {
    /// What outlives a drawing: what a field holds belongs to it.
    owner: Owner,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    state: Box<dyn Any + Send + Sync>,
    is_drawn: bool,
    /// With it the signals of the state go.
    _owner: Owner,
}

impl Fields {
    /// Puts them in context, for everything under the present component.
    pub fn provide() -> Self {
        let fields = Self(StoredValue::new(Kept { owner: Owner::new(), fields: Vec::new() }));
        provide_context(fields);
        fields
    }

    /// What the field `name` holds since it was drawn first; `begin` makes it then.
    pub fn state<T: Copy + Send + Sync + 'static>(name: &str, begin: impl FnOnce() -> T) -> T {
        let Some(Self(kept)) = use_context::<Self>() else { return begin() };
        let known = kept.try_update_value(|kept| {
            let field = kept.fields.iter_mut().find(|field| field.name == name)?;
            field.is_drawn = true;
            field.state.downcast_ref::<T>().copied()
        });
        known.flatten().unwrap_or_else(|| {
            let owner = kept.with_value(|kept| kept.owner.child());
            let state = owner.with(begin);
            let field =
                Field { name: name.to_owned(), state: Box::new(state), is_drawn: true, _owner: owner };
            kept.update_value(|kept| kept.fields.push(field));
            state
        })
    }

    /// Says that the page is drawn: fields that it no longer has are forgotten.
    pub fn sweep(self) {
        let gone = self.0.try_update_value(|kept| {
            let fields = mem::take(&mut kept.fields);
            let (drawn, gone) = fields.into_iter().partition(|field| field.is_drawn);
            kept.fields = drawn;
            kept.fields.iter_mut().for_each(|field| field.is_drawn = false);
            gone
        });
        drop::<Option<Vec<_>>>(gone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &str) -> RwSignal<String> {
        Fields::state(name, || RwSignal::new(String::new()))
    }

    #[test]
    fn a_field_that_is_drawn_again_holds_what_was_typed() {
        Owner::new().with(|| {
            let fields = Fields::provide();
            Owner::new().with(|| typed("holder").set("Zs".to_owned()));
            fields.sweep();
            assert_eq!(Owner::new().with(|| typed("holder").get_untracked()), "Zs");
            assert_eq!(typed("machine").get_untracked(), "");
        });
    }

    #[test]
    fn a_field_that_is_not_drawn_again_is_forgotten() {
        Owner::new().with(|| {
            let fields = Fields::provide();
            let first = typed("holder");
            first.set("Zs".to_owned());
            fields.sweep();
            fields.sweep();
            assert!(first.is_disposed());
            assert_eq!(typed("holder").get_untracked(), "");
        });
    }
}
