// Days and times as people type them.
import type { Day } from "./operations";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Whether such a day is in the calendar. */
function real(year: number, month: number, date: number): Day | undefined {
  const at = new Date(Date.UTC(year, month - 1, date));
  if (year < 1900 || year > 2200 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return undefined;
  return at.toISOString().slice(0, 10);
}

/**
 * Reads `2026-10-06`, `6 Oct 2026`, `6.10.2026` and, where `near` gives the year, `6 Oct` and `6.10.`
 * A day before a month, as most of the world writes it; where that would be a guess (`6/10/2026`), nothing.
 */
export function readDay(text: string, near?: Day): Day | undefined {
  const words = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const year = near ? Number(near.slice(0, 4)) : undefined;
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4})?$/.exec(words);
  if (dotted) return of(dotted[1], Number(dotted[2]), dotted[3], year);
  const named = /^(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?,?\s*(\d{4})?$/.exec(words);
  if (named) return of(named[1], MONTHS.indexOf(named[2] ?? "") + 1, named[3], year);
  return undefined;
}

function of(date: string | undefined, month: number, written: string | undefined, otherwise: number | undefined): Day | undefined {
  const year = written ? Number(written) : otherwise;
  return year && month ? real(year, month, Number(date)) : undefined;
}

/** Reads `14:03`, `14.03`, `1403` and `9`. */
export function readTime(text: string): string | undefined {
  const found = /^(\d{1,2})[:.h]?(\d{2})?$/.exec(text.trim());
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (!found || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Moves a day by days; the calendar, not a clock, decides. */
export function shift(day: Day, by: number): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + by);
  return at.toISOString().slice(0, 10);
}

/** The weeks of a month, Monday first, with the days around it that fill the first and last week. */
export function weeks(year: number, month: number): Day[][] {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const start = shift(first.toISOString().slice(0, 10), -((first.getUTCDay() + 6) % 7));
  const rows: Day[][] = [];
  for (let week = 0; week < 6; week += 1) {
    const monday = shift(start, week * 7);
    if (week > 3 && Number(monday.slice(5, 7)) !== month) break;
    rows.push(Array.from({ length: 7 }, (_, index) => shift(monday, index)));
  }
  return rows;
}
