//! What a certificate says, read once and in plain words.

use const_oid::{ObjectIdentifier, db};
use der::{Decode, Encode, EncodePem, asn1::Any, asn1::SetOfVec};
use ground::Instant;
use pkcs8::LineEnding;
use sha2::{Digest, Sha256};
use x509_cert::{
    attr::AttributeTypeAndValue,
    certificate::Certificate as X509,
    ext::pkix::{
        BasicConstraints, KeyUsage, SubjectAltName,
        name::{DirectoryString, GeneralName},
    },
    name::Name,
    time::Time,
};

use crate::error::{SealError, bug};

/// A certificate and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Certificate {
    der: Vec<u8>,
    x509: X509,
}

impl Certificate {
    /// Reads one certificate. `None` when the bytes are none, or not in the one encoding DER allows.
    pub(crate) fn from_der(der: &[u8]) -> Option<Self> {
        let x509 = X509::from_der(der).ok()?;
        // Two encodings of one certificate would have two fingerprints.
        (x509.to_der().ok()? == der).then(|| Self { der: der.to_vec(), x509 })
    }

    pub(crate) fn from_x509(x509: X509) -> Option<Self> {
        Some(Self { der: x509.to_der().ok()?, x509 })
    }

    pub(crate) fn der(&self) -> &[u8] {
        &self.der
    }

    pub(crate) fn x509(&self) -> &X509 {
        &self.x509
    }

    pub(crate) fn to_pem(&self) -> Result<String, SealError> {
        self.x509.to_pem(LineEnding::LF).map_err(bug("it could not write a certificate as text."))
    }

    /// SHA-256 over the whole certificate, in lower-case hexadecimal.
    pub(crate) fn fingerprint(&self) -> String {
        hex(&Sha256::digest(&self.der))
    }

    /// The serial number in lower-case hexadecimal.
    pub(crate) fn serial(&self) -> String {
        hex(self.x509.tbs_certificate().serial_number().as_bytes())
    }

    /// The name of the person or service: the common name, else the organisation, else the whole name.
    pub(crate) fn common_name(&self) -> String {
        let subject = self.x509.tbs_certificate().subject();
        text_of(subject, db::rfc4519::COMMON_NAME)
            .or_else(|| text_of(subject, db::rfc4519::ORGANIZATION_NAME))
            .unwrap_or_else(|| subject.to_string())
    }

    pub(crate) fn organisation(&self) -> Option<String> {
        text_of(self.x509.tbs_certificate().subject(), db::rfc4519::ORGANIZATION_NAME)
    }

    /// The first e-mail address, from the alternative names or the old place inside the name.
    pub(crate) fn email(&self) -> Option<String> {
        let tbs = self.x509.tbs_certificate();
        let alternative = tbs.get_extension::<SubjectAltName>().ok().flatten().and_then(|(_, names)| {
            names.0.iter().find_map(|name| match name {
                GeneralName::Rfc822Name(address) => Some(address.as_str().to_owned()),
                _ => None,
            })
        });
        alternative.or_else(|| text_of(tbs.subject(), db::rfc3280::EMAIL_ADDRESS))
    }

    pub(crate) fn subject(&self) -> String {
        self.x509.tbs_certificate().subject().to_string()
    }

    pub(crate) fn issuer(&self) -> String {
        self.x509.tbs_certificate().issuer().to_string()
    }

    pub(crate) fn is_self_issued(&self) -> bool {
        self.x509.tbs_certificate().issuer() == self.x509.tbs_certificate().subject()
    }

    pub(crate) fn not_before(&self) -> Instant {
        instant(self.x509.tbs_certificate().validity().not_before)
    }

    pub(crate) fn not_after(&self) -> Instant {
        instant(self.x509.tbs_certificate().validity().not_after)
    }

    pub(crate) fn held_at(&self, moment: Instant) -> bool {
        // Validity is told in whole seconds, and its last second is part of it.
        let seconds = moment.millis().div_euclid(1000);
        self.not_before().millis().div_euclid(1000) <= seconds && seconds <= self.not_after().millis().div_euclid(1000)
    }

    /// Whether the certificate may sign documents: its key usage, where it states one, names
    /// digital signature or non-repudiation (RFC 5280, 4.2.1.3).
    pub(crate) fn may_sign(&self) -> bool {
        match self.x509.tbs_certificate().get_extension::<KeyUsage>() {
            Ok(None) => true,
            Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
            Err(_) => false,
        }
    }

    /// Whether the certificate may issue others. One that does not say is no issuer.
    pub(crate) fn may_issue(&self) -> bool {
        matches!(self.x509.tbs_certificate().get_extension::<BasicConstraints>(), Ok(Some((_, constraints))) if constraints.ca)
    }
}

fn instant(time: Time) -> Instant {
    let millis = i64::try_from(time.to_unix_duration().as_millis()).unwrap_or(i64::MAX);
    Instant::from_millis(millis).unwrap_or_else(|| Instant::from(chrono::DateTime::<chrono::Utc>::MAX_UTC))
}

/// The first text under that name in a distinguished name.
fn text_of(name: &Name, oid: ObjectIdentifier) -> Option<String> {
    let value = &name.iter().find(|part| part.oid == oid)?.value;
    if let Ok(text) = value.decode_as::<DirectoryString>() {
        return Some(match &text {
            DirectoryString::PrintableString(text) => text.as_str().to_owned(),
            DirectoryString::TeletexString(text) => text.as_str().to_owned(),
            DirectoryString::Utf8String(text) => text.clone(),
            DirectoryString::BmpString(text) => text.to_string(),
        });
    }
    value.decode_as::<der::asn1::Ia5String>().ok().map(|text| text.as_str().to_owned())
}

/// Builds a distinguished name from plain words. They are encoded, not parsed, so a comma in a name stays a comma.
pub(crate) fn distinguished_name(common_name: &str, organisation: Option<&str>) -> Result<Name, SealError> {
    let part = |oid: ObjectIdentifier, text: &str| -> der::Result<SetOfVec<AttributeTypeAndValue>> {
        let mut set = SetOfVec::new();
        set.insert(AttributeTypeAndValue { oid, value: Any::encode_from(&text.to_owned())? })?;
        Ok(set)
    };
    let build = || -> der::Result<Name> {
        let mut parts = Vec::new();
        if let Some(organisation) = organisation {
            parts.push(part(db::rfc4519::ORGANIZATION_NAME, organisation)?);
        }
        parts.push(part(db::rfc4519::COMMON_NAME, common_name)?);
        Name::from_der(&parts.to_der()?)
    };
    build().map_err(bug("it could not write a name into a certificate."))
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
