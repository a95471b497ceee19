//! The signature itself: a CMS (RFC 5652) with the attributes that CAdES and PAdES ask for.

mod read;
mod write;

use const_oid::{AssociatedOid, ObjectIdentifier, db};
use der::{
    Sequence,
    asn1::{Any, OctetString},
};
use sha2::{Digest, Sha256, Sha384, Sha512};
use spki::AlgorithmIdentifierOwned;

pub(crate) use read::{Flaw, SignedBy, read, verify};
pub(crate) use write::write;

const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const ALGORITHM_PROTECTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.52");

/// RFC 5035, 4: which certificates the signer means. Without a named digest it is SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Sequence)]
struct SigningCertificateV2 {
    certificates: Vec<EssCertificateId>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

#[derive(Debug, Clone, PartialEq, Eq, Sequence)]
struct EssCertificateId {
    #[asn1(optional = "true")]
    digest: Option<AlgorithmIdentifierOwned>,
    hash: OctetString,
    #[asn1(optional = "true")]
    issuer_and_serial: Option<Any>,
}

/// RFC 6211: the algorithms once more, where the signature covers them.
#[derive(Debug, Clone, PartialEq, Eq, Sequence)]
struct AlgorithmProtection {
    digest: AlgorithmIdentifierOwned,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    signature: Option<AlgorithmIdentifierOwned>,
}

/// A digest that a signature may rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DigestKind {
    Sha256,
    Sha384,
    Sha512,
}

impl DigestKind {
    fn from_oid(oid: ObjectIdentifier) -> Option<Self> {
        match oid {
            oid if oid == Sha256::OID => Some(Self::Sha256),
            oid if oid == Sha384::OID => Some(Self::Sha384),
            oid if oid == Sha512::OID => Some(Self::Sha512),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }

    /// The digest over several pieces, one after the other.
    pub(crate) fn over(self, pieces: &[&[u8]]) -> Vec<u8> {
        fn run<D: Digest>(pieces: &[&[u8]]) -> Vec<u8> {
            let mut digest = D::new();
            for piece in pieces {
                digest.update(piece);
            }
            digest.finalize().to_vec()
        }
        match self {
            Self::Sha256 => run::<Sha256>(pieces),
            Self::Sha384 => run::<Sha384>(pieces),
            Self::Sha512 => run::<Sha512>(pieces),
        }
    }
}

/// The name of an algorithm where one is known, its number where not.
fn in_words(oid: ObjectIdentifier) -> String {
    db::DB.by_oid(&oid).map_or_else(|| oid.to_string(), str::to_owned)
}
