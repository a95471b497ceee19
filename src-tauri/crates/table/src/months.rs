//! The names of months as exports write them: English, German, French, Spanish, Italian, Portuguese, Dutch.

/// By month; a name that two languages share means the same month in both.
const NAMES: [&[&str]; 12] = [
    &[
        "jan", "january", "januar", "jänner", "jän", "janv", "janvier", "ene", "enero", "gen", "gennaio", "janeiro",
        "januari",
    ],
    &["feb", "february", "februar", "fév", "févr", "février", "febrero", "febbraio", "fev", "fevereiro", "februari"],
    &["mar", "march", "mär", "märz", "mrz", "mars", "marzo", "março", "mrt", "maart"],
    &["apr", "april", "avr", "avril", "abr", "abril", "aprile"],
    &["may", "mai", "mayo", "mag", "maggio", "maio", "mei"],
    &["jun", "june", "juni", "juin", "junio", "giu", "giugno", "junho"],
    &["jul", "july", "juli", "juil", "juillet", "julio", "lug", "luglio", "julho"],
    &["aug", "august", "aoû", "août", "ago", "agosto", "augustus"],
    &["sep", "sept", "september", "septembre", "septiembre", "set", "settembre", "setembro"],
    &["oct", "october", "okt", "oktober", "octobre", "octubre", "ott", "ottobre", "out", "outubro"],
    &["nov", "november", "novembre", "noviembre", "novembro"],
    &["dec", "december", "dez", "dezember", "déc", "décembre", "dic", "diciembre", "dicembre", "dezembro"],
];

/// The month of this name, 1 to 12, whatever its case.
pub(crate) fn month_named(name: &str) -> Option<u32> {
    // The usual case first, because a table has a million of them.
    if let &[a, b, c] = name.as_bytes() {
        let short = [a | 0x20, b | 0x20, c | 0x20];
        let month = match &short {
            b"jan" => 1,
            b"feb" => 2,
            b"mar" => 3,
            b"apr" => 4,
            b"may" => 5,
            b"jun" => 6,
            b"jul" => 7,
            b"aug" => 8,
            b"sep" => 9,
            b"oct" => 10,
            b"nov" => 11,
            b"dec" => 12,
            _ => 0,
        };
        if month > 0 && name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Some(month);
        }
    }
    let name = name.to_lowercase();
    NAMES.iter().zip(1..).find(|(names, _)| names.contains(&name.as_str())).map(|(_, month)| month)
}
