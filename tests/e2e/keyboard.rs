//! Every screen by keyboard alone: Tab reaches whatever can be used, and one sees where one is.

use std::{collections::BTreeSet, time::Duration};

use serde::Deserialize;
use tests::window::{Key, WebDriverResult, Window};

use crate::places;

/// How often Tab is pressed on one screen at most.
const MOST: usize = 400;

/// Numbers what can be used on the screen, and starts at its very beginning.
const BEGIN: &str = r#"
const within = document.querySelector("dialog[open]") ?? document.body;
const usable = [...within.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
  (element) =>
    element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]") &&
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0 &&
    !(element.closest("details:not([open])") && element.tagName !== "SUMMARY"),
);
const seen = new Set();
let number = 0;
for (const element of usable) {
  // Of radio buttons that belong together Tab reaches one; the arrows do the rest.
  if (element.type === "radio") {
    const group = element.form?.id + "/" + element.name;
    if (seen.has(group)) continue;
    seen.add(group);
    const one = usable.find((other) => other.type === "radio" && other.name === element.name && other.checked);
    (one ?? element).dataset.tabbed = number++;
    continue;
  }
  element.dataset.tabbed = number++;
}
document.activeElement?.blur();
for (const element of usable) element.dataset.ground = getComputedStyle(element).backgroundColor;
getSelection()?.removeAllRanges();
window.scrollTo(0, 0);
const words = (element) => {
  const said = element.getAttribute("aria-label") ?? element.innerText ?? "";
  return `${element.tagName.toLowerCase()} ${element.dataset.testid ?? ""} “${said.trim().slice(0, 40)}”`;
};
return [...document.querySelectorAll("[data-tabbed]")].map(words);
"#;

/// Where one is, and whether one sees it.
const HERE: &str = r#"
const here = document.activeElement;
if (!here || here === document.body) return { number: null, seen: true, free: true, words: "the page itself" };
const shows = (element) => {
  const style = getComputedStyle(element);
  const before = element.dataset.ground ?? style.backgroundColor;
  return (
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) ||
    style.boxShadow !== "none" || style.backgroundColor !== before
  );
};
// A hidden radio button is shown by the label around it.
const seen = [here, here.closest("label"), here.parentElement].some((element) => element && shows(element));
const number = here.dataset.tabbed === undefined ? null : Number(here.dataset.tabbed);
// Whether anything of it can be seen: a bar that stays in sight may lie over all of it.
const face = here.closest("label:has(.unseen)") ?? here;
const { left, right, top, bottom } = face.getBoundingClientRect();
const across = [left + 2, (left + right) / 2, right - 2];
const down = [top + 2, (top + bottom) / 2, bottom - 2];
const free = across.some((x) => down.some((y) => {
  const there = document.elementFromPoint(x, y);
  return there !== null && (face.contains(there) || there.contains(face));
}));
return { number, seen, free, words: `${here.tagName.toLowerCase()} ${here.dataset.testid ?? ""} ${here.className}` };
"#;

const END: &str = r#"for (const one of document.querySelectorAll("[data-tabbed]")) delete one.dataset.tabbed;"#;

#[derive(Deserialize)]
struct Here {
    number: Option<usize>,
    seen: bool,
    free: bool,
    words: String,
}

/// Where one is. The page scrolls to a field of text a moment after the focus came to it, so that is waited for.
async fn where_one_is(window: &Window) -> WebDriverResult<Here> {
    let mut here: Here = window.page.execute(HERE, vec![]).await?.convert()?;
    for _ in 0..10 {
        if here.free {
            break;
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
        here = window.page.execute(HERE, vec![]).await?.convert()?;
    }
    Ok(here)
}

/// What Tab does not reach on the screen, and where one does not see where one is.
async fn walked(window: &Window) -> WebDriverResult<Vec<String>> {
    let usable: Vec<String> = window.page.execute(BEGIN, vec![]).await?.convert()?;
    let mut reached = BTreeSet::new();
    let mut wrong = BTreeSet::new();
    for _ in 0..MOST {
        window.press(Key::Tab).await?;
        let here = where_one_is(window).await?;
        if !here.seen {
            wrong.insert(format!("the focus is not seen on {}", here.words));
        }
        if !here.free {
            wrong.insert(format!("something lies over {}", here.words));
        }
        if here.number.is_some_and(|number| !reached.insert(number)) && reached.len() == usable.len() {
            break;
        }
        if reached.len() == usable.len() {
            break;
        }
    }
    for (number, words) in usable.iter().enumerate() {
        if !reached.contains(&number) {
            wrong.insert(format!("Tab does not reach {words}"));
        }
    }
    window.page.execute(END, vec![]).await?;
    Ok(wrong.into_iter().collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn tab_reaches_everything_on_every_screen_and_one_sees_where_one_is() -> WebDriverResult<()> {
    let (window, _folder) = places::demo().await?;
    window.size(1280, 800).await?;
    let mut wrong = Vec::new();
    for place in places::all(&window).await? {
        place.show(&window).await?;
        wrong.extend(walked(&window).await?.into_iter().map(|what| format!("{}: {what}", place.name)));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_key_is_lost_however_fast_one_goes_from_question_to_question() -> WebDriverResult<()> {
    let (window, _folder) = places::demo().await?;
    let audit = places::audit(&window, "IA-2026-03").await?;
    window.go(&format!("{audit}/checklist")).await?;
    window.by_testid("verdict-1").await?;
    places::settled(&window).await?;
    for _ in 0..10 {
        // To the first question, from wherever the checklist began.
        window.press(Key::PageUp).await?;
    }

    let mut here = window.address().await?;
    for number in 0..48 {
        // Twelve down, twelve up, and again.
        window.press(if number / 12 % 2 == 0 { "j" } else { "k" }).await?;
        let next = window.address().await?;
        assert_ne!(next, here, "key {number} went nowhere");
        here = next;
    }
    window.close().await
}
