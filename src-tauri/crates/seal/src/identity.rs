use chrono::Months;
use der::asn1::Ia5String;
use ground::{Id, Instant, Secret};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spki::{SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use std::time::{Duration, UNIX_EPOCH};
use x509_cert::{
    builder::{Builder, CertificateBuilder, profile::BuilderProfile},
    certificate::TbsCertificate,
    ext::{
        Extension, ToExtension,
        pkix::{BasicConstraints, KeyUsage, KeyUsages, SubjectAltName, SubjectKeyIdentifier, name::GeneralName},
    },
    name::Name,
    serial_number::SerialNumber,
    time::{Time, Validity},
};

use crate::{
    certificate::{Certificate, distinguished_name},
    error::{SealError, bug},
    key::{KeyKind, PrivateKey, Unlocked},
};

/// The longest common name and organisation that X.509 allows, in characters (RFC 5280, appendix A.1).
const LONGEST_NAME: usize = 64;
const LONGEST_EMAIL: usize = 255;
const MOST_YEARS: u32 = 10;
/// More certificates than this lead to no root that anybody runs.
pub(crate) const LONGEST_CHAIN: usize = 8;

/// What a person signs with: their certificate, and their private key closed under their own passphrase.
///
/// It is either created here, and then vouches for itself, or brought from the organisation's certificate service.
/// Serialised it is the file that keeps it; the private key never leaves it but encrypted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub struct Identity {
    id: Id<Identity>,
    created_at: Instant,
    /// The person's own certificate first, then those that vouch for it. Never empty.
    chain: Vec<Certificate>,
    key_kind: KeyKind,
    closed_key: String,
}

/// What a screen shows of an identity. Nothing in it is secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IdentityView {
    /// The id of the identity.
    pub id: Id<Identity>,
    /// The name that stands in the certificate.
    pub name: String,
    /// The organisation that stands in the certificate.
    pub organisation: Option<String>,
    /// The e-mail address that stands in the certificate.
    pub email: Option<String>,
    /// The kind of key.
    pub key_kind: KeyKind,
    /// The whole name of who issued the certificate.
    pub issuer: String,
    /// Whether the certificate vouches for itself.
    pub self_signed: bool,
    /// SHA-256 over the certificate, in lower-case hexadecimal.
    pub fingerprint: String,
    /// The first moment at which the certificate is valid.
    pub not_before: Instant,
    /// The last moment at which the certificate is valid.
    pub not_after: Instant,
    /// Whether it can sign at this moment.
    pub state: IdentityState,
    /// When the identity was created or imported.
    pub created_at: Instant,
    /// How many certificates travel with a signature: the person's own and those that vouch for it.
    pub certificates: usize,
}

/// Whether an identity can sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdentityState {
    /// The certificate is valid.
    Valid,
    /// The certificate is valid only later.
    NotYetValid,
    /// The certificate is no longer valid.
    Expired,
}

impl Identity {
    /// Creates an identity that vouches for itself: a new ECDSA P-256 key and an X.509 certificate for it,
    /// valid from `now` for `valid_years` (1 to 10).
    ///
    /// # Errors
    /// Refuses a missing or overlong name, an address that no certificate can hold, another number of years,
    /// and a passphrase of fewer than [`crate::LEAST_PASSPHRASE_LENGTH`] characters.
    pub fn create(
        name: &str,
        organisation: Option<&str>,
        email: Option<&str>,
        passphrase: &Secret,
        now: Instant,
        valid_years: u32,
    ) -> Result<Self, SealError> {
        let key = PrivateKey::generate_p256();
        // Closed first: a passphrase that is too short is refused before anything else is made.
        let closed_key = key.close(passphrase)?;
        Self::of_key(&key, closed_key, name, organisation, email, now, valid_years)
    }

    /// Creates the identity of an invented person, for a demo. Its passphrase may be of any length, because its key
    /// protects nothing; everything else is as in [`Self::create`], with ten years of validity.
    ///
    /// # Errors
    /// Refuses a missing or overlong name.
    pub fn invented(name: &str, organisation: &str, passphrase: &Secret, now: Instant) -> Result<Self, SealError> {
        let key = PrivateKey::generate_p256();
        let closed_key = key.close_under_any(passphrase)?;
        Self::of_key(&key, closed_key, name, Some(organisation), None, now, MOST_YEARS)
    }

    fn of_key(
        key: &PrivateKey,
        closed_key: String,
        name: &str,
        organisation: Option<&str>,
        email: Option<&str>,
        now: Instant,
        valid_years: u32,
    ) -> Result<Self, SealError> {
        let name = checked_name("name", name)?.ok_or(SealError::NameMissing)?;
        let organisation = organisation.map_or(Ok(None), |text| checked_name("organisation", text))?;
        let email = email.map(str::trim).filter(|email| !email.is_empty()).map(checked_email).transpose()?;
        if !(1..=MOST_YEARS).contains(&valid_years) {
            return Err(SealError::ValidityOutOfRange { years: valid_years });
        }
        let profile = Own { name: distinguished_name(&name, organisation.as_deref())?, email };
        let certificate = self_signed(key, profile, now, valid_years)?;
        Ok(Self { id: Id::new(), created_at: now, chain: vec![certificate], key_kind: KeyKind::P256, closed_key })
    }

    /// Puts an identity together from parts that were checked to belong together.
    pub(crate) fn assemble(
        chain: Vec<Certificate>,
        key: &PrivateKey,
        passphrase: &Secret,
        now: Instant,
    ) -> Result<Self, SealError> {
        let own = chain.first().ok_or(SealError::NoCertificate)?;
        let key_kind = KeyKind::of(own)?;
        Ok(Self { id: Id::new(), created_at: now, closed_key: key.close(passphrase)?, key_kind, chain })
    }

    /// Opens the key for signing.
    ///
    /// # Errors
    /// Refuses another passphrase (`seal.wrong-passphrase`) and a key that does not belong to the certificate.
    pub fn unlock(&self, passphrase: &Secret) -> Result<Unlocked, SealError> {
        let key = PrivateKey::open(&self.closed_key, passphrase)?
            .ok_or_else(|| SealError::WrongPassphrase { name: self.name() })?;
        if !key.belongs_to(self.certificate()) {
            return Err(SealError::IdentityDamaged {
                what: "its private key does not belong to its certificate".into(),
            });
        }
        Ok(Unlocked { chain: self.chain.clone(), key })
    }

    /// The same identity under another passphrase.
    ///
    /// # Errors
    /// Refuses a wrong passphrase and a new one that is too short.
    pub fn change_passphrase(&self, old: &Secret, new: &Secret) -> Result<Self, SealError> {
        let closed_key = self.unlock(old)?.key.close(new)?;
        Ok(Self { closed_key, ..self.clone() })
    }

    /// The id of the identity.
    #[must_use]
    pub const fn id(&self) -> Id<Self> {
        self.id
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

    /// The person's own certificate as PEM, for those who are to recognise it.
    ///
    /// # Errors
    /// Only by a fault of the program.
    pub fn certificate_pem(&self) -> Result<String, SealError> {
        self.certificate().to_pem()
    }

    /// The certificates in DER, the person's own first.
    #[must_use]
    pub fn chain_der(&self) -> Vec<&[u8]> {
        self.chain.iter().map(Certificate::der).collect()
    }

    /// What a screen shows of it at this moment.
    #[must_use]
    pub fn view(&self, now: Instant) -> IdentityView {
        let own = self.certificate();
        IdentityView {
            id: self.id,
            name: own.common_name(),
            organisation: own.organisation(),
            email: own.email(),
            key_kind: self.key_kind,
            issuer: own.issuer(),
            self_signed: own.is_self_issued(),
            fingerprint: own.fingerprint(),
            not_before: own.not_before(),
            not_after: own.not_after(),
            state: match own.held_at(now) {
                true => IdentityState::Valid,
                false if now < own.not_before() => IdentityState::NotYetValid,
                false => IdentityState::Expired,
            },
            created_at: self.created_at,
            certificates: self.chain.len(),
        }
    }

    fn certificate(&self) -> &Certificate {
        &self.chain[0]
    }
}

/// How an identity stands in its file. What the certificate says is not repeated, so nothing can disagree with it.
#[derive(Serialize, Deserialize)]
struct Written {
    /// The version of this layout.
    tickidentity: u32,
    id: Id<Identity>,
    /// For the eye of whoever opens the file; the certificate is what counts.
    name: String,
    created_at: Instant,
    /// PEM, the person's own first.
    certificates: Vec<String>,
    /// PEM, PKCS#8 encrypted with PBES2.
    encrypted_private_key: String,
}

impl From<Identity> for Written {
    fn from(identity: Identity) -> Self {
        Self {
            tickidentity: 1,
            id: identity.id,
            name: identity.name(),
            created_at: identity.created_at,
            // A certificate that was read can be written; an empty text would be refused when read back.
            certificates: identity.chain.iter().map(|own| own.to_pem().unwrap_or_default()).collect(),
            encrypted_private_key: identity.closed_key,
        }
    }
}

impl TryFrom<Written> for Identity {
    type Error = SealError;

    fn try_from(written: Written) -> Result<Self, SealError> {
        let damaged = |what: &str| SealError::IdentityDamaged { what: what.to_owned() };
        if written.tickidentity != 1 {
            return Err(damaged("it was written by a newer program"));
        }
        if written.certificates.is_empty() || written.certificates.len() > LONGEST_CHAIN {
            return Err(damaged("it does not hold its certificates"));
        }
        let chain = written
            .certificates
            .iter()
            .map(|pem| {
                let (label, der) = der::pem::decode_vec(pem.as_bytes()).ok()?;
                (label == "CERTIFICATE").then(|| Certificate::from_der(&der))?
            })
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| damaged("one of its certificates is damaged"))?;
        let key_kind = KeyKind::of(&chain[0])?;
        Ok(Self {
            id: written.id,
            created_at: written.created_at,
            chain,
            key_kind,
            closed_key: written.encrypted_private_key,
        })
    }
}

/// The words without outer blanks; `None` where nothing is left.
fn checked_name(what: &'static str, text: &str) -> Result<Option<String>, SealError> {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = text.trim();
    let length = text.chars().count();
    if length > LONGEST_NAME {
        return Err(SealError::NameTooLong { what, limit: LONGEST_NAME, length });
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

fn checked_email(email: &str) -> Result<Ia5String, SealError> {
    let odd = || SealError::EmailUnreadable { email: email.to_owned() };
    let (before, after) = email.split_once('@').ok_or_else(odd)?;
    let plain = email.len() <= LONGEST_EMAIL && email.bytes().all(|byte| byte.is_ascii_graphic());
    if !plain || before.is_empty() || after.is_empty() || after.contains('@') {
        return Err(odd());
    }
    Ia5String::new(email).map_err(|_| odd())
}

/// What the certificate of a self-made identity says (RFC 5280): no issuer of others, for signing only.
struct Own {
    name: Name,
    email: Option<Ia5String>,
}

impl BuilderProfile for Own {
    fn get_issuer(&self, subject: &Name) -> Name {
        subject.clone()
    }

    fn get_subject(&self) -> Name {
        self.name.clone()
    }

    fn build_extensions(
        &self,
        own: SubjectPublicKeyInfoRef<'_>,
        _issuer: SubjectPublicKeyInfoRef<'_>,
        tbs: &TbsCertificate,
    ) -> x509_cert::builder::Result<Vec<Extension>> {
        let subject = tbs.subject();
        let mut extensions = Vec::new();
        let constraints = BasicConstraints { ca: false, path_len_constraint: None };
        extensions.push(constraints.to_extension(subject, &extensions)?);
        let usage = KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
        extensions.push(usage.to_extension(subject, &extensions)?);
        extensions.push(SubjectKeyIdentifier::try_from(own)?.to_extension(subject, &extensions)?);
        if let Some(email) = &self.email {
            let names = SubjectAltName(vec![GeneralName::Rfc822Name(email.clone())]);
            extensions.push(names.to_extension(subject, &extensions)?);
        }
        Ok(extensions)
    }
}

fn self_signed(key: &PrivateKey, profile: Own, now: Instant, valid_years: u32) -> Result<Certificate, SealError> {
    let PrivateKey::P256(signing_key) = key else {
        return Err(SealError::UnsupportedKey { kind: "RSA, for a new identity".into() });
    };
    let end = now
        .utc()
        .checked_add_months(Months::new(12 * valid_years))
        .map(Instant::from)
        .ok_or(SealError::ValidityOutOfRange { years: valid_years })?;
    let time = |moment: Instant| -> Result<Time, SealError> {
        let seconds =
            u64::try_from(moment.millis() / 1000).map_err(|_| SealError::ValidityOutOfRange { years: valid_years })?;
        Time::try_from(UNIX_EPOCH + Duration::from_secs(seconds)).map_err(bug("it could not write a date."))
    };
    let mut serial = [0u8; 16];
    getrandom::fill(&mut serial).map_err(bug("the computer gave no random numbers."))?;
    // Positive and of full length, so that it is written in exactly 16 bytes (RFC 5280, 4.1.2.2).
    serial[0] = (serial[0] & 0x7f) | 0x40;
    let serial = SerialNumber::new(&serial).map_err(bug("it could not write a serial number."))?;
    let public = SubjectPublicKeyInfoOwned::from_key(signing_key.verifying_key())
        .map_err(bug("it could not write a public key."))?;
    let validity = Validity::new(time(now)?, time(end)?);
    let x509 = CertificateBuilder::new(profile, serial, validity, public)
        .and_then(|builder| builder.build::<_, p256::ecdsa::DerSignature>(signing_key))
        .map_err(bug("it could not make a certificate."))?;
    Certificate::from_x509(x509).ok_or_else(|| SealError::Fault(ground::Fault::bug("its own certificate is damaged.")))
}
