// Small rules that the screen writes for a person who clicks on a bar or a month. The desk reads and judges them.
import type { Problem } from "../ground/operations";
import { fieldOf } from "./mapping";

type Mapping = Readonly<Record<string, string>>;

/** A text in quotes, as rules have it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A column as rules name it: by the field it holds, or by its name in brackets. */
export function named(column: string, mapping: Mapping): string {
  return fieldOf(column, mapping) ?? `[${column.replaceAll("]", "]]")}]`;
}

/** Longer texts are asked for by their beginning, so that the rule can still be read. */
const LONGEST = 200;

/** The cell is just this; an empty value asks for empty cells. */
export function equals(column: string, value: string, mapping: Mapping): string {
  if (value.trim() === "") return `${named(column, mapping)} is empty`;
  return value.length > LONGEST ? `${named(column, mapping)} starts with ${quoted([...value].slice(0, LONGEST).join(""))}` : `${named(column, mapping)} = ${quoted(value)}`;
}

/** The moment lies in a month such as `2026-01`, a quarter such as `2026-Q1`, or a year such as `2026`. */
export function inSpan(column: string, span: string, mapping: Mapping): string {
  const [year = "", part] = span.split("-");
  const months = part === undefined ? 12 : part.startsWith("Q") ? 3 : 1;
  const from = Number(year) * 12 + (part === undefined ? 0 : (Number(part.replace("Q", "")) - 1) * months);
  const name = named(column, mapping);
  return `${name} >= ${firstOf(from)} and ${name} < ${firstOf(from + months)}`;
}
/** The first day of a month, counted from the year 0. */
function firstOf(month: number): string {
  return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}-01`;
}

/** The moment lies within a period, its last day included. */
export function within(column: string, from: string, to: string, mapping: Mapping): string {
  const name = named(column, mapping);
  return `${name} >= ${from} and ${name} <= ${to}`;
}

/** The moment lies before or after a period. */
export function outside(column: string, from: string, to: string, mapping: Mapping): string {
  const name = named(column, mapping);
  return `${name} < ${from} or ${name} > ${to}`;
}

/** Both rules at once. The desk takes away the parentheses that are not needed. */
export function both(first: string, second: string): string {
  const [a, b] = [first.trim(), second.trim()];
  if (!a || !b) return a || b;
  return `(${a}) and (${b})`;
}

/** The place that a refusal names, counted from 0; nothing when it names none. */
export function placeOf(problem: Problem): number | undefined {
  const found = /\bcharacter (\d+)\b/.exec(problem.message);
  return found?.[1] === undefined ? undefined : Math.max(0, Number(found[1]) - 1);
}

/** Counted in characters as the desk does, as an index into the window's text. */
export function indexOf(text: string, place: number): number {
  return [...text].slice(0, place).join("").length;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
