import { readFileSync } from "node:fs";
import { alikeEverywhere, spans } from "../src/population/charts";
import { firstShown, widths } from "../src/population/columns";
import { FIELDS } from "../src/population/fields";
import { hitWords, sampleOf } from "../src/population/hits";
import { fieldOf, give, mapped } from "../src/population/mapping";
import { chapters, clausesOf, mailText } from "../src/population/packs";
import { placeOf, shownBy } from "../src/population/place";
import { both, equals, indexOf, inSpan, named, outside, placeOf as placeIn, quoted } from "../src/population/rules";
import { HIGHEST, sight, stretched } from "../src/population/stretch";
import type { ClausePacks, Pack } from "../src/population/types";
import { delimiters, many, NO_QUOTE, quoteMeant, quotes, quoteShown, share, thousands } from "../src/population/words";

const COLUMNS = ["number", "opened_at", "closed_at", "Custom [1]"];
const MAPPING = { record_id: "number", opened_at: "opened_at" };

test("a field given to another column leaves the one it had, and no column holds two fields", () => {
  const proposed = { record_id: "number", opened_at: "opened_at", closed_at: "closed_at" };

  expect(mapped(proposed, [{ column: "closed_at", field: "opened_at" }], COLUMNS)).toEqual({ record_id: "number", opened_at: "closed_at" });
  expect(mapped(proposed, [{ column: "number", field: undefined }], COLUMNS)).toEqual({ opened_at: "opened_at", closed_at: "closed_at" });
  expect(mapped(proposed, [{ column: "number", field: "title" }, { column: "closed_at", field: "title" }], COLUMNS), "the later decision stands").toEqual({ opened_at: "opened_at", title: "closed_at" });
});

test("a decision about a column that the file no longer has means nothing", () => {
  expect(mapped({ record_id: "number", status: "gone" }, [{ column: "gone too", field: "title" }], COLUMNS)).toEqual({ record_id: "number" });
});

test("taking a column from a field leaves the column without one", () => {
  expect(give("record_id", undefined, MAPPING)).toEqual({ column: "number", field: undefined });
  expect(give("title", undefined, MAPPING), "a field without a column has nothing to lose").toBeUndefined();
  expect(give("title", "closed_at", MAPPING)).toEqual({ column: "closed_at", field: "title" });
  expect(fieldOf("number", MAPPING)).toBe("record_id");
});

test("a rule names a column by its field, or in brackets with a bracket doubled", () => {
  expect(named("number", MAPPING)).toBe("record_id");
  expect(named("Custom [1]", MAPPING)).toBe("[Custom [1]]]");
  expect(quoted('the "big" one')).toBe('"the ""big"" one"');
  expect(equals("number", "INC1", MAPPING)).toBe('record_id = "INC1"');
  expect(equals("number", "x".repeat(900), MAPPING), "a long text is asked for by its beginning").toBe(`record_id starts with "${"x".repeat(200)}"`);
  expect(equals("closed_at", " ", MAPPING)).toBe("[closed_at] is empty");
});

test("a month ends where the next one begins, also at the end of a year", () => {
  expect(inSpan("opened_at", "2025-01", MAPPING)).toBe("opened_at >= 2025-01-01 and opened_at < 2025-02-01");
  expect(inSpan("opened_at", "2025-12", MAPPING)).toBe("opened_at >= 2025-12-01 and opened_at < 2026-01-01");
  expect(inSpan("opened_at", "2025-Q4", MAPPING)).toBe("opened_at >= 2025-10-01 and opened_at < 2026-01-01");
  expect(inSpan("opened_at", "2025", MAPPING)).toBe("opened_at >= 2025-01-01 and opened_at < 2026-01-01");
  expect(outside("opened_at", "2025-01-01", "2025-12-31", MAPPING)).toBe("opened_at < 2025-01-01 or opened_at > 2025-12-31");
});

test("months without any row stand in the chart; many months become quarters, and many of those years", () => {
  expect(spans([{ month: "2024-11", rows: 3 }, { month: "2025-02", rows: 4 }])).toEqual([
    { span: "2024-11", label: "Nov 2024", rows: 3 }, { span: "2024-12", label: "Dec 2024", rows: 0 }, { span: "2025-01", label: "Jan 2025", rows: 0 }, { span: "2025-02", label: "Feb 2025", rows: 4 },
  ]);
  expect(spans([{ month: "2015-01", rows: 1 }, { month: "2015-07", rows: 2 }, { month: "2017-03", rows: 4 }, { month: "2025-12", rows: 8 }]).map(({ span, rows }) => `${span} ${rows}`).slice(0, 3)).toEqual(["2015 3", "2016 0", "2017 4"]);
  expect(spans([{ month: "2024-11", rows: 3 }, { month: "2025-10", rows: 4 }])).toHaveLength(12);
  expect(spans([{ month: "2024-11", rows: 3 }, { month: "2025-01", rows: 1 }, { month: "2025-03", rows: 1 }, { month: "2025-11", rows: 4 }])).toEqual([
    { span: "2024-Q4", label: "Q4 2024", rows: 3 }, { span: "2025-Q1", label: "Q1 2025", rows: 2 }, { span: "2025-Q2", label: "Q2 2025", rows: 0 }, { span: "2025-Q3", label: "Q3 2025", rows: 0 }, { span: "2025-Q4", label: "Q4 2025", rows: 4 },
  ]);
  expect(spans([])).toEqual([]);
  expect(spans([{ month: "0001-01", rows: 1 }, { month: "9999-12", rows: 1 }]).length, "a mistyped year draws no ten thousand bars").toBeLessThan(70);
});

test("a column whose rows nearly all differ says nothing as a chart", () => {
  const column = { column: "c", kind: "text" as const, filled: 1000, empty: 0, distinct: 990, more_distinct: false, values: [], other_rows: 0, months: [], unreadable: { count: 0, first: [] } };
  expect(alikeEverywhere(column)).toBe(true);
  expect(alikeEverywhere({ ...column, distinct: 12 })).toBe(false);
  expect(alikeEverywhere({ ...column, filled: 8, distinct: 8 }), "few rows can be told apart by eye").toBe(false);
  expect(alikeEverywhere({ ...column, kind: "moment" })).toBe(false);
  expect(alikeEverywhere({ ...column, filled: 1_000_000, distinct: 10_000, more_distinct: true })).toBe(true);
});

test("two rules together keep an or inside apart", () => {
  expect(both("a = 1 or b = 2", "c = 3")).toBe("(a = 1 or b = 2) and (c = 3)");
  expect(both("  ", "c = 3")).toBe("c = 3");
});

test("the place that a refusal names is found in the text, whatever letters stand before it", () => {
  const problem = { code: "rule.expected", message: "At character 14 the rule has “and”, where a value is expected.", remedy: "", severity: "refusal" as const };
  expect(placeIn(problem)).toBe(13);
  expect(placeIn({ ...problem, message: "The rule has no words." })).toBeUndefined();
  expect(indexOf("😀 = and", 4), "a letter outside the first plane counts once for the desk and twice for the window").toBe(5);
});

test("numbers and shares are shown alike on every system, and something is never shown as nothing", () => {
  expect(thousands(4812)).toBe("4,812");
  expect(thousands(1234567)).toBe("1,234,567");
  expect(thousands(-12)).toBe("−12");
  expect(many(1, "row")).toBe("1 row");
  expect(share(1, 4812)).toBe("< 0.1 %");
  expect(share(0, 0)).toBe("0 %");
  expect(share(4811, 4812)).toBe("> 99.9 %");
  expect(share(4812, 4812)).toBe("100 %");
});

test("a sign that nobody listed is shown as it is, and no quotes survive a select box", () => {
  expect(delimiters("~").at(-1)).toEqual({ value: "~", label: "~" });
  expect(delimiters("\t").map(({ label }) => label)).toContain("Tab");
  expect(quotes(NO_QUOTE).map(({ value }) => value)).not.toContain(NO_QUOTE);
  expect(quoteMeant(quoteShown(NO_QUOTE))).toBe(NO_QUOTE);
  expect(quoteMeant(quoteShown('"'))).toBe('"');
});

test("the fields of the screen are the fields of the program, under the same names", () => {
  const file = JSON.parse(readFileSync("../src-tauri/crates/population/data/profiles.json", "utf8")) as { fields: { name: string; label: string }[] };
  expect(FIELDS.map(({ name, label }) => ({ name, label }))).toEqual(file.fields.map(({ name, label }) => ({ name, label })));
});

test("of very many columns those with a meaning are shown first, in the order of the file", () => {
  const columns = Array.from({ length: 60 }, (_, index) => `c${index}`);
  const shown = firstShown(columns, { record_id: "c59", title: "c30" }, 10);
  expect(shown).toHaveLength(10);
  expect(shown.slice(-2)).toEqual(["c30", "c59"]);
  expect(firstShown(columns.slice(0, 8), {})).toEqual(columns.slice(0, 8));
});

test("a column is as wide as its cells, within reason", () => {
  const [narrow, wide] = widths(["id", "text"], [0, 1], [{ row: 2, cells: ["1", "x".repeat(4000)] }]);
  expect(narrow).toBeLessThan(90);
  expect(wide).toBeLessThanOrEqual(280);
  expect(widths(["gone"], [-1], [{ row: 2, cells: ["1"] }])[0]).toBeGreaterThan(0);
});

test("the last row of any table can be reached, and the rows drawn are where the eye is", () => {
  for (const total of [1, 300, 571_428, 1_000_000, 5_000_000]) {
    const room = 500;
    const tall = Math.min(HIGHEST, total * 28);
    const most = Math.max(0, tall - room);
    for (const top of [0, most / 3, most]) {
      const { from, to, offset, by } = stretched({ total, rowHeight: 28, room, top });
      const first = Math.floor((top * by) / 28);
      expect(from, `${total} at ${top}`).toBeLessThanOrEqual(first);
      expect(to).toBeGreaterThanOrEqual(Math.min(total, first + Math.floor(room / 28)));
      expect(offset + (first - from) * 28, "the first row in sight is drawn at the top of the box").toBeGreaterThan(top - 28.001);
      expect(offset + (first - from) * 28).toBeLessThanOrEqual(top + 0.001);
    }
    expect(stretched({ total, rowHeight: 28, room, top: most }).to).toBe(total);
  }
});

test("a row is brought into sight by the least move, also in a table that is stretched", () => {
  const given = { rowHeight: 28, room: 500 };
  expect(sight({ ...given, place: 3, top: 0, by: 1 })).toBeUndefined();
  expect(sight({ ...given, place: 0, top: 900, by: 1 })).toBe(0);
  expect(sight({ ...given, place: 100, top: 0, by: 1 })).toBe(101 * 28 - 500);
  const total = 2_000_000;
  const by = stretched({ total, ...given, top: 0 }).by;
  const top = sight({ ...given, place: total - 1, top: 0, by }) ?? 0;
  expect(stretched({ total, ...given, top }).to).toBe(total);
});

test("an address names a part of a population, and an unknown part is the first", () => {
  expect(shownBy(undefined)).toEqual({ what: "nothing" });
  expect(shownBy("new")).toEqual({ what: "new" });
  expect(shownBy(placeOf("p1", "rows"))).toEqual({ what: "population", id: "p1", part: "rows" });
  expect(shownBy("p1~nonsense")).toEqual({ what: "population", id: "p1", part: "facts" });
});

test("hits become a sample of the records, each once, and say when they are only the first", () => {
  expect(hitWords(12, 4812)).toBe("12 of 4,812 rows hit");
  expect(hitWords(0, 1)).toBe("No hit in 1 row");
  const preset = sampleOf({ title: "Late", rule: "closed_at > due_at", filter: "", hits: [{ row: 2, record_id: "INC1" }, { row: 9, record_id: "INC1" }, { row: 3, record_id: "INC2" }], hit_count: 900 });
  expect(preset.records).toEqual(["INC1", "INC2"]);
  expect(preset.rationale).toBe("Hit by the rule closed_at > due_at, the first 3 of 900.");
  expect("filter" in preset).toBe(false);
});

function aPack(word: string): Pack {
  return { word, singular: word, plural: `${word}s`, ask_for: `All ${word}s of the period.`, columns: [{ field: "record_id", needed: true, holds: "Number" }, { field: "title", holds: "Title", needed: false }], stratify_by: [], take_all: [], attributes: [], tests: [] };
}
const CLAUSES: ClausePacks[] = [
  { clause: "8.6.1", title: "Incident management", packs: [aPack("incident"), aPack("outage")] },
  { clause: "9.4", title: "Service reporting", packs: [aPack("incident")] },
];

test("records that several clauses need are told once and named where they come again", () => {
  expect(chapters(CLAUSES).map(({ entries }) => entries.map(({ pack, under }) => `${pack.word} ${under ?? "in full"}`))).toEqual([["incident in full", "outage in full"], ["incident 8.6.1"]]);
  expect(clausesOf("incident", CLAUSES)).toEqual(["8.6.1", "9.4"]);
});

test("a mail asks for each sort of records once, with its columns, and for what makes an export evidence", () => {
  const mail = mailText({ reference: "IA-2026-03", title: "Suppliers", period_from: "2025-01-01", period_to: "2025-12-31" }, CLAUSES);
  expect(mail.match(/All incidents of the period\./g)).toHaveLength(1);
  expect(mail).toContain("1. Incidents (8.6.1, 9.4)");
  expect(mail).toContain("Period: 1 Jan – 31 Dec 2025");
  expect(mail).toContain("Columns that are needed: Number.");
  expect(mail).toContain("time zone");
  expect(mailText({ reference: "IA", title: "T" }, CLAUSES, "outage"), "what is filtered out is not asked for").not.toContain("Incidents");
});
