// Counts as bars: what is drawn, and what is better said in a sentence.
import type { ColumnLook, Month } from "./types";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** More bars than these are too narrow to be hit, so a longer time is drawn in quarters, and then in years. */
export const MOST_BARS = 12;
/** More years than this are drawn only where there are rows. */
const MOST_YEARS = 60;

export interface Span {
  /** `2026-01`, or `2026-Q1` where quarters are drawn, or `2026` where years are. */
  span: string;
  label: string;
  rows: number;
}

/** The bars of a column of dates, those without rows among them, because a gap in time is news. */
export function spans(months: readonly Month[]): Span[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  for (const { length, span, label } of UNITS) {
    const at = (month: string): number => Math.floor(number(month) / length);
    const [from, to] = [at(first.month), at(last.month)];
    if (length < 12 && to - from >= MOST_BARS) continue;
    const rows = new Map<number, number>();
    for (const one of months) rows.set(at(one.month), (rows.get(at(one.month)) ?? 0) + one.rows);
    const places = to - from < MOST_YEARS ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [...rows.keys()].slice(-MOST_YEARS);
    return places.map((place) => ({ span: span(place), label: label(place), rows: rows.get(place) ?? 0 }));
  }
  return [];
}

/** Months, quarters and years, each counted from the year 0. */
const UNITS = [
  { length: 1, span: (at: number) => `${year(at, 12)}-${String((at % 12) + 1).padStart(2, "0")}`, label: (at: number) => `${MONTHS[at % 12]} ${Math.floor(at / 12)}` },
  { length: 3, span: (at: number) => `${year(at, 4)}-Q${(at % 4) + 1}`, label: (at: number) => `Q${(at % 4) + 1} ${Math.floor(at / 4)}` },
  { length: 12, span: (at: number) => year(at, 1), label: String },
];
function year(at: number, parts: number): string {
  return String(Math.floor(at / parts)).padStart(4, "0");
}

/** Whether nearly every row has a value of its own, as with titles: bars of one row each say nothing. */
export function alikeEverywhere({ kind, filled, distinct, more_distinct, other_rows }: ColumnLook): boolean {
  if (kind === "moment" || filled < 60) return false;
  return distinct > filled * 0.6 || (more_distinct && other_rows > filled * 0.6) || (more_distinct && distinct > 5_000);
}

/** How long a bar is, as a share of the longest; what is there at all is seen. */
export function length(rows: number, most: number): number {
  return most <= 0 || rows <= 0 ? 0 : Math.max(0.006, rows / most);
}

function number(month: string): number {
  const [year = 0, of = 1] = month.split("-").map(Number);
  return year * 12 + of - 1;
}
