//! The address bar, where it says something that has been taken notice of.

use leptos::prelude::*;

/// Takes a parameter out of the address, so that a reload or a shared link does not repeat it. No page is left.
pub fn forget(parameter: &str) {
    let location = window().location();
    let (Ok(path), Ok(search), Ok(hash)) = (location.pathname(), location.search(), location.hash()) else {
        return;
    };
    let others: Vec<&str> = search
        .trim_start_matches('?')
        .split('&')
        .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(parameter))
        .collect();
    let query = if others.is_empty() { String::new() } else { format!("?{}", others.join("&")) };
    if query == search {
        return;
    }
    if let Ok(history) = window().history()
        && let Ok(state) = history.state()
    {
        // A browser that limits how often addresses may change leaves it as it is, which harms nobody.
        let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{query}{hash}")));
    }
}
