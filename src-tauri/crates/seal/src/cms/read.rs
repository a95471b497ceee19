use cms::{
    cert::CertificateChoices,
    content_info::{CmsVersion, ContentInfo},
    signed_data::{SignedAttributes, SignedData, SignerIdentifier, SignerInfo},
};
use const_oid::{
    ObjectIdentifier,
    db::{rfc5911, rfc5912},
};
use der::{
    Decode, Encode, Header, Reader, SliceReader,
    asn1::{Any, OctetString},
};
use rsa::{pkcs1v15::Pkcs1v15Sign, traits::PublicKeyParts};
use sha2::{Sha256, Sha384, Sha512};
use signature::hazmat::PrehashVerifier;
use spki::{AlgorithmIdentifierOwned, DecodePublicKey};
use x509_cert::ext::pkix::SubjectKeyIdentifier;

use super::{
    ALGORITHM_PROTECTION, AlgorithmProtection, DigestKind, SIGNING_CERTIFICATE_V2, SigningCertificateV2, in_words,
};
use crate::certificate::Certificate;

/// Why a CMS is not a signature that holds. The words say it to a person; the code to a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub(crate) code: &'static str,
    pub(crate) message: String,
}

fn flaw(code: &'static str, message: impl Into<String>) -> Flaw {
    Flaw { code, message: message.into() }
}

fn malformed(message: impl Into<String>) -> Flaw {
    flaw("seal.signature-malformed", message)
}

fn unsupported(message: impl Into<String>) -> Flaw {
    flaw("seal.signature-unsupported", message)
}

/// Who signed, and what is wrong with it. The certificate is told even where the signature does not hold.
#[derive(Debug)]
pub(crate) struct SignedBy {
    pub(crate) certificate: Certificate,
    /// The other certificates that travel along.
    pub(crate) companions: Vec<Certificate>,
    pub(crate) digest: DigestKind,
    /// The digest of the document that was signed.
    pub(crate) document_digest: Vec<u8>,
    pub(crate) flaws: Vec<Flaw>,
    pub(crate) remarks: Vec<String>,
}

/// Reads the bytes between the brackets of a PDF signature: one CMS and nothing but zeros after it.
pub(crate) fn read(bytes: &[u8]) -> Result<SignedBy, Flaw> {
    let signed = signed_data(bytes)?;
    let certificates = certificates(&signed)?;
    let [signer] = signed.signer_infos.0.as_slice() else {
        return Err(unsupported(format!(
            "The signature was made by {} signers at once, which is not read here.",
            signed.signer_infos.0.len()
        )));
    };
    let place = certificates
        .iter()
        .position(|certificate| is_meant(certificate, &signer.sid))
        .ok_or_else(|| malformed("The signature does not enclose the certificate of its signer."))?;
    let mut companions = certificates;
    let certificate = companions.remove(place);
    let digest = DigestKind::from_oid(signer.digest_alg.oid).ok_or_else(|| {
        unsupported(format!(
            "The signature rests on the digest {}, which is not relied on.",
            in_words(signer.digest_alg.oid)
        ))
    })?;
    let attributes = signer
        .signed_attrs
        .as_ref()
        .ok_or_else(|| unsupported("The signature carries no signed attributes, so it names no certificate."))?;
    let content_type: ObjectIdentifier = only_value(attributes, rfc5911::ID_CONTENT_TYPE, "the content type")?;
    if content_type != rfc5911::ID_DATA {
        return Err(malformed("The signature is made over something other than a document."));
    }
    let document_digest: OctetString = only_value(attributes, rfc5911::ID_MESSAGE_DIGEST, "the document's digest")?;

    let mut flaws = form(&signed, signer);
    flaws.extend(named_certificate(attributes, &certificate).err());
    flaws.extend(protected_algorithms(attributes, signer).err());
    flaws.extend(signature_holds(attributes, signer, digest, &certificate).err());
    let mut remarks = Vec::new();
    companions_named(attributes, &companions, &mut flaws, &mut remarks);
    if signer.unsigned_attrs.as_ref().is_some_and(|unsigned| !unsigned.is_empty()) {
        remarks.push(
            "The signature carries attributes it does not cover, for example a time stamp. They were not checked."
                .to_owned(),
        );
    }
    Ok(SignedBy {
        certificate,
        companions,
        digest,
        document_digest: document_digest.into_bytes().to_vec(),
        flaws,
        remarks,
    })
}

/// Decodes the CMS and insists on DER, where every value has one encoding, so that a changed byte can't hide.
fn signed_data(bytes: &[u8]) -> Result<SignedData, Flaw> {
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(malformed("The place for the signature is empty."));
    }
    if bytes.get(1) == Some(&0x80) {
        return Err(unsupported(
            "The signature is written in an encoding (BER with indefinite lengths) that is not read here.",
        ));
    }
    let no_cms = |_| malformed("The signature is not a CMS in DER, or it is damaged.");
    let mut reader = SliceReader::new(bytes).map_err(no_cms)?;
    Header::peek(&reader).map_err(no_cms)?;
    let info = ContentInfo::decode(&mut reader).map_err(no_cms)?;
    let length = usize::try_from(reader.position()).unwrap_or(usize::MAX);
    let (own, padding) = bytes.split_at_checked(length).ok_or_else(|| malformed("The signature is cut off."))?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(malformed("Something other than zeros follows the signature."));
    }
    if info.content_type != rfc5911::ID_SIGNED_DATA {
        return Err(malformed("The signature is a CMS of another kind than signed data."));
    }
    let signed: SignedData = info.content.decode_as().map_err(no_cms)?;
    let again = Any::encode_from(&signed)
        .and_then(|content| ContentInfo { content_type: info.content_type, content }.to_der())
        .map_err(no_cms)?;
    if again != own {
        return Err(unsupported(
            "The signature is written in an encoding (BER) that is not read here, or was changed.",
        ));
    }
    Ok(signed)
}

fn certificates(signed: &SignedData) -> Result<Vec<Certificate>, Flaw> {
    let set = signed.certificates.as_ref().ok_or_else(|| malformed("The signature encloses no certificate."))?;
    set.0
        .iter()
        .map(|choice| match choice {
            CertificateChoices::Certificate(x509) => Certificate::from_x509(x509.clone())
                .ok_or_else(|| malformed("A certificate in the signature is damaged.")),
            _ => Err(unsupported("The signature encloses a certificate of a kind that is not read here.")),
        })
        .collect()
}

fn is_meant(certificate: &Certificate, sid: &SignerIdentifier) -> bool {
    let tbs = certificate.x509().tbs_certificate();
    match sid {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            tbs.issuer() == &named.issuer && tbs.serial_number() == &named.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(named) => {
            matches!(tbs.get_extension::<SubjectKeyIdentifier>(), Ok(Some((_, own))) if own == *named)
        }
    }
}

/// The one value of an attribute that has to be there exactly once (RFC 5652, 11).
fn only_value<T>(attributes: &SignedAttributes, oid: ObjectIdentifier, what: &str) -> Result<T, Flaw>
where
    T: for<'a> Decode<'a, Error = der::Error>,
{
    optional_value(attributes, oid, what)?.ok_or_else(|| malformed(format!("The signature does not state {what}.")))
}

fn optional_value<T>(attributes: &SignedAttributes, oid: ObjectIdentifier, what: &str) -> Result<Option<T>, Flaw>
where
    T: for<'a> Decode<'a, Error = der::Error>,
{
    let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
    let Some(attribute) = found.next() else { return Ok(None) };
    let ([value], None) = (attribute.values.as_slice(), found.next()) else {
        return Err(malformed(format!("The signature states {what} more than once.")));
    };
    let bytes = value.to_der().map_err(|_| malformed(format!("The signature states {what} unreadably.")))?;
    T::from_der(&bytes).map(Some).map_err(|_| malformed(format!("The signature states {what} unreadably.")))
}

/// What RFC 5652 fixes for a signature of this kind and the signature itself does not cover.
fn form(signed: &SignedData, signer: &SignerInfo) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let by_key = matches!(signer.sid, SignerIdentifier::SubjectKeyIdentifier(_));
    let versions = if by_key { (CmsVersion::V3, CmsVersion::V3) } else { (CmsVersion::V1, CmsVersion::V1) };
    if (signed.version, signer.version) != versions {
        flaws.push(malformed("The signature states a version that does not fit its content."));
    }
    if signed.encap_content_info.econtent_type != rfc5911::ID_DATA || signed.encap_content_info.econtent.is_some() {
        flaws.push(malformed("The signature encloses a document of its own instead of covering this one."));
    }
    let no_parameters = |algorithm: &AlgorithmIdentifierOwned| {
        algorithm.parameters.as_ref().is_none_or(|parameters| *parameters == Any::null())
    };
    let listed = signed.digest_algorithms.as_slice();
    if !matches!(listed, [only] if only.oid == signer.digest_alg.oid && no_parameters(only))
        || !no_parameters(&signer.digest_alg)
    {
        flaws.push(malformed("The signature lists other digests than the one it uses."));
    }
    flaws
}

/// The signature names its certificate (RFC 5035), so that nobody can put another one with the same key in its place.
fn named_certificate(attributes: &SignedAttributes, certificate: &Certificate) -> Result<(), Flaw> {
    let named = optional_value::<SigningCertificateV2>(attributes, SIGNING_CERTIFICATE_V2, "its certificate")?
        .ok_or_else(|| {
            flaw(
                "seal.certificate-not-named",
                "The signature does not name its certificate (signing-certificate-v2), so the certificate could have been exchanged.",
            )
        })?;
    let exchanged = || {
        flaw(
            "seal.certificate-exchanged",
            "The certificate in the signature is not the one that the signer signed with: it was changed or exchanged.",
        )
    };
    let first = named.certificates.first().ok_or_else(exchanged)?;
    if hash_fits(first, certificate)? { Ok(()) } else { Err(exchanged()) }
}

fn hash_fits(named: &super::EssCertificateId, certificate: &Certificate) -> Result<bool, Flaw> {
    let kind = match &named.digest {
        None => DigestKind::Sha256,
        Some(digest) => DigestKind::from_oid(digest.oid).ok_or_else(|| {
            unsupported(format!("The signature names its certificate by the digest {}.", in_words(digest.oid)))
        })?,
    };
    Ok(kind.over(&[certificate.der()]) == named.hash.as_bytes())
}

/// Certificates that travel along: each that is named has to be there unchanged; one that is not named is said.
fn companions_named(
    attributes: &SignedAttributes,
    companions: &[Certificate],
    flaws: &mut Vec<Flaw>,
    remarks: &mut Vec<String>,
) {
    let Ok(Some(named)) = optional_value::<SigningCertificateV2>(attributes, SIGNING_CERTIFICATE_V2, "its certificate")
    else {
        return;
    };
    let others = named.certificates.get(1..).unwrap_or_default();
    let fits = |id: &super::EssCertificateId, own: &Certificate| hash_fits(id, own).unwrap_or(false);
    if others.iter().any(|id| !companions.iter().any(|own| fits(id, own))) {
        flaws.push(flaw(
            "seal.certificate-exchanged",
            "A certificate that the signature names is missing from it, or was changed.",
        ));
    }
    for own in companions.iter().filter(|own| !others.iter().any(|id| fits(id, own))) {
        remarks.push(format!(
            "The certificate of {} travels with the signature without being covered by it.",
            own.common_name()
        ));
    }
}

fn protected_algorithms(attributes: &SignedAttributes, signer: &SignerInfo) -> Result<(), Flaw> {
    let Some(protected) = optional_value::<AlgorithmProtection>(attributes, ALGORITHM_PROTECTION, "its algorithms")?
    else {
        return Ok(());
    };
    let same = protected.digest == signer.digest_alg
        && protected.signature.as_ref().is_none_or(|algorithm| *algorithm == signer.signature_algorithm);
    if same {
        return Ok(());
    }
    Err(malformed("The signature states other algorithms than those the signer used."))
}

fn signature_holds(
    attributes: &SignedAttributes,
    signer: &SignerInfo,
    digest: DigestKind,
    certificate: &Certificate,
) -> Result<(), Flaw> {
    let covered = attributes.to_der().map_err(|_| malformed("The signed attributes are damaged."))?;
    verify(certificate, &signer.signature_algorithm, Some(digest), &covered, signer.signature.as_bytes())
}

/// Whether the key of `certificate` signed `message`. `digest` is the one the surroundings demand, if they do.
pub(crate) fn verify(
    certificate: &Certificate,
    algorithm: &AlgorithmIdentifierOwned,
    digest: Option<DigestKind>,
    message: &[u8],
    signature: &[u8],
) -> Result<(), Flaw> {
    let unknown = || unsupported(format!("The signature algorithm {} is not read here.", in_words(algorithm.oid)));
    let (is_rsa, stated) = match algorithm.oid {
        oid if oid == rfc5912::RSA_ENCRYPTION => (true, None),
        oid if oid == rfc5912::SHA_256_WITH_RSA_ENCRYPTION => (true, Some(DigestKind::Sha256)),
        oid if oid == rfc5912::SHA_384_WITH_RSA_ENCRYPTION => (true, Some(DigestKind::Sha384)),
        oid if oid == rfc5912::SHA_512_WITH_RSA_ENCRYPTION => (true, Some(DigestKind::Sha512)),
        oid if oid == rfc5912::ECDSA_WITH_SHA_256 => (false, Some(DigestKind::Sha256)),
        oid if oid == rfc5912::ECDSA_WITH_SHA_384 => (false, Some(DigestKind::Sha384)),
        oid if oid == rfc5912::ECDSA_WITH_SHA_512 => (false, Some(DigestKind::Sha512)),
        _ => return Err(unknown()),
    };
    if algorithm.parameters.as_ref().is_some_and(|parameters| !is_rsa || *parameters != Any::null()) {
        return Err(malformed("The signature algorithm is stated with parameters it does not have."));
    }
    let kind = match (digest, stated) {
        (Some(demanded), Some(stated)) if demanded != stated => {
            return Err(malformed("The signature states two different digests."));
        }
        (demanded, stated) => stated.or(demanded).ok_or_else(unknown)?,
    };
    let hash = kind.over(&[message]);
    let info = certificate.x509().tbs_certificate().subject_public_key_info();
    let public = info.to_der().map_err(|_| malformed("The public key in the certificate is damaged."))?;
    let holds = if is_rsa {
        let key = rsa::PublicKey::from_public_key_der(&public)
            .map_err(|_| unsupported("The certificate holds no RSA key that is read here."))?;
        if key.n().bit_width() < 2048 {
            return Err(unsupported(format!(
                "An RSA key of {} bits is too weak to be relied on.",
                key.n().bit_width()
            )));
        }
        let scheme = match kind {
            DigestKind::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
            DigestKind::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
            DigestKind::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
        };
        key.verify(scheme, &hash, signature).is_ok()
    } else if let Ok(key) = p256::ecdsa::VerifyingKey::from_public_key_der(&public) {
        p256::ecdsa::DerSignature::try_from(signature)
            .is_ok_and(|signature| key.verify_prehash(&hash, &signature).is_ok())
    } else if let Ok(key) = p384::ecdsa::VerifyingKey::from_public_key_der(&public) {
        p384::ecdsa::DerSignature::try_from(signature)
            .is_ok_and(|signature| key.verify_prehash(&hash, &signature).is_ok())
    } else {
        return Err(unsupported("The certificate holds a key of a kind that is not read here."));
    };
    if holds {
        return Ok(());
    }
    Err(flaw(
        "seal.signature-wrong",
        "The signature does not fit the key in its certificate: the signature or the certificate was changed.",
    ))
}
