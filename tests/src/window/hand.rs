//! What a person's hand does with forms: clicks, fills in, chooses. Things are named by their `data-testid`.

use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::{Key, WebElement, error::WebDriverResult};

use super::{
    Window,
    page::{BETWEEN_LOOKS, PATIENCE, found_anew, said},
};

const CHOOSE: &str = r#"
const [list, words] = arguments;
const option = [...list.options].find((option) => option.text.trim().startsWith(words));
if (!option) return [...list.options].map((option) => option.text).join(" | ");
list.focus();
list.value = option.value;
list.dispatchEvent(new Event("input", { bubbles: true }));
list.dispatchEvent(new Event("change", { bubbles: true }));
return null;
"#;

impl Window {
    /// Clicks what is named so, once it can be clicked.
    ///
    /// # Errors
    /// When it does not appear in time, or stays out of reach.
    pub async fn click_on(&self, testid: &str) -> WebDriverResult<()> {
        let begun = Instant::now();
        loop {
            let clicked = async {
                let element = self.ready(testid).await?;
                self.hit(&element).await
            };
            match self.once_more(clicked.await, begun).await {
                None => {}
                Some(Err(error)) => return Err(self.not_found(&format!("“{testid}” to click on ({error})")).await),
                Some(clicked) => return clicked,
            }
        }
    }

    /// Puts the words into the field that is named so, in place of what stands there.
    ///
    /// # Errors
    /// When the field does not appear in time.
    pub async fn fill(&self, testid: &str, words: &str) -> WebDriverResult<()> {
        let begun = Instant::now();
        loop {
            let filled = async {
                let field = self.ready(testid).await?;
                field.scroll_into_view().await?;
                field.focus().await?;
                field.send_keys(Key::Control + "a").await?;
                field.send_keys(words).await
            };
            if let Some(filled) = self.once_more(filled.await, begun).await {
                return filled;
            }
        }
    }

    /// An attribute of what is named so; none when it does not have it.
    ///
    /// # Errors
    /// When the element does not appear in time.
    pub async fn attribute(&self, testid: &str, name: &str) -> WebDriverResult<Option<String>> {
        let begun = Instant::now();
        loop {
            let read = async { self.by_testid(testid).await?.attr(name).await };
            if let Some(read) = self.once_more(read.await, begun).await {
                return read;
            }
        }
    }

    /// Chooses the first of a list whose words begin so.
    ///
    /// # Errors
    /// When it is not in the list, which is told.
    pub async fn choose(&self, testid: &str, words: &str) -> WebDriverResult<()> {
        found_anew(async || self.choose_in(&self.ready(testid).await?, words).await).await
    }

    /// The same in the list of this name.
    ///
    /// # Errors
    /// When it is not in the list, which is told.
    pub async fn choose_by_name(&self, name: &str, words: &str) -> WebDriverResult<()> {
        found_anew(async || self.choose_in(&self.by_name("combobox", name).await?, words).await).await
    }

    /// The words of what is named so, or what stands in it when it is a field.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub async fn text_of(&self, testid: &str) -> WebDriverResult<String> {
        const READ: &str =
            "const it = arguments[0]; return it.matches('input, select, textarea') ? it.value : it.innerText";
        found_anew(async || {
            let element = self.by_testid(testid).await?;
            self.page.execute(READ, vec![element.to_json()?]).await?.convert()
        })
        .await
    }

    /// Waits until what is named so reads these words somewhere.
    ///
    /// # Errors
    /// When it does not in time; says what it reads instead.
    pub async fn sees(&self, testid: &str, words: &str) -> WebDriverResult<()> {
        let begun = Instant::now();
        loop {
            let standing = self.text_of(testid).await.unwrap_or_default();
            if standing.contains(words) {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                let sought = format!("“{words}” in “{testid}”, which reads “{standing}”,");
                return Err(self.not_found(&sought).await);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Waits until nothing is named so any more.
    ///
    /// # Errors
    /// When it stays.
    pub async fn gone(&self, testid: &str) -> WebDriverResult<()> {
        let begun = Instant::now();
        while self.is_there(testid).await? {
            if begun.elapsed() > PATIENCE {
                return Err(self.not_found(&format!("a page without “{testid}”")).await);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        Ok(())
    }

    /// Whether something is named so now.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn is_there(&self, testid: &str) -> WebDriverResult<bool> {
        let look = "return document.querySelector(`[data-testid=\"${CSS.escape(arguments[0])}\"]`) !== null";
        self.page.execute(look, vec![json!(testid)]).await?.convert()
    }

    /// Goes to a place by its address: `#/today`.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn go(&self, address: &str) -> WebDriverResult<()> {
        self.page.execute("location.hash = arguments[0]", vec![json!(address)]).await.map(drop)
    }

    /// The address of the place that is shown.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn address(&self) -> WebDriverResult<String> {
        self.page.execute("return location.hash", vec![]).await?.convert()
    }

    async fn choose_in(&self, list: &WebElement, words: &str) -> WebDriverResult<()> {
        let begun = Instant::now();
        loop {
            let offered: Option<String> =
                self.page.execute(CHOOSE, vec![list.to_json()?, json!(words)]).await?.convert()?;
            let Some(offered) = offered else { return Ok(()) };
            if begun.elapsed() > PATIENCE {
                return Err(said(&format!("“{words}” is not among: {offered}")));
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    /// What came of a try; none when it is worth another one. A screen that asks again may have put a new element in
    /// the place of the one that was found.
    async fn once_more<T>(&self, tried: WebDriverResult<T>, begun: Instant) -> Option<WebDriverResult<T>> {
        if tried.is_ok() || begun.elapsed() > PATIENCE {
            return Some(tried);
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
        None
    }

    /// Clicks an element where it is.
    pub(super) async fn hit(&self, element: &WebElement) -> WebDriverResult<()> {
        // To the middle, since a heading that stays in sight may lie over what is scrolled to an edge.
        element.scroll_into_view().await?;
        // The driver takes no account of a page that is shown larger, and would click elsewhere.
        let larger = "return window.outerWidth > window.innerWidth * 1.05";
        if self.page.execute(larger, vec![]).await?.convert()? {
            return self.page.execute("arguments[0].click()", vec![element.to_json()?]).await.map(drop);
        }
        element.click().await
    }

    /// The element, once it is shown and enabled.
    async fn ready(&self, testid: &str) -> WebDriverResult<WebElement> {
        let element = self.by_testid(testid).await?;
        let begun = Instant::now();
        while !element.is_enabled().await? {
            if begun.elapsed() > PATIENCE {
                return Err(said(&format!("“{testid}” stays disabled")));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(element)
    }
}
