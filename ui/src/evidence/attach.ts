// Attaching what was seen: files from the disk, pictures from the clipboard, files dropped on the window.
import { pickFiles } from "../ground/dialogs";
import { operations, type EvidenceView, type Id } from "../ground/operations";

/** What a piece of evidence is attached to. */
export interface BelongsTo {
  audit: Id;
  question?: Id;
  finding?: Id;
  source?: string;
  place?: string;
}

/** The most that goes through the window's memory at once; larger files are added by their path. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** Lets the person choose files and keeps a copy of each in the workspace. */
export async function attachFiles(to: BelongsTo): Promise<EvidenceView[]> {
  return attachPaths(to, await pickFiles("Choose evidence"));
}

/** Keeps a copy of each file, for example of those that were dropped on the window. */
export async function attachPaths(to: BelongsTo, paths: readonly string[]): Promise<EvidenceView[]> {
  const kept: EvidenceView[] = [];
  for (const path of paths) kept.push(await operations.evidence.addFile({ ...to, path }));
  return kept;
}

/** Keeps what was pasted or dropped. */
export async function attachBytes(to: BelongsTo, files: readonly File[]): Promise<EvidenceView[]> {
  const kept: EvidenceView[] = [];
  for (const file of files) {
    if (file.size > MOST_BYTES) {
      throw { code: "evidence.too-large-to-paste", message: `${file.name || "This file"} is too large to be pasted or dropped.`, remedy: "Add it with Add file, which reads it from the disk.", severity: "refusal" };
    }
    kept.push(await operations.evidence.addBytes({ ...to, file_name: nameOf(file), media_type: file.type || "application/octet-stream", base64: await base64Of(file), ...(file.type.startsWith("image/") ? { kind: "picture" as const } : {}) }));
  }
  return kept;
}

/** A picture from the clipboard is called "image.png" by every system, which tells nobody anything. */
function nameOf(file: File): string {
  if (file.name && !/^image\.\w+$/.test(file.name)) return file.name;
  const at = new Date();
  const stamp = [at.getFullYear(), at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, "0")).join("-");
  return `picture-${stamp}.${file.type.split("/")[1]?.replace("jpeg", "jpg").replace(/\W.*$/, "") ?? "png"}`;
}

export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error("The file could not be read."));
    reader.readAsDataURL(file);
  });
}

/** Bytes as they come from the desk, for a picture or a page. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
