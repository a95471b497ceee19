//! Every screen, in both themes and two sizes, as axe judges it by WCAG 2.2 AA. A picture of each is kept.

use tests::window::{Opening, WebDriverResult, Window};

use crate::places::{self, settled};

const SIZES: [(u32, u32); 2] = [(1280, 800), (1920, 1080)];

/// What axe finds wrong with what is shown, each as one line; a picture of it is kept.
async fn judged(window: &Window, name: &str) -> WebDriverResult<Vec<String>> {
    let picture = window.picture(name).await?;
    let found = window.axe().await?;
    let line = |found: &tests::window::Found| {
        format!("{name}: {} ({}) at {} — {}", found.rule, found.gravity, found.places.join(", "), picture.display())
    };
    Ok(found.iter().map(line).collect())
}

fn nothing(found: &[String]) {
    assert!(found.is_empty(), "axe found:\n{}", found.join("\n"));
}

async fn every_screen_in(theme: &str) -> WebDriverResult<()> {
    let (window, _folder) = places::demo().await?;
    window.go("#/settings").await?;
    window.click_on(&format!("theme-{theme}")).await?;
    let places = places::all(&window).await?;
    let mut found = Vec::new();
    for (width, height) in SIZES {
        window.size(width, height).await?;
        for place in &places {
            place.show(&window).await?;
            found.extend(judged(&window, &format!("{}-{theme}-{width}x{height}", place.name)).await?);
        }
    }
    println!("pictures of {} places lie beside {}", places.len(), window.picture("last").await?.display());
    nothing(&found);
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_can_be_used_by_everyone_in_light() -> WebDriverResult<()> {
    every_screen_in("light").await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_can_be_used_by_everyone_in_dark() -> WebDriverResult<()> {
    every_screen_in("dark").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_and_its_sheets_can_be_used_by_everyone() -> WebDriverResult<()> {
    let window = Opening::default().open().await?;
    let mut found = Vec::new();
    for (width, height) in SIZES {
        window.size(width, height).await?;
        settled(&window).await?;
        found.extend(judged(&window, &format!("start-{width}x{height}")).await?);
        window.click_on("start-new").await?;
        window.click_on("new-create").await?;
        settled(&window).await?;
        found.extend(judged(&window, &format!("start-new-{width}x{height}")).await?);
        window.click_on("new-unencrypted").await?;
        settled(&window).await?;
        found.extend(judged(&window, &format!("start-new-unencrypted-{width}x{height}")).await?);
        window.click("button", "Cancel").await?;
    }
    nothing(&found);
    window.close().await
}

/// Whether something can only be read by scrolling sideways, or is too narrow for its words.
const SQUEEZED: &str = r#"
const page = document.scrollingElement;
if (page.scrollWidth > page.clientWidth + 1) return `${page.scrollWidth} px in ${page.clientWidth}`;
const narrow = [...document.querySelectorAll(".card, textarea")].filter((one) => one.checkVisibility() && one.clientWidth < 120);
return narrow.length > 0 ? `${narrow[0].clientWidth} px are left for “${narrow[0].innerText.slice(0, 40)}”` : null;
"#;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_runs_out_of_a_small_window_nor_at_twice_the_size() -> WebDriverResult<()> {
    let (window, _folder) = places::demo().await?;
    let places = places::all(&window).await?;
    let mut squeezed = Vec::new();
    window.size(1024, 640).await?;
    for percent in ["100 %", "200 %"] {
        window.go("#/settings").await?;
        window.choose("size", percent).await?;
        for place in &places {
            place.show(&window).await?;
            window.picture(&format!("{}-1024x640-{}", place.name, percent.replace(" %", ""))).await?;
            let found: Option<String> = window.page.execute(SQUEEZED, vec![]).await?.convert()?;
            squeezed.extend(found.map(|found| format!("{} at {percent}: {found}", place.name)));
        }
    }
    assert!(squeezed.is_empty(), "\n{}\n", squeezed.join("\n"));
    window.close().await
}
