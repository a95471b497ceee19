// When a corrective action is due, as a first proposal.
import type { Day, Grade } from "../ground/operations";

/** Common practice: 60 days for a major, 90 for a minor, half a year for the rest, in calendar days. */
export const DAYS: Record<Grade, number> = { major: 60, minor: 90, observation: 180, opportunity: 180, good_practice: 180 };

/** The proposed day. A day is counted in UTC, so that no daylight saving moves it. */
export function dueFrom(from: Day, grade: Grade): Day {
  const [year = 0, month = 1, date = 1] = from.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + DAYS[grade])).toISOString().slice(0, 10);
}
