//! A report that was signed: what is said of it, and of every way to tamper with it.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use lopdf::{Document, Object, Stream, dictionary};
use seal::{SealError, Verdict, Verification, verify_pdf};
use support::*;

fn verified(bytes: &[u8]) -> Verification {
    verify_pdf(bytes, noon()).unwrap()
}

fn three_times_signed() -> Vec<u8> {
    let mut bytes = report_bytes();
    for field in [LEAD, REVIEWER, MANAGER] {
        bytes = signed(&bytes, field);
    }
    bytes
}

fn sentences(verification: &Verification, place: usize) -> String {
    verification.signatures[place]
        .problems
        .iter()
        .map(|problem| problem.message.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

fn codes(verification: &Verification) -> Vec<&str> {
    let of_signatures = verification.signatures.iter().flat_map(|signature| &signature.problems);
    verification.problems.iter().chain(of_signatures).map(|problem| problem.code.as_str()).collect()
}

#[test]
fn three_signatures_on_one_report_all_hold() {
    let verification = verified(&three_times_signed());

    assert_eq!(verification.verdict, Verdict::Valid, "{verification:#?}");
    let revisions: Vec<_> =
        verification.signatures.iter().map(|signature| (signature.field.as_str(), signature.revision)).collect();
    assert_eq!(revisions, [(LEAD, 1), (REVIEWER, 2), (MANAGER, 3)]);
    let whole: Vec<bool> = verification.signatures.iter().map(|signature| signature.covers_whole_file).collect();
    assert_eq!(whole, [false, false, true]);
}

#[test]
fn signatures_hold_in_a_file_with_packed_objects() {
    let bytes = signed(&signed(&packed_report_bytes(), LEAD), REVIEWER);

    let verification = verified(&bytes);

    assert_eq!(verification.verdict, Verdict::Valid, "{verification:#?}");
    assert_eq!(verification.signatures.len(), 2);
}

#[test]
fn a_report_that_nobody_signed_is_unsigned() {
    let verification = verified(&report_bytes());

    assert_eq!(verification.verdict, Verdict::Unsigned);
    assert_eq!(verification.open_fields, [LEAD, MANAGER, REVIEWER]);
}

#[test]
fn a_byte_flipped_in_a_page_breaks_every_signature_above_it() {
    let mut bytes = three_times_signed();
    let place = place_of(&bytes, b"% finding 4");
    bytes[place + 10] = b'5';

    let verification = verified(&bytes);

    assert_eq!(verification.verdict, Verdict::Invalid);
    for place in 0..3 {
        assert_eq!(
            sentences(&verification, place).lines().next(),
            Some("The bytes covered by this signature were changed after signing.")
        );
    }
}

#[test]
fn a_byte_flipped_in_the_embedded_certificate_is_told() {
    let mut bytes = signed(&report_bytes(), LEAD);
    // The organisation as it stands, in hexadecimal, in the certificate inside the signature.
    let organisation: String = "Fjordlicht".bytes().map(|byte| format!("{byte:02x}")).collect();
    let place = place_of(&bytes, organisation.as_bytes());
    bytes[place + 1] = b'7';

    let verification = verified(&bytes);

    assert_eq!(verification.verdict, Verdict::Invalid);
    let all = sentences(&verification, 0);
    assert!(all.contains("certificate"), "the certificate is named as what was changed: {all}");
    assert!(!verification.signatures[0].sound);
}

#[test]
fn bytes_appended_after_the_last_signature_are_told() {
    for tail in [&b"\n"[..], b"% a remark\n", b"\n%%EOF\n", &[b'x'; 2000]] {
        let mut bytes = three_times_signed();
        bytes.extend_from_slice(tail);

        let verification = verified(&bytes);

        assert_eq!(verification.verdict, Verdict::Invalid, "{} bytes were appended", tail.len());
        assert!(codes(&verification).contains(&"seal.bytes-appended"), "{:?}", codes(&verification));
    }
}

#[test]
fn a_page_replaced_between_two_signatures_is_named() {
    let once = signed(&report_bytes(), LEAD);
    let content = report().contents[4];
    let forged = appended(&once, |new, _| {
        new.objects.insert(content, Object::Stream(Stream::new(dictionary! {}, b"% nothing was found".to_vec())));
    });

    let alone = verified(&forged);
    assert_eq!(alone.verdict, Verdict::Invalid);
    assert!(sentences(&alone, 0).contains("the content of page 5 was changed"), "{}", sentences(&alone, 0));

    let refused = seal::sign_pdf(&forged, &request(REVIEWER), &INGRID).unwrap_err();
    assert!(matches!(refused, SealError::EarlierSignatureBroken { .. }), "nobody signs over a broken signature");
}

#[test]
fn a_page_replaced_under_a_second_sound_signature_still_breaks_the_first() {
    // Another program signed over the forged page, so that both signatures are right about their own bytes.
    let verification = verified(include_bytes!("fixtures/other/page-replaced.pdf"));

    assert_eq!(verification.verdict, Verdict::Invalid);
    assert!(sentences(&verification, 0).contains("the content of page 4 was changed"), "{verification:#?}");
    assert!(!sentences(&verification, 0).contains("bytes covered"), "the first signature is right about its bytes");
    assert!(verification.signatures[1].sound && verification.signatures[1].covers_whole_file);
}

#[test]
fn each_kind_of_later_change_is_named() {
    let once = signed(&report_bytes(), LEAD);
    type Change = Box<dyn Fn(&mut Document, &Document)>;
    let edit = |id, change: fn(&mut lopdf::Dictionary)| -> Change {
        Box::new(move |new: &mut Document, before: &Document| {
            let mut dictionary = before.get_object(id).unwrap().as_dict().unwrap().clone();
            change(&mut dictionary);
            new.objects.insert(id, Object::Dictionary(dictionary));
        })
    };
    let fields = report().fields;
    let root = report().document.trailer.get(b"Root").unwrap().as_reference().unwrap();
    let cases: Vec<(&str, Change)> = vec![
        ("page 3 was changed", edit(report().pages[2], |page| page.set("Rotate", 180))),
        ("the document's catalog was changed", edit(root, |catalog| catalog.set("Lang", Object::string_literal("no")))),
        (
            "the signature field `signature-reviewer` was changed",
            edit(fields[1], |field| field.set("Rect", vec![0.into(), 0.into(), 595.into(), 842.into()])),
        ),
        (
            "the signature field `signature-manager` was changed",
            edit(fields[2], |field| field.set("AP", dictionary! {})),
        ),
        ("the signature field `signature-lead` was changed", edit(fields[0], |field| field.set("F", 2))),
        (
            "the document's title and dates was exchanged for another",
            Box::new(|new, _| {
                let other = new.add_object(dictionary! { "Title" => Object::string_literal("IA-2026-02-R") });
                new.trailer.set("Info", other);
            }),
        ),
        (
            "the document's catalog was exchanged for another",
            Box::new(move |new, before| {
                let copy = before.get_object(root).unwrap().clone();
                let copy = new.add_object(copy);
                new.trailer.set("Root", copy);
            }),
        ),
        (
            "the identifier of the file was changed",
            Box::new(|new, _| {
                let id = Object::string_literal("fedcba9876543210");
                new.trailer.set("ID", vec![id.clone(), id]);
            }),
        ),
    ];
    for (expected, change) in cases {
        let changed = appended(&once, |new, before| change(new, before));
        let verification = verified(&changed);
        assert_eq!(verification.verdict, Verdict::Invalid, "{expected}");
        assert!(sentences(&verification, 0).contains(expected), "{expected}: {}", sentences(&verification, 0));
    }
}

#[test]
fn a_signature_taken_out_of_its_field_does_not_leave_an_unsigned_report() {
    let once = signed(&report_bytes(), LEAD);
    let field = report().fields[0];
    for gone in [&b"V"[..], b"FT"] {
        let stripped = appended(&once, |new, before| {
            let mut widget = before.get_object(field).unwrap().as_dict().unwrap().clone();
            widget.remove(gone);
            new.objects.insert(field, Object::Dictionary(widget));
        });

        let verification = verified(&stripped);

        assert_eq!(verification.verdict, Verdict::Invalid);
        assert_eq!(codes(&verification), ["seal.signature-detached"]);
    }
}

#[test]
fn an_object_that_a_signed_page_was_waiting_for_is_told() {
    let mut report = report();
    let absent = (900, 0);
    let page = report.document.get_object_mut(report.pages[1]).unwrap().as_dict_mut().unwrap();
    page.set("Contents", vec![Object::Reference(report.contents[1]), Object::Reference(absent)]);
    let mut bytes = Vec::new();
    report.document.save_to(&mut bytes).unwrap();
    let once = signed(&bytes, LEAD);

    let verification = verified(&appended(&once, |new, _| {
        new.objects.insert(absent, Object::Stream(Stream::new(dictionary! {}, b"% one more finding".to_vec())));
        new.max_id = 900;
    }));

    assert_eq!(verification.verdict, Verdict::Invalid);
    assert!(sentences(&verification, 0).contains("the content of page 2 was added"), "{}", sentences(&verification, 0));
}

#[test]
fn a_table_of_objects_that_lies_about_places_is_told() {
    let once = signed(&report_bytes(), LEAD);
    let twice = signed(&once, REVIEWER);
    // The row of the second signed field in the last table is pointed one byte too far.
    let table = twice.windows(5).rposition(|window| window == b"\nxref").unwrap();
    let row = table + place_of(&twice[table..], b" 00000 n");
    let mut forged = twice.clone();
    forged[row - 1] = if forged[row - 1] == b'9' { b'8' } else { forged[row - 1] + 1 };

    assert!(verify_pdf(&forged, noon()).map_or(true, |verification| verification.verdict != Verdict::Valid));
}

#[test]
fn a_signature_that_leaves_out_more_than_itself_is_refused() {
    let bytes = signed(&report_bytes(), LEAD);
    let place = place_of(&bytes, b"/ByteRange[0 ") + b"/ByteRange[0 ".len();
    for digit in [b'0', b'9'] {
        let mut forged = bytes.clone();
        forged[place] = digit;
        let verification = verified(&forged);
        assert_eq!(verification.verdict, Verdict::Invalid);
        assert!(codes(&verification).contains(&"seal.byte-range-odd"), "{:?}", codes(&verification));
    }
}

#[test]
fn two_fields_do_not_share_one_signature() {
    let once = signed(&report_bytes(), LEAD);
    let copied = appended(&once, |new, before| {
        let value = before.get_object(report().fields[0]).unwrap().as_dict().unwrap().get(b"V").unwrap().clone();
        let mut other = before.get_object(report().fields[1]).unwrap().as_dict().unwrap().clone();
        other.set("V", value);
        new.objects.insert(report().fields[1], Object::Dictionary(other));
    });

    let verification = verified(&copied);

    assert_eq!(verification.verdict, Verdict::Invalid);
    assert!(codes(&verification).contains(&"seal.signature-shared"), "{:?}", codes(&verification));
}

#[test]
fn an_expired_certificate_is_said_and_not_judged() {
    let bytes = signed(&report_bytes(), LEAD);

    let verification = verify_pdf(&bytes, days_later(4 * 365)).unwrap();

    assert_eq!(verification.verdict, Verdict::Valid);
    let signer = verification.signatures[0].signer.as_ref().unwrap();
    assert_eq!((signer.valid_when_signed, signer.valid_now), (Some(true), false));
    assert!(verification.signatures[0].remarks.iter().any(|remark| remark.contains("not valid today")));
}

#[test]
fn what_is_no_pdf_is_refused_in_words() {
    for bytes in [&b""[..], b"%PD", b"PK\x03\x04 a spreadsheet", b" %PDF-1.7"] {
        assert!(matches!(verify_pdf(bytes, noon()), Err(SealError::NotAPdf)));
    }
    for bytes in [&b"%PDF-1.7"[..], b"%PDF-1.7\nstartxref\n9999999999\n%%EOF", b"%PDF-1.7\n%%EOF%%EOF"] {
        assert!(matches!(verify_pdf(bytes, noon()), Err(SealError::PdfDamaged { .. })));
    }
}

#[test]
fn signatures_of_another_program_are_read() {
    let read = |bytes: &[u8]| verify_pdf(bytes, days_later(365)).unwrap();
    let larger = read(include_bytes!("fixtures/other/p384-sha384.pdf"));
    let longer = read(include_bytes!("fixtures/other/rsa-sha512.pdf"));
    let older = read(include_bytes!("fixtures/other/pkcs7.pdf"));
    for (verification, digest) in [(&larger, "SHA-384"), (&longer, "SHA-512"), (&older, "SHA-256")] {
        assert_eq!(verification.verdict, Verdict::Valid, "{verification:#?}");
        assert_eq!(verification.signatures[0].digest.as_deref(), Some(digest));
        assert_eq!(verification.signatures[0].reason.as_deref(), Some("I agree."));
    }
}

#[test]
fn what_another_program_changed_beside_signing_is_named() {
    let verification = verified(include_bytes!("fixtures/other/twice.pdf"));

    assert_eq!(verification.verdict, Verdict::Invalid);
    assert!(sentences(&verification, 0).contains("the document's catalog was changed"));
    assert!(verification.signatures[1].sound, "the second signature covers what was changed");
}

#[test]
fn an_encoding_that_is_not_read_is_refused_in_words() {
    let mut bytes = signed(&report_bytes(), LEAD);
    let place = place_of(&bytes, b"/Contents<3082") + b"/Contents<30".len();
    bytes[place + 1] = b'0';

    let verification = verified(&bytes);

    assert_eq!(verification.verdict, Verdict::Invalid);
    assert!(codes(&verification).contains(&"seal.signature-unsupported"));
    assert!(sentences(&verification, 0).contains("BER"), "{}", sentences(&verification, 0));
}

#[test]
fn a_verification_reads_back_as_it_was_written() {
    let verification = verified(&three_times_signed());
    let text = serde_json::to_string(&verification).unwrap();
    assert!(text.contains("\"verdict\":\"valid\""));
    assert_eq!(serde_json::from_str::<Verification>(&text).unwrap(), verification);
    assert!(schemars::schema_for!(Verification).as_object().is_some_and(|schema| schema.contains_key("properties")));
}
