// The days of an audit, as its head says them.
import type { Conflict, Day } from "../ground/operations";
import { day } from "../ground/words";

/** `day 2 of 3` while the audit runs, in calendar days; nothing before and after. */
export function dayOf(today: Day, start: Day, end: Day): string | undefined {
  if (today < start || today > end) return undefined;
  const days = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const all = days(start, end);
  return all > 1 ? `day ${days(start, today)} of ${all}` : undefined;
}

/** A conflict in one line. */
export function conflictWords(conflict: Conflict): string {
  return conflict.until ? `${conflict.what}, blocked until ${day(conflict.until)}` : conflict.what;
}
