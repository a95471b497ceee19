//! What a person does with the page: looks, clicks, types, waits.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use thirtyfour::{
    By, WebElement,
    common::command::{Command, ExtensionCommand},
    error::{WebDriverError, WebDriverErrorInner, WebDriverResult},
    prelude::ElementQueryable as _,
};

use super::{
    Window,
    open::{pictures, repository},
};

/// How long a person would wait before saying that it does not work.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
pub(super) const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// How often a thing is looked for again when the page has put another one in its place meanwhile.
const ONCE_MORE: u32 = 3;

/// What axe found wrong: the rule, how grave it is, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// axe's name of the rule, for example `label`.
    pub rule: String,
    /// `minor`, `moderate`, `serious` or `critical`.
    pub gravity: String,
    /// Where it is, as CSS selectors.
    pub places: Vec<String>,
}

/// Elements that can have this role, those whose text or label is the wanted name first.
const CANDIDATES: &str = r#"
const [role, name] = arguments;
const native = {
  button: "button, summary, input[type=submit], input[type=button]", link: "a[href]",
  textbox: "input:not([type]), input[type=text], input[type=search], input[type=email], input[type=password], textarea, [contenteditable=true]",
  checkbox: "input[type=checkbox]", radio: "input[type=radio]", combobox: "select, input[list]",
  heading: "h1, h2, h3, h4, h5, h6", list: "ul, ol", listitem: "li", table: "table", row: "tr",
  navigation: "nav", main: "main", dialog: "dialog", img: "img, svg", option: "option", tab: "[role=tab]",
  spinbutton: "input[type=number]", searchbox: "input[type=search]", group: "fieldset", region: "section",
};
const selector = [`[role="${role}"]`, native[role]].filter(Boolean).join(", ");
const seen = [...document.querySelectorAll(selector)].filter((element) => {
  const explicit = element.getAttribute("role");
  return (explicit === null || explicit === role) && element.checkVisibility({ visibilityProperty: true });
});
const likely = (element) =>
  element.textContent.trim() === name || element.getAttribute("aria-label") === name ||
  [...(element.labels ?? [])].some((label) => label.textContent.trim() === name);
return seen.sort((a, b) => Number(likely(b)) - Number(likely(a)));
"#;

const AXE: &str = r#"
const done = arguments[arguments.length - 1];
axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(
  (result) => done(result.violations.map((found) => ({
    rule: found.id, gravity: found.impact ?? "minor", places: found.nodes.map((node) => node.target.join(" ")),
  }))),
  (error) => done(String(error)),
);
"#;

impl Window {
    /// The element with this `data-testid`.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub async fn by_testid(&self, testid: &str) -> WebDriverResult<WebElement> {
        self.page.query(By::Css(format!("[data-testid='{testid}']"))).wait(PATIENCE, BETWEEN_LOOKS).first().await
    }

    /// The visible element with this role and this accessible name, as a screen reader would say them.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub async fn by_name(&self, role: &str, name: &str) -> WebDriverResult<WebElement> {
        let begun = Instant::now();
        loop {
            let candidates = self.page.execute(CANDIDATES, vec![json!(role), json!(name)]).await?;
            for candidate in candidates.elements()? {
                // An element that went away meanwhile is not the one.
                if self.accessible_name(&candidate).await.is_ok_and(|heard| heard == name) {
                    return Ok(candidate);
                }
            }
            if begun.elapsed() > PATIENCE {
                return Err(self.not_found(&format!("a {role} named “{name}”")).await);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    /// The element's accessible name, as the browser computes it.
    ///
    /// # Errors
    /// When the element is no longer there.
    pub async fn accessible_name(&self, element: &WebElement) -> WebDriverResult<String> {
        self.computed(element, "computedlabel").await
    }

    /// The element's role, as the browser computes it.
    ///
    /// # Errors
    /// When the element is no longer there.
    pub async fn accessible_role(&self, element: &WebElement) -> WebDriverResult<String> {
        self.computed(element, "computedrole").await
    }

    /// Clicks the element with this role and name.
    ///
    /// # Errors
    /// When it does not appear in time, or something lies over it.
    pub async fn click(&self, role: &str, name: &str) -> WebDriverResult<()> {
        found_anew(async || {
            let element = self.by_name(role, name).await?;
            self.hit(&element).await
        })
        .await
    }

    /// Puts the words into the text box of this name, in place of what stands there.
    ///
    /// # Errors
    /// When the box does not appear in time.
    pub async fn write(&self, name: &str, words: &str) -> WebDriverResult<()> {
        found_anew(async || {
            let text_box = self.by_name("textbox", name).await?;
            text_box.clear().await?;
            text_box.send_keys(words).await
        })
        .await
    }

    /// Presses keys where the focus is. [`Key`](super::Key)s and text can be added up: `Key::Control + "k"`.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> WebDriverResult<()> {
        let keys = keys.into().to_string();
        found_anew(async || self.page.active_element().await?.send_keys(keys.as_str()).await).await
    }

    /// Waits until the words can be read on the page.
    ///
    /// # Errors
    /// When they do not appear in time; says what can be read instead.
    pub async fn reads(&self, words: &str) -> WebDriverResult<()> {
        self.waits_for_words(words, true).await
    }

    /// Waits until the words can no longer be read on the page.
    ///
    /// # Errors
    /// When they stay.
    pub async fn no_longer_reads(&self, words: &str) -> WebDriverResult<()> {
        self.waits_for_words(words, false).await
    }

    /// All the words that can be read on the page.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn words(&self) -> WebDriverResult<String> {
        self.page.execute("return document.body.innerText", vec![]).await?.convert()
    }

    /// Gives the window this size, in pixels, and waits until the page has it.
    ///
    /// # Errors
    /// When the page does not follow in time.
    pub async fn size(&self, width: u32, height: u32) -> WebDriverResult<()> {
        self.page.set_window_rect(0, 0, width, height).await?;
        let begun = Instant::now();
        loop {
            let shown: (u32, u32) =
                self.page.execute("return [window.innerWidth, window.innerHeight]", vec![]).await?.convert()?;
            // The menu takes some of the height.
            if shown.0 == width && shown.1 <= height && height - shown.1 < 80 {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                return Err(self.not_found(&format!("{width} × {height}, but {} × {},", shown.0, shown.1)).await);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Takes a picture of the page, once it has been painted, and says where it is.
    ///
    /// # Errors
    /// When there is no room for it.
    pub async fn picture(&self, name: &str) -> WebDriverResult<PathBuf> {
        let twice = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));";
        self.page.execute_async(twice, vec![]).await?;
        let file = pictures().map_err(|error| said(&error.to_string()))?.join(format!("{name}.png"));
        self.page.screenshot(&file).await?;
        Ok(file)
    }

    /// Lets axe look at the page and says what it finds wrong by WCAG 2.2 AA.
    ///
    /// # Errors
    /// When axe is not among the screens' packages, or fails.
    pub async fn axe(&self) -> WebDriverResult<Vec<Found>> {
        let file = repository().join("ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(file).map_err(|error| said(&format!("axe-core is missing: {error}")))?;
        self.page.set_script_timeout(Duration::from_secs(60)).await?;
        self.page.execute(axe, vec![]).await?;
        let result: Value = self.page.execute_async(AXE, vec![]).await?.convert()?;
        let found = result.as_array().ok_or_else(|| said(&format!("axe failed: {result}")))?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Ok(found
            .iter()
            .map(|found| Found {
                rule: text(&found["rule"]),
                gravity: text(&found["gravity"]),
                places: found["places"].as_array().into_iter().flatten().map(text).collect(),
            })
            .collect())
    }

    async fn waits_for_words(&self, words: &str, wanted: bool) -> WebDriverResult<()> {
        let begun = Instant::now();
        loop {
            let readable = self.words().await?;
            if readable.contains(words) == wanted {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                let what = if wanted { format!("“{words}”") } else { format!("a page without “{words}”") };
                return Err(self.not_found(&what).await);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    async fn computed(&self, element: &WebElement, what: &'static str) -> WebDriverResult<String> {
        let asked = Computed { of: element.element_id().to_string(), what };
        let answer = self.page.cmd(Command::ExtensionCommand(Box::new(asked))).await?;
        answer.value()
    }

    pub(super) async fn not_found(&self, what: &str) -> WebDriverError {
        let readable = self.words().await.unwrap_or_default();
        said(&format!("{what} was not to be found. The page reads:\n{readable}"))
    }
}

/// Does what needs an element, and does it again when the page has put another element in its place between finding and
/// using it, as a person does whose list is drawn anew under the hand.
pub(super) async fn found_anew<T>(deed: impl AsyncFn() -> WebDriverResult<T>) -> WebDriverResult<T> {
    let begun = Instant::now();
    let mut left = ONCE_MORE;
    loop {
        let done = deed().await;
        let gone = matches!(&done, Err(error) if matches!(**error, WebDriverErrorInner::StaleElementReference(_)));
        if !gone || left == 0 || begun.elapsed() > PATIENCE {
            return done;
        }
        left -= 1;
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}

pub(super) fn said(words: &str) -> WebDriverError {
    WebDriverError::Timeout(words.to_owned())
}

/// The driver's question about a computed label or role.
#[derive(Debug)]
struct Computed {
    of: String,
    what: &'static str,
}

impl ExtensionCommand for Computed {
    fn parameters_json(&self) -> Option<Value> {
        None
    }
    fn method(&self) -> http::Method {
        http::Method::GET
    }
    fn endpoint(&self) -> Arc<str> {
        format!("/element/{}/{}", self.of, self.what).into()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn gone() -> WebDriverError {
        let told = json!({ "status": 404, "error": "stale element reference", "value": { "message": "it is gone" } });
        WebDriverErrorInner::StaleElementReference(serde_json::from_value(told).expect("an error")).into()
    }

    #[tokio::test]
    async fn what_is_gone_is_looked_for_three_times_more_and_other_troubles_are_told_at_once() {
        let tries = Cell::new(0);
        let found_at = |last: u32| {
            async move |tries: &Cell<u32>| {
                tries.set(tries.get() + 1);
                if tries.get() < last { Err(gone()) } else { Ok(()) }
            }
        };

        assert!(found_anew(async || found_at(4)(&tries).await).await.is_ok());
        tries.set(0);
        assert!(found_anew(async || found_at(5)(&tries).await).await.is_err());
        assert_eq!(tries.get(), 4);
        tries.set(0);
        let other = found_anew(async || {
            tries.set(tries.get() + 1);
            Err::<(), _>(said("something lies over it"))
        });
        assert!(other.await.is_err());
        assert_eq!(tries.get(), 1);
    }
}
