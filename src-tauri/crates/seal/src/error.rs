use ground::{Explain, Fault, Instant, Problem, Severity};

/// Why the seal may refuse. Each is something the person can act on; a [`Fault`] is not.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence above each variant is its documentation")]
pub enum SealError {
    #[error("A signing identity needs the name of the person who signs.")]
    NameMissing,
    #[error("The {what} of a signing identity may have {limit} characters, and this one has {length}.")]
    NameTooLong { what: &'static str, limit: usize, length: usize },
    #[error("`{email}` can't be written into a certificate as an e-mail address.")]
    EmailUnreadable { email: String },
    #[error("A signing identity is valid for 1 to 10 years, not {years}.")]
    ValidityOutOfRange { years: u32 },
    #[error("The passphrase that protects a signing key needs at least {least} characters.")]
    PassphraseTooShort { least: usize },
    #[error("The passphrase does not open the signing key of {name}.")]
    WrongPassphrase { name: String },
    #[error("The signing identity can't be read: {what}.")]
    IdentityDamaged { what: String },

    #[error("The file is {size_bytes} bytes long, and a PKCS#12 file may have {limit_bytes}.")]
    Pkcs12TooLarge { size_bytes: usize, limit_bytes: usize },
    #[error("The file is not a PKCS#12 file that can be read: {what}.")]
    NotPkcs12 { what: String },
    #[error("The passphrase does not open the PKCS#12 file.")]
    WrongFilePassphrase,
    #[error("The PKCS#12 file holds no private key, so nobody can sign with it.")]
    NoPrivateKey,
    #[error("The PKCS#12 file holds no certificate for its private key.")]
    NoCertificate,
    #[error("The key is of a kind that is not used for signing here: {kind}.")]
    UnsupportedKey { kind: String },
    #[error("The certificate of {name} expired on {}.", .not_after.day())]
    CertificateExpired { name: String, not_after: Instant },
    #[error("The certificate of {name} is valid only from {}.", .not_before.day())]
    CertificateNotYetValid { name: String, not_before: Instant },
    #[error("The certificate of {name} is not meant for signing documents.")]
    CertificateNotForSigning { name: String },

    #[error("There is no signing identity called `{reference}`.")]
    NoSuchIdentity { reference: String },
    #[error("{count} signing identities are called `{reference}`.")]
    AmbiguousIdentity { reference: String, count: usize },

    #[error("The file is not a PDF.")]
    NotAPdf,
    #[error("The PDF can't be read: {what}.")]
    PdfDamaged { what: String },
    #[error("The PDF is {size_bytes} bytes long, and at most {limit_bytes} are read.")]
    PdfTooLarge { size_bytes: usize, limit_bytes: usize },
    #[error("The PDF is encrypted.")]
    PdfEncrypted,
    #[error("The PDF has no signature field called `{field}`.")]
    NoSuchField { field: String, open: Vec<String> },
    #[error("The signature field `{field}` is already signed.")]
    AlreadySigned { field: String },
    #[error("A certification has to be the first signature, and this PDF is already signed.")]
    CertifyFirst,
    #[error("This PDF was certified as final: it allows no further signature.")]
    CertifiedAsFinal,
    #[error("A signature that this PDF already carries no longer holds: {what}")]
    EarlierSignatureBroken { what: String },
    #[error("The {what} of a signature may have {limit} characters, and this one has {length}.")]
    WordsTooLong { what: &'static str, limit: usize, length: usize },
    #[error("The signature of {signer} takes {needed} bytes, more than a PDF signature may have here.")]
    SignatureTooLarge { signer: String, needed: usize },

    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Explain for SealError {
    fn code(&self) -> &'static str {
        match self {
            Self::NameMissing => "seal.name-missing",
            Self::NameTooLong { .. } => "seal.name-too-long",
            Self::EmailUnreadable { .. } => "seal.email-unreadable",
            Self::ValidityOutOfRange { .. } => "seal.validity-out-of-range",
            Self::PassphraseTooShort { .. } => "seal.passphrase-too-short",
            Self::WrongPassphrase { .. } => "seal.wrong-passphrase",
            Self::IdentityDamaged { .. } => "seal.identity-damaged",
            Self::Pkcs12TooLarge { .. } => "seal.pkcs12-too-large",
            Self::NotPkcs12 { .. } => "seal.not-pkcs12",
            Self::WrongFilePassphrase => "seal.wrong-file-passphrase",
            Self::NoPrivateKey => "seal.no-private-key",
            Self::NoCertificate => "seal.no-certificate",
            Self::UnsupportedKey { .. } => "seal.unsupported-key",
            Self::CertificateExpired { .. } => "seal.certificate-expired",
            Self::CertificateNotYetValid { .. } => "seal.certificate-not-yet-valid",
            Self::CertificateNotForSigning { .. } => "seal.certificate-not-for-signing",
            Self::NoSuchIdentity { .. } => "seal.no-such-identity",
            Self::AmbiguousIdentity { .. } => "seal.ambiguous-identity",
            Self::NotAPdf => "seal.not-a-pdf",
            Self::PdfDamaged { .. } => "seal.pdf-damaged",
            Self::PdfTooLarge { .. } => "seal.pdf-too-large",
            Self::PdfEncrypted => "seal.pdf-encrypted",
            Self::NoSuchField { .. } => "seal.no-such-field",
            Self::AlreadySigned { .. } => "seal.already-signed",
            Self::CertifyFirst => "seal.certify-first",
            Self::CertifiedAsFinal => "seal.certified-as-final",
            Self::EarlierSignatureBroken { .. } => "seal.earlier-signature-broken",
            Self::WordsTooLong { .. } => "seal.words-too-long",
            Self::SignatureTooLarge { .. } => "seal.signature-too-large",
            Self::Fault(_) => "seal.fault",
        }
    }

    fn remedy(&self) -> String {
        match self {
            Self::NameMissing => "Enter the name as it is to stand in the signature.".into(),
            Self::NameTooLong { limit, .. } | Self::WordsTooLong { limit, .. } => {
                format!("Shorten it to at most {limit} characters.")
            }
            Self::EmailUnreadable { .. } => {
                "Enter an address such as name@example.org in plain Latin letters, or leave it out.".into()
            }
            Self::ValidityOutOfRange { .. } => "Choose between 1 and 10 years.".into(),
            Self::PassphraseTooShort { least } => format!("Choose a passphrase of {least} characters or more."),
            Self::WrongPassphrase { .. } => {
                "Type the passphrase that was chosen when this identity was created or imported.".into()
            }
            Self::IdentityDamaged { .. } => {
                "Restore the identity from a backup, or create a new one and remove this one.".into()
            }
            Self::Pkcs12TooLarge { .. } | Self::NotPkcs12 { .. } => {
                "Choose the .p12 or .pfx file that your organisation's certificate service gave you.".into()
            }
            Self::WrongFilePassphrase => "Type the passphrase that came with the .p12 file.".into(),
            Self::NoPrivateKey | Self::NoCertificate => {
                "Export the certificate again, together with its private key.".into()
            }
            Self::UnsupportedKey { .. } => {
                "Ask for a certificate with an ECDSA P-256 key, or an RSA key of 2048 to 4096 bits.".into()
            }
            Self::CertificateExpired { .. } => "Create a new identity, or import a renewed certificate.".into(),
            Self::CertificateNotYetValid { .. } => "Wait until that day, or check the clock of this computer.".into(),
            Self::CertificateNotForSigning { .. } => {
                "Ask for a certificate whose key usage names digital signature or non-repudiation.".into()
            }
            Self::NoSuchIdentity { .. } => "Choose one of the listed identities, or create one.".into(),
            Self::AmbiguousIdentity { .. } => "Name the identity by its id.".into(),
            Self::NotAPdf => "Choose a PDF file.".into(),
            Self::PdfDamaged { .. } => "Fetch the file again from where it came.".into(),
            Self::PdfTooLarge { .. } => "Choose a smaller file.".into(),
            Self::PdfEncrypted => "Remove the encryption with the program that made the file.".into(),
            Self::NoSuchField { open, .. } if open.is_empty() => {
                "Print the report again: it reserves the fields that can be signed.".into()
            }
            Self::NoSuchField { open, .. } => format!("Sign one of the open fields: {}.", open.join(", ")),
            Self::AlreadySigned { .. } => "Sign another field, or issue a new revision of the report.".into(),
            Self::CertifyFirst => "Sign without certifying.".into(),
            Self::CertifiedAsFinal => "Issue a new revision of the report and sign that.".into(),
            Self::EarlierSignatureBroken { .. } => "Ask for the file as it was signed, and sign that.".into(),
            Self::SignatureTooLarge { .. } => "Import the certificate without its longer chain.".into(),
            Self::Fault(fault) => fault.problem().remedy,
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Fault(_) => Severity::Fault,
            _ => Severity::Refusal,
        }
    }

    fn problem(&self) -> Problem {
        match self {
            Self::Fault(fault) => fault.problem(),
            _ => Problem::refusal(self.code(), self.to_string(), self.remedy()),
        }
    }
}

/// Turns what a library reports into a fault of the program, with the words of what was being done.
pub(crate) fn bug<E: Into<Box<dyn std::error::Error + Send + Sync>>>(doing: &'static str) -> impl Fn(E) -> SealError {
    move |error| SealError::Fault(Fault::bug(doing).because(error))
}
