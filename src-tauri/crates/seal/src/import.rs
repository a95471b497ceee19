//! Brings an identity from the organisation's certificate service.

use ground::{Instant, Secret};
use p12_keystore::{Pkcs12Archive, error::Error as Pkcs12Error};

use crate::{
    certificate::Certificate,
    error::SealError,
    identity::{Identity, LONGEST_CHAIN},
    key::{KeyKind, PrivateKey},
};

/// The largest PKCS#12 file that is read: one person's key and certificates take a few thousand bytes.
pub const LARGEST_PKCS12_BYTES: usize = 1024 * 1024;

impl Identity {
    /// Imports a `.p12` or `.pfx` file, as OpenSSL 3 and older programs write it, with a P-256 or an RSA key.
    /// From then on the key is closed under `own_passphrase`; the file's passphrase is not kept.
    ///
    /// # Errors
    /// Refuses a file that is too large or no PKCS#12, a passphrase that does not open it, a file without a
    /// key or without its certificate, a kind of key that is not used here, and a certificate that has expired
    /// or is not for signing.
    pub fn import_pkcs12(
        bytes: &[u8],
        file_passphrase: &Secret,
        own_passphrase: &Secret,
        now: Instant,
    ) -> Result<Self, SealError> {
        if bytes.len() > LARGEST_PKCS12_BYTES {
            return Err(SealError::Pkcs12TooLarge { size_bytes: bytes.len(), limit_bytes: LARGEST_PKCS12_BYTES });
        }
        let archive = Pkcs12Archive::from_pkcs12(bytes, file_passphrase.reveal()).map_err(in_words)?;
        let first = archive.keys.first().ok_or(SealError::NoPrivateKey)?;
        let certificates: Vec<Certificate> =
            archive.certs.iter().filter_map(|bag| Certificate::from_der(bag.cert.as_der())).collect();
        // Keys and certificates are matched by their numbers: the labels that ought to do it are often missing.
        let mut pair = None;
        let mut unusable = None;
        for bag in &archive.keys {
            match PrivateKey::from_pkcs8(bag.key.as_der()) {
                Ok(key) => {
                    if let Some(own) = certificates.iter().find(|certificate| key.belongs_to(certificate)) {
                        pair = Some((key, own.clone()));
                        break;
                    }
                }
                Err(refusal) => unusable = unusable.or(Some(refusal)),
            }
        }
        let (key, own) = match (pair, unusable) {
            (Some(pair), _) => pair,
            (None, Some(refusal)) => return Err(refusal),
            (None, None) => {
                PrivateKey::from_pkcs8(first.key.as_der())?;
                return Err(SealError::NoCertificate);
            }
        };
        KeyKind::of(&own)?;
        usable(&own, now)?;
        Self::assemble(chain(own, &certificates), &key, own_passphrase, now)
    }
}

/// Refuses a certificate that can't sign at that moment.
pub(crate) fn usable(own: &Certificate, now: Instant) -> Result<(), SealError> {
    let name = own.common_name();
    if !own.may_sign() {
        return Err(SealError::CertificateNotForSigning { name });
    }
    if own.held_at(now) {
        return Ok(());
    }
    Err(match now < own.not_before() {
        true => SealError::CertificateNotYetValid { name, not_before: own.not_before() },
        false => SealError::CertificateExpired { name, not_after: own.not_after() },
    })
}

/// The person's own certificate and, one after the other, those that issued it, as far as the file has them.
fn chain(own: Certificate, all: &[Certificate]) -> Vec<Certificate> {
    let mut chain = vec![own];
    while let Some(last) = chain.last()
        && !last.is_self_issued()
        && chain.len() < LONGEST_CHAIN
        && let Some(issuer) = all.iter().find(|other| {
            other.x509().tbs_certificate().subject() == last.x509().tbs_certificate().issuer()
                && other.may_issue()
                && !chain.contains(other)
        })
    {
        chain.push(issuer.clone());
    }
    chain
}

fn in_words(error: Pkcs12Error) -> SealError {
    match error {
        // The seal over the file is made with the passphrase, so this is how a wrong one shows.
        Pkcs12Error::MacError(_) | Pkcs12Error::UnpadError | Pkcs12Error::Pkcs5Error(_) => {
            SealError::WrongFilePassphrase
        }
        Pkcs12Error::DerError(_) => SealError::NotPkcs12 { what: "it is not written in DER".into() },
        Pkcs12Error::UnsupportedEncryptionScheme | Pkcs12Error::UnsupportedMacAlgorithm => {
            SealError::NotPkcs12 { what: "it is encrypted in a way that is not known here".into() }
        }
        Pkcs12Error::InvalidParameters => {
            SealError::NotPkcs12 { what: "opening it would take longer than any passphrase is worth".into() }
        }
        other => SealError::NotPkcs12 { what: other.to_string().to_lowercase() },
    }
}
