//! Signing a report: what comes out, and what is refused.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::{fs, process::Command};

use ground::Explain;
use lopdf::{Document, Object};
use seal::{Identity, SealError, SignRequest, Verdict, sign_pdf, verify_pdf};
use support::*;

fn refused(pdf: &[u8], request: &SignRequest<'_>) -> SealError {
    sign_pdf(pdf, request, &INGRID).unwrap_err()
}

#[test]
fn a_signed_report_is_valid_and_says_who_signed_it() {
    let bytes = signed(&report_bytes(), LEAD);

    let verification = verify_pdf(&bytes, noon()).unwrap();

    assert_eq!(verification.verdict, Verdict::Valid, "{verification:#?}");
    assert_eq!(verification.open_fields, [MANAGER, REVIEWER]);
    assert!(!verification.certified);
    let signature = &verification.signatures[0];
    assert!(signature.sound && signature.covers_whole_file);
    assert_eq!(signature.field, LEAD);
    assert_eq!(signature.stated_name.as_deref(), Some("Ingrid Sølvberg"));
    assert_eq!(signature.reason.as_deref(), Some("I issue this report."));
    assert_eq!(signature.place.as_deref(), Some("Bergen"));
    assert_eq!(signature.claimed_at, Some(noon()));
    assert_eq!(signature.digest.as_deref(), Some("SHA-256"));
    let signer = signature.signer.as_ref().unwrap();
    assert_eq!(signer.name, "Ingrid Sølvberg");
    assert_eq!(signer.organisation.as_deref(), Some("Fjordlicht, AS"), "a comma stays part of the name");
    assert_eq!(signer.email.as_deref(), Some("lead@fjordlicht.example"));
    assert!(signer.self_signed && signer.valid_now && signer.key_usage_fits);
    assert_eq!(signer.valid_when_signed, Some(true));
    assert!(signature.remarks.iter().any(|remark| remark.contains("vouches for itself")));
}

#[test]
fn signing_leaves_every_byte_that_was_there() {
    let before = report_bytes();
    assert!(signed(&before, LEAD).starts_with(&before));
}

#[test]
fn a_certified_report_takes_further_signatures_and_no_second_certification() {
    let first = sign_pdf(&report_bytes(), &SignRequest { certify: true, ..request(LEAD) }, &INGRID).unwrap();
    let document = Document::load_mem(&first).unwrap();
    let perms = document.catalog().unwrap().get(b"Perms").unwrap().as_dict().unwrap();
    let certification = perms.get_deref(b"DocMDP", &document).unwrap().as_dict().unwrap();
    assert!(certification.has(b"Reference"));

    let second = signed(&first, REVIEWER);

    let verification = verify_pdf(&second, noon()).unwrap();
    assert_eq!(verification.verdict, Verdict::Valid, "{verification:#?}");
    assert!(verification.certified);
    let again = SignRequest { certify: true, ..request(MANAGER) };
    assert_eq!(refused(&second, &again).code(), "seal.certify-first");
}

#[test]
fn a_field_is_signed_once_and_has_to_be_there() {
    let bytes = signed(&report_bytes(), LEAD);
    assert_eq!(refused(&bytes, &request(LEAD)).code(), "seal.already-signed");

    let missing = refused(&bytes, &request("signature-auditee"));

    assert_eq!(missing.code(), "seal.no-such-field");
    assert!(missing.remedy().contains(REVIEWER), "the open fields are named: {}", missing.remedy());
}

#[test]
fn words_that_no_block_could_show_are_refused() {
    let long = "x".repeat(301);
    assert_eq!(refused(&report_bytes(), &SignRequest { reason: &long, ..request(LEAD) }).code(), "seal.words-too-long");
}

#[test]
fn an_expired_certificate_signs_nothing() {
    let late = SignRequest { at: days_later(4 * 365), ..request(LEAD) };
    assert_eq!(refused(&report_bytes(), &late).code(), "seal.certificate-expired");
    let early = SignRequest { at: days_later(-1), ..request(LEAD) };
    assert_eq!(refused(&report_bytes(), &early).code(), "seal.certificate-not-yet-valid");
}

#[test]
fn files_that_are_no_pdf_and_fonts_that_are_no_font_are_refused() {
    assert_eq!(refused(b"a letter", &request(LEAD)).code(), "seal.not-a-pdf");
    let no_font = SignRequest { font: b"no font", ..request(LEAD) };
    assert!(matches!(refused(&report_bytes(), &no_font), SealError::Fault(_)));
}

/// The drawn block of a field, as the operators of its picture.
fn block(bytes: &[u8], field: usize) -> String {
    let document = Document::load_mem(bytes).unwrap();
    let widget = document.get_dictionary(report().fields[field]).unwrap();
    let pictures = widget.get(b"AP").unwrap().as_dict().unwrap();
    let picture = pictures.get_deref(b"N", &document).unwrap().as_stream().unwrap();
    String::from_utf8(picture.decompressed_content().unwrap()).unwrap()
}

#[test]
fn the_longest_words_shrink_until_all_of_them_stand_inside_the_block() {
    let name = "Maximiliane-Wilhelmine von und zu Hohenstaufen-Sønderborg ".repeat(5);
    let unbroken = "Samfunnssikkerhetsdirektoratet".repeat(9);
    let long = SignRequest { signer_name: &name, role: &unbroken, reason: &name, ..request(LEAD) };
    let bytes = sign_pdf(&report_bytes(), &long, &INGRID).unwrap();

    let drawn = block(&bytes, 0);

    let mut points = 0;
    let (mut scale, mut left, mut baseline, mut advanced) = (1.0, 0.0, 0.0, 0.0);
    for line in drawn.lines() {
        let numbers: Vec<f32> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
        match line.rsplit(' ').next() {
            Some("cm") if line.starts_with('q') => {
                (scale, left, baseline, advanced) = (numbers[0], numbers[4], numbers[5], 0.0);
            }
            Some("cm") => advanced += numbers[4],
            Some("m" | "l" | "c") => {
                for point in numbers.chunks_exact(2) {
                    let (x, y) = (left + scale * (advanced + point[0]), baseline + scale * point[1]);
                    points += 1;
                    assert!((0.0..=220.0).contains(&x) && (0.0..=70.0).contains(&y), "({x}, {y}) is outside");
                }
            }
            _ => {}
        }
    }
    assert!(points > 5000, "the words are drawn letter by letter: {points} points");
}

#[test]
fn a_letter_the_font_lacks_is_drawn_as_a_box() {
    let outlines = |name| {
        let request = SignRequest { signer_name: name, ..request(LEAD) };
        block(&sign_pdf(&report_bytes(), &request, &INGRID).unwrap(), 0).matches(" m\n").count()
    };
    assert!(outlines("Li 李") > outlines("Li"), "a missing letter is seen to be missing");
}

#[test]
fn a_signature_without_a_name_shows_the_one_in_the_certificate() {
    let bytes = sign_pdf(&report_bytes(), &SignRequest { signer_name: " ", ..request(LEAD) }, &INGRID).unwrap();
    let stated = verify_pdf(&bytes, noon()).unwrap().signatures.remove(0).stated_name;
    assert_eq!(stated.as_deref(), Some("Ingrid Sølvberg"));
}

#[test]
fn a_field_without_a_size_is_signed_without_a_picture() {
    let mut report = report();
    let field = report.document.get_object_mut(report.fields[0]).unwrap().as_dict_mut().unwrap();
    field.set("Rect", vec![0.into(), 0.into(), 0.into(), Object::Integer(0)]);
    let mut bytes = Vec::new();
    report.document.save_to(&mut bytes).unwrap();

    let bytes = signed(&bytes, LEAD);

    assert_eq!(verify_pdf(&bytes, noon()).unwrap().verdict, Verdict::Valid);
    assert_eq!(block(&bytes, 0), "");
}

#[test]
fn independent_programs_agree() {
    let place = tempfile::tempdir().unwrap();
    let certified = sign_pdf(&report_bytes(), &SignRequest { certify: true, ..request(LEAD) }, &INGRID).unwrap();
    let rsa = include_bytes!("fixtures/rsa-chain.p12");
    let mikkel = Identity::import_pkcs12(rsa, &secret("fixture"), &secret(PASSPHRASE), noon()).unwrap();
    let mikkel = mikkel.unlock(&secret(PASSPHRASE)).unwrap();
    let twice = sign_pdf(&certified, &SignRequest { signer_name: "Mikkel Aas", ..request(REVIEWER) }, &mikkel).unwrap();
    let packed = signed(&packed_report_bytes(), LEAD);
    for (name, bytes, signatures) in [("certified", certified, 1), ("twice", twice, 2), ("packed", packed, 1)] {
        let path = place.path().join(format!("{name}.pdf"));
        fs::write(&path, bytes).unwrap();
        // Where these programs are not installed there is nobody to ask; elsewhere they have to agree.
        if let Ok(output) = Command::new("pdfsig").arg("-nocert").arg(&path).output() {
            let said = String::from_utf8_lossy(&output.stdout);
            assert_eq!(said.matches("Signature is Valid").count(), signatures, "{name}: {said}");
            assert!(said.contains("Total document signed"), "{name}: {said}");
        }
        if let Ok(output) = Command::new("qpdf").arg("--check").arg(&path).output() {
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success(), "{name}: {said} {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}
