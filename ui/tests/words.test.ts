import { expect, test } from "vitest";
import { readDay, readTime, shift, weeks } from "../src/ground/days";
import { href, parse } from "../src/ground/router.svelte";
import { day, days, hour, initials, size, withDays } from "../src/ground/words";
import { unitsWithin } from "../src/criteria/clauses.svelte";
import { actWords, valueWords } from "../src/history/words";
import type { ClauseView } from "../src/ground/operations";

test("a day is read as people type it", () => {
  for (const text of ["2026-10-06", "6.10.2026", "06. 10. 2026", "6 Oct 2026", "6 october 2026", "6. Oct. 2026"]) expect(readDay(text), text).toBe("2026-10-06");
  for (const text of ["6 Oct", "6.10.", "6.10"]) expect(readDay(text, "2026-01-01"), text).toBe("2026-10-06");
});

test("a day that is not in the calendar, or could be two days, is not guessed", () => {
  for (const text of ["2026-02-30", "31.4.2026", "6/10/2026", "10/6/2026", "tomorrow", "", "6 Foo 2026", "0.1.2026"]) expect(readDay(text, "2026-01-01"), text).toBeUndefined();
});

test("a time is read as people type it", () => {
  expect(["14:03", "14.03", "1403", "9", "24:00", "9:75"].map(readTime)).toEqual(["14:03", "14:03", "14:03", "09:00", undefined, undefined]);
});

test("a month's weeks begin on Monday and hold every day", () => {
  const october = weeks(2026, 10);
  expect(october[0]?.[0]).toBe("2026-09-28");
  expect(october.flat()).toContain("2026-10-31");
  expect(weeks(2027, 2).flat()).toContain("2027-02-28");
  expect(shift("2026-12-31", 1)).toBe("2027-01-01");
});

test("days are told as short as can be without doubt", () => {
  expect(day("2026-10-06")).toBe("6 Oct 2026");
  expect(days("2026-10-05", "2026-10-07")).toBe("5–7 Oct 2026");
  expect(days("2026-09-30", "2026-10-02")).toBe("30 Sep – 2 Oct 2026");
  expect(days("2026-12-30", "2027-01-02")).toBe("30 Dec 2026 – 2 Jan 2027");
  expect(days("2026-10-05", "2026-10-05")).toBe("5 Oct 2026");
});

test("an address is read as it was written, whatever stands in it", () => {
  const { path, query } = parse(href("standards", "iso20000-1:2018+a1", "8.3.4 / ü", { filter: "mine & yours", none: undefined }));
  expect(path).toEqual(["standards", "iso20000-1:2018+a1", "8.3.4 / ü"]);
  expect(query.get("filter")).toBe("mine & yours");
  expect(query.has("none")).toBe(false);
  expect(parse("#/%E0%A4%A").path, "a broken address is no crash").toEqual(["%E0%A4%A"]);
});

test("clause 8.1 does not hold clause 8.10", () => {
  const unit = (number: string, kind: ClauseView["kind"] = "auditable"): ClauseView => ({ number, kind }) as ClauseView;
  expect(unitsWithin([unit("8", "heading"), unit("8.1"), unit("8.1.1"), unit("8.10")], "8.1")).toEqual(["8.1", "8.1.1"]);
});

test("sizes, initials, acts and values have plain words", () => {
  expect([size(12), size(183_220), size(1_400_000)]).toEqual(["12 B", "183 kB", "1.4 MB"]);
  expect(initials("Jonas Berg")).toBe("JB");
  expect(withDays("owner of 8.5.1.1 until 2025-12-31")).toBe("owner of 8.5.1.1 until 31 Dec 2025");
  expect(actWords("finding.raise")).toBe("raised a finding");
  expect(actWords("sampling.draw")).toBe("draw (sampling)");
  expect([valueWords(null), valueWords(true), valueWords(["8.6.1", "8.6.2"]), valueWords("not_applicable")]).toEqual(["nothing", "yes", "8.6.1, 8.6.2", "not applicable"]);
});

test("under its day a moment is told by its hour alone", () => {
  expect(hour("2026-10-06T14:03:22.000Z")).toMatch(/^\d\d:\d\d$/);
  expect(hour(undefined)).toBe("");
});
