//! Names that look like a mistyped one.

/// Up to three of the names that are nearest to the one given, nearest first.
pub(super) fn near<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let wanted: Vec<char> = letters(wanted);
    let mut found: Vec<(usize, &str)> = names
        .filter_map(|name| {
            let letters = letters(name);
            let allowed = (wanted.len().max(letters.len()) / 3).max(1);
            let distance =
                if wanted.len().abs_diff(letters.len()) > allowed { None } else { Some(distance(&wanted, &letters)) };
            // A name that contains the other one is near, too: “priority” and “Priority (old)”.
            let inside = wanted.len() >= 3 && contains(&letters, &wanted);
            match distance {
                Some(distance) if distance <= allowed => Some((distance, name)),
                _ if inside => Some((allowed + 1, name)),
                _ => None,
            }
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}

/// The letters that count, at most 100 of them.
fn letters(name: &str) -> Vec<char> {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).take(100).collect()
}

fn contains(name: &[char], part: &[char]) -> bool {
    name.windows(part.len()).any(|window| window == part)
}

/// How many letters must be added, removed or replaced (Levenshtein).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, against) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != against);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}
