//! The demo, as someone sees it who looks around for the first time.

use std::fs;

use tests::window::{By, Opening, WebDriverResult};

use crate::places;

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_opens_from_the_first_page_and_shows_a_living_programme() -> WebDriverResult<()> {
    let window = Opening::default().open().await?;
    window.click_on("start-demo").await?;
    // It is made on first use, which takes a while.
    for _ in 0..12 {
        if window.by_testid("nav-today").await.is_ok() {
            break;
        }
    }
    places::settled(&window).await?;

    let today = window.words().await?;
    for reference in ["IA-2026-01", "IA-2026-02", "IA-2026-03", "IA-2026-04", "CAR-2026-005"] {
        assert!(today.contains(reference), "{reference} is not on Today:\n{today}");
    }
    let number = |of: &str| -> Option<String> {
        let mut lines = today.lines().skip_while(|line| !line.starts_with(of));
        lines.nth(1).map(|line| line.replace('\u{a0}', " ").trim().to_owned())
    };
    assert_eq!(number("Nonconformities open").as_deref(), Some("4 of 5"), "{today}");
    assert_eq!(number("Actions overdue").as_deref(), Some("1 of 5 open"), "{today}");
    assert_eq!(number("Audits under way").as_deref(), Some("1 · 1 planned"), "{today}");
    assert_eq!(number("Major nonconformities").as_deref(), Some("1 · 4 minors · 1 draft"), "{today}");
    window.picture("demo-today").await?;
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_of_the_demo_is_valid_and_one_changed_byte_is_named() -> WebDriverResult<()> {
    let folder = tempfile::tempdir().expect("a folder");
    let workspace = places::made_in(&folder);
    let (saved, changed) = (folder.path().join("saved.pdf"), folder.path().join("changed.pdf"));
    let answers = [saved.display().to_string(), changed.display().to_string()];
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let window = Opening::default().workspace(&workspace).answering(&answers).open().await?;
    window.by_testid("nav-today").await?;
    let audit = places::audit(&window, "IA-2026-02").await?;

    window.go(&format!("{audit}/report")).await?;
    window.click_on("report-verify-1").await?;
    let verdict = window.attribute("verify-result", "data-verdict").await?;
    assert_eq!(verdict.as_deref(), Some("valid"));
    window.click_on("report-save-1").await?;
    window.reads("Saved as").await?;

    let mut bytes = fs::read(&saved).expect("the saved report");
    let somewhere = bytes.len() / 3;
    bytes[somewhere] ^= 0x20;
    fs::write(&changed, bytes).expect("the changed report");
    window.click_on("nav-verify").await?;
    window.click_on("verify-choose").await?;
    let verdict = window.attribute("verify-result", "data-verdict").await?;
    assert_eq!(verdict.as_deref(), Some("invalid"));
    let named = window.page.find_all(By::Css("[data-testid='verify-result'] [data-code]")).await?;
    assert!(!named.is_empty(), "what is wrong is named: {}", window.text_of("verify-result").await?);
    window.picture("demo-changed-byte").await?;
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finding_leads_to_its_question_and_what_belongs_to_that_stands_beside_it() -> WebDriverResult<()> {
    let (window, _folder) = places::demo().await?;
    window.size(1280, 800).await?;
    let audit = places::audit(&window, "IA-2026-03").await?;
    window.go(&format!("{audit}/findings")).await?;
    window.by_testid("finding-reference").await?;
    window.click("link", "its question").await?;
    window.sees("audit-tab-checklist", "E-001").await?;
    window.sees("audit-tab-checklist", "D01").await?;
    places::settled(&window).await?;
    window.picture("demo-question").await?;
    window.close().await
}
