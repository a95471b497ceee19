//! Bytes that were spoilt by accident or on purpose: they are never valid, and the program never stumbles.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::sync::LazyLock;

use proptest::prelude::*;
use seal::{Identity, Verdict, verify_pdf};
use support::*;

static TWICE_SIGNED: LazyLock<Vec<u8>> = LazyLock::new(|| signed(&signed(&report_bytes(), LEAD), REVIEWER));
static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| signed(&packed_report_bytes(), LEAD));

fn is_valid(bytes: &[u8]) -> bool {
    verify_pdf(bytes, noon()).is_ok_and(|verification| verification.verdict == Verdict::Valid)
}

#[test]
fn the_untouched_files_are_valid() {
    assert!(is_valid(&TWICE_SIGNED) && is_valid(&PACKED), "otherwise the tests below could not fail");
}

#[test]
fn no_changed_byte_of_the_signature_itself_goes_unseen() {
    let bytes = &*TWICE_SIGNED;
    let start = place_of(bytes, b"/Contents<") + b"/Contents<".len();
    let signature = bytes[start..].windows(64).position(|window| window.iter().all(|byte| *byte == b'0')).unwrap();
    for place in (start..start + signature + 40).step_by(7) {
        let mut spoilt = bytes.clone();
        spoilt[place] = if spoilt[place] == b'3' { b'4' } else { b'3' };
        assert!(!is_valid(&spoilt), "the digit at {} of {signature}", place - start);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_byte_is_never_valid(place in any::<prop::sample::Index>(), mask in 1u8..) {
        for bytes in [&*TWICE_SIGNED, &*PACKED] {
            let mut spoilt = bytes.clone();
            let place = place.index(spoilt.len());
            spoilt[place] ^= mask;
            prop_assert!(!is_valid(&spoilt), "byte {place} of {}", bytes.len());
        }
    }

    #[test]
    fn a_file_cut_off_anywhere_is_never_valid(place in any::<prop::sample::Index>()) {
        let bytes = &*TWICE_SIGNED;
        let cut = &bytes[..place.index(bytes.len())];
        // Cut exactly where the first signature ended, the file is the one that was signed first.
        prop_assume!(cut != signed_once());
        prop_assert!(!is_valid(cut));
    }

    #[test]
    fn bytes_put_in_anywhere_are_never_valid(place in any::<prop::sample::Index>(), added in prop::collection::vec(any::<u8>(), 1..40)) {
        let mut spoilt = TWICE_SIGNED.clone();
        let place = place.index(spoilt.len());
        spoilt.splice(place..place, added);
        prop_assert!(!is_valid(&spoilt), "after byte {place}");
    }

    #[test]
    fn numbers_in_the_file_may_be_absurd(which in any::<prop::sample::Index>(), number in any::<u64>()) {
        let bytes = &*TWICE_SIGNED;
        let digits: Vec<usize> = bytes.windows(2)
            .enumerate()
            .filter(|(_, pair)| !pair[0].is_ascii_alphanumeric() && pair[1].is_ascii_digit())
            .map(|(place, _)| place + 1)
            .collect();
        let start = digits[which.index(digits.len())];
        let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let mut spoilt = bytes.clone();
        spoilt.splice(start..end, number.to_string().into_bytes());
        prop_assume!(spoilt != *bytes);
        prop_assert!(!is_valid(&spoilt), "the number at {start}");
    }

    #[test]
    fn any_bytes_at_all_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(!is_valid(&bytes));
        let mut titled = b"%PDF-1.7\n".to_vec();
        titled.extend_from_slice(&bytes);
        prop_assert!(!is_valid(&titled));
        prop_assert!(Identity::import_pkcs12(&bytes, &secret("x"), &secret(PASSPHRASE), noon()).is_err());
    }
}

proptest! {
    // Few, because each one may have to open the file before it can be refused.
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_spoilt_pkcs12_file_never_makes_the_program_stumble(place in any::<prop::sample::Index>(), mask in 1u8.., cut in any::<bool>()) {
        let mut bytes = include_bytes!("fixtures/ec.p12").to_vec();
        let place = place.index(bytes.len());
        if cut { bytes.truncate(place) } else { bytes[place] ^= mask }
        let import = Identity::import_pkcs12(&bytes, &secret("fixture"), &secret(PASSPHRASE), noon());
        prop_assert!(import.is_err() || !cut, "half a file was imported");
    }
}

/// The file as it was after its first signature: the beginning of the file that was signed twice.
fn signed_once() -> &'static [u8] {
    let bytes = &*TWICE_SIGNED;
    let mark = b"%%EOF";
    let ends: Vec<usize> = bytes
        .windows(mark.len())
        .enumerate()
        .filter(|(_, window)| window == mark)
        .map(|(at, _)| at + mark.len())
        .collect();
    &bytes[..ends[1]]
}
