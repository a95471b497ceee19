//! The sheet of a sample, worked with the keyboard alone.

use tests::window::{Key, WebDriverResult, Window};

/// What is seen of one record in one column, and the words that go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    Pass,
    Fail(&'static str),
    NotFound,
    NotApplicable(&'static str),
}

impl Seen {
    fn key(self) -> &'static str {
        match self {
            Self::Pass => "p",
            Self::Fail(_) => "f",
            Self::NotFound => "n",
            Self::NotApplicable(_) => "x",
        }
    }

    /// As the cell says it aloud.
    fn word(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail(_) => "fail",
            Self::NotFound => "not found",
            Self::NotApplicable(_) => "n/a",
        }
    }
}

/// Fills the column from here to the row of that number, from the top down, and says which records stood in the rows.
/// Nothing but keys is used: the mark goes down by itself, a failure asks for its words, what does not apply for its
/// reason.
pub async fn filled_in(
    window: &Window,
    column: usize,
    until: usize,
    seen: impl Fn(usize) -> Seen,
) -> WebDriverResult<Vec<String>> {
    let mut records = Vec::new();
    for row in 1..=until {
        let cell = format!("cell-{row}-{column}");
        stands_on(window, &cell).await?;
        records.push(window.text_of(&format!("cell-{row}-0")).await?.trim().to_owned());
        window.press(seen(row).key()).await?;
        match seen(row) {
            Seen::Pass | Seen::NotFound => {}
            Seen::Fail(words) => {
                stands_on(window, "cell-note").await?;
                window.press(words).await?;
                window.press(Key::Enter).await?;
            }
            Seen::NotApplicable(reason) => {
                stands_on(window, "cell-reason").await?;
                window.press(reason).await?;
                window.press(Key::Enter).await?;
            }
        }
        says(window, &cell, seen(row).word()).await?;
    }
    Ok(records)
}

/// Waits until the focus is on what is named so.
pub async fn stands_on(window: &Window, testid: &str) -> WebDriverResult<()> {
    let mut here = String::new();
    for _ in 0..100 {
        here = window.page.execute("return document.activeElement?.dataset.testid ?? ''", vec![]).await?.convert()?;
        if here == testid {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(30)).await;
    }
    panic!("the focus is on “{here}” and not on “{testid}”");
}

/// Waits until a cell says a mark aloud.
async fn says(window: &Window, cell: &str, word: &str) -> WebDriverResult<()> {
    let mut said = None;
    for _ in 0..100 {
        said = window.attribute(cell, "aria-label").await?;
        if said.as_deref().is_some_and(|said| said.contains(&format!(": {word}"))) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(30)).await;
    }
    panic!("{cell} says {said:?} and not “{word}”");
}
