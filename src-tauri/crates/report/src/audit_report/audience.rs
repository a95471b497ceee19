//! For whom a copy is, and what it leaves out.

use super::words::{counted, joined};
use crate::facts::{Audience, ControlBlock, KeptOut};

/// What the cover says.
pub(super) fn told(control: &ControlBlock) -> String {
    let copy = match control.audience {
        Audience::Full => "Full copy",
        Audience::Auditee => "Auditee's copy: without confidential evidence and internal notes",
    };
    joined(&[copy, &kept_out(control.kept_out)], "\n")
}

/// What every page says, so that two copies are not mistaken for each other.
pub(super) fn mark(control: &ControlBlock) -> Option<&'static str> {
    match control.audience {
        Audience::Full => None,
        Audience::Auditee => Some("Auditee's copy"),
    }
}

/// `3 pieces of evidence and 1 note are kept out of this copy.`, or nothing.
pub(super) fn kept_out(kept_out: KeptOut) -> String {
    let count = |count: u64, one: &str, many: &str| {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        if count == 0 { String::new() } else { counted(count, one, many) }
    };
    let evidence = count(kept_out.evidence, "piece of evidence", "pieces of evidence");
    let notes = count(kept_out.notes, "note", "notes");
    let verb = if kept_out.evidence.saturating_add(kept_out.notes) == 1 { "is" } else { "are" };
    match joined(&[evidence, notes], " and ") {
        nothing if nothing.is_empty() => nothing,
        some => format!("{some} {verb} kept out of this copy."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_out_is_counted_in_a_sentence() {
        let says = |evidence, notes| kept_out(KeptOut { evidence, notes });
        assert_eq!(says(0, 0), "");
        assert_eq!(says(1, 0), "1 piece of evidence is kept out of this copy.");
        assert_eq!(says(0, 1), "1 note is kept out of this copy.");
        assert_eq!(says(3, 1), "3 pieces of evidence and 1 note are kept out of this copy.");
        assert_eq!(says(1, 1), "1 piece of evidence and 1 note are kept out of this copy.");
    }
}
