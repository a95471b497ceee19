//! From the client's export to a finding “4 of 20” in a signed report, in the real window and with the hands of an
//! auditor; and then a third person, who has only the report and the export, draws the same records again.

mod beforehand;
mod export;
mod paper;
mod sheet;

use std::time::Instant;

use serde_json::json;
use tests::{
    verifiers::{pdfsig, pyhanko},
    window::{Found, Key, Opening, WebDriverResult, Window},
};

use self::{
    beforehand::{Files, PASSPHRASE, SUPPLIER, an_audit_of_changes},
    export::{EMERGENCIES, UNAPPROVED},
    sheet::{Seen, filled_in, stands_on},
};
use crate::places::{a_desk, audit, settled};

const SIGNING: &str = "a passphrase for the key";
const SEED: &str = "dice 3 6 1 4";
const STATEMENT: &str = "Changes are carried out before they are approved.";
const SIZE: usize = 20;

/// The stations of one journey: at each a picture is taken and axe looks.
struct Journey {
    files: Files,
    window: Window,
    found: Vec<String>,
}

impl Journey {
    async fn station(&mut self, name: &str) -> WebDriverResult<()> {
        settled(&self.window).await?;
        self.window.picture(&format!("sampling-{name}")).await?;
        let line = |found: &Found| format!("{name}: {} ({}) at {}", found.rule, found.gravity, found.places.join(", "));
        self.found.extend(self.window.axe().await?.iter().map(line));
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_becomes_a_finding_of_so_many_in_a_signed_report_that_anyone_can_repeat() -> WebDriverResult<()> {
    let begun = Instant::now();
    let files = an_audit_of_changes();
    let answers = [files.export(), files.report()].map(|path| path.display().to_string());
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let opening = Opening::default().at_home_in(&files.home()).workspace(&files.workspace());
    let window = opening.answering(&answers).open().await?;
    window.size(1280, 800).await?;
    let mut journey = Journey { files, window, found: Vec::new() };

    the_workspace_is_opened(&journey).await?;
    the_export_is_read_as_it_was_written(&mut journey).await?;
    it_is_frozen_with_its_supplier(&mut journey).await?;
    a_look_shows_its_counts(&mut journey).await?;
    a_ready_test_is_held_against_every_row_and_kept(&mut journey).await?;
    a_stratified_sample_is_planned(&mut journey).await?;
    let records = the_sheet_is_worked_by_keyboard_alone(&mut journey).await?;
    let command = how_to_repeat_the_draw(&journey.window).await?;
    what_is_still_open_is_shown_before_the_sample_is_concluded(&mut journey).await?;
    a_finding_is_raised_from_the_failures(&mut journey, &records).await?;
    the_question_is_answered(&journey.window).await?;
    the_report_is_written_and_signed(&mut journey).await?;
    assert!(journey.found.is_empty(), "axe found:\n{}", journey.found.join("\n"));
    let Journey { files, window, .. } = journey;
    window.close().await?;

    others_accept_the_report_and_read_the_sample_in_it(&files, &records, &command);
    let again = paper::drawn_again(&command, files.folder.path());
    assert_eq!(again, records, "the printed command draws the records of the sheet");
    the_file_is_sound(&files);
    println!("from the export to the repeated draw in {} s", begun.elapsed().as_secs());
    Ok(())
}

async fn the_workspace_is_opened(Journey { files, window, .. }: &Journey) -> WebDriverResult<()> {
    window.fill("open-passphrase", PASSPHRASE).await?;
    window.click_on("open-go").await?;
    window.by_testid("nav-today").await?;
    let audit = audit(window, &files.audit).await?;
    window.go(&format!("{audit}/samples")).await?;
    window.reads("No samples yet").await?;
    window.click_on("part-populations").await
}

async fn the_export_is_read_as_it_was_written(journey: &mut Journey) -> WebDriverResult<()> {
    let window = &journey.window;
    window.click_on("population-new").await?;
    window.click_on("bring-choose").await?;
    window.choose("bring-kind", "Changes").await?;
    window.reads("looks like ServiceNow").await?;
    // The sort of record says what a column means; the file is looked at again.
    window.sees("field-change_type", "type").await?;
    for (testid, recognised) in [
        ("bring-delimiter", ","),
        ("bring-header", "1"),
        ("bring-tool", "ServiceNow"),
        ("field-record_id", "number"),
        ("field-change_type", "type"),
        ("field-approval", "approval"),
        ("field-opened_at", "opened_at"),
        ("field-closed_at", "closed_at"),
    ] {
        assert_eq!(window.text_of(testid).await?, recognised, "{testid}");
    }
    let cells = window.by_name("combobox", "Cells of opened_at").await?;
    assert_eq!(cells.prop("value").await?.as_deref(), Some("moment"));
    let form = window.by_name("combobox", "How dates of opened_at are written").await?;
    let form = form.prop("value").await?.unwrap_or_default();
    assert!(form.starts_with("YYYY-MM-DD"), "dates are written {form}");
    // The comma and the quotes belong to the cell.
    window.reads("Patch round 1, \"Servers\"").await?;
    assert!(!window.by_testid("bring-freeze").await?.is_enabled().await?, "nobody supplied it yet");
    journey.station("01-preview").await
}

async fn it_is_frozen_with_its_supplier(journey: &mut Journey) -> WebDriverResult<()> {
    let window = &journey.window;
    window.fill("bring-title", "Changes, January to June 2026").await?;
    window.fill("bring-supplier", SUPPLIER).await?;
    window.fill("bring-zone", "Europe/Copenhagen").await?;
    window.fill("bring-count", "1,136").await?;
    window.fill("bring-query", "change_request, opened from 2026-01-01 to 2026-06-30, all types").await?;
    window.fill("bring-completeness", "Watched the export; the count on the screen is the same.").await?;
    window.choose("bring-question", &journey.files.question).await?;
    window.click_on("bring-freeze").await?;
    window.sees("population-part-facts", &paper::fingerprint(&journey.files.export())).await?;
    window.sees("population-part-facts", "1,136, of which 1,136 changes can be drawn").await?;
    window.reads("Count agrees: the tool showed 1,136").await?;
    journey.station("02-frozen").await
}

async fn a_look_shows_its_counts(journey: &mut Journey) -> WebDriverResult<()> {
    let window = &journey.window;
    window.click_on("population-look").await?;
    window.sees("look-summary", "1,136 rows").await?;
    let counted = r#"
        const bars = [...document.querySelectorAll("[data-testid='look-bar']")];
        return bars.map((bar) => bar.closest("tr").innerText.replace(/\s+/g, " ").trim());
    "#;
    let counted: Vec<String> = window.page.execute(counted, vec![]).await?.convert()?;
    let has = |value: &str, rows: usize| {
        counted.iter().any(|line| line.starts_with(value) && line.contains(&format!(" {rows} ")))
    };
    assert!(has("Emergency", EMERGENCIES), "{counted:?}");
    assert!(has("Not Yet Requested", UNAPPROVED), "{counted:?}");
    journey.station("03-look").await
}

async fn a_ready_test_is_held_against_every_row_and_kept(journey: &mut Journey) -> WebDriverResult<()> {
    let window = &journey.window;
    window.click_on("population-tests").await?;
    window.click_on("ready-change.closed-not-approved").await?;
    window.sees("tests-result", &format!("{UNAPPROVED} of 1,136 rows hit")).await?;
    window.click_on("tests-keep").await?;
    window.sees("kept-test", "Closed without approval").await?;
    window.fill("kept-conclusion", "All nine are emergency changes; shown to T. Kania.").await?;
    journey.station("04-tests").await
}

async fn a_stratified_sample_is_planned(journey: &mut Journey) -> WebDriverResult<()> {
    let window = &journey.window;
    window.click_on("population-facts").await?;
    window.click_on("population-sample").await?;
    window.choose("sample-question", &journey.files.question).await?;
    window.fill("sample-title", "Approval of changes").await?;
    for tested in ["Approval", "Way back"] {
        window.click("button", &format!("+ {tested}")).await?;
        window.by_name("textbox", &format!("Tested: {tested}")).await?;
    }
    window.click_on("method-stratified").await?;
    // One in seven would be too many: the planner says how many records show that it is fewer.
    window.fill("sample-tolerable", "14").await?;
    window.sees("size-answer", "20 changes").await?;
    window.sees("size-answer", "none of which may fail").await?;
    window.fill("sample-size", "20").await?;
    window.press(Key::Tab).await?;
    window.choose("stratum-column", "type").await?;
    window.choose("strata-how", "Equally").await?;
    for (stratum, size) in [("stratum-1", "7"), ("stratum-2", "7"), ("stratum-3", "6")] {
        window.sees(stratum, size).await?;
    }
    window.sees("sample-draw", "Draw 20 changes").await?;
    window.sees("sample-missing", "Still needs a seed").await?;
    window.fill("sample-seed", SEED).await?;
    window.write("Chosen by", "Thrown by T. Kania").await?;
    window.sees("sample-missing", "From then on these records are fixed").await?;
    journey.station("05-plan").await
}

/// What the auditor sees of the approvals: four of twenty are not in order.
fn approval(row: usize) -> Seen {
    match row {
        4 => Seen::Fail("Approved two days after the work."),
        9 => Seen::Fail("The approver carried it out."),
        15 => Seen::Fail("Nobody approved it."),
        18 => Seen::NotFound,
        _ => Seen::Pass,
    }
}

fn way_back(row: usize) -> Seen {
    match row {
        2 | 7 => Seen::NotApplicable("Only words in a catalogue changed."),
        _ => Seen::Pass,
    }
}

async fn the_sheet_is_worked_by_keyboard_alone(journey: &mut Journey) -> WebDriverResult<Vec<String>> {
    let window = &journey.window;
    window.click_on("sample-draw").await?;
    window.by_testid("sheet").await?;
    let records = filled_in(window, 1, SIZE, approval).await?;
    window.sees("sheet-column", "4 failed").await?;
    window.press(Key::Control + Key::Up).await?;
    stands_on(window, "cell-1-1").await?;
    window.press(Key::Right).await?;
    // The very last cell stays open for now.
    assert_eq!(filled_in(window, 2, SIZE - 1, way_back).await?, records[..SIZE - 1]);
    window.sees("sheet-column", "2 not applicable").await?;
    // A mark is taken back and given again.
    window.press(Key::Up).await?;
    stands_on(window, "cell-19-2").await?;
    window.press(Key::Delete).await?;
    window.sees("sheet-column", "18 of 20 tested").await?;
    window.press("p").await?;
    window.sees("sheet-column", "19 of 20 tested").await?;
    journey.station("06-sheet").await?;
    Ok(records)
}

/// The command, as it stands beside the sheet.
async fn how_to_repeat_the_draw(window: &Window) -> WebDriverResult<String> {
    window.press("4").await?;
    window.sees("redraw", "tick sample draw").await?;
    window.text_of("redraw").await
}

async fn what_is_still_open_is_shown_before_the_sample_is_concluded(journey: &mut Journey) -> WebDriverResult<()> {
    let window = &journey.window;
    window.press("2").await?;
    window.fill("sample-conclusion", "Approval before the work is not reliable.").await?;
    window.click_on("sample-conclude").await?;
    window.click_on("conclude-jump").await?;
    stands_on(window, "cell-20-2").await?;
    window.press("p").await?;
    window.sees("sheet-column", "20 of 20 tested").await?;
    window.click_on("conclusion-take").await?;
    window.sees("sample-conclusion", "4 of 20 failed; weighted by stratum").await?;
    settled(window).await?;
    window.click_on("sample-conclude").await?;
    window.reads("The sheet is fixed.").await?;
    journey.station("07-concluded").await
}

async fn a_finding_is_raised_from_the_failures(journey: &mut Journey, records: &[String]) -> WebDriverResult<()> {
    let window = &journey.window;
    window.click_on("pane-findings").await?;
    window.click_on("raise-1").await?;
    window.choose("raise-grade", "Minor").await?;
    window.fill("raise-statement", STATEMENT).await?;
    journey.station("08-raising").await?;
    let window = &journey.window;
    window.click_on("raise-go").await?;
    window.sees("finding-extent", "4 of 20").await?;
    let evidence = window.text_of("finding-evidence").await?;
    for (place, record) in records.iter().enumerate() {
        let failed = approval(place + 1) != Seen::Pass;
        assert_eq!(evidence.contains(record.as_str()), failed, "{record} in: {evidence}");
    }
    assert!(evidence.contains("Approved two days after the work."), "{evidence}");
    window.reads("Sheet of sample").await?;
    window.fill("finding-why", "Four of twenty, in every type; no outage followed.").await?;
    window.press(Key::Tab).await?;
    window.click_on("finding-present").await?;
    window.click_on("finding-position-agreed").await?;
    journey.station("09-finding").await
}

async fn the_question_is_answered(window: &Window) -> WebDriverResult<()> {
    window.click("link", "its question").await?;
    window.by_testid("verdict-2").await?;
    window.click_on("verdict-2").await?;
    for _ in 0..200 {
        if window.attribute("verdict-2", "aria-pressed").await?.as_deref() == Some("true") {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the question is still not answered");
}

async fn the_report_is_written_and_signed(journey: &mut Journey) -> WebDriverResult<()> {
    let window = &journey.window;
    window.click_on("tab-plan").await?;
    window.click_on("hold-closing").await?;
    window.sees("closing-held", "Held").await?;
    window.click_on("tab-report").await?;
    window.fill("report-course", "The audit ran as planned.").await?;
    window.fill("report-conclusion", "Changes are controlled, but their approval is not reliable.").await?;
    window.fill("report-fulfilment", "All but one of the criteria that were examined are fulfilled.").await?;
    window.fill("report-distribution", "Karen Holt").await?;
    window.choose("report-outcome", "Fully met").await?;
    window.click_on("identity-new").await?;
    window.sees("identity-name", "Jonas Berg").await?;
    window.fill("identity-passphrase", SIGNING).await?;
    window.fill("identity-passphrase-again", SIGNING).await?;
    window.click_on("identity-save").await?;
    window.fill("report-passphrase", SIGNING).await?;
    window.click_on("report-issue").await?;
    window.by_testid("report-revision-0").await?;
    window.click_on("report-save-0").await?;
    window.reads("Saved as").await?;
    journey.station("10-signed").await
}

fn others_accept_the_report_and_read_the_sample_in_it(files: &Files, records: &[String], command: &str) {
    for verdict in [pdfsig(&files.report()), pyhanko(&files.report())].into_iter().flatten() {
        assert!(verdict.sound, "{}", verdict.words);
    }
    assert_eq!(paper::tick_verify(&files.report()), "valid");
    let Some(words) = paper::words_of(&files.report()) else { return };
    let fingerprint = paper::fingerprint(&files.export());
    let (sample, population) = (format!("{}-S-01", files.audit), format!("{}-P-01", files.audit));
    let printed = [
        &sample,
        &population,
        &fingerprint,
        SEED,
        "tickmark-draw-1",
        "4 of 20",
        "Annex D Sample sheets",
        STATEMENT,
        "Closed without approval",
        "Approved two days after the work.",
        "Only words in a catalogue changed.",
        "Thrown by T. Kania",
        command,
    ];
    for needle in printed.into_iter().chain(records.iter().map(String::as_str)) {
        let needle = needle.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(&needle), "“{needle}” is not printed in:\n{words}");
    }
}

/// What the window left behind, proved without it.
fn the_file_is_sound(files: &Files) {
    let mut desk = a_desk(&files.folder);
    let mut ask = |operation: &str, request| desk.call(operation, request).expect(operation).value;
    ask("workspace.open", json!({ "path": files.workspace(), "passphrase": PASSPHRASE }));
    assert_eq!(ask("workspace.check", json!({}))["problems"], json!([]));
}
