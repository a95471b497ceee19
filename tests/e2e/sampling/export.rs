//! The export of a change tool, as it comes over the table: half a year of changes, some of them without approval.

use std::fmt::Write as _;

/// Changes in the file.
pub const CHANGES: usize = 1_136;
/// Of these, emergency changes.
pub const EMERGENCIES: usize = 33;
/// Of these, closed without approval.
pub const UNAPPROVED: usize = 9;

/// The names that ServiceNow gives the columns.
const NAMES: &str = "number,short_description,type,state,approval,risk,business_service,assignment_group,assigned_to,\
     requested_by,opened_at,work_start,work_end,closed_at,close_code";

/// Every 34th change is an emergency, and every fourth of those was never approved.
fn is_emergency(place: usize) -> bool {
    place.is_multiple_of(34)
}

/// The file, byte for byte the same on every day: a draw follows from its fingerprint.
pub fn export() -> String {
    let mut csv = format!("{NAMES}\r\n");
    let mut emergencies = 0;
    for place in 1..=CHANGES {
        emergencies += usize::from(is_emergency(place));
        let kind = match place {
            _ if is_emergency(place) => "Emergency",
            _ if place.is_multiple_of(3) => "Normal",
            _ => "Standard",
        };
        let unapproved = is_emergency(place) && emergencies % 4 == 1;
        let approval = if unapproved { "Not Yet Requested" } else { "Approved" };
        let (month, day, hour) = (place % 6 + 1, place % 27 + 1, place % 9 + 7);
        let group = ["Network", "Servers", "Workplace"][place % 3];
        let _ = write!(
            csv,
            "CHG{number:07},\"Patch round {round}, \"\"{group}\"\"\",{kind},Closed,{approval},Moderate,Managed hosting,\
             {group},Ida Kruse,Tomasz Kania,2026-{month:02}-{day:02} {hour:02}:05:00,2026-{month:02}-{day:02} {hour:02}:30:00,\
             2026-{month:02}-{day:02} {hour:02}:55:00,2026-{month:02}-{:02} 16:40:00,Successful\r\n",
            day + 1,
            number = 30_000 + place,
            round = place % 40,
        );
    }
    csv
}

#[test]
fn the_export_holds_what_the_journey_says_of_it() {
    let csv = export();
    assert_eq!(csv.lines().count(), CHANGES + 1);
    assert_eq!(csv.lines().filter(|line| line.contains(",Emergency,")).count(), EMERGENCIES);
    assert_eq!(csv.lines().filter(|line| line.contains(",Not Yet Requested,")).count(), UNAPPROVED);
}
