use ground::Instant;
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::{
    appearance::{self, Paragraph, Tone},
    cms,
    error::{SealError, bug},
    import::usable,
    key::Unlocked,
    pdf::{self, SignatureField},
    verification::Verdict,
    verify::verify_pdf,
};

/// The longest words of each kind in a signature, in characters.
const LONGEST_WORDS: usize = 300;
/// What a signature takes besides its certificates, with room for larger keys.
const BYTES_BESIDE_CERTIFICATES: usize = 4096;
const LARGEST_SIGNATURE_BYTES: usize = 256 * 1024;
/// Stands in the byte range until the file is written; wide enough for the largest file that is read.
const PLACEHOLDER: i64 = 9_999_999_999;

/// What is to be signed, by whom and why.
#[derive(Clone, Copy)]
pub struct SignRequest<'a> {
    /// The name of the signature field that the report reserved, for example `signature-lead`.
    pub field: &'a str,
    /// The name of the person as the page is to show it; where it is empty, the one in the certificate.
    pub signer_name: &'a str,
    /// The person's role, for example `Lead auditor`. May be empty.
    pub role: &'a str,
    /// Why the person signs. May be empty.
    pub reason: &'a str,
    /// Where the person signs.
    pub place: Option<&'a str>,
    /// The moment of signing, as the computer's clock says. No authority vouches for it.
    pub at: Instant,
    /// Whether the signature also certifies the document: from then on only further signatures are allowed.
    /// Only the first signature can.
    pub certify: bool,
    /// The font in which the visible block is drawn: the bytes of a TrueType or OpenType file.
    pub font: &'a [u8],
}

/// Signs a PDF in a field it reserved (PAdES baseline, level B-B) and returns the signed file. The bytes that
/// were there stay as they are; the signature is appended.
///
/// # Errors
/// Refuses a file that can't be read, a field that is missing or already signed, words that are too long, a
/// certificate that is not valid at that moment, a certification that is not the first signature, and a file
/// whose earlier signatures no longer hold.
pub fn sign_pdf(pdf: &[u8], request: &SignRequest<'_>, key: &Unlocked) -> Result<Vec<u8>, SealError> {
    check_words(request)?;
    let own_name = key.name();
    let signer_name = if request.signer_name.trim().is_empty() { &own_name } else { request.signer_name };
    let request = &SignRequest { signer_name, ..*request };
    usable(key.certificate(), request.at)?;
    let document = pdf::load(pdf)?;
    let field = open_field(pdf, &document, request)?;
    let size_bytes = BYTES_BESIDE_CERTIFICATES + 2 * key.chain.iter().map(|own| own.der().len()).sum::<usize>();
    if size_bytes > LARGEST_SIGNATURE_BYTES {
        return Err(SealError::SignatureTooLarge { signer: key.name(), needed: size_bytes });
    }
    let appended = append(pdf, document, &field, request, key, size_bytes)?;
    seal(appended, pdf.len(), size_bytes, key)
}

fn check_words(request: &SignRequest<'_>) -> Result<(), SealError> {
    let all = [
        ("name", request.signer_name),
        ("role", request.role),
        ("reason", request.reason),
        ("place", request.place.unwrap_or_default()),
    ];
    for (what, words) in all {
        let length = words.chars().count();
        if length > LONGEST_WORDS {
            return Err(SealError::WordsTooLong { what, limit: LONGEST_WORDS, length });
        }
    }
    Ok(())
}

/// The field to sign, after everything that speaks against signing was looked at.
fn open_field(pdf: &[u8], document: &Document, request: &SignRequest<'_>) -> Result<SignatureField, SealError> {
    let fields = pdf::signature_fields(document);
    let mut wanted = fields.iter().filter(|field| field.name == request.field);
    let (Some(field), None) = (wanted.next(), wanted.next()) else {
        let open = fields.iter().filter(|field| field.value.is_none()).map(|field| field.name.clone()).collect();
        return Err(SealError::NoSuchField { field: request.field.to_owned(), open });
    };
    if field.value.is_some() {
        return Err(SealError::AlreadySigned { field: field.name.clone() });
    }
    if fields.iter().any(|field| field.value.is_some()) {
        if request.certify {
            return Err(SealError::CertifyFirst);
        }
        if pdf::certification_level(document) == Some(1) {
            return Err(SealError::CertifiedAsFinal);
        }
        let so_far = verify_pdf(pdf, request.at)?;
        if so_far.verdict != Verdict::Valid {
            let what = so_far.first_problem().map(|problem| problem.message.clone()).unwrap_or_default();
            return Err(SealError::EarlierSignatureBroken { what });
        }
    }
    Ok(field.clone())
}

/// Appends the signed field, with a hole where the signature is to be.
fn append(
    pdf: &[u8],
    document: Document,
    field: &SignatureField,
    request: &SignRequest<'_>,
    key: &Unlocked,
    size_bytes: usize,
) -> Result<Vec<u8>, SealError> {
    let damaged = |_| SealError::PdfDamaged { what: "its signature field can't be read".into() };
    let catalog = document.trailer.get(b"Root").and_then(Object::as_reference).map_err(damaged)?;
    let version = document.version.clone();
    let (width, height) = block(&document, field.id).map_err(damaged)?;
    let drawn = appearance::draw(width, height, &paragraphs(request, key), request.font)?;

    let mut update = IncrementalDocument::create_from(pdf.to_vec(), document);
    update.opt_clone_object_to_new_document(field.id).map_err(damaged)?;
    if request.certify {
        update.opt_clone_object_to_new_document(catalog).map_err(damaged)?;
    }
    let new = &mut update.new_document;
    new.version = version;
    // These describe the table of the section before, not of this one.
    for stale in [&b"XRefStm"[..], b"DecodeParms", b"Filter"] {
        new.trailer.remove(stale);
    }
    let mut block = Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), Object::Real(width), Object::Real(height)],
            "Resources" => dictionary! {},
        },
        drawn,
    );
    block.compress().map_err(bug("it could not compress the visible signature."))?;
    let block = new.add_object(block);
    let signature = new.add_object(signature(request, size_bytes));
    let widget = new.get_object_mut(field.id).and_then(Object::as_dict_mut).map_err(damaged)?;
    widget.set("V", signature);
    widget.set("AP", dictionary! { "N" => block });
    // Printed, and locked in its place (ISO 32000-1, table 165).
    widget.set("F", 4 | 128);
    if request.certify {
        let catalog = new.get_object_mut(catalog).and_then(Object::as_dict_mut).map_err(damaged)?;
        catalog.set("Perms", dictionary! { "DocMDP" => signature });
    }
    let mut bytes = Vec::with_capacity(pdf.len() + 4 * size_bytes);
    update.save_to(&mut bytes).map_err(bug("it could not append a signature to the PDF."))?;
    Ok(bytes)
}

/// Width and height of the visible block, in points.
fn block(document: &Document, field: ObjectId) -> lopdf::Result<(f32, f32)> {
    let widget = document.get_object(field)?.as_dict()?;
    let rectangle = widget.get_deref(b"Rect", document)?.as_array()?;
    let corner = |place: usize| rectangle.get(place).map_or(Ok(0.0), Object::as_float);
    let side = |from: f32, to: f32| (to - from).abs().min(14_400.0);
    Ok((side(corner(0)?, corner(2)?), side(corner(1)?, corner(3)?)))
}

fn paragraphs(request: &SignRequest<'_>, key: &Unlocked) -> Vec<Paragraph> {
    let fingerprint = key.certificate().fingerprint();
    let short: Vec<&str> = (0..4).filter_map(|group| fingerprint.get(group * 4..group * 4 + 4)).collect();
    let when = request.at.utc().format("%Y-%m-%d %H:%M:%S UTC");
    let when_and_where = match request.place.map(str::trim).filter(|place| !place.is_empty()) {
        Some(place) => format!("{when}, {place}"),
        None => when.to_string(),
    };
    let labelled =
        |label: &str, words: &str| if words.trim().is_empty() { String::new() } else { format!("{label}: {words}") };
    let all = [
        ("Digitally signed by".to_owned(), 0.85, Tone::Quiet),
        (request.signer_name.to_owned(), 1.3, Tone::Accent),
        (request.role.to_owned(), 1.0, Tone::Plain),
        (labelled("Reason", request.reason), 1.0, Tone::Plain),
        (labelled("Date", &when_and_where), 1.0, Tone::Plain),
        (format!("Certificate SHA-256: {} …", short.join(" ")), 0.85, Tone::Quiet),
    ];
    all.into_iter()
        .filter(|(words, ..)| !words.trim().is_empty())
        .map(|(words, scale, tone)| Paragraph { words, scale, tone })
        .collect()
}

fn signature(request: &SignRequest<'_>, size_bytes: usize) -> Dictionary {
    let range = vec![0.into(), PLACEHOLDER.into(), PLACEHOLDER.into(), PLACEHOLDER.into()];
    let mut signature = dictionary! {
        "Type" => "Sig",
        "Filter" => "Adobe.PPKLite",
        "SubFilter" => "ETSI.CAdES.detached",
        "ByteRange" => range,
        "Contents" => Object::String(vec![0; size_bytes], StringFormat::Hexadecimal),
        "M" => pdf::date(request.at),
        "Name" => pdf::words(request.signer_name),
    };
    if !request.reason.trim().is_empty() {
        signature.set("Reason", pdf::words(request.reason));
    }
    if let Some(place) = request.place.filter(|place| !place.trim().is_empty()) {
        signature.set("Location", pdf::words(place));
    }
    if request.certify {
        let parameters = dictionary! { "Type" => "TransformParams", "P" => 2, "V" => Object::Name(b"1.2".to_vec()) };
        signature.set(
            "Reference",
            vec![Object::Dictionary(dictionary! {
                "Type" => "SigRef",
                "TransformMethod" => "DocMDP",
                "TransformParams" => parameters,
            })],
        );
    }
    signature
}

/// Says which bytes are covered, signs them, and fills the hole.
fn seal(mut bytes: Vec<u8>, before: usize, size_bytes: usize, key: &Unlocked) -> Result<Vec<u8>, SealError> {
    let lost = || SealError::Fault(ground::Fault::bug("it lost the place for the signature."));
    let hole = format!("<{}>", "0".repeat(2 * size_bytes));
    let from = find(&bytes, hole.as_bytes(), before).ok_or_else(lost)?;
    let to = from + hole.len();
    let placeholder = format!("[0 {PLACEHOLDER} {PLACEHOLDER} {PLACEHOLDER}]");
    let range = find(&bytes, placeholder.as_bytes(), before).filter(|at| *at < from).ok_or_else(lost)?;
    let stated = format!("[0 {from} {to} {}]", bytes.len() - to);
    let stated = format!("{stated:<width$}", width = placeholder.len());
    if stated.len() != placeholder.len() {
        return Err(lost());
    }
    bytes[range..range + placeholder.len()].copy_from_slice(stated.as_bytes());
    let digest = Sha256::new().chain_update(&bytes[..from]).chain_update(&bytes[to..]).finalize();
    let signature = cms::write(&digest, key)?;
    if signature.len() > size_bytes {
        return Err(SealError::SignatureTooLarge { signer: key.name(), needed: signature.len() });
    }
    let written = crate::certificate::hex(&signature);
    bytes[from + 1..from + 1 + written.len()].copy_from_slice(written.as_bytes());
    Ok(bytes)
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    bytes.get(from..)?.windows(wanted.len()).position(|window| window == wanted).map(|place| from + place)
}
