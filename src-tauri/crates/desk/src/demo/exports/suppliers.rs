//! The external suppliers, as the contract register lists them.

use ground::Fault;

use super::lines::Lines;
use crate::demo::calendar::Calendar;

/// A supplier: name, what it supplies, for which service, how critical it is, when the contract began and ends, when it
/// was last reviewed, and what was spent in a year, in euros.
type Supplier = (&'static str, &'static str, &'static str, &'static str, [&'static str; 3], &'static str);

const SUPPLIERS: [Supplier; 14] = [
    (
        "Limfjord Linjer A/S",
        "Lines",
        "Network & VPN",
        "Critical",
        ["2024-02-01", "2027-01-31", "2026-03-11"],
        "412000,00",
    ),
    (
        "Motława Kolokacja Sp. z o.o.",
        "Data room",
        "Virtual Server Hosting",
        "Critical",
        ["2023-07-01", "2028-06-30", "2026-05-20"],
        "296500,00",
    ),
    (
        "Nordhimmel Cloud AB",
        "Cloud platform",
        "Virtual Server Hosting",
        "Critical",
        ["2025-01-01", "2026-12-31", "2026-06-02"],
        "688250,50",
    ),
    (
        "Arkivbånd ApS",
        "Tape storage",
        "Backup & Restore",
        "Critical",
        ["2022-10-01", "2027-09-30", "2025-11-18"],
        "58400,00",
    ),
    (
        "Brevdue Systems GmbH",
        "Mail filter",
        "E-mail & Collaboration",
        "Critical",
        ["2024-05-15", "2027-05-14", "2026-02-24"],
        "121900,00",
    ),
    (
        "Vesterbølge Telefoni A/S",
        "Telephony",
        "Service Desk",
        "Medium",
        ["2023-03-01", "2027-02-28", "2025-12-09"],
        "74300,00",
    ),
    ("Kaszub Serwis Druku", "Printers", "Print Service", "Low", ["2024-09-01", "2026-11-30", "2025-10-07"], "39150,75"),
    (
        "Skærm & Dock ApS",
        "Workplace hardware",
        "Managed Workplace",
        "Medium",
        ["2025-04-01", "2027-03-31", "2026-04-28"],
        "503600,00",
    ),
    (
        "Licenshuset Nord A/S",
        "Licences",
        "Managed Workplace",
        "Medium",
        ["2024-01-01", "2026-12-31", "2026-01-15"],
        "931000,00",
    ),
    (
        "Bursztyn DB Experts",
        "Database specialists",
        "Database Operation",
        "Medium",
        ["2025-06-01", "2027-05-31", "2026-05-06"],
        "88200,00",
    ),
    (
        "Vagtfuglen A/S",
        "Alarm centre",
        "Monitoring as a Service",
        "Medium",
        ["2023-11-01", "2026-10-31", "2025-11-26"],
        "46750,00",
    ),
    (
        "Óðinn Security ehf.",
        "Penetration tests",
        "Network & VPN",
        "Low",
        ["2025-09-01", "2026-12-31", "2026-06-16"],
        "32000,00",
    ),
    (
        "Genbrug IT Randers",
        "Disposal",
        "Managed Workplace",
        "Low",
        ["2022-05-01", "2027-04-30", "2026-03-30"],
        "12480,00",
    ),
    ("Tolkebroen", "Translation", "Service Desk", "Low", ["2024-08-01", "2027-07-31", "2025-10-21"], "9600,00"),
];
const MANAGERS: [&str; 2] = ["Marta Zielinska", "Anders Vik"];

/// Every external supplier.
pub(super) fn all(calendar: &Calendar) -> Result<String, Fault> {
    let mut lines = Lines::with_semicolons(&[
        "Reference",
        "Name",
        "Kind of supply",
        "Service",
        "Criticality",
        "Status",
        "Manager",
        "Start of contract",
        "End of contract",
        "Last review",
        "Spend in EUR",
    ]);
    for (place, (name, supply, service, criticality, days, spent)) in SUPPLIERS.into_iter().enumerate() {
        let [start, end, review] = days.map(|day| calendar.day(day));
        lines.row(&[
            &format!("SUP-{:03}", place + 1),
            name,
            supply,
            service,
            criticality,
            "Active",
            MANAGERS[usize::from(place % 5 == 3)],
            &start?.to_string(),
            &end?.to_string(),
            &review?.to_string(),
            spent,
        ]);
    }
    Ok(lines.text)
}
