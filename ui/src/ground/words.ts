// Days, times and sizes as a person reads them.
import type { Day, Instant } from "./operations";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2026-10-06` → `6 Oct 2026`. A day is a promise, not a moment: no time zone moves it. */
export function day(value: Day | undefined): string {
  const [year, month, date] = (value ?? "").split("-").map(Number);
  return year && month && date ? `${date} ${MONTHS[month - 1] ?? ""} ${year}` : "";
}

/** `5–7 Oct 2026`, as short as it can be without doubt. */
export function days(from: Day | undefined, to: Day | undefined): string {
  if (!from || !to || from === to) return day(from ?? to);
  const [a, b] = [from.split("-").map(Number), to.split("-").map(Number)];
  if (a[0] !== b[0]) return `${day(from)} – ${day(to)}`;
  if (a[1] !== b[1]) return `${a[2]} ${MONTHS[(a[1] ?? 1) - 1]} – ${day(to)}`;
  return `${a[2]}–${day(to)}`;
}

/** The day of a moment where this person sits. */
export function localDay(at: Date): Day {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** `14:03:22` */
export function clock(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** `6 Oct 2026, 14:03` in this machine's time zone. */
export function moment(value: Instant | undefined): string {
  if (!value) return "";
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? "" : `${day(localDay(at))}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `14:03`, for what stands under its day already. */
export function hour(value: Instant | undefined): string {
  return moment(value).split(", ").at(-1) ?? "";
}

/** A moment as a `datetime-local` field holds it, and back. */
export function toField(value: Instant | undefined): string {
  if (!value) return "";
  const at = new Date(value);
  return `${localDay(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
export function fromField(value: string): Instant | undefined {
  const at = new Date(value);
  return value && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
}

/** `1.4 MB` */
export function size(bytes: number | undefined): string {
  if (bytes === undefined) return "";
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** `1 finding`, `2 findings` */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `corrective_action` → `corrective action` */
export function plain(name: string): string {
  return name.replaceAll(/[_-]/g, " ");
}

/** A sentence of the desk with its days as a person reads them. */
export function withDays(sentence: string): string {
  return sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (found) => day(found) || found);
}

/** `Jonas Berg` → `JB` */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return ((words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "")).toUpperCase();
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
