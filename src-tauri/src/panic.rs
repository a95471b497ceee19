//! What a mistake in the program prints: where it happened, and not one word that a person typed.

use std::panic;

/// From here on a panic prints its place only. Its message may quote an answer or a name, so it is left out.
pub fn keep_user_data_out() {
    panic::set_hook(Box::new(|mistake| {
        let place = mistake.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
        eprintln!(
            "Tickmark made a mistake at {place} (version {}). What was saved is safe; report this line.",
            env!("CARGO_PKG_VERSION")
        );
    }));
}
