//! The configuration items, as ServiceNow exports them.

use std::collections::BTreeMap;

use ground::Fault;

use super::{
    chance::Chance,
    changes,
    kinds::{
        BACKUP_AND_RESTORE, COLLABORATION, DATABASE_OPERATION, HOSTING, MANAGED_WORKPLACE, MONITORING_SERVICE,
        NETWORK_AND_VPN, PRINT_SERVICE, SERVICE_DESK, Service,
    },
    lines::Lines,
    moment::Moment,
    names::agent,
};
use crate::demo::calendar::Calendar;

/// A class, how many items it has, how their names begin, and what they belong to.
struct Class {
    name: &'static str,
    count: usize,
    named: &'static str,
    service: Service,
    team: &'static str,
}

const fn class(name: &'static str, count: usize, named: &'static str, service: Service, team: &'static str) -> Class {
    Class { name, count, named, service, team }
}

static CLASSES: [Class; 14] = [
    class("Virtual Server", 1_323, "sv-", HOSTING, "Server Operations"),
    class("Virtual Disk", 610, "vd-", HOSTING, "Server Operations"),
    class("Database Instance", 164, "db-", DATABASE_OPERATION, "Databases"),
    class("Network Switch", 118, "sw-", NETWORK_AND_VPN, "Network"),
    class("Firewall", 26, "fw-", NETWORK_AND_VPN, "Network"),
    class("Router", 42, "ro-", NETWORK_AND_VPN, "Network"),
    class("Wireless Access Point", 171, "ap-", NETWORK_AND_VPN, "Network"),
    class("Storage Volume", 96, "st-", HOSTING, "Server Operations"),
    class("Physical Server", 48, "hv-", HOSTING, "Server Operations"),
    class("Printer", 133, "pr-", PRINT_SERVICE, "Print"),
    class("Backup Job", 142, "bj-", BACKUP_AND_RESTORE, "Backup"),
    class("Application", 37, "app-", MANAGED_WORKPLACE, "Workplace"),
    class("Certificate", 21, "crt-", COLLABORATION, "Collaboration"),
    class("Business Service", 9, "", SERVICE_DESK, "Service Desk"),
];

const SERVICES: [Service; 9] = [
    MANAGED_WORKPLACE,
    SERVICE_DESK,
    HOSTING,
    BACKUP_AND_RESTORE,
    NETWORK_AND_VPN,
    COLLABORATION,
    DATABASE_OPERATION,
    PRINT_SERVICE,
    MONITORING_SERVICE,
];
const SEED: u64 = 2_940;
const FIRST_NUMBER: usize = 1_801;
/// Those who may write to the register.
const WRITERS: [&str; 4] = ["p.nowak", "o.rutkowska", "s.pajak", "reconcile"];

/// The classes in the order of the items' numbers.
fn classes(chance: &mut Chance) -> impl Iterator<Item = (usize, &'static Class)> + use<> {
    let counted: Vec<(&Class, usize)> = CLASSES.iter().map(|class| (class, class.count)).collect();
    (FIRST_NUMBER..).zip(chance.mixed(&counted))
}

/// The numbers of the items that a team looks after.
pub(super) fn by_team() -> BTreeMap<&'static str, Vec<usize>> {
    let mut items: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, class) in classes(&mut Chance::from(SEED)) {
        items.entry(class.team).or_default().push(number);
    }
    items
}

/// What is written on an item.
pub(super) fn tag(number: usize) -> String {
    format!("CI-{number:06}")
}

/// Every configuration item.
pub(super) fn all(calendar: &Calendar) -> Result<String, Fault> {
    let mut chance = Chance::from(SEED);
    let changes: Vec<usize> = changes::numbers().collect();
    let exported = calendar.day("2026-04-20")?;
    let mut services = SERVICES.iter();
    let mut lines = Lines::service_now(&[
        "asset_tag",
        "name",
        "sys_class_name",
        "operational_status",
        "business_service",
        "location",
        "company",
        "support_group",
        "owned_by",
        "change_request",
        "sys_updated_on",
        "sys_updated_by",
    ]);
    for (number, class) in classes(&mut chance) {
        // The services themselves are items, too.
        let service = if class.named.is_empty() { services.next().unwrap_or(&SERVICE_DESK) } else { &class.service };
        let name = if class.named.is_empty() { service.name.to_owned() } else { format!("{}{number:05}", class.named) };
        let site = if chance.percent(40) { "AAR" } else { "GDN" };
        let updated = Moment::at(exported.plus_days(-chance.between(3, 380)), chance.between(25_200, 72_000));
        let status = chance.one_of(&["Operational", "Operational", "Operational", "Operational", "Repair in Progress"]);
        let cells: [&str; 12] = [
            &tag(number),
            &name,
            class.name,
            status,
            service.name,
            site,
            service.customer(&mut chance),
            class.team,
            agent(&mut chance, site),
            &format!("CHG{:07}", chance.one_of(&changes)),
            &updated.to_string(),
            chance.one_of(&WRITERS),
        ];
        lines.row(&cells);
    }
    Ok(lines.text)
}
