use std::{
    io,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    },
    thread::{self, JoinHandle},
};

use ground::Fault;
use sha2::{Digest, Sha256};

use super::packing::Packer;

/// More packers than these would only wait for the one that writes.
const MOST_PACKERS: usize = 4;
/// How many parts may wait for the hash. With those that are being packed this bounds the memory.
const PARTS_BEFORE_THE_HASH: usize = 4;
const PARTS_PER_PACKER: usize = 2;

/// One part, packed or as it was.
pub(super) struct Packed {
    pub(super) raw: Arc<Vec<u8>>,
    pub(super) packed: Option<Vec<u8>>,
}

/// Hashes and packs parts in the background. They come back in the order in which they were handed in.
pub(super) struct Packers {
    hasher: SyncSender<Arc<Vec<u8>>>,
    hash: JoinHandle<[u8; 32]>,
    lines: Vec<Line>,
    sent: usize,
    taken: usize,
}

/// One packer's way in and out. Parts go to the packers in turn, so the order need not be told.
struct Line {
    parts: Sender<Arc<Vec<u8>>>,
    packed: Receiver<Packed>,
}

impl Packers {
    /// Sets the threads to work. They end when this is dropped.
    pub(super) fn start(media_type: &str) -> io::Result<Self> {
        let (hasher, parts) = sync_channel::<Arc<Vec<u8>>>(PARTS_BEFORE_THE_HASH);
        let hash = thread::Builder::new().name("blob hash".to_owned()).spawn(move || {
            let mut hasher = Sha256::new();
            parts.iter().for_each(|part| hasher.update(part.as_slice()));
            hasher.finalize().into()
        })?;
        let packers = thread::available_parallelism().map_or(1, usize::from).min(MOST_PACKERS);
        let lines = (0..packers).map(|_| line(media_type)).collect::<io::Result<_>>()?;
        Ok(Self { hasher, hash, lines, sent: 0, taken: 0 })
    }

    /// Whether the oldest part must be taken before another one is handed in.
    pub(super) fn are_busy(&self) -> bool {
        self.sent - self.taken >= self.lines.len() * PARTS_PER_PACKER
    }

    pub(super) fn hand_in(&mut self, part: Arc<Vec<u8>>) -> Result<(), Fault> {
        self.hasher.send(Arc::clone(&part)).map_err(gone)?;
        self.lines[self.sent % self.lines.len()].parts.send(part).map_err(gone)?;
        self.sent += 1;
        Ok(())
    }

    /// The oldest part, if it is packed by now.
    pub(super) fn take_ready(&mut self) -> Option<Packed> {
        if self.sent == self.taken {
            return None;
        }
        let packed = self.lines[self.taken % self.lines.len()].packed.try_recv().ok()?;
        self.taken += 1;
        Some(packed)
    }

    /// The oldest part as soon as it is packed; none when all were taken.
    pub(super) fn take(&mut self) -> Result<Option<Packed>, Fault> {
        if self.sent == self.taken {
            return Ok(None);
        }
        let packed = self.lines[self.taken % self.lines.len()].packed.recv().map_err(gone)?;
        self.taken += 1;
        Ok(Some(packed))
    }

    /// The SHA-256 of all parts.
    pub(super) fn finish(self) -> Result<[u8; 32], Fault> {
        drop(self.hasher);
        self.hash.join().map_err(|_| gone("the hash"))
    }
}

fn line(media_type: &str) -> io::Result<Line> {
    let (parts, inward) = channel::<Arc<Vec<u8>>>();
    let (outward, packed) = channel();
    let mut packer = Packer::of(media_type);
    thread::Builder::new().name("blob packer".to_owned()).spawn(move || {
        for raw in inward {
            let packed = packer.pack(&raw);
            if outward.send(Packed { raw, packed }).is_err() {
                break;
            }
        }
    })?;
    Ok(Line { parts, packed })
}

fn gone(what: impl std::fmt::Display) -> Fault {
    Fault::bug(format!("a thread that packs a file ended early: {what}"))
}
