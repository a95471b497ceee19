//! The private key: closed under a passphrase, and open for the time of one signature.

use const_oid::{ObjectIdentifier, db};
use der::{Decode, pem::PemLabel};
use ground::Secret;
use p256::elliptic_curve::Generate;
use pkcs8::{
    DecodePrivateKey, EncodePrivateKey, EncryptedPrivateKeyInfoRef, LineEnding, PrivateKeyInfoRef, SecretDocument,
    pkcs5::{EncryptionScheme, pbes2},
};
use rsa::{signature::RandomizedSigner, traits::PublicKeyParts};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use signature::{SignatureEncoding, Signer};
use spki::{AlgorithmIdentifierOwned, EncodePublicKey};

use crate::{
    certificate::Certificate,
    error::{SealError, bug},
};

/// The shortest passphrase that may protect a signing key, in characters.
pub const LEAST_PASSPHRASE_LENGTH: usize = 8;

/// scrypt's cost, as RFC 7914 names its parameters: N = 2^14, r = 8, p = 1. 16 MiB, and about 50 ms.
const SCRYPT_LOG_N: u8 = 14;
const SCRYPT_R: u32 = 8;
const SCRYPT_P: u32 = 1;
/// A file that asks for more than this would rather fill the memory than be opened.
const SCRYPT_COST_LIMIT: u64 = 1 << 17;

/// The kind of a signing key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KeyKind {
    /// ECDSA on the curve P-256: what is created here.
    P256,
    /// RSA with 2048 to 4096 bits: only imported.
    Rsa,
}

impl KeyKind {
    /// The kind of key that a certificate belongs to.
    pub(crate) fn of(certificate: &Certificate) -> Result<Self, SealError> {
        let algorithm = &certificate.x509().tbs_certificate().subject_public_key_info().algorithm;
        if algorithm.oid == db::rfc5912::RSA_ENCRYPTION {
            return Ok(Self::Rsa);
        }
        let curve =
            algorithm.parameters.as_ref().and_then(|parameters| parameters.decode_as::<ObjectIdentifier>().ok());
        match curve {
            Some(curve) if algorithm.oid == db::rfc5912::ID_EC_PUBLIC_KEY && curve == db::rfc5912::SECP_256_R_1 => {
                Ok(Self::P256)
            }
            _ => Err(SealError::UnsupportedKey { kind: kind_in_words(algorithm.oid, curve) }),
        }
    }
}

fn kind_in_words(algorithm: ObjectIdentifier, curve: Option<ObjectIdentifier>) -> String {
    let named = |oid: &ObjectIdentifier| db::DB.by_oid(oid).map_or_else(|| oid.to_string(), str::to_owned);
    match curve {
        Some(curve) => named(&curve),
        None => named(&algorithm),
    }
}

/// A private key in the open.
#[derive(Clone)]
pub(crate) enum PrivateKey {
    P256(p256::ecdsa::SigningKey),
    Rsa(Box<rsa::PrivateKey>),
}

impl PrivateKey {
    pub(crate) fn generate_p256() -> Self {
        Self::P256(p256::ecdsa::SigningKey::generate())
    }

    /// Reads an open PKCS#8 key.
    ///
    /// # Errors
    /// Refuses kinds and sizes that are not used here, by name.
    pub(crate) fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, SealError> {
        let info = PrivateKeyInfoRef::from_der(pkcs8)
            .map_err(|_| SealError::NotPkcs12 { what: "its private key is not written as PKCS#8".into() })?;
        if info.algorithm.oid == db::rfc5912::RSA_ENCRYPTION {
            let unsupported = |kind: String| SealError::UnsupportedKey { kind };
            let key = rsa::PrivateKey::from_pkcs8_der(pkcs8)
                .map_err(|_| unsupported("an RSA key whose numbers do not fit together".into()))?;
            let bits = key.n().bit_width();
            if !(2048..=4096).contains(&bits) {
                return Err(unsupported(format!("RSA with {bits} bits")));
            }
            return Ok(Self::Rsa(Box::new(key)));
        }
        p256::ecdsa::SigningKey::from_pkcs8_der(pkcs8).map(Self::P256).map_err(|_| {
            let curve = info.algorithm.parameters.and_then(|parameters| parameters.decode_as().ok());
            SealError::UnsupportedKey { kind: kind_in_words(info.algorithm.oid, curve) }
        })
    }

    /// The public half as it stands in a certificate.
    pub(crate) fn public_key_der(&self) -> Result<Vec<u8>, SealError> {
        let document = match self {
            Self::P256(key) => key.verifying_key().to_public_key_der(),
            Self::Rsa(key) => key.to_public_key().to_public_key_der(),
        };
        Ok(document.map_err(bug("it could not write a public key."))?.into_vec())
    }

    /// Whether this key is the other half of the certificate's.
    pub(crate) fn belongs_to(&self, certificate: &Certificate) -> bool {
        use der::Encode;
        let stated = certificate.x509().tbs_certificate().subject_public_key_info().to_der();
        matches!((self.public_key_der(), stated), (Ok(own), Ok(stated)) if own == stated)
    }

    /// Signs the message with SHA-256.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealError> {
        match self {
            Self::P256(key) => {
                let signature: p256::ecdsa::DerSignature =
                    key.try_sign(message).map_err(bug("it could not sign with an ECDSA key."))?;
                Ok(signature.to_vec())
            }
            Self::Rsa(key) => {
                let key = rsa::pkcs1v15::SigningKey::<Sha256>::new((**key).clone());
                // With randomness, so that the time it takes tells less about the key.
                let signature = key
                    .try_sign_with_rng(&mut rsa::rand_core::UnwrapErr(getrandom::SysRng), message)
                    .map_err(bug("it could not sign with an RSA key."))?;
                Ok(signature.to_vec())
            }
        }
    }

    /// How the signature is to be named in a CMS.
    pub(crate) fn signature_algorithm(&self) -> AlgorithmIdentifierOwned {
        match self {
            Self::P256(_) => AlgorithmIdentifierOwned { oid: db::rfc5912::ECDSA_WITH_SHA_256, parameters: None },
            Self::Rsa(_) => {
                AlgorithmIdentifierOwned { oid: db::rfc5912::RSA_ENCRYPTION, parameters: Some(der::asn1::Any::null()) }
            }
        }
    }

    /// Closes the key under a passphrase: PKCS#8 with PBES2, scrypt and AES-256, as PEM.
    pub(crate) fn close(&self, passphrase: &Secret) -> Result<String, SealError> {
        if passphrase.reveal().chars().count() < LEAST_PASSPHRASE_LENGTH {
            return Err(SealError::PassphraseTooShort { least: LEAST_PASSPHRASE_LENGTH });
        }
        self.close_under_any(passphrase)
    }

    /// As [`Self::close`], under a passphrase of any length: for the keys of invented people, which protect nothing.
    pub(crate) fn close_under_any(&self, passphrase: &Secret) -> Result<String, SealError> {
        let open = match self {
            Self::P256(key) => p256::SecretKey::from(key.clone()).to_pkcs8_der(),
            Self::Rsa(key) => key.to_pkcs8_der(),
        }
        .map_err(bug("it could not write a private key."))?;
        let mut salt = [0u8; 16];
        let mut iv = [0u8; 16];
        getrandom::fill(&mut salt).map_err(bug("the computer gave no random numbers."))?;
        getrandom::fill(&mut iv).map_err(bug("the computer gave no random numbers."))?;
        let cost = pkcs8::pkcs5::scrypt::Params::new(SCRYPT_LOG_N, SCRYPT_R, SCRYPT_P)
            .map_err(bug("its own scrypt parameters are wrong."))?;
        let parameters = pbes2::Parameters::generate_scrypt_aes256cbc(cost, &salt, iv)
            .map_err(bug("its own encryption parameters are wrong."))?;
        let closed = PrivateKeyInfoRef::from_der(open.as_bytes())
            .map_err(bug("it could not read back a private key."))?
            .encrypt_with_params(parameters, passphrase.reveal())
            .map_err(bug("it could not encrypt a private key."))?;
        let pem = closed
            .to_pem(EncryptedPrivateKeyInfoRef::PEM_LABEL, LineEnding::LF)
            .map_err(bug("it could not write a private key as text."))?;
        Ok(pem.to_string())
    }

    /// Opens a key that [`Self::close`] closed. `Ok(None)` when the passphrase is another one.
    ///
    /// # Errors
    /// Refuses a key that is damaged, or that asks for more memory than opening a key is worth.
    pub(crate) fn open(pem: &str, passphrase: &Secret) -> Result<Option<Self>, SealError> {
        let damaged = |what: &str| SealError::IdentityDamaged { what: what.to_owned() };
        let (label, document) =
            SecretDocument::from_pem(pem).map_err(|_| damaged("its private key is not written as PEM"))?;
        EncryptedPrivateKeyInfoRef::validate_pem_label(label)
            .map_err(|_| damaged("its private key is not an encrypted one"))?;
        let closed = EncryptedPrivateKeyInfoRef::try_from(document.as_bytes())
            .map_err(|_| damaged("its private key is not written as PKCS#8"))?;
        let EncryptionScheme::Pbes2(parameters) = &closed.encryption_algorithm else {
            return Err(damaged("its private key is encrypted in an outdated way"));
        };
        let affordable = parameters.kdf.scrypt().is_some_and(|scrypt| {
            let cost = scrypt.cost_parameter.saturating_mul(u64::from(scrypt.block_size));
            cost.saturating_mul(u64::from(scrypt.parallelization)) <= SCRYPT_COST_LIMIT * u64::from(SCRYPT_R)
        });
        if !affordable {
            return Err(damaged("its private key is encrypted in a way that is not used here"));
        }
        // A wrong passphrase shows as bytes that are no key. That can't be told from damaged bytes.
        let Ok(open) = closed.decrypt(passphrase.reveal()) else {
            return Ok(None);
        };
        Ok(Self::from_pkcs8(open.as_bytes()).ok())
    }
}

/// An identity whose key is open: it can sign. It is dropped, and with it the key is wiped, when the signing is done.
pub struct Unlocked {
    pub(crate) chain: Vec<Certificate>,
    pub(crate) key: PrivateKey,
}

impl Unlocked {
    /// The certificate of the person who signs.
    pub(crate) fn certificate(&self) -> &Certificate {
        // An identity without a certificate can't be made or read.
        &self.chain[0]
    }

    /// The name that stands in the certificate.
    #[must_use]
    pub fn name(&self) -> String {
        self.certificate().common_name()
    }

    /// SHA-256 over the certificate, in lower-case hexadecimal.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.certificate().fingerprint()
    }
}

impl std::fmt::Debug for Unlocked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unlocked").field("certificate", &self.certificate().fingerprint()).finish_non_exhaustive()
    }
}
