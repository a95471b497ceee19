// The words on the screen for the words on the wire.
import type { Classification, EvidenceKind } from "../ground/operations";

export const EVIDENCE_KIND: Record<EvidenceKind, string> = { file: "File", photo: "Photo", picture: "Picture", interview: "Interview", observation: "Observation", record: "Record", document: "Document" };
export const CLASSIFICATION: Record<Classification, string> = { public: "Public", internal: "Internal", confidential: "Confidential", personal_data: "Personal data" };

/** Evidence that is words alone: what was said, watched or read. */
export const IN_WORDS = ["interview", "observation", "record", "document"] as const;
export type InWords = (typeof IN_WORDS)[number];

/** What the field for its words asks for. */
export const ASKS: Record<InWords, string> = { interview: "What was said", observation: "What was seen", record: "Which record, and what it shows", document: "Which document and version, and what it says" };
