//! How the program was started: which workspace, or the demo.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// What the person asked for on the command line, or by a double click on a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arguments {
    /// Nothing in particular: the window shows its first page.
    Nothing,
    /// This workspace.
    Workspace(PathBuf),
    /// The demo workspace, which is made when it is first asked for.
    Demo,
    /// How the program is called.
    Help,
    /// Which version it is.
    Version,
}

/// Why the command line could not be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArgumentError {
    /// An option that does not exist.
    #[error("There is no option “{0}”. Use `--demo`, `--help`, `--version`, or name one workspace.")]
    UnknownOption(String),
    /// The window shows one workspace at a time.
    #[error("More than one thing to open was named. Name one workspace, or `--demo`.")]
    TooMany,
}

/// What `--help` prints.
pub const HELP: &str = "\
Usage: tickmark [WORKSPACE | --demo]

  WORKSPACE   the workspace to open, a file that ends in .tickmark
  --demo      open the demo workspace; it is made on first use
  --version   print the version
  --help      print this

A second start hands its workspace to the window that is already open.
Without a window, use `tick`.
";

impl Arguments {
    /// Reads the words after the program's name. A path is taken from `here` when it is not absolute.
    ///
    /// # Errors
    /// Refuses an option that does not exist, and two things to open.
    pub fn read(words: impl IntoIterator<Item = OsString>, here: &Path) -> Result<Self, ArgumentError> {
        let mut wanted = Self::Nothing;
        let mut only_paths = false;
        for word in words {
            let next = match word.to_str() {
                Some("--") if !only_paths => {
                    only_paths = true;
                    continue;
                }
                Some("--demo") if !only_paths => Self::Demo,
                Some("--help" | "-h") if !only_paths => return Ok(Self::Help),
                Some("--version" | "-V") if !only_paths => return Ok(Self::Version),
                // macOS hands a process number to programs that are started from the Finder.
                Some(option) if !only_paths && option.starts_with("-psn_") => continue,
                Some(option) if !only_paths && option.starts_with('-') => {
                    return Err(ArgumentError::UnknownOption(option.to_owned()));
                }
                _ => Self::Workspace(here.join(word)),
            };
            if wanted != Self::Nothing {
                return Err(ArgumentError::TooMany);
            }
            wanted = next;
        }
        Ok(wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Arguments, ArgumentError> {
        Arguments::read(words.iter().map(OsString::from), Path::new("/at/the/site"))
    }

    #[test]
    fn a_relative_workspace_is_looked_for_where_the_program_was_started() {
        assert_eq!(
            read(&["fjordlicht.tickmark"]),
            Ok(Arguments::Workspace(PathBuf::from("/at/the/site/fjordlicht.tickmark")))
        );
        assert_eq!(read(&["/x/y.tickmark"]), Ok(Arguments::Workspace(PathBuf::from("/x/y.tickmark"))));
    }

    #[test]
    fn a_workspace_whose_name_begins_with_a_dash_follows_two_dashes() {
        assert_eq!(read(&["--", "--demo"]), Ok(Arguments::Workspace(PathBuf::from("/at/the/site/--demo"))));
    }

    #[test]
    fn an_option_that_does_not_exist_is_named() {
        assert_eq!(read(&["--dmeo"]), Err(ArgumentError::UnknownOption("--dmeo".into())));
    }

    #[test]
    fn two_workspaces_at_once_are_refused() {
        assert_eq!(read(&["a.tickmark", "b.tickmark"]), Err(ArgumentError::TooMany));
        assert_eq!(read(&["--demo", "b.tickmark"]), Err(ArgumentError::TooMany));
    }

    #[test]
    fn no_words_ask_for_nothing() {
        assert_eq!(read(&[]), Ok(Arguments::Nothing));
        assert_eq!(read(&["-psn_0_12345"]), Ok(Arguments::Nothing), "what the Finder adds is no wish of the person");
    }
}
