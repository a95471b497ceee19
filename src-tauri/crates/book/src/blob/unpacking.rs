use std::{
    sync::mpsc::{Receiver, Sender, channel},
    thread::{self, JoinHandle},
};

use ground::Fault;
use sha2::{Digest, Sha256};

use super::packing::{PART_BYTES, Unpacker};
use crate::index::hex;

/// A part as the workspace has it; without bytes where it has none that could be a part.
pub(super) struct KeptPart {
    pub(super) number: u64,
    pub(super) packing: i64,
    pub(super) bytes: Option<Vec<u8>>,
}

/// Unpacks the parts of one blob. Those that come in turn, from the first to the last, are hashed on the way.
pub(super) struct Unpacking {
    pub(super) sha256: String,
    pub(super) size_bytes: u64,
    unpacker: Unpacker,
    hasher: Sha256,
    /// How many parts were hashed.
    hashed: u64,
}

impl Unpacking {
    pub(super) fn new(sha256: String, size_bytes: u64) -> Self {
        Self { sha256, size_bytes, unpacker: Unpacker::default(), hasher: Sha256::new(), hashed: 0 }
    }

    pub(super) fn unpack(&mut self, kept: &KeptPart, part: &mut Vec<u8>) -> Result<(), Fault> {
        let wrong = |what: &str| damaged(&self.sha256).because(format!("part {} {what}", kept.number + 1));
        let bytes = kept.bytes.as_deref().ok_or_else(|| wrong("is missing"))?;
        let left = self.size_bytes.saturating_sub(kept.number * PART_BYTES as u64);
        part.resize(usize::try_from(left).unwrap_or(PART_BYTES).min(PART_BYTES), 0);
        self.unpacker.unpack(kept.packing, bytes, part).map_err(wrong)?;
        self.prove(kept.number, part)
    }

    /// Hashes on, if this is the part whose turn it is, and compares after the last one.
    fn prove(&mut self, number: u64, part: &[u8]) -> Result<(), Fault> {
        if number != self.hashed {
            return Ok(());
        }
        if (number + 1) * (PART_BYTES as u64) < self.size_bytes {
            self.hasher.update(part);
            self.hashed += 1;
            return Ok(());
        }
        // Not counted as hashed, so that it is proven again whenever it is read again.
        let digest = self.hasher.clone().chain_update(part).finalize();
        if hex(&digest) == self.sha256 { Ok(()) } else { Err(damaged(&self.sha256)) }
    }
}

/// Unpacks in the background, as long as the parts are asked for one after the other.
pub(super) struct Ahead {
    parts: Sender<KeptPart>,
    unpacked: Receiver<Result<Vec<u8>, Fault>>,
    thread: JoinHandle<Box<Unpacking>>,
    /// The part that comes next.
    pub(super) coming: u64,
    /// The part that is to be handed in next.
    pub(super) wanted: u64,
}

impl Ahead {
    /// Sets the thread to work; answers the unpacking where there can be none.
    pub(super) fn start(unpacking: Box<Unpacking>, from: u64) -> Result<Self, Box<Unpacking>> {
        let (parts, inward) = channel::<KeptPart>();
        let (outward, unpacked) = channel();
        let (give, take) = channel::<Box<Unpacking>>();
        let thread = thread::Builder::new().name("blob unpacking".to_owned()).spawn(move || {
            let mut unpacking = take.recv().unwrap_or_else(|_| Box::new(Unpacking::new(String::new(), 0)));
            for kept in inward {
                let mut part = Vec::new();
                let outcome = unpacking.unpack(&kept, &mut part).map(|()| part);
                if outward.send(outcome).is_err() {
                    break;
                }
            }
            unpacking
        });
        match thread {
            Ok(thread) => match give.send(unpacking) {
                Ok(()) => Ok(Self { parts, unpacked, thread, coming: from, wanted: from }),
                Err(back) => Err(back.0),
            },
            Err(_) => Err(unpacking),
        }
    }

    pub(super) fn hand_in(&mut self, kept: KeptPart) -> Result<(), Fault> {
        self.wanted += 1;
        self.parts.send(kept).map_err(gone)
    }

    /// The part that comes next.
    pub(super) fn take(&mut self) -> Result<Vec<u8>, Fault> {
        self.coming += 1;
        self.unpacked.recv().map_err(gone)?
    }

    pub(super) fn stop(self) -> Result<Box<Unpacking>, Fault> {
        drop(self.parts);
        self.thread.join().map_err(|_| gone("it panicked"))
    }
}

fn gone(what: impl std::fmt::Display) -> Fault {
    Fault::bug(format!("the thread that unpacks a file ended early: {what}"))
}

pub(super) fn damaged(sha256: &str) -> Fault {
    Fault::new(
        "blob.damaged",
        format!("The bytes kept under {sha256} no longer match their hash."),
        "Run `tick check`, and take the file from a backup.",
    )
}
