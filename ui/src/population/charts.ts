// Counts as bars: what is drawn, and what is better said in a sentence.
import type { ColumnLook, Month } from "./types";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** More months than this are drawn as years. */
const MOST_MONTHS = 36;
/** More years than this are drawn only where there are rows. */
const MOST_YEARS = 60;

export interface Span {
  /** `2026-01`, or `2026` where years are drawn. */
  span: string;
  label: string;
  rows: number;
}

/** The bars of a column of dates, those without rows among them, because a gap in time is news. */
export function spans(months: readonly Month[]): Span[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [number(first.month), number(last.month)];
  if (to - from < MOST_MONTHS) {
    const rows = new Map(months.map((one) => [number(one.month), one.rows]));
    return Array.from({ length: to - from + 1 }, (_, index) => {
      const [year, month] = [Math.floor((from + index) / 12), (from + index) % 12];
      return { span: `${String(year).padStart(4, "0")}-${String(month + 1).padStart(2, "0")}`, label: `${MONTHS[month]} ${year}`, rows: rows.get(from + index) ?? 0 };
    });
  }
  const rows = new Map<number, number>();
  for (const one of months) {
    const year = Math.floor(number(one.month) / 12);
    rows.set(year, (rows.get(year) ?? 0) + one.rows);
  }
  const [begin, end] = [Math.floor(from / 12), Math.floor(to / 12)];
  const years = end - begin < MOST_YEARS ? Array.from({ length: end - begin + 1 }, (_, index) => begin + index) : [...rows.keys()].slice(-MOST_YEARS);
  return years.map((year) => ({ span: String(year).padStart(4, "0"), label: String(year), rows: rows.get(year) ?? 0 }));
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
