//! Pictures made small, kept in memory while the workspace is open: a list that is scrolled would decode the same
//! photographs again and again.

use std::{collections::VecDeque, sync::Arc};

use evidence::Shown;

/// The most memory that they take.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Pictures made small, the one that was asked for last at the back.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    held: VecDeque<(String, Arc<Shown>)>,
    size_bytes: usize,
}

impl Pictures {
    /// The picture of that name, where it is still held.
    pub fn get(&mut self, name: &str) -> Option<Arc<Shown>> {
        let place = self.held.iter().position(|(held, _)| held == name)?;
        let found = self.held.remove(place)?;
        let picture = Arc::clone(&found.1);
        self.held.push_back(found);
        Some(picture)
    }

    /// Holds a picture; those that nobody asked for longest make room.
    pub fn hold(&mut self, name: String, picture: Arc<Shown>) {
        self.size_bytes += picture.bytes.len();
        self.held.push_back((name, picture));
        while self.size_bytes > MOST_BYTES {
            let Some((_, oldest)) = self.held.pop_front() else { break };
            self.size_bytes -= oldest.bytes.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(size_bytes: usize) -> Arc<Shown> {
        Arc::new(Shown { bytes: vec![0; size_bytes], media_type: "image/png", width: 1, height: 1 })
    }

    #[test]
    fn the_picture_that_nobody_asked_for_longest_makes_room() {
        let mut pictures = Pictures::default();
        pictures.hold("a".to_owned(), picture(MOST_BYTES / 2));
        pictures.hold("b".to_owned(), picture(MOST_BYTES / 2));
        assert!(pictures.get("a").is_some(), "both fit");
        pictures.hold("c".to_owned(), picture(1));
        assert!(pictures.get("b").is_none(), "b was asked for longest ago");
        assert!(pictures.get("a").is_some() && pictures.get("c").is_some());
    }

    #[test]
    fn a_picture_larger_than_the_room_is_not_held() {
        let mut pictures = Pictures::default();
        pictures.hold("huge".to_owned(), picture(MOST_BYTES + 1));
        assert!(pictures.get("huge").is_none());
        pictures.hold("small".to_owned(), picture(1));
        assert!(pictures.get("small").is_some(), "what was let go of no longer counts");
    }
}
