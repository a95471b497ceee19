use crate::{packages, refusal::Refusal, screens, workplace::Workplace};

/// What the computer is set up for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Building and running.
    Running,
    /// The tests as well.
    Testing,
}

/// Installs what is missing and builds the screens when they are out of date. Does nothing the second time.
///
/// # Errors
/// Refuses when something can't be installed or built.
pub fn setup(workplace: &Workplace, purpose: For) -> Result<(), Refusal> {
    packages::install(purpose)?;
    screens::install(workplace)?;
    screens::build(workplace)
}
