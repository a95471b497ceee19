/// The number that stands behind a mark in a reference: 17 in `IA-2026-03-E-017B` behind `-E-`. 0 where there is none.
#[must_use]
pub fn number_after(reference: &str, mark: &str) -> u32 {
    let behind = reference.rsplit_once(mark).map_or("", |(_, behind)| behind);
    let digits: String = behind.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_read_behind_the_last_mark_and_before_the_desks_letters() {
        assert_eq!(number_after("IA-2026-03-E-017", "-E-"), 17);
        assert_eq!(number_after("IA-2026-03-E-017B", "-E-"), 17);
        assert_eq!(number_after("IA-2026-D-03-D04", "-D"), 4);
        assert_eq!(number_after("IA-2026-03-NC-01", "-S-"), 0);
    }
}
