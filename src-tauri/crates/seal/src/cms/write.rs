use cms::{
    cert::{CertificateChoices, IssuerAndSerialNumber},
    content_info::{CmsVersion, ContentInfo},
    signed_data::{CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos},
};
use const_oid::{AssociatedOid, ObjectIdentifier, db::rfc5911};
use der::{
    Decode, Encode,
    asn1::{Any, OctetString, SetOfVec},
};
use sha2::{Digest, Sha256};
use spki::AlgorithmIdentifierOwned;
use x509_cert::attr::Attribute;

use super::{
    ALGORITHM_PROTECTION, AlgorithmProtection, EssCertificateId, SIGNING_CERTIFICATE_V2, SigningCertificateV2,
};
use crate::{
    error::{SealError, bug},
    key::Unlocked,
};

/// Signs a SHA-256 digest. No signing time goes in: in a PDF it stands beside the signature (ETSI EN 319 142-1, 5.3).
pub(crate) fn write(document_digest: &[u8], unlocked: &Unlocked) -> Result<Vec<u8>, SealError> {
    let digest = AlgorithmIdentifierOwned { oid: Sha256::OID, parameters: None };
    let algorithm = unlocked.key.signature_algorithm();
    let attributes = attributes(document_digest, unlocked, &digest, &algorithm)
        .map_err(bug("it could not write what a signature covers."))?;
    let covered = attributes.to_der().map_err(bug("it could not write what a signature covers."))?;
    let signature = unlocked.key.sign(&covered)?;
    enclose(unlocked, digest, algorithm, attributes, signature).map_err(bug("it could not write a signature."))
}

fn attributes(
    document_digest: &[u8],
    unlocked: &Unlocked,
    digest: &AlgorithmIdentifierOwned,
    signature: &AlgorithmIdentifierOwned,
) -> der::Result<SetOfVec<Attribute>> {
    // The whole chain is named, so that not even a certificate that only travels along can be exchanged.
    let certificates = unlocked
        .chain
        .iter()
        .map(|certificate| {
            let hash = OctetString::new(Sha256::digest(certificate.der()).to_vec())?;
            Ok(EssCertificateId { digest: None, hash, issuer_and_serial: None })
        })
        .collect::<der::Result<Vec<_>>>()?;
    let protection = AlgorithmProtection { digest: digest.clone(), signature: Some(signature.clone()) };
    let mut attributes = SetOfVec::new();
    attributes.insert(attribute(rfc5911::ID_CONTENT_TYPE, &rfc5911::ID_DATA)?)?;
    attributes.insert(attribute(rfc5911::ID_MESSAGE_DIGEST, &OctetString::new(document_digest)?)?)?;
    attributes.insert(attribute(SIGNING_CERTIFICATE_V2, &SigningCertificateV2 { certificates, policies: None })?)?;
    attributes.insert(attribute(ALGORITHM_PROTECTION, &protection)?)?;
    Ok(attributes)
}

fn attribute<T: Encode>(oid: ObjectIdentifier, value: &T) -> der::Result<Attribute> {
    let mut values = SetOfVec::new();
    values.insert(Any::from_der(&value.to_der()?)?)?;
    Ok(Attribute { oid, values })
}

fn enclose(
    unlocked: &Unlocked,
    digest: AlgorithmIdentifierOwned,
    algorithm: AlgorithmIdentifierOwned,
    attributes: SetOfVec<Attribute>,
    signature: Vec<u8>,
) -> der::Result<Vec<u8>> {
    let own = unlocked.certificate().x509().tbs_certificate();
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: own.issuer().clone(),
            serial_number: own.serial_number().clone(),
        }),
        digest_alg: digest.clone(),
        signed_attrs: Some(attributes),
        signature_algorithm: algorithm,
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let mut certificates = SetOfVec::new();
    for certificate in &unlocked.chain {
        certificates.insert(CertificateChoices::Certificate(certificate.x509().clone()))?;
    }
    let signed = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![digest])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: rfc5911::ID_DATA, econtent: None },
        certificates: Some(CertificateSet(certificates)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![signer])?),
    };
    ContentInfo { content_type: rfc5911::ID_SIGNED_DATA, content: Any::from_der(&signed.to_der()?)? }.to_der()
}
