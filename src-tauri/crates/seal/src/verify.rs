use std::collections::BTreeSet;

use der::Encode;
use ground::{Instant, Problem};
use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::{
    certificate::Certificate,
    changes::changes,
    cms::{self, Flaw, SignedBy},
    error::SealError,
    pdf,
    verification::{SignatureView, SignerView, Verdict, Verification},
};

/// More signatures than this are not a report's.
const MOST_SIGNATURES: usize = 64;
/// How many end marks are tried where the end of a file is spoilt.
const MOST_END_MARKS: usize = 16;

/// Says who signed a PDF and whether everything is as it was signed. `now` is only used to say whether
/// certificates have expired.
///
/// A signature holds when the bytes it covers are unchanged, its certificate is the one the signer signed with,
/// and nothing was added to the file afterwards but further signatures in fields that were reserved for them.
/// Whom to trust is not judged: a certificate that vouches for itself is said to do so.
///
/// # Errors
/// Refuses a file that is no PDF, can't be read, is encrypted or too large.
pub fn verify_pdf(bytes: &[u8], now: Instant) -> Result<Verification, SealError> {
    let (document, readable) = load_leniently(bytes)?;
    let mut found = Vec::new();
    let mut open_fields = Vec::new();
    for field in pdf::signature_fields(&document) {
        match field.value {
            Some(value) => found.push(Found::read(field.name, value.id, &value.dictionary, bytes, now)),
            None => open_fields.push(field.name),
        }
    }
    open_fields.sort();
    found.sort_by_key(|found| found.end);
    let mut problems = Vec::new();
    if found.len() > MOST_SIGNATURES {
        return Err(SealError::PdfDamaged { what: format!("it claims to carry {} signatures", found.len()) });
    }
    told_once(&mut found);
    if found.is_empty() && carries_a_signature(bytes) {
        problems.push(refuse("seal.signature-detached", "The file carries a signature that no field shows any more."));
    }
    let certified = pdf::certification_level(&document);
    compare_revisions(&mut found, document, bytes, readable);
    ends_with_a_signature(&found, bytes, &mut problems);
    if certified == Some(1) && found.len() > 1 {
        problems.push(refuse(
            "seal.changed-after-signing",
            "The document was certified as final, and was signed again afterwards.",
        ));
    }
    let signatures: Vec<SignatureView> =
        found.into_iter().enumerate().map(|(place, found)| found.view(place)).collect();
    let verdict = match () {
        () if signatures.is_empty() && problems.is_empty() => Verdict::Unsigned,
        () if problems.is_empty() && signatures.iter().all(|signature| signature.sound) => Verdict::Valid,
        () => Verdict::Invalid,
    };
    Ok(Verification { verdict, signatures, open_fields, certified: certified.is_some(), problems })
}

/// Reads the file; where its end is spoilt, up to the last of its end marks at which it can be read. That is told,
/// since no signature reaches the end of the file then.
fn load_leniently(bytes: &[u8]) -> Result<(Document, usize), SealError> {
    let refusal = match pdf::load(bytes) {
        Ok(document) => return Ok((document, bytes.len())),
        Err(refusal @ SealError::PdfDamaged { .. }) => refusal,
        Err(other) => return Err(other),
    };
    let mark = b"%%EOF";
    let mut end = bytes.len();
    for _ in 0..MOST_END_MARKS {
        let Some(place) = bytes[..end].windows(mark.len()).rposition(|window| window == mark) else { break };
        if let Ok(document) = pdf::load(&bytes[..place + mark.len()]) {
            return Ok((document, place + mark.len()));
        }
        end = place;
    }
    Err(refusal)
}

/// Whether a signature stands anywhere in the file. What is appended can hide it, but not take it out.
fn carries_a_signature(bytes: &[u8]) -> bool {
    let has = |wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
    has(b"/ByteRange") && (has(b"ETSI.CAdES.detached") || has(b"adbe.pkcs7.detached"))
}

/// A signature as it stands in the file.
struct Found {
    view: SignatureView,
    value: Option<ObjectId>,
    /// Where the covered bytes end; 0 where that can't be said.
    end: usize,
    file_length: usize,
}

impl Found {
    fn read(field: String, value: Option<ObjectId>, signature: &Dictionary, bytes: &[u8], now: Instant) -> Self {
        let mut view = SignatureView {
            field,
            sound: false,
            signer: None,
            stated_name: pdf::text(signature, b"Name"),
            reason: pdf::text(signature, b"Reason"),
            place: pdf::text(signature, b"Location"),
            claimed_at: signature.get(b"M").and_then(Object::as_str).ok().and_then(pdf::moment),
            revision: 0,
            covers_whole_file: false,
            covered_bytes: 0,
            digest: None,
            remarks: Vec::new(),
            problems: Vec::new(),
        };
        let mut end = 0;
        match covered(signature, bytes) {
            Ok(covered) => {
                end = covered.end;
                view.covered_bytes = (covered.before.len() + covered.after.len()) as u64;
                match cms::read(&covered.cms) {
                    Ok(signed) => judge(&mut view, &signed, &covered, now),
                    Err(flaw) => view.problems.push(problem(flaw)),
                }
            }
            Err(flaw) => view.problems.push(problem(flaw)),
        }
        view.problems.extend(kind(signature).err().map(problem));
        Self { view, value, end, file_length: bytes.len() }
    }

    fn view(self, place: usize) -> SignatureView {
        let mut view = self.view;
        view.revision = u32::try_from(place + 1).unwrap_or(u32::MAX);
        view.covers_whole_file = self.end == self.file_length;
        view.sound = view.problems.is_empty();
        view
    }
}

/// The bytes before and after the signature, and the signature between them.
struct Covered<'a> {
    before: &'a [u8],
    after: &'a [u8],
    end: usize,
    cms: Vec<u8>,
}

/// Reads the byte range: from the first byte on, with no gap but the signature itself.
fn covered<'a>(signature: &Dictionary, bytes: &'a [u8]) -> Result<Covered<'a>, Flaw> {
    let odd = |message: &str| Flaw { code: "seal.byte-range-odd", message: message.to_owned() };
    let unreadable = || odd("The signature does not say readably which bytes it covers.");
    let range = signature.get(b"ByteRange").and_then(Object::as_array).map_err(|_| unreadable())?;
    let numbers: Vec<usize> = range
        .iter()
        .map(|number| number.as_i64().ok().and_then(|number| usize::try_from(number).ok()))
        .collect::<Option<_>>()
        .ok_or_else(unreadable)?;
    let [0, gap_from, gap_to, length] = numbers[..] else {
        return Err(odd("The signature does not cover the file from its first byte on."));
    };
    let end = gap_to.checked_add(length).filter(|end| *end <= bytes.len());
    let (Some(end), true) = (end, gap_from < gap_to) else {
        return Err(odd("The signature says it covers bytes that the file does not have."));
    };
    let not_only = || odd("The signature leaves out more of the file than itself.");
    let gap = bytes[gap_from..gap_to].strip_prefix(b"<").and_then(|gap| gap.strip_suffix(b">")).ok_or_else(not_only)?;
    let cms = from_hex(gap).ok_or_else(not_only)?;
    let contents = signature.get(b"Contents").and_then(Object::as_str).map_err(|_| unreadable())?;
    if contents != cms {
        return Err(odd("The signature in the gap is not the one that the signature field names."));
    }
    if !ends_with_end_mark(&bytes[..end]) {
        return Err(odd("The covered bytes do not end where a PDF ends."));
    }
    Ok(Covered { before: &bytes[..gap_from], after: &bytes[gap_to..end], end, cms })
}

/// Hexadecimal digits of one case only. No program mixes them, so a mixture is a changed byte.
fn from_hex(digits: &[u8]) -> Option<Vec<u8>> {
    let lower = digits.iter().any(|digit| matches!(digit, b'a'..=b'f'));
    let upper = digits.iter().any(|digit| matches!(digit, b'A'..=b'F'));
    if !digits.len().is_multiple_of(2) || (lower && upper) {
        return None;
    }
    let value = |digit: u8| (digit as char).to_digit(16).and_then(|value| u8::try_from(value).ok());
    digits.chunks_exact(2).map(|pair| Some(value(pair[0])? << 4 | value(pair[1])?)).collect()
}

fn ends_with_end_mark(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes).ends_with(b"%%EOF")
}

fn kind(signature: &Dictionary) -> Result<(), Flaw> {
    match signature.get(b"SubFilter").and_then(Object::as_name) {
        Ok(b"ETSI.CAdES.detached" | b"adbe.pkcs7.detached") => Ok(()),
        Ok(other) => Err(Flaw {
            code: "seal.signature-unsupported",
            message: format!("The signature is of a kind that is not read here: {}.", String::from_utf8_lossy(other)),
        }),
        Err(_) => Err(Flaw {
            code: "seal.signature-malformed",
            message: "The signature does not say of which kind it is.".into(),
        }),
    }
}

/// Holds the signature against the bytes, and says what its certificate says.
fn judge(view: &mut SignatureView, signed: &SignedBy, covered: &Covered<'_>, now: Instant) {
    let certificate = &signed.certificate;
    view.digest = Some(signed.digest.name().to_owned());
    view.problems.extend(signed.flaws.iter().cloned().map(problem));
    if signed.digest.over(&[covered.before, covered.after]) != signed.document_digest {
        view.problems
            .insert(0, refuse("seal.bytes-changed", "The bytes covered by this signature were changed after signing."));
    }
    view.remarks.extend(signed.remarks.iter().cloned());
    let signer = signer(certificate, view.claimed_at, now);
    view.remarks.extend(remarks(&signer, signed, view.claimed_at));
    view.signer = Some(signer);
}

fn signer(certificate: &Certificate, claimed_at: Option<Instant>, now: Instant) -> SignerView {
    SignerView {
        name: certificate.common_name(),
        organisation: certificate.organisation(),
        email: certificate.email(),
        subject: certificate.subject(),
        issuer: certificate.issuer(),
        self_signed: certificate.is_self_issued(),
        fingerprint: certificate.fingerprint(),
        serial: certificate.serial(),
        not_before: certificate.not_before(),
        not_after: certificate.not_after(),
        valid_when_signed: claimed_at.map(|moment| certificate.held_at(moment)),
        valid_now: certificate.held_at(now),
        key_usage_fits: certificate.may_sign(),
    }
}

/// What a reader has to weigh for themselves.
fn remarks(signer: &SignerView, signed: &SignedBy, claimed_at: Option<Instant>) -> Vec<String> {
    let mut remarks = Vec::new();
    if signer.self_signed && vouches(&signed.certificate, &signed.certificate) {
        remarks.push(
            "The certificate vouches for itself. Compare its fingerprint with the one the signer gave you.".to_owned(),
        );
    } else if signer.self_signed {
        remarks.push("The certificate names itself as its issuer, and its own key did not sign it.".to_owned());
    } else {
        remarks.push(chain_in_words(signed));
    }
    match (claimed_at, signer.valid_when_signed) {
        (None, _) => remarks.push("The signature does not say when it was made.".to_owned()),
        (Some(moment), Some(false)) => {
            remarks.push(format!("The certificate was not valid on {}, the day the signature names.", moment.day()));
        }
        (Some(_), _) => remarks.push(
            "The time of signing is what the signer's computer said. No time stamp authority vouches for it."
                .to_owned(),
        ),
    }
    if !signer.valid_now {
        remarks.push(format!(
            "The certificate is not valid today: it runs from {} to {}.",
            signer.not_before.day(),
            signer.not_after.day()
        ));
    }
    if !signer.key_usage_fits {
        remarks.push("The certificate is not meant for signing documents.".to_owned());
    }
    remarks
}

/// Follows the enclosed certificates upwards as far as each one is signed by the next.
fn chain_in_words(signed: &SignedBy) -> String {
    let mut last = &signed.certificate;
    let mut links = 0;
    while links < signed.companions.len()
        && !last.is_self_issued()
        && let Some(issuer) = signed.companions.iter().find(|other| issued(other, last))
    {
        last = issuer;
        links += 1;
    }
    let issuer = signed.certificate.issuer();
    match (links, last.is_self_issued()) {
        (0, _) => format!(
            "The certificate was issued by {issuer}, whose certificate is not enclosed. Ask them whether they issued it."
        ),
        (_, true) => format!(
            "The enclosed certificates lead to {}. Decide whether you trust that issuer; this program trusts none by itself.",
            last.common_name()
        ),
        (_, false) => format!(
            "The enclosed certificates lead to {}, and the certificate above that one is not enclosed.",
            last.common_name()
        ),
    }
}

fn issued(issuer: &Certificate, subject: &Certificate) -> bool {
    issuer.x509().tbs_certificate().subject() == subject.x509().tbs_certificate().issuer()
        && issuer.may_issue()
        && vouches(issuer, subject)
}

/// Whether the key of the one certificate signed the other.
fn vouches(issuer: &Certificate, subject: &Certificate) -> bool {
    let x509 = subject.x509();
    let signature = x509.signature().as_bytes().unwrap_or_default();
    x509.tbs_certificate()
        .to_der()
        .is_ok_and(|covered| cms::verify(issuer, x509.signature_algorithm(), None, &covered, signature).is_ok())
}

/// Two fields must not share one signature: the second field would show a name for something nobody signed there.
fn told_once(found: &mut [Found]) {
    let mut ends = BTreeSet::new();
    for found in found.iter_mut().filter(|found| found.end != 0) {
        if !ends.insert(found.end) {
            found
                .view
                .problems
                .push(refuse("seal.signature-shared", "The field shows a signature that was made in another field."));
        }
    }
}

/// Compares each signed revision with the next. What was changed is a matter of every signature before the change.
fn compare_revisions(found: &mut [Found], document: Document, bytes: &[u8], readable: usize) {
    let mut whole = Some(document);
    let ends: Vec<usize> = found.iter().map(|found| found.end).filter(|end| *end != 0).collect();
    let mut older: Option<(usize, Document)> = None;
    for end in ends.iter().chain(std::iter::once(&readable)) {
        if older.as_ref().is_some_and(|(length, _)| length >= end) {
            continue;
        }
        let newer = match whole.take_if(|_| *end == readable) {
            Some(whole) => Ok(whole),
            None => pdf::load(&bytes[..*end]),
        };
        let newer = match newer {
            Ok(newer) => newer,
            Err(refusal) => {
                let message = format!("The file as it was signed can't be read on its own. {refusal}");
                told_from(found, *end, vec![refuse("seal.revision-unreadable", &message)]);
                continue;
            }
        };
        if let Some((length, older)) = &older {
            // Signatures that were made in between, whatever they are worth, are judged on their own.
            let signed_now: BTreeSet<ObjectId> = found
                .iter()
                .filter(|found| *length < found.end && found.end <= *end)
                .filter_map(|found| found.value)
                .collect();
            let problems = changes(older, *length, &newer, &bytes[..*end], &signed_now);
            told_before(found, *length, &problems);
        }
        older = Some((*end, newer));
    }
}

/// Tells every signature that covers at most so many bytes.
fn told_before(found: &mut [Found], length: usize, problems: &[Problem]) {
    for found in found.iter_mut().filter(|found| found.end != 0 && found.end <= length) {
        for problem in problems {
            if !found.view.problems.contains(problem) {
                found.view.problems.push(problem.clone());
            }
        }
    }
}

/// Tells the signature that ends exactly there.
fn told_from(found: &mut [Found], end: usize, problems: Vec<Problem>) {
    if let Some(found) = found.iter_mut().find(|found| found.end == end) {
        found.view.problems.extend(problems);
    }
}

fn ends_with_a_signature(found: &[Found], bytes: &[u8], problems: &mut Vec<Problem>) {
    let covered = found.iter().map(|found| found.end).max().unwrap_or(0);
    if !found.is_empty() && covered != 0 && covered < bytes.len() {
        let added = bytes.len() - covered;
        problems.push(refuse(
            "seal.bytes-appended",
            &format!("{added} bytes were added to the file after its last signature."),
        ));
    }
}

fn refuse(code: &str, message: &str) -> Problem {
    Problem::refusal(code, message, "Ask the signer for the file as it was signed.")
}

fn problem(flaw: Flaw) -> Problem {
    let remedy = match flaw.code {
        "seal.signature-unsupported" => "Check this signature with the program that made it.",
        "seal.certificate-not-named" => "Ask the signer to sign again with a PAdES signature.",
        _ => "Ask the signer for the file as it was signed.",
    };
    Problem::refusal(flaw.code, flaw.message, remedy)
}
