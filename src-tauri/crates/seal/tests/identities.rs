//! What a person signs with: made, imported, kept, opened.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::fs;

use ground::{Explain, Id};
use seal::{Identity, IdentityFolder, IdentityState, KeyKind, SealError, Verdict, sign_pdf, verify_pdf};
use support::*;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("fixtures/", $name, ".p12"))
    };
}

fn imported(bytes: &[u8]) -> Result<Identity, SealError> {
    Identity::import_pkcs12(bytes, &secret("fixture"), &secret(PASSPHRASE), noon())
}

#[test]
fn a_new_identity_says_who_it_is_and_for_how_long() {
    let view = identity("Ingrid Sølvberg").view(noon());

    assert_eq!(view.name, "Ingrid Sølvberg");
    assert_eq!(view.organisation.as_deref(), Some("Fjordlicht, AS"));
    assert_eq!(view.email.as_deref(), Some("lead@fjordlicht.example"));
    assert_eq!((view.key_kind, view.self_signed, view.certificates), (KeyKind::P256, true, 1));
    assert_eq!(view.not_before, noon());
    assert_eq!(view.not_after.day().to_string(), "2029-10-06");
    assert_eq!(view.fingerprint.len(), 64);
    assert_eq!(view.state, IdentityState::Valid);
    let person = identity("Ingrid Sølvberg");
    assert_eq!(person.view(days_later(-1)).state, IdentityState::NotYetValid);
    assert_eq!(person.view(days_later(4 * 365)).state, IdentityState::Expired);
}

#[test]
fn an_identity_is_not_made_from_what_no_certificate_can_hold() {
    let make = |name: &str, email: Option<&str>, passphrase: &str, years: u32| {
        Identity::create(name, None, email, &secret(passphrase), noon(), years).map(drop).unwrap_err().code()
    };
    assert_eq!(make("  ", None, PASSPHRASE, 3), "seal.name-missing");
    assert_eq!(make(&"x".repeat(65), None, PASSPHRASE, 3), "seal.name-too-long");
    assert_eq!(make("Ingrid", Some("ingrid at home"), PASSPHRASE, 3), "seal.email-unreadable");
    assert_eq!(make("Ingrid", Some("sølvberg@example.org"), PASSPHRASE, 3), "seal.email-unreadable");
    assert_eq!(make("Ingrid", None, PASSPHRASE, 0), "seal.validity-out-of-range");
    assert_eq!(make("Ingrid", None, PASSPHRASE, 11), "seal.validity-out-of-range");
    assert_eq!(make("Ingrid", None, "1234567", 3), "seal.passphrase-too-short");
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_is_not_repeated() {
    let refusal = identity("Ingrid Sølvberg").unlock(&secret("a cross beside no record")).unwrap_err();

    assert_eq!(refusal.code(), "seal.wrong-passphrase");
    assert!(!format!("{refusal} {refusal:?} {}", refusal.remedy()).contains("cross"));
}

#[test]
fn a_changed_passphrase_replaces_the_old_one() {
    let before = identity("Ingrid Sølvberg");
    let after = before.change_passphrase(&secret(PASSPHRASE), &secret("another passphrase")).unwrap();

    assert_eq!(before.fingerprint(), after.fingerprint());
    assert_eq!(after.unlock(&secret(PASSPHRASE)).unwrap_err().code(), "seal.wrong-passphrase");
    assert!(after.unlock(&secret("another passphrase")).is_ok());
}

#[test]
fn a_written_identity_reads_back_and_keeps_its_key_closed() {
    let identity = identity("Ingrid Sølvberg");
    let text = serde_json::to_string(&identity).unwrap();

    assert_eq!(serde_json::from_str::<Identity>(&text).unwrap(), identity);
    assert!(text.contains("BEGIN ENCRYPTED PRIVATE KEY"));
    assert!(!text.contains("BEGIN PRIVATE KEY") && !text.contains(PASSPHRASE));
}

#[test]
fn a_tampered_identity_file_is_refused_in_words() {
    let first = serde_json::to_value(identity("Ingrid Sølvberg")).unwrap();
    let second = serde_json::to_value(identity("Mallory")).unwrap();
    let changed = |key: &str, value: serde_json::Value| {
        let mut changed = first.clone();
        changed[key] = value;
        serde_json::from_value::<Identity>(changed)
    };
    for (key, value) in [
        ("tickidentity", 2.into()),
        ("certificates", serde_json::json!([])),
        ("certificates", serde_json::json!(["-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])),
        ("certificates", serde_json::json!(vec!["x"; 100])),
    ] {
        assert!(changed(key, value).is_err(), "{key}");
    }
    let mixed = changed("encrypted_private_key", second["encrypted_private_key"].clone()).unwrap();
    assert_eq!(mixed.unlock(&secret(PASSPHRASE)).unwrap_err().code(), "seal.identity-damaged");
    for key in ["", "-----BEGIN ENCRYPTED PRIVATE KEY-----\n////\n-----END ENCRYPTED PRIVATE KEY-----\n"] {
        let broken = changed("encrypted_private_key", key.into()).unwrap();
        assert_eq!(broken.unlock(&secret(PASSPHRASE)).unwrap_err().code(), "seal.identity-damaged");
    }
}

#[test]
fn identities_of_modern_and_of_older_programs_are_imported_and_sign() {
    let all: [(&str, &[u8], KeyKind, usize); 4] = [
        ("ec", fixture!("ec"), KeyKind::P256, 1),
        ("ec-legacy", fixture!("ec-legacy"), KeyKind::P256, 1),
        ("rsa-chain", fixture!("rsa-chain"), KeyKind::Rsa, 3),
        ("rsa-chain-legacy", fixture!("rsa-chain-legacy"), KeyKind::Rsa, 3),
    ];
    for (name, bytes, kind, certificates) in all {
        let identity = imported(bytes).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        let view = identity.view(noon());
        assert_eq!((view.key_kind, view.certificates), (kind, certificates), "{name}");

        let key = identity.unlock(&secret(PASSPHRASE)).unwrap();
        let verification = verify_pdf(&sign_pdf(&report_bytes(), &request(LEAD), &key).unwrap(), noon()).unwrap();

        assert_eq!(verification.verdict, Verdict::Valid, "{name}: {verification:#?}");
        let remarks = verification.signatures[0].remarks.join(" ");
        let expected = if certificates == 3 { "lead to Fjordlicht Root" } else { "vouches for itself" };
        assert!(remarks.contains(expected), "{name}: {remarks}");
    }
}

#[test]
fn what_can_not_be_imported_is_refused_in_words() {
    let code = |bytes: &[u8]| imported(bytes).map(drop).unwrap_err().code();
    assert_eq!(code(fixture!("expired")), "seal.certificate-expired");
    assert_eq!(code(fixture!("future")), "seal.certificate-not-yet-valid");
    assert_eq!(code(fixture!("p384")), "seal.unsupported-key");
    assert_eq!(code(fixture!("rsa-1024")), "seal.unsupported-key");
    assert_eq!(code(fixture!("not-for-signing")), "seal.certificate-not-for-signing");
    assert_eq!(code(fixture!("no-key")), "seal.no-private-key");
    assert_eq!(code(fixture!("no-certificate")), "seal.no-certificate");
    assert_eq!(code(b"-----BEGIN CERTIFICATE-----"), "seal.not-pkcs12");
    assert_eq!(code(b""), "seal.not-pkcs12");
    assert_eq!(code(&vec![0x30; 1024 * 1024 + 1]), "seal.pkcs12-too-large");
    for bytes in [&fixture!("ec")[..], fixture!("ec-legacy"), fixture!("rsa-chain-legacy")] {
        let refusal = Identity::import_pkcs12(bytes, &secret("guess"), &secret(PASSPHRASE), noon()).unwrap_err();
        assert_eq!(refusal.code(), "seal.wrong-file-passphrase");
    }
    let short = Identity::import_pkcs12(fixture!("ec"), &secret("fixture"), &secret("short"), noon());
    assert_eq!(short.unwrap_err().code(), "seal.passphrase-too-short");
}

#[test]
fn a_refused_curve_is_called_by_its_name() {
    let refusal = imported(fixture!("p384")).unwrap_err().to_string();
    assert!(refusal.contains("secp384r1"), "{refusal}");
}

#[test]
fn a_folder_keeps_identities_and_finds_them_by_id_and_name() {
    let place = tempfile::tempdir().unwrap();
    let folder = IdentityFolder::at(place.path().join("identities"));
    assert!(folder.list().unwrap().identities.is_empty(), "a folder that does not exist yet is empty");
    let (ingrid, astrid) = (identity("Ingrid Sølvberg"), imported(fixture!("ec")).unwrap());
    folder.keep(&ingrid).unwrap();
    folder.keep(&astrid).unwrap();
    folder.keep(&astrid).unwrap();

    assert_eq!(folder.list().unwrap().identities, [ingrid.clone(), astrid.clone()]);
    assert_eq!(folder.find("ingrid SØLVBERG").unwrap(), ingrid);
    assert_eq!(folder.find(&astrid.id().to_string()).unwrap(), astrid);
    assert_eq!(folder.find("Nobody").unwrap_err().code(), "seal.no-such-identity");
    folder.keep(&identity("Astrid Lie")).unwrap();
    assert_eq!(folder.find("Astrid Lie").unwrap_err().code(), "seal.ambiguous-identity");

    folder.remove(ingrid.id()).unwrap();
    assert_eq!(folder.find("Ingrid Sølvberg").unwrap_err().code(), "seal.no-such-identity");
    assert_eq!(folder.remove(Id::new()).unwrap_err().code(), "seal.no-such-identity");
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_a_kept_identity() {
    use std::os::unix::fs::PermissionsExt;
    let place = tempfile::tempdir().unwrap();
    let ingrid = identity("Ingrid Sølvberg");
    IdentityFolder::at(place.path()).keep(&ingrid).unwrap();

    let files: Vec<_> = fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap()).collect();

    assert_eq!(files.len(), 1, "nothing half-written is left behind");
    assert_eq!(files[0].file_name().to_string_lossy(), format!("{}.tickidentity", ingrid.id()));
    assert_eq!(files[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_damaged_file_is_told_beside_the_identities_that_can_be_read() {
    let place = tempfile::tempdir().unwrap();
    let folder = IdentityFolder::at(place.path());
    let ingrid = identity("Ingrid Sølvberg");
    folder.keep(&ingrid).unwrap();
    fs::write(place.path().join("broken.tickidentity"), b"{\"tickidentity\":1").unwrap();
    fs::copy(place.path().join(format!("{}.tickidentity", ingrid.id())), place.path().join("copy.tickidentity"))
        .unwrap();
    fs::write(place.path().join("notes.txt"), b"not an identity").unwrap();

    let listing = folder.list().unwrap();

    assert_eq!(listing.identities, [ingrid]);
    assert_eq!(listing.problems.len(), 2, "{:?}", listing.problems);
    assert!(listing.problems[0].message.starts_with("broken.tickidentity: "));
    assert!(listing.problems.iter().all(|problem| problem.code == "seal.identity-damaged"));
}
