//! The places of the program, with the demo workspace open.

use std::{path::PathBuf, time::Duration};

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::window::{By, Opening, WebDriverResult, Window};

/// A place: what its picture is called, where it is, and what is clicked on when one is there.
#[derive(Debug)]
pub struct Place {
    pub name: &'static str,
    pub address: String,
    pub then: &'static [&'static str],
}

/// A window on a fresh demo workspace, and the folder in which that lies.
pub async fn demo() -> WebDriverResult<(Window, TempDir)> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = made_in(&folder);
    let window = Opening::default().workspace(&path).open().await?;
    window.by_testid("nav-today").await?;
    Ok((window, folder))
}

/// A desk without a window, at home in a folder.
pub fn a_desk(folder: &TempDir) -> desk::Desk {
    let home = desk::Home(folder.path().join("home"));
    desk::Desk::with("tests", home, std::sync::Arc::new(ground::SystemClock), Box::new(desk::NoSecrets))
}

/// The demo workspace in a folder, as the program makes it today.
pub fn made_in(folder: &TempDir) -> PathBuf {
    use ground::Clock as _;

    let path = folder.path().join("demo.tickmark");
    desk::make_demo(&path, None, ground::SystemClock.now()).expect("the demo");
    path
}

/// Asks for an operation as the page does.
pub async fn asked(window: &Window, operation: &str, request: Value) -> WebDriverResult<Value> {
    let script = r#"
        const [name, request, done] = arguments;
        window.__TAURI_INTERNALS__.invoke("call", { name, request }).then(done, (refusal) => done({ refusal }));
    "#;
    let answer: Value = window.page.execute_async(script, vec![json!(operation), request]).await?.convert()?;
    assert_eq!(answer.get("refusal"), None, "{operation}");
    Ok(answer)
}

/// Where the demo's audit of this reference is: `#/audit/…`.
pub async fn audit(window: &Window, reference: &str) -> WebDriverResult<String> {
    window.go("#/audits").await?;
    window.by_testid(&format!("audit-row-{reference}")).await?;
    let link = window.page.find(By::Css(format!("[data-testid='audit-row-{reference}'] a"))).await?;
    let address = link.attr("href").await?.unwrap_or_default();
    // `tauri://localhost#/audit/<id>/checklist`
    let place = address.split_once('#').map_or("", |(_, place)| place);
    Ok(format!("#{}", place.rsplit_once('/').map_or(place, |(audit, _)| audit)))
}

/// The first record of a list of this audit that is wanted; what it is called to people is in the message.
async fn first(
    window: &Window,
    operation: &str,
    audit: &str,
    wanted: impl Fn(&Value) -> bool,
) -> WebDriverResult<String> {
    let list = asked(window, operation, json!({ "audit": audit })).await?;
    let found = list.as_array().into_iter().flatten().find(|one| wanted(one));
    let id = found.and_then(|one| one["id"].as_str());
    Ok(id.unwrap_or_else(|| panic!("{operation} of {audit} has nothing that is wanted: {list}")).to_owned())
}

/// The places of samples, their populations, requests and pictures.
async fn of_fieldwork(window: &Window) -> WebDriverResult<Vec<Place>> {
    let running = audit(window, "IA-2026-03").await?;
    let reported = audit(window, "IA-2026-02").await?;
    let stands = |reference: &'static str| move |one: &Value| one["reference"] == reference;
    let suppliers = first(window, "population.list", "IA-2026-03", stands("IA-2026-03-P-01")).await?;
    let changes = first(window, "population.list", "IA-2026-02", stands("IA-2026-02-P-01")).await?;
    let judged = first(window, "sample.list", "IA-2026-03", stands("IA-2026-03-S-01")).await?;
    let by_type = first(window, "sample.list", "IA-2026-02", stands("IA-2026-02-S-01")).await?;
    let picture = first(window, "evidence.list", "IA-2026-03", |one| one["is_picture"] == true).await?;
    let place = |name, address: String, then| Place { name, address, then };
    let populations = format!("{running}/samples/populations");
    let frozen = format!("{reported}/samples/populations");
    Ok(vec![
        place("audit-samples", format!("{running}/samples"), &[]),
        place("audit-samples-signed", format!("{reported}/samples"), &[]),
        place("population", populations.clone(), &[]),
        place("population-bring-in", format!("{populations}/new"), &[]),
        place("population-ask", format!("{populations}/ask"), &[]),
        place("population-look", format!("{populations}/{suppliers}~look"), &[]),
        place("population-look-large", format!("{frozen}/{changes}~look"), &[]),
        place("population-rows", format!("{frozen}/{changes}~rows"), &[]),
        place("population-tests", format!("{populations}/{suppliers}~tests"), &[]),
        place("population-tests-signed", format!("{frozen}/{changes}~tests"), &[]),
        place("sample-plan", format!("{running}/samples/new?population={suppliers}"), &[]),
        place(
            "sample-plan-stratified",
            format!("{running}/samples/new?population={suppliers}"),
            &["method-random", "method-stratified"],
        ),
        place("sample-sheet", format!("{running}/samples/{judged}"), &[]),
        place("sample-sheet-conclusion", format!("{running}/samples/{judged}"), &["pane-conclusion"]),
        place("sample-sheet-findings", format!("{running}/samples/{judged}"), &["pane-findings"]),
        place("sample-sheet-draw", format!("{reported}/samples/{by_type}"), &["pane-draw"]),
        place("audit-requests", format!("{running}/requests"), &[]),
        place("audit-request", format!("{running}/requests"), &["request-open-01"]),
        place("evidence-large", format!("{running}/evidence/{picture}"), &["evidence-large"]),
        place(
            "evidence-cover",
            format!("{running}/evidence/{picture}"),
            &["evidence-large", "cover-begin", "cover-add"],
        ),
    ])
}

/// Every place there is while a workspace is open.
pub async fn all(window: &Window) -> WebDriverResult<Vec<Place>> {
    let running = audit(window, "IA-2026-03").await?;
    let reported = audit(window, "IA-2026-02").await?;
    let place = |name, address: String, then| Place { name, address, then };
    let of = |name, address: &str| place(name, address.to_owned(), &[]);
    let fieldwork = of_fieldwork(window).await?;
    Ok(vec![
        of("today", "#/today"),
        of("programme", "#/programme"),
        place("programme-change", "#/programme".to_owned(), &["programme-change"]),
        place("plan-an-audit", "#/programme".to_owned(), &["plan-audit"]),
        of("audits", "#/audits"),
        place("audit-plan", format!("{running}/plan"), &[]),
        place("audit-checklist", format!("{running}/checklist"), &[]),
        place("audit-checklist-finding", format!("{running}/checklist"), &["finding-raise"]),
        place("audit-evidence", format!("{running}/evidence"), &[]),
        place("audit-findings", format!("{running}/findings"), &[]),
        place("audit-findings-signed", format!("{reported}/findings"), &[]),
        place("audit-report", format!("{running}/report"), &[]),
        place("audit-report-signed", format!("{reported}/report"), &["report-verify-1"]),
        place("audit-report-pages", format!("{reported}/report/pages-1"), &[]),
        of("actions", "#/actions"),
        place("action", "#/actions".to_owned(), &["actions-all", "action-row-CAR-2026-005"]),
        of("organisation-scope", "#/organisation/scope"),
        of("organisation-sites", "#/organisation/sites"),
        of("organisation-services", "#/organisation/services"),
        of("organisation-processes", "#/organisation/processes"),
        place("organisation-people", "#/organisation/people".to_owned(), &["person-Ewa Lisowska"]),
        of("organisation-documents", "#/organisation/documents"),
        of("standards", "#/standards"),
        place("standards-clause", "#/standards".to_owned(), &["clause-row-8.6.1"]),
        of("history", "#/history"),
        of("verify", "#/verify"),
        of("identities", "#/identities"),
        place("new-identity", "#/identities".to_owned(), &["identity-new"]),
        of("settings", "#/settings"),
        place("search", "#/today".to_owned(), &["search"]),
        place("who-is-writing", "#/today".to_owned(), &["who"]),
    ]
    .into_iter()
    .chain(fieldwork)
    .collect())
}

impl Place {
    /// Goes there and waits until nothing moves any more.
    pub async fn show(&self, window: &Window) -> WebDriverResult<()> {
        window
            .page
            .execute("document.querySelector('dialog[open]')?.dispatchEvent(new Event('cancel'))", vec![])
            .await?;
        window.go(&self.address).await?;
        settled(window).await?;
        for testid in self.then {
            window.click_on(testid).await?;
            settled(window).await?;
        }
        Ok(())
    }
}

/// Waits until nothing is being asked for and the page stays as it is.
pub async fn settled(window: &Window) -> WebDriverResult<()> {
    let look = r#"
        const busy = document.querySelector("[aria-busy='true']") !== null;
        return busy ? "" : location.hash + document.querySelectorAll("*").length + document.body.innerText;
    "#;
    let mut last = String::new();
    let mut same = 0;
    for _ in 0..200 {
        let now: String = window.page.execute(look, vec![]).await?.convert()?;
        same = if now == last && !now.is_empty() { same + 1 } else { 0 };
        if same > 2 {
            return Ok(());
        }
        last = now;
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    panic!("the page never comes to rest at {}", window.address().await?);
}
