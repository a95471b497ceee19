//! Which letters the bytes of a text file stand for.

use encoding_rs::{Decoder, DecoderResult, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{doubt::Doubt, layout::Encoding};

/// A byte that no UTF-8 text has: it marks letters that could not be decoded, so their row is set aside.
const BROKEN: u8 = 0xFF;
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// How the letters seem to be written; `whole` says that the bytes are the whole file.
pub(crate) fn guessed(bytes: &[u8], whole: bool) -> (Encoding, Option<Doubt>) {
    if bytes.starts_with(UTF8_MARK) {
        return (Encoding::Utf8, None);
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return (Encoding::Utf16Le, None);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return (Encoding::Utf16Be, None);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return (encoding, Some(guess(encoding)));
    }
    let (wrong, right) = letters(bytes, whole);
    if wrong == 0 {
        return (Encoding::Utf8, None);
    }
    // One byte in a thousand may be broken in a UTF-8 file; in a Windows-1252 file hardly any two bytes fit UTF-8.
    let encoding = if right > wrong * 4 { Encoding::Utf8 } else { Encoding::Windows1252 };
    (encoding, Some(guess(encoding)))
}

fn guess(encoding: Encoding) -> Doubt {
    Doubt::about_the_file(
        "table.encoding-guessed",
        format!("The letters seem to be written in {}; the file does not say so.", encoding.name()),
        "Look for odd letters in the preview, and choose another encoding if there are any.",
    )
}

/// Latin letters in UTF-16 have a zero in every second byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let beginning = &bytes[..bytes.len().min(4096) & !1];
    let pairs = beginning.len() / 2;
    let zeros = |offset: usize| beginning.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0 => None,
        _ if odd * 10 >= pairs * 6 && even * 20 <= pairs => Some(Encoding::Utf16Le),
        _ if even * 10 >= pairs * 6 && odd * 20 <= pairs => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// How many places are not UTF-8, and how many letters beyond ASCII are.
fn letters(bytes: &[u8], whole: bool) -> (usize, usize) {
    let (mut wrong, mut right) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        let invalid = chunk.invalid();
        // The last letter may have been cut off where the bytes end.
        let cut_off = !whole && invalid.len() < 4 && bytes.ends_with(invalid) && is_beginning(invalid);
        wrong += usize::from(!invalid.is_empty() && !cut_off);
    }
    (wrong, right)
}

fn is_beginning(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// How the bytes are turned into UTF-8; nothing if they are UTF-8 already.
pub(crate) fn decoder(encoding: Encoding) -> Option<Decoder> {
    match encoding {
        Encoding::Utf8 => None,
        Encoding::Utf16Le => Some(UTF_16LE.new_decoder_with_bom_removal()),
        Encoding::Utf16Be => Some(UTF_16BE.new_decoder_with_bom_removal()),
        Encoding::Windows1252 => Some(WINDOWS_1252.new_decoder_without_bom_handling()),
    }
}

/// How many bytes at the beginning are a mark and no letters.
pub(crate) fn mark_length(encoding: Encoding, bytes: &[u8]) -> usize {
    if encoding == Encoding::Utf8 && bytes.starts_with(UTF8_MARK) { UTF8_MARK.len() } else { 0 }
}

/// Decodes all of `raw` to the end of `into`. What is no letter becomes one byte that is not UTF-8.
pub(crate) fn decode(decoder: &mut Decoder, raw: &[u8], last: bool, into: &mut Vec<u8>) {
    let mut raw = raw;
    loop {
        let begin = into.len();
        let room = decoder.max_utf8_buffer_length_without_replacement(raw.len()).unwrap_or(raw.len() * 3 + 16);
        into.resize(begin + room + 1, 0);
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(raw, &mut into[begin..], last);
        into.truncate(begin + written);
        raw = &raw[read..];
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => into.push(BROKEN),
        }
    }
}
