//! The helpers themselves: what they find is what a screen reader would find, and what is broken is called broken.

use tests::window::{Key, Opening, WebDriverResult, Window};

/// Puts a small made-up page in place of the program's own.
async fn a_made_up_page() -> WebDriverResult<Window> {
    let window = Opening::default().open().await?;
    let page = r##"
        document.body.innerHTML = `<main><h1>Made up</h1>
          <label for="notes">Notes</label><textarea id="notes"></textarea>
          <button type="button" aria-label="Raise a finding">+</button>
          <button type="button">Hidden</button>
          <button type="button" data-testid="late">Wait</button><p id="said"></p></main>`;
        const [raise, hidden, late] = document.querySelectorAll("button");
        const said = document.querySelector("#said");
        hidden.hidden = true;
        raise.addEventListener("click", () => said.textContent = "Raised: " + document.querySelector("#notes").value);
        late.addEventListener("click", () => setTimeout(() => said.textContent = "At last", 400));
        window.heard = [];
        addEventListener("keydown", (event) => window.heard.push(event.key));
    "##;
    window.page.execute(page, vec![]).await?;
    Ok(window)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_finds_things_by_what_they_are_called() -> WebDriverResult<()> {
    let window = a_made_up_page().await?;

    window.write("Notes", "Three of five").await?;
    window.write("Notes", "Four of nine").await?;
    window.click("button", "Raise a finding").await?;
    window.reads("Raised: Four of nine").await?;

    let heading = window.by_name("heading", "Made up").await?;
    assert_eq!(window.accessible_role(&heading).await?, "heading");
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_late_is_waited_for_and_what_never_comes_is_named() -> WebDriverResult<()> {
    let window = a_made_up_page().await?;

    window.by_testid("late").await?.click().await?;
    window.reads("At last").await?;
    window.no_longer_reads("Raised").await?;

    let refusal = window.click("button", "Hidden").await.expect_err("nobody sees that button");
    assert!(refusal.to_string().contains("a button named “Hidden”"), "{refusal}");
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_are_pressed_reach_the_page() -> WebDriverResult<()> {
    let window = a_made_up_page().await?;

    window.press("j").await?;
    window.press(Key::Escape).await?;

    let heard: Vec<String> = window.page.execute("return window.heard", vec![]).await?.convert()?;
    assert_eq!(heard, ["j", "Escape"]);
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_a_box_that_lost_its_label() -> WebDriverResult<()> {
    let window = a_made_up_page().await?;
    let rules = |found: Vec<tests::window::Found>| found.into_iter().map(|found| found.rule).collect::<Vec<_>>();

    assert!(!rules(window.axe().await?).contains(&"label".to_owned()));
    window.page.execute("document.querySelector('label').remove()", vec![]).await?;
    assert!(rules(window.axe().await?).contains(&"label".to_owned()));

    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_on_the_console_is_heard() -> WebDriverResult<()> {
    let window = a_made_up_page().await?;
    assert!(window.said().complaints().is_empty());

    let later = r#"
        setTimeout(() => { throw new Error("the page broke") }, 0);
        Promise.reject(new Error("a promise was broken"));
        console.error("the page complains");
        console.log("an ERROR that is none");
    "#;
    window.page.execute(later, vec![]).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;

    let said = window.said();
    for words in ["the page broke", "a promise was broken", "the page complains"] {
        assert!(said.complaints().iter().any(|line| line.contains(words)), "{words}: {:?}", said.lines());
    }
    assert_eq!(said.complaints().len(), 3, "{:?}", said.lines());
    Ok(())
}
