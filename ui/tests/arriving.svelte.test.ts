import { afterEach, beforeEach, vi } from "vitest";
import { Arriving, arrivingIn, countOf, forget, type Desk } from "../src/population/arriving.svelte";
import { PAGE_ROWS, RowPages } from "../src/population/row_pages.svelte";
import { REST_MS, RuleCheck } from "../src/population/rule_check.svelte";
import type { Pages, PopulationView, Recognised } from "../src/population/types";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function seen(over: Partial<Recognised> = {}, columns = ["number", "opened_at", "priority"]): Recognised {
  return {
    shape: { layout: { file: "text", encoding: "utf8", delimiter: ",", quote: '"', header_row: 1, decimal: "point" }, columns: columns.map((name) => ({ name, header: name, kind: "text", form: "" })) },
    doubts: [], preview: [["1", "2", "3"]], sheets: [], file_name: "incidents.csv", size_bytes: 10, proposal: { tool: "ServiceNow", mapping: { record_id: "number" }, asks: [], notes: [] }, forms: [], ...over,
  };
}
const refusal = { code: "population.no-supplier", message: "It is not said who supplied it.", remedy: "Write the name.", severity: "refusal" };
function aDesk(over: Partial<Desk> = {}): Desk {
  return { recognise: vi.fn(async () => seen()), bringIn: vi.fn(async () => ({ id: "p1", reference: "IA-P-01", rows: 1 }) as PopulationView), ...over };
}

test("a refusal takes nothing away that was typed or chosen", async () => {
  const desk = aDesk({ bringIn: vi.fn(() => Promise.reject(refusal)) });
  const arriving = new Arriving("a1", desk);
  await arriving.choose("/exports/incidents.csv");
  Object.assign(arriving, { title: "Incidents 2025", suppliedBy: "Marta", query: "active=true" });
  arriving.decide({ column: "priority", field: "priority" });

  expect(await arriving.freeze()).toBeUndefined();

  expect(arriving.refused?.code).toBe("population.no-supplier");
  expect([arriving.title, arriving.suppliedBy, arriving.query]).toEqual(["Incidents 2025", "Marta", "active=true"]);
  expect(arriving.mapping).toEqual({ record_id: "number", priority: "priority" });
  expect(arriving.freezing).toBe(false);
});

test("what is frozen is what was seen, with what was decided and told", async () => {
  const desk = aDesk();
  const arriving = new Arriving("a1", desk);
  await arriving.choose("/exports/incidents.csv");
  Object.assign(arriving, { title: " Incidents 2025 ", suppliedBy: "Marta", toolCount: "4,812" });
  arriving.decide({ column: "opened_at", field: "opened_at" });
  await arriving.freeze();

  expect(desk.bringIn).toHaveBeenCalledWith(expect.objectContaining({ audit: "a1", path: "/exports/incidents.csv", title: "Incidents 2025", tool: "ServiceNow", tool_count: 4812, shape: seen().shape, mapping: { record_id: "number", opened_at: "opened_at" } }));
});

test("what is still needed is said, and a count that is none is not sent", async () => {
  const arriving = new Arriving("a1", aDesk());
  await arriving.choose("/x.csv");
  expect(arriving.missing).toEqual(["a title", "who supplied it"]);
  Object.assign(arriving, { title: "x", suppliedBy: "y", toolCount: "about 4,000" });
  expect(arriving.missing).toEqual(["the count as a whole number"]);
});

test("reading the file otherwise drops what was said of columns by name, for the names may be others", async () => {
  const recognise = vi.fn(async () => seen());
  const arriving = new Arriving("a1", aDesk({ recognise }));
  await arriving.choose("/x.csv");
  await arriving.setForm("opened_at", "DD/MM/YYYY");
  expect(recognise).toHaveBeenLastCalledWith({ path: "/x.csv", record_type: "", corrections: { kinds: { opened_at: "moment" }, forms: { opened_at: "DD/MM/YYYY" } } });
  await arriving.correct({ delimiter: ";" });
  expect(recognise).toHaveBeenLastCalledWith({ path: "/x.csv", record_type: "", corrections: { delimiter: ";" } });
});

test("an answer that was overtaken by a later question is dropped", async () => {
  const answers: ((answer: Recognised) => void)[] = [];
  const arriving = new Arriving("a1", aDesk({ recognise: () => new Promise((resolve) => answers.push(resolve)) }));
  const [first, second] = [arriving.choose("/old.csv"), arriving.choose("/new.csv")];
  answers[1]?.(seen({ file_name: "new.csv" }));
  answers[0]?.(seen({ file_name: "old.csv" }));
  await Promise.all([first, second]);
  expect(arriving.seen?.file_name).toBe("new.csv");
});

test("a correction that is refused leaves the last preview standing", async () => {
  const recognise = vi.fn(async () => seen());
  const arriving = new Arriving("a1", aDesk({ recognise }));
  await arriving.choose("/x.csv");
  recognise.mockRejectedValueOnce({ ...refusal, code: "table.encoding" });
  await arriving.correct({ encoding: "utf16_le" });
  expect(arriving.unread?.code).toBe("table.encoding");
  expect(arriving.seen?.file_name).toBe("incidents.csv");
});

test("a tool that a person wrote is not replaced by the one that is recognised", async () => {
  const arriving = new Arriving("a1", aDesk());
  await arriving.choose("/x.csv");
  expect(arriving.tool).toBe("ServiceNow");
  arriving.writeTool("Own tool");
  await arriving.correct({ header_row: 2 });
  expect(arriving.tool).toBe("Own tool");
});

test("an answered question maps its column, and an answer that says nothing leaves it unmapped", async () => {
  const ask = { id: "itop.ttr", column: "priority", field: "sla_resolution_met", question: "What does yes mean?", choices: [{ answer: "met", label: "Met", field: "sla_resolution_met" }, { answer: "unknown", label: "I do not know" }] };
  const arriving = new Arriving("a1", aDesk({ recognise: async () => seen({ proposal: { mapping: {}, asks: [ask], notes: [] } }) }));
  await arriving.choose("/x.csv");
  expect(arriving.openAsks).toHaveLength(1);
  arriving.answer(ask, ask.choices[0]!);
  expect(arriving.openAsks).toHaveLength(0);
  expect(arriving.mapping).toEqual({ sla_resolution_met: "priority" });
  arriving.answer(ask, ask.choices[1]!);
  expect(arriving.mapping).toEqual({});
});

test("a file on its way waits while one looks at something else", async () => {
  const desk = aDesk();
  const first = arrivingIn("a9", desk);
  await first.choose("/x.csv");
  expect(arrivingIn("a9", desk)).toBe(first);
  forget("a9");
  expect(arrivingIn("a9", desk).begun).toBe(false);
});

test("a count is read as people write it", () => {
  for (const typed of ["4812", "4,812", "4.812", "4 812", "4\u202f812", "4’812", " 4812 "]) expect(countOf(typed), typed).toEqual({ fits: true, number: 4812 });
  expect(countOf("")).toEqual({ fits: true, number: undefined });
  for (const typed of ["48,12", "-3", "4.5", "many", "99999999999"]) expect(countOf(typed).fits, typed).toBe(false);
});

function page(from: number, limit: number, matching: number): Pages {
  return { columns: ["id"], matching, rows: Array.from({ length: Math.min(limit, matching - from) }, (_, index) => ({ row: from + index + 2, cells: [String(from + index)] })) };
}

test("only the rows in sight are asked for, and those scrolled past are not", async () => {
  const ask = vi.fn(async (from: number, limit: number) => page(from, limit, 100_000));
  const pages = new RowPages(ask);
  pages.begin();
  await vi.advanceTimersByTimeAsync(0);
  expect(pages.matching).toBe(100_000);
  for (let top = 0; top < 50_000; top += 1_000) pages.want(top, top + 30);
  await vi.advanceTimersByTimeAsync(500);

  expect(ask.mock.calls.map(([from]) => from)).toEqual([0, 49_000]);
  expect(pages.at(49_010)?.cells).toEqual(["49010"]);
  expect(pages.at(20_000)).toBeUndefined();
});

test("rows across two pages are asked for one after another", async () => {
  const ask = vi.fn(async (from: number, limit: number) => page(from, limit, 1_000));
  const pages = new RowPages(ask);
  pages.begin();
  await vi.advanceTimersByTimeAsync(0);
  pages.want(PAGE_ROWS * 2 - 5, PAGE_ROWS * 2 + 20);
  await vi.advanceTimersByTimeAsync(500);
  expect(ask.mock.calls.map(([from]) => from)).toEqual([0, PAGE_ROWS, PAGE_ROWS * 2]);
  expect(pages.at(PAGE_ROWS * 2)?.row).toBe(PAGE_ROWS * 2 + 2);
});

test("a question that nobody waits for any more changes nothing, and a refused one can be asked again", async () => {
  const closed = new RowPages(async (from, limit) => page(from, limit, 5));
  closed.begin();
  closed.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(closed.matching).toBeUndefined();

  const ask = vi.fn(async (from: number, limit: number) => page(from, limit, 5));
  ask.mockRejectedValueOnce(refusal);
  const pages = new RowPages(ask);
  pages.begin();
  await vi.advanceTimersByTimeAsync(0);
  expect(pages.problem?.code).toBe(refusal.code);
  pages.again();
  await vi.advanceTimersByTimeAsync(0);
  expect(pages.matching).toBe(5);
});

test("a rule is judged when the hand rests, and only as it stands then", async () => {
  const ask = vi.fn(async (rule: string) => ({ rule: rule.toLowerCase() }));
  const check = new RuleCheck(ask);
  for (const text of ["P", "PRI", "PRIORITY IS EMPTY"]) check.type(text);
  expect(check.judged).toBe(false);
  await vi.advanceTimersByTimeAsync(REST_MS);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(check.canonical).toBe("priority is empty");
});

test("an emptied rule has no problem, whatever an older answer says", async () => {
  let answer: (thrown: unknown) => void = () => undefined;
  const check = new RuleCheck(() => new Promise((_, reject) => (answer = reject)));
  check.type("nonsense =");
  await vi.advanceTimersByTimeAsync(REST_MS);
  check.type("");
  answer(refusal);
  await vi.advanceTimersByTimeAsync(0);
  expect(check.problem).toBeUndefined();
  expect(check.judged).toBe(true);
});
