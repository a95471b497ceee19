use ground::{Instant, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is to be said about the signatures of one PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verification {
    /// The answer in one word. It is about whether the bytes are as they were signed, not about whom to trust.
    pub verdict: Verdict,
    /// The signatures, in the order in which they were made.
    pub signatures: Vec<SignatureView>,
    /// The fields that are reserved and not yet signed.
    pub open_fields: Vec<String>,
    /// Whether the first signature also certified the document.
    pub certified: bool,
    /// What is wrong with the file as a whole.
    pub problems: Vec<Problem>,
}

/// Whether a PDF is as it was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every signature holds, and nothing but signatures was added.
    Valid,
    /// Something does not hold, and the problems say what.
    Invalid,
    /// Nobody signed.
    Unsigned,
}

/// One signature and what was found out about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SignatureView {
    /// The name of the signature field.
    pub field: String,
    /// Whether the signature holds, and with it every byte that it covers. `problems` says why not.
    pub sound: bool,
    /// The person who signed, as far as the signature can be read.
    pub signer: Option<SignerView>,
    /// The name the signer wrote beside the signature.
    pub stated_name: Option<String>,
    /// The reason the signer gave.
    pub reason: Option<String>,
    /// The place the signer gave.
    pub place: Option<String>,
    /// The moment of signing as the signer's computer said.
    pub claimed_at: Option<Instant>,
    /// Which revision of the file was signed: 1 is the first signature, 2 the one on top of it.
    pub revision: u32,
    /// Whether it is the last signature and covers the file to its end.
    pub covers_whole_file: bool,
    /// How many bytes are covered.
    pub covered_bytes: u64,
    /// The digest the signature rests on.
    pub digest: Option<String>,
    /// What a reader should know and that is no fault.
    pub remarks: Vec<String>,
    /// Why the signature does not hold.
    pub problems: Vec<Problem>,
}

/// What the certificate says of the person who signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SignerView {
    /// The name of the person or service.
    pub name: String,
    /// The organisation.
    pub organisation: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The whole name in the certificate.
    pub subject: String,
    /// The whole name of who issued the certificate.
    pub issuer: String,
    /// Whether the certificate vouches for itself.
    pub self_signed: bool,
    /// SHA-256 over the certificate, in lower-case hexadecimal. Compare it with what the person told you.
    pub fingerprint: String,
    /// The serial number in lower-case hexadecimal.
    pub serial: String,
    /// The first moment at which the certificate is valid.
    pub not_before: Instant,
    /// The last moment at which the certificate is valid.
    pub not_after: Instant,
    /// Whether the certificate was valid at the claimed moment of signing. `None` where no moment is claimed.
    pub valid_when_signed: Option<bool>,
    /// Whether the certificate is valid now.
    pub valid_now: bool,
    /// Whether the certificate is meant for signing.
    pub key_usage_fits: bool,
}

impl Verification {
    /// The first thing that is wrong, of the file or else of a signature.
    #[must_use]
    pub fn first_problem(&self) -> Option<&Problem> {
        self.problems.iter().chain(self.signatures.iter().flat_map(|signature| &signature.problems)).next()
    }
}
