// The words on the screen for the words on the wire.
import type { Classification, EvidenceKind } from "../ground/operations";
import { day } from "../ground/words";

export const EVIDENCE_KIND: Record<EvidenceKind, string> = { file: "File", photo: "Photo", picture: "Picture", interview: "Interview", observation: "Observation", record: "Record", document: "Document" };
export const CLASSIFICATION: Record<Classification, string> = { public: "Public", internal: "Internal", confidential: "Confidential", personal_data: "Personal data" };

/** Evidence that is words alone: what was said, watched or read. */
export const IN_WORDS = ["interview", "observation", "record", "document"] as const;
export type InWords = (typeof IN_WORDS)[number];

/** What the field for its words asks for. */
export const ASKS: Record<InWords, string> = { interview: "What was said", observation: "What was seen", record: "Which record, and what it shows", document: "Which document and version, and what it says" };

/** `2026-10-06T14:05:11+02:00` → `6 Oct 2026, 14:05:11 (+02:00)`: the camera's own clock, moved into no time zone. */
export function takenWords(taken: string): string {
  const [, on, at, zone] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(.*)$/.exec(taken) ?? [];
  if (!on) return taken;
  return `${day(on)}, ${at}${zone ? ` (${zone})` : " by the camera's clock"}`;
}

/** Degrees as a map shows them; nothing where the camera did not know. */
export function placeWords(latitude: number | undefined, longitude: number | undefined): string | undefined {
  if (latitude === undefined || longitude === undefined) return undefined;
  const side = (degrees: number, positive: string, negative: string): string => `${Math.abs(degrees).toFixed(5)}° ${degrees < 0 ? negative : positive}`;
  return `${side(latitude, "N", "S")}, ${side(longitude, "E", "W")}`;
}

/** A name for the copy for reports beside its original: `rack.jpg` → `rack-report.jpg`. What is no JPEG is written as PNG. */
export function copyName({ file_name, reference, media_type }: { file_name?: string; reference: string; media_type?: string }): string {
  const stem = (file_name ?? reference).replace(/\.\w{1,5}$/, "");
  return `${stem}-report.${media_type === "image/jpeg" ? "jpg" : "png"}`;
}
