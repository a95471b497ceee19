//! What goes wrong, and what is changed, in the words of those who write it down.

use super::{chance::Chance, names::CUSTOMERS};

/// A group that works on records, and the site it sits at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Team {
    pub name: &'static str,
    pub site: &'static str,
}

const fn team(name: &'static str, site: &'static str) -> Team {
    Team { name, site }
}

const DESK: Team = team("Service Desk", "AAR");
const WORKPLACE: Team = team("Workplace", "AAR");
const MAIL: Team = team("Collaboration", "AAR");
const PRINT: Team = team("Print", "AAR");
const SERVERS: Team = team("Server Operations", "GDN");
const NETWORK: Team = team("Network", "GDN");
const BACKUP: Team = team("Backup", "GDN");
const DATABASES: Team = team("Databases", "GDN");
const MONITORING: Team = team("Monitoring", "GDN");

/// One of the services, and how many of the customers use it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Service {
    pub name: &'static str,
    users: usize,
}

impl Service {
    /// A customer that uses it.
    pub fn customer(&self, chance: &mut Chance) -> &'static str {
        chance.one_of(&CUSTOMERS[..self.users])
    }
}

const fn service(name: &'static str, users: usize) -> Service {
    Service { name, users }
}

pub(super) const MANAGED_WORKPLACE: Service = service("Managed Workplace", 11);
pub(super) const SERVICE_DESK: Service = service("Service Desk", 11);
pub(super) const HOSTING: Service = service("Virtual Server Hosting", 8);
pub(super) const BACKUP_AND_RESTORE: Service = service("Backup & Restore", 9);
pub(super) const NETWORK_AND_VPN: Service = service("Network & VPN", 10);
pub(super) const COLLABORATION: Service = service("E-mail & Collaboration", 11);
pub(super) const DATABASE_OPERATION: Service = service("Database Operation", 5);
pub(super) const PRINT_SERVICE: Service = service("Print Service", 3);
pub(super) const MONITORING_SERVICE: Service = service("Monitoring as a Service", 8);

/// A kind of thing that is written down again and again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    pub service: Service,
    pub category: &'static str,
    pub team: Team,
    pub text: &'static str,
}

const fn kind(service: Service, category: &'static str, team: Team, text: &'static str) -> Kind {
    Kind { service, category, team, text }
}

/// What stops many people from working.
pub(super) static OUTAGES: [Kind; 15] = [
    kind(HOSTING, "Server", SERVERS, "Virtual servers of {customer} unreachable since {time}"),
    kind(HOSTING, "Server", SERVERS, "Host {host} restarted by itself, all its guests are down"),
    kind(HOSTING, "Storage", SERVERS, "Storage latency above 400 ms, several servers of {customer} hang"),
    kind(NETWORK_AND_VPN, "Network", NETWORK, "Site {place} offline: no VPN, no telephony"),
    kind(NETWORK_AND_VPN, "Network", NETWORK, "Packet loss above {number} % on the line to {place}"),
    kind(NETWORK_AND_VPN, "Network", NETWORK, "Firewall of {customer} failed over and did not come back"),
    kind(COLLABORATION, "E-mail", MAIL, "No mail in or out for {customer} since {time}"),
    kind(DATABASE_OPERATION, "Database", DATABASES, "Database on {host} does not accept connections"),
    kind(DATABASE_OPERATION, "Database", DATABASES, "Log volume of {host} full, order entry of {customer} stopped"),
    kind(BACKUP_AND_RESTORE, "Backup", BACKUP, "Backup server {host} down, tonight's jobs at risk"),
    kind(
        BACKUP_AND_RESTORE,
        "Restore",
        BACKUP,
        "Restore of the finance share of {customer} fails, closing of the month waits",
    ),
    kind(MANAGED_WORKPLACE, "Logon", WORKPLACE, "Nobody at {place} can log on"),
    kind(
        MANAGED_WORKPLACE,
        "Logon",
        WORKPLACE,
        "Terminal farm of {customer}: \"please wait\" for minutes, then back to the logon",
    ),
    kind(SERVICE_DESK, "Telephony", DESK, "Telephone queue of {customer} dead, callers hear nothing"),
    kind(MONITORING_SERVICE, "Alarm", MONITORING, "No alarms from {customer} since {time}, probe {host} silent"),
];

/// What makes work slow or awkward.
pub(super) static DISTURBANCES: [Kind; 22] = [
    kind(MANAGED_WORKPLACE, "Software", WORKPLACE, "Excel closes when the budget file is saved"),
    kind(MANAGED_WORKPLACE, "Hardware", WORKPLACE, "Laptop of Mr {name} does not charge, third time this month"),
    kind(MANAGED_WORKPLACE, "Update", WORKPLACE, "Update stuck at {number} %, PC restarts again and again"),
    kind(MANAGED_WORKPLACE, "Logon", WORKPLACE, "Smart card of Ms {name} not recognised"),
    kind(MANAGED_WORKPLACE, "Software", WORKPLACE, "Time recording shows \"Fehler 0x80004005\", two users in {place}"),
    kind(COLLABORATION, "E-mail", MAIL, "Shared mailbox orders@ missing for half the team"),
    kind(COLLABORATION, "E-mail", MAIL, "Mails to {place} arrive an hour late"),
    kind(COLLABORATION, "Calendar", MAIL, "Meeting room calendar shows every booking twice"),
    kind(NETWORK_AND_VPN, "VPN", NETWORK, "VPN drops every {number} minutes for users in {place}"),
    kind(
        NETWORK_AND_VPN,
        "Wireless",
        NETWORK,
        "Wireless in the warehouse of {customer} weak since the shelves were moved",
    ),
    kind(NETWORK_AND_VPN, "Network", NETWORK, "New switch in {place} shows errors on port {number}"),
    kind(HOSTING, "Server", SERVERS, "CPU of {host} above 95 % since {time}"),
    kind(HOSTING, "Server", SERVERS, "Test server {host} slow since the morning"),
    kind(HOSTING, "Storage", SERVERS, "Volume D: of {host} {number} % full, grows daily"),
    kind(DATABASE_OPERATION, "Database", DATABASES, "Nightly report of {customer} runs into the working day"),
    kind(
        DATABASE_OPERATION,
        "Database",
        DATABASES,
        "Deadlocks in the warehouse database, users have to repeat bookings",
    ),
    kind(BACKUP_AND_RESTORE, "Backup", BACKUP, "Backup job of {host} failed, error 13, second night"),
    kind(BACKUP_AND_RESTORE, "Restore", BACKUP, "Folder deleted by mistake, restore from yesterday asked for"),
    kind(PRINT_SERVICE, "Printer", PRINT, "Label printer at the ramp in {place} prints half labels"),
    kind(MONITORING_SERVICE, "Alarm", MONITORING, "Disk alarm for {host} repeats although it was cleared"),
    kind(SERVICE_DESK, "Telephony", DESK, "Callers from {place} land in the Danish queue"),
    kind(SERVICE_DESK, "Portal", DESK, "Portal: \"Something went wrong\", ticket is there twice"),
];

/// What bothers one person.
pub(super) static TROUBLES: [Kind; 27] = [
    kind(MANAGED_WORKPLACE, "Password", DESK, "Password forgotten after the holidays"),
    kind(MANAGED_WORKPLACE, "Password", DESK, "Account locked, Ms {name} typed the old password"),
    kind(MANAGED_WORKPLACE, "Software", WORKPLACE, "PDF opens in the browser, Mr {name} wants the old program back"),
    kind(MANAGED_WORKPLACE, "Software", WORKPLACE, "Add-in \"Sagsnr.\" gone from the ribbon"),
    kind(MANAGED_WORKPLACE, "Hardware", WORKPLACE, "Second screen stays black, cable was changed already"),
    kind(MANAGED_WORKPLACE, "Hardware", WORKPLACE, "Docking station, keyboard and mouse dead after the weekend"),
    kind(MANAGED_WORKPLACE, "Hardware", WORKPLACE, "Key Ø on the keyboard stuck"),
    kind(
        MANAGED_WORKPLACE,
        "Software",
        WORKPLACE,
        "Font for the letterhead missing\nSeen on two PCs in {place}\nTemplate: Brev_ÆØÅ.dotx",
    ),
    kind(MANAGED_WORKPLACE, "Logon", DESK, "First logon on a new PC takes twenty minutes"),
    kind(MANAGED_WORKPLACE, "Mobile", WORKPLACE, "Phone of Ms {name} does not synchronise contacts"),
    kind(MANAGED_WORKPLACE, "Mobile", WORKPLACE, "Skærmen på telefonen er revnet"),
    kind(MANAGED_WORKPLACE, "Software", WORKPLACE, "Spell checker speaks Polish, user does not"),
    kind(COLLABORATION, "E-mail", MAIL, "Signature with wrong telephone number, cannot be changed"),
    kind(COLLABORATION, "E-mail", MAIL, "Newsletter ends up in junk"),
    kind(COLLABORATION, "Calendar", MAIL, "Cannot see the calendar of Mr {name}, needed for \"Ledermøde\""),
    kind(COLLABORATION, "Chat", MAIL, "Camera picture upside down in meetings"),
    kind(NETWORK_AND_VPN, "VPN", DESK, "VPN client asks for a certificate that has run out"),
    kind(
        NETWORK_AND_VPN,
        "Wireless",
        NETWORK,
        "Guest wireless: voucher printer in {place} out of paper, vouchers by mail please",
    ),
    kind(HOSTING, "Access", SERVERS, "Remote desktop to {host}: \"no licence server available\""),
    kind(BACKUP_AND_RESTORE, "Restore", BACKUP, "One mail from {time} restored, please"),
    kind(PRINT_SERVICE, "Printer", PRINT, "Toner low on the printer of floor {number}"),
    kind(PRINT_SERVICE, "Printer", PRINT, "Paper jam, drawer 2, \"nie działa\" says the display"),
    kind(PRINT_SERVICE, "Printer", PRINT, "Printer prints in colour, invoices have to be grey"),
    kind(DATABASE_OPERATION, "Access", DATABASES, "Read access to the statistics of last month missing"),
    kind(MONITORING_SERVICE, "Report", MONITORING, "Monthly availability report without the logo of {customer}"),
    kind(SERVICE_DESK, "Portal", DESK, "Portal shows prices without VAT, user expects them with it"),
    kind(SERVICE_DESK, "Portal", DESK, "Mr {name} cannot find his closed tickets"),
];

/// What is done by a template, again and again.
pub(super) static STANDARD_CHANGES: [Kind; 13] = [
    kind(MANAGED_WORKPLACE, "Software", WORKPLACE, "ST-07 Routine package updates, ring {number}"),
    kind(MANAGED_WORKPLACE, "Software", WORKPLACE, "ST-03 Roll out driver package to {customer}"),
    kind(MANAGED_WORKPLACE, "Hardware", WORKPLACE, "ST-04 Exchange of {number} workplaces at {place}"),
    kind(HOSTING, "Server", SERVERS, "ST-11 New virtual server from template for {customer}"),
    kind(HOSTING, "Server", SERVERS, "ST-12 Monthly operating system updates, group {number}"),
    kind(HOSTING, "Storage", SERVERS, "ST-13 Enlarge volume of {host}"),
    kind(NETWORK_AND_VPN, "Network", NETWORK, "ST-21 Switch port for {customer}, {place}"),
    kind(NETWORK_AND_VPN, "Wireless", NETWORK, "ST-22 Access point exchanged, {place}"),
    kind(BACKUP_AND_RESTORE, "Backup", BACKUP, "ST-31 Add {host} to the nightly backup"),
    kind(DATABASE_OPERATION, "Database", DATABASES, "ST-41 Rebuild indexes on {host}"),
    kind(COLLABORATION, "E-mail", MAIL, "ST-51 New distribution list for {customer}"),
    kind(PRINT_SERVICE, "Printer", PRINT, "ST-61 Printer exchanged, {place}"),
    kind(MONITORING_SERVICE, "Alarm", MONITORING, "ST-71 Add checks for {host}"),
];

/// What is weighed before it is done.
pub(super) static NORMAL_CHANGES: [Kind; 16] = [
    kind(HOSTING, "Server", SERVERS, "Move {number} guests of {customer} to the new cluster"),
    kind(HOSTING, "Server", SERVERS, "Firmware of host {host}, guests moved away before"),
    kind(HOSTING, "Server", SERVERS, "More memory for {host}"),
    kind(HOSTING, "Storage", SERVERS, "Second storage path for AAR-1"),
    kind(NETWORK_AND_VPN, "Network", NETWORK, "Firewall rules of {customer}: partner network, both directions"),
    kind(NETWORK_AND_VPN, "Network", NETWORK, "New line to {place}, old one kept for a month"),
    kind(NETWORK_AND_VPN, "VPN", NETWORK, "VPN gateway: second factor for {customer}"),
    kind(COLLABORATION, "E-mail", MAIL, "Mail filter: reject instead of quarantine, {customer}"),
    kind(COLLABORATION, "E-mail", MAIL, "Move mailboxes of {customer}, batch {number}"),
    kind(DATABASE_OPERATION, "Database", DATABASES, "Database version raised on {host}"),
    kind(DATABASE_OPERATION, "Database", DATABASES, "Archive bookings older than seven years, {customer}"),
    kind(BACKUP_AND_RESTORE, "Backup", BACKUP, "Backup proxy {host} replaced"),
    kind(BACKUP_AND_RESTORE, "Backup", BACKUP, "Retention for {customer} raised to 90 days"),
    kind(MANAGED_WORKPLACE, "Software", WORKPLACE, "Operating system raised at {customer}, pilot of {number}"),
    kind(MONITORING_SERVICE, "Alarm", MONITORING, "Thresholds of {customer} taken from the last quarter"),
    kind(PRINT_SERVICE, "Printer", PRINT, "Print server moved to {host}"),
];

/// What can't wait.
pub(super) static EMERGENCY_CHANGES: [Kind; 8] = [
    kind(HOSTING, "Server", SERVERS, "Restart of host {host} after storage errors"),
    kind(HOSTING, "Server", SERVERS, "Security update out of turn on {host}"),
    kind(NETWORK_AND_VPN, "Network", NETWORK, "Block address range after login attempts at {customer}"),
    kind(NETWORK_AND_VPN, "Network", NETWORK, "Firewall of {customer} back to the rules of yesterday"),
    kind(COLLABORATION, "E-mail", MAIL, "Mail gateway: certificate renewed, had run out at {time}"),
    kind(DATABASE_OPERATION, "Database", DATABASES, "Log volume of {host} enlarged while running"),
    kind(BACKUP_AND_RESTORE, "Backup", BACKUP, "Backup of {customer} sent to the second proxy"),
    kind(MANAGED_WORKPLACE, "Software", WORKPLACE, "Driver package taken back at {customer}, blue screens"),
];
