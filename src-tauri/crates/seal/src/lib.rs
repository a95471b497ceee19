//! The seal: what a person puts under a report so that anybody can see later who signed it and that nothing changed.
//!
//! [`Identity`] is what a person signs with, [`IdentityFolder`] where it is kept, [`sign_pdf`] signs, and
//! [`verify_pdf`] says what is signed, by whom, and whether it still holds.
//!
//! Invariant: the seal reads no clock, no file but identities, and knows nothing of what a report says.

#![warn(missing_docs)]

mod appearance;
mod certificate;
mod changes;
mod cms;
mod error;
mod identity;
mod import;
mod key;
mod pdf;
mod sign;
mod store;
mod verification;
mod verify;

pub use error::SealError;
pub use identity::{Identity, IdentityState, IdentityView};
pub use import::LARGEST_PKCS12_BYTES;
pub use key::{KeyKind, LEAST_PASSPHRASE_LENGTH, Unlocked};
pub use sign::{SignRequest, sign_pdf};
pub use store::{IDENTITY_FILE_EXTENSION, IdentityFolder, Listing};
pub use verification::{SignatureView, SignerView, Verdict, Verification};
pub use verify::verify_pdf;
