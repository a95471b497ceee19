// The words of files and columns, as a person at the desk says them.
import type { ColumnKind, DecimalSign, Encoding } from "./types";

const all = <T extends string>(words: Record<T, string>): { value: T; label: string }[] => (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));

export const ENCODINGS = all<Encoding>({ utf8: "UTF-8", windows1252: "Windows-1252 (Western Europe)", utf16_le: "UTF-16 LE", utf16_be: "UTF-16 BE" });
export const DECIMALS = all<DecimalSign>({ point: "Point, 1,234.5", comma: "Comma, 1.234,5" });
export const KIND: Record<ColumnKind, string> = { text: "Text", number: "Number", moment: "Date or time" };
export const KINDS = all<ColumnKind>(KIND);

const DELIMITER: Record<string, string> = { ",": "Comma  ,", ";": "Semicolon  ;", "\t": "Tab", "|": "Pipe  |" };
/** How the desk says that nothing stands around a cell, and how a field of the window does. */
export const NO_QUOTE = "\0";
const NONE = "none";
const QUOTE: Record<string, string> = { '"': 'Double  "', "'": "Single  '", [NONE]: "None" };

/** Known signs first; one that the file has and nobody listed stands with them as it is. */
function signs(known: Record<string, string>, now: string): { value: string; label: string }[] {
  return all(now && !(now in known) ? { ...known, [now]: now } : known);
}
export const delimiters = (now: string): { value: string; label: string }[] => signs(DELIMITER, now);
export const quotes = (now: string): { value: string; label: string }[] => signs(QUOTE, quoteShown(now));
export const quoteShown = (quote: string): string => (quote === NO_QUOTE ? NONE : quote);
export const quoteMeant = (chosen: string): string => (chosen === NONE ? NO_QUOTE : chosen);

/** `4812` → `4,812`, alike on every system. */
export function thousands(number: number): string {
  const [whole = "", fraction] = String(Math.abs(number)).split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return `${number < 0 ? "−" : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

/** `1 row`, `4,812 rows` */
export function many(number: number, one: string, several = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : several}`;
}

/** `27.4 %` of a whole; a share that is not nothing is never shown as nothing. */
export function share(part: number, whole: number): string {
  if (whole <= 0 || part === 0) return "0 %";
  const percent = (part / whole) * 100;
  if (percent < 0.1) return "< 0.1 %";
  if (percent > 99.9 && part < whole) return "> 99.9 %";
  return `${percent < 10 ? Number(percent.toFixed(1)) : Math.round(percent)} %`;
}

/** `first` → `First` */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
