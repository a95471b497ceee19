use super::chance::Chance;

/// The customers, the larger ones first; the first so many of them use a service.
pub(super) const CUSTOMERS: [&str; 11] = [
    "Havbryg",
    "Nordkorn",
    "Elmegaard Foods",
    "Sundbro Logistics",
    "Tidevand Energi",
    "Kvist & Lyng",
    "Marselis Dental",
    "Baltwood",
    "Strandhus Hotels",
    "Rosenlund Care",
    "Klitten Retail",
];

const PLACES: [&str; 12] = [
    "Esbjerg", "Horsens", "Kolding", "Ålborg", "Køge", "Rønne", "Gdynia", "Łódź", "Elbląg", "Słupsk", "Lübeck", "Malmö",
];

const FIRST_NAMES: [&str; 24] = [
    "Søren",
    "Åse",
    "Mette",
    "Jørgen",
    "Łukasz",
    "Małgorzata",
    "Zofia",
    "Paweł",
    "Jürgen",
    "Grażyna",
    "Kåre",
    "Bjørn",
    "Anne-Marie",
    "Niels",
    "Żaneta",
    "Kirsten",
    "Henrik",
    "Agnieszka",
    "Thomas",
    "Ida",
    "Rafał",
    "Lone",
    "Marek",
    "Birthe",
];

const LAST_NAMES: [&str; 22] = [
    "Nørgaard",
    "Østergård",
    "Kjær",
    "Wiśniewski",
    "Wójcik",
    "Dąbrowska",
    "Sjøberg",
    "Müller",
    "Høj",
    "Krüger",
    "Zając",
    "O'Brien",
    "Mikkelsen",
    "Thorsen",
    "Gładysz",
    "Bendtsen",
    "Lis",
    "Frandsen",
    "Skov",
    "Mazur",
    "Hald",
    "von Ahlefeldt",
];

const IN_AARHUS: [&str; 8] = [
    "Camilla Riis",
    "Jonatan Bak",
    "Pernille Aagaard",
    "Oliver Damsgaard",
    "Nanna Højlund",
    "Emil Storm",
    "Line Bjerre",
    "Asger Nygård",
];

const IN_GDANSK: [&str; 9] = [
    "Kinga Sobczak",
    "Wojciech Baran",
    "Natalia Górska",
    "Szymon Pająk",
    "Filip Śliwa",
    "Oliwia Rutkowska",
    "Dawid Żak",
    "Iga Łuczak",
    "Tymon Bąk",
];

/// Somebody who calls.
pub(super) fn caller(chance: &mut Chance) -> String {
    format!("{} {}", chance.one_of(&FIRST_NAMES), chance.one_of(&LAST_NAMES))
}

/// Somebody who works at that site.
pub(super) fn agent(chance: &mut Chance, site: &str) -> &'static str {
    if site == "AAR" { chance.one_of(&IN_AARHUS) } else { chance.one_of(&IN_GDANSK) }
}

/// The text of a record with the names in it put in.
pub(super) fn filled(chance: &mut Chance, text: &str, customer: &str) -> String {
    let host =
        format!("{}{:02}", chance.one_of(&["sv-app", "sv-db", "sv-file", "sv-web", "hv", "bk"]), chance.between(1, 64));
    let time = format!("{:02}:{:02}", chance.between(5, 18), 5 * chance.between(0, 11));
    text.replace("{host}", &host)
        .replace("{customer}", customer)
        .replace("{place}", chance.one_of(&PLACES))
        .replace("{name}", chance.one_of(&LAST_NAMES))
        .replace("{time}", &time)
        .replace("{number}", &chance.between(11, 89).to_string())
}
