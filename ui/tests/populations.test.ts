// The screens of a population, with a stand-in at the counter.
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answerWith, speak } from "../src/ground/call";
import { forget } from "../src/population/arriving.svelte";
import PopulationsPart from "../src/population/PopulationsPart.svelte";
import type { Look, Pack, PopulationView, Ran, Recognised } from "../src/population/types";
import { anAudit } from "./world";

const SHAPE: PopulationView["shape"] = {
  layout: { file: "text", encoding: "utf8", delimiter: ",", quote: '"', header_row: 1, decimal: "point" },
  columns: [
    { name: "number", header: "number", kind: "text", form: "" },
    { name: "opened_at", header: "opened_at", kind: "moment", form: "YYYY-MM-DD HH:MM:SS" },
    { name: "priority", header: "priority", kind: "text", form: "" },
  ],
};
function aPopulation(over: Partial<PopulationView> = {}): PopulationView {
  return {
    id: "p1", audit: "a1", reference: "IA-2026-03-P-01", title: "Incidents 2025", record_type: "incident", tool: "ServiceNow", query: "active=true", supplied_by: "Marta Zielinska", timezone: "", file_name: "incidents.csv", sha256: "ab".repeat(32), size_bytes: 1200,
    shape: SHAPE, mapping: { record_id: "number", opened_at: "opened_at", priority: "priority" }, rows: 4812, set_aside_count: 1, set_aside: [{ row: 17, reason: "has 11 cells, the header has 12" }], duplicates: 2, unreadable_cells: 0, unreadable: [], tool_count: 4811, completeness: "",
    brought_at: "2026-10-06T13:20:00.000Z", brought_by_name: "Jonas Berg", withdrawn_reason: "", records: 4809, count_agrees: false, noun: "incident", nouns: "incidents", samples: [], tests: [], locked: false,
    ready: { runnable: [{ id: "incident.closed-before-opened", title: "Closed before it was opened", rule: "closed_at < opened_at", meaning: "The times contradict each other." }], lacking: [{ id: "incident.late", title: "Late", fields: ["due_at"], period: false }] }, stratify_by: ["priority"], ...over,
  };
}
const SEEN: Recognised = {
  shape: SHAPE, doubts: [{ code: "table.day-or-month", column: "opened_at", message: "Days and months of opened_at can’t be told apart.", remedy: "Choose how they are written." }], preview: [["INC1", "2025-01-02 10:00:00", "1"], ["INC2", "2025-01-03 10:00:00", "2"]], sheets: [], file_name: "incidents.csv", size_bytes: 1200,
  proposal: { tool: "ServiceNow", mapping: { record_id: "number" }, asks: [{ id: "x.asks", column: "priority", field: "sla_resolution_met", question: "Does yes mean that the target was met?", choices: [{ answer: "met", label: "Met", field: "sla_resolution_met" }, { answer: "unknown", label: "Not known" }] }], notes: ["Lists stop at 10,000 rows."] }, forms: ["YYYY-MM-DD HH:MM:SS", "DD/MM/YYYY"],
};
const PACK: Pack = { word: "incident", singular: "incident", plural: "incidents", ask_for: "All incidents that were open in the period, as one list.", columns: [{ field: "record_id", needed: true, holds: "Number" }, { field: "closed_at", needed: true, holds: "Closed" }], stratify_by: [{ field: "priority", by: "priority" }], take_all: [], attributes: [{ name: "Closing", guidance: "Closed with agreement." }], tests: [] };
const LOOK: Look = {
  rows: 4811, id_column: "number", empty_ids: { count: 1, first: [9] }, duplicates: { ids: 1, rows: 3, first: [{ id: "INC7", rows: { count: 3, first: [2, 4, 9] } }] },
  numbering: [{ prefix: "INC", numbers: 4800, lowest: "INC0001", highest: "INC4812", missing: 12, gap_count: 3, gaps: [{ from: "INC0100", to: "INC0104", missing: 5 }] }], all_ids_seen: true,
  columns: [
    { column: "opened_at", kind: "moment", filled: 4811, empty: 0, distinct: 0, more_distinct: false, values: [], other_rows: 0, earliest: "2024-12-31 10:00:00", latest: "2025-03-31 09:00:00", months: [{ month: "2024-12", rows: 3 }, { month: "2025-03", rows: 4808 }], unreadable: { count: 0, first: [] } },
    { column: "priority", kind: "text", filled: 4800, empty: 11, distinct: 2, more_distinct: false, values: [{ value: "2 - High", rows: 4000 }, { value: "1 - Critical", rows: 800 }], other_rows: 0, months: [], unreadable: { count: 0, first: [] } },
  ],
  outside: { field: "opened_at", column: "opened_at", from: "2025-01-01", to: "2025-12-31", within: 4808, before: 3, after: 0, empty: 0, unreadable: 0, first: [{ row: 5, id: "INC3", moment: "2024-12-31 10:00:00" }] },
};
const RAN: Ran = { rule: "closed_at < opened_at", filter: "", rows: 4811, hit_count: 1, unreadable: [{ column: "opened_at", cells: 2 }], hits: [{ row: 12, record_id: "INC11" }], columns: ["number", "opened_at", "priority"], cells: { "12": ["INC11", "2025-02-01 10:00:00", "1 - Critical"] } };
const refusal = { code: "population.no-supplier", message: "It is not said who supplied it.", remedy: "Write the name.", severity: "refusal" };

type Answers = Record<string, (request: never) => unknown>;
let calls: { name: string; request: Record<string, unknown> }[] = [];
/** Lets the desk answer like this. */
function answering(answers: Answers): void {
  const usual: Answers = {
    "population.list": () => [], "pack.view": () => [PACK], "pack.list": () => [{ clause: "8.6.1", title: "Incident management", packs: [PACK] }], "population.recognise": () => SEEN, "population.look": () => LOOK, "population.run-rule": () => RAN,
    "population.check-rule": ({ rule }: { rule: string }) => ({ rule }), "population.rows": ({ from = 0 }: { from?: number }) => ({ columns: ["number", "opened_at", "priority"], matching: 4811, rows: Array.from({ length: 200 }, (_, index) => ({ row: from + index + 2, cells: [`INC${from + index}`, "2025-01-02 10:00:00", "1"] })) }),
    "checklist.view": () => ({ questions: [] }), "workspace.status": () => ({}),
  };
  answerWith({
    call: async (name, request) => {
      calls.push({ name, request: request as Record<string, unknown> });
      const answer = { ...usual, ...answers }[name];
      if (!answer) throw { code: "test", message: `Nobody answers ${name}.`, remedy: "", severity: "fault" };
      return answer(request as never);
    },
    command: async (name) => (name === "pick_file" ? "/exports/incidents.csv" : null),
  });
}
const asked = (name: string): Record<string, unknown> | undefined => calls.findLast((call) => call.name === name)?.request;

const props = (selected?: string, more = {}) => ({ audit: anAudit({ period_from: "2025-01-01", period_to: "2025-12-31" }), locked: false, selected, onselect: vi.fn(), onsample: vi.fn(), ...more });
/** What axe finds in what is shown, as far as it can be judged without a layout. */
async function judged(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

// Axe reads the whole page, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 8_000 });

beforeEach(() => {
  calls = [];
  answering({});
});
afterEach(() => {
  cleanup();
  forget("a1");
});

test("without populations the screen says what they are for and offers the first step", async () => {
  const given = props();
  render(PopulationsPart, given);
  await screen.findByText("No records brought in yet");
  expect(await judged()).toEqual([]);
  await fireEvent.click(screen.getByTestId("population-new"));
  expect(given.onselect).toHaveBeenCalledWith("new");
});

test("a file is chosen, read, told and frozen; a refusal leaves all that was typed", async () => {
  const frozen = vi.fn((): PopulationView => aPopulation());
  frozen.mockImplementationOnce(() => {
    throw refusal;
  });
  answering({ "population.bring-in": frozen });
  const given = props("new");
  render(PopulationsPart, given);
  await fireEvent.click(await screen.findByTestId("bring-choose"));
  await screen.findByText("Days and months of opened_at can’t be told apart.");
  expect(screen.getByTestId("bring-missing").textContent).toContain("a title, who supplied it");
  expect(screen.getByTestId<HTMLButtonElement>("bring-freeze").disabled).toBe(true);

  await fireEvent.input(screen.getByTestId("bring-title"), { target: { value: "Incidents 2025" } });
  await fireEvent.input(screen.getByTestId("bring-supplier"), { target: { value: "Marta" } });
  await fireEvent.click(screen.getByRole("button", { name: "Met" }));
  expect(await judged()).toEqual([]);
  await fireEvent.click(screen.getByTestId("bring-freeze"));
  await screen.findByText("It is not said who supplied it.");
  expect(screen.getByTestId<HTMLInputElement>("bring-title").value).toBe("Incidents 2025");

  await fireEvent.click(screen.getByTestId("bring-freeze"));
  await waitFor(() => expect(given.onselect).toHaveBeenCalledWith("p1"));
  expect(asked("population.bring-in")).toMatchObject({ title: "Incidents 2025", supplied_by: "Marta", tool: "ServiceNow", mapping: { record_id: "number", sla_resolution_met: "priority" }, shape: SHAPE });
});

test("choosing what one row is asks again and lists the fields that are still without a column", async () => {
  render(PopulationsPart, props("new"));
  await fireEvent.click(await screen.findByTestId("bring-choose"));
  await fireEvent.change(await screen.findByTestId("bring-kind"), { target: { value: "incident" } });
  await waitFor(() => expect(asked("population.recognise")).toMatchObject({ record_type: "incident" }));
  expect(screen.getByText(/1 of 2 fields that tests of incidents need/)).toBeTruthy();
  await fireEvent.change(screen.getByTestId("field-closed_at"), { target: { value: "opened_at" } });
  expect(screen.getByText(/Everything that tests of incidents need/)).toBeTruthy();
});

test("a file that is dropped on the window is read", async () => {
  const given = props();
  render(PopulationsPart, given);
  await screen.findByText("No records brought in yet");
  speak("tauri://drag-drop", { paths: ["/exports/dropped.csv"] });
  await waitFor(() => expect(asked("population.recognise")).toMatchObject({ path: "/exports/dropped.csv" }));
  expect(given.onselect).toHaveBeenCalledWith("new");
});

test("a population shows that its count differs, and which rows were set aside and why", async () => {
  answering({ "population.list": () => [aPopulation()] });
  render(PopulationsPart, props("p1"));
  await screen.findByText(/the tool showed 4,811, the file has 1 more/);
  expect(screen.getByText("has 11 cells, the header has 12")).toBeTruthy();
  expect(screen.getByText("ab".repeat(32))).toBeTruthy();
  expect(await judged()).toEqual([]);
});

test("where a signed report stands nothing can be changed", async () => {
  answering({ "population.list": () => [aPopulation()] });
  render(PopulationsPart, props("p1", { locked: true }));
  await screen.findByText(/the tool showed 4,811/);
  expect(screen.queryByTestId("population-new")).toBeNull();
  expect(screen.queryByTestId("population-withdraw")).toBeNull();
  expect(screen.queryByTestId("population-sample")).toBeNull();
  expect(screen.getByTestId<HTMLInputElement>("population-title").readOnly).toBe(true);
});

test("a bar narrows the look, and what lies outside the period can be left out", async () => {
  answering({ "population.list": () => [aPopulation()] });
  render(PopulationsPart, props("p1~look"));
  await screen.findByText(/3 rows lie outside the audit’s period 1 Jan – 31 Dec 2025/);
  expect(screen.getByText(/12 of 4,812 numbers between INC0001 and INC4812 are missing, in 3 gaps/)).toBeTruthy();
  expect(await judged()).toEqual([]);
  await fireEvent.click(screen.getByRole("button", { name: /^1 - Critical/ }));
  await waitFor(() => expect(asked("population.look")).toMatchObject({ filter: 'priority = "1 - Critical"' }));
  await fireEvent.click(screen.getByRole("button", { name: "Leave them out" }));
  await waitFor(() => expect(asked("population.look")).toMatchObject({ filter: '(priority = "1 - Critical") and (opened_at >= 2025-01-01 and opened_at <= 2025-12-31)' }));
});

test("rows are asked for by page, with the words that are looked for", async () => {
  answering({ "population.list": () => [aPopulation()] });
  render(PopulationsPart, props("p1~rows"));
  await screen.findByText("4,811 rows");
  expect(asked("population.rows")).toMatchObject({ population: "p1", filter: "", holding: "", from: 0, limit: 200 });
  const table = screen.getByTestId("population-rows-table");
  expect(table.getAttribute("aria-rowcount")).toBe("4812");
  expect(table.querySelectorAll(".line").length).toBeLessThan(80);
  expect(await judged()).toEqual([]);
  await fireEvent.keyDown(table, { key: "ArrowDown" });
  await fireEvent.keyDown(table, { key: "Enter" });
  expect(screen.getByRole("region", { name: "Row 3" })).toBeTruthy();
  await fireEvent.input(screen.getByTestId("rows-words"), { target: { value: "printer" } });
  await waitFor(() => expect(asked("population.rows")).toMatchObject({ holding: "printer" }), { timeout: 2000 });
});

test("a ready test is run, its hits are shown as records to look at, kept, and taken as a sample", async () => {
  const kept = vi.fn(() => aPopulation());
  answering({ "population.list": () => [aPopulation()], "population.keep-test": kept });
  const given = props("p1~tests");
  render(PopulationsPart, given);
  await fireEvent.click(await screen.findByTestId("ready-incident.closed-before-opened"));
  await screen.findByText("1 of 4,811 rows hit");
  expect(screen.getByText(/records to look at, no verdict/)).toBeTruthy();
  expect(screen.getByText(/2 cells of opened_at could not be read/)).toBeTruthy();
  expect(screen.getByText(/No column holds due\./)).toBeTruthy();
  expect(await judged()).toEqual([]);
  await fireEvent.click(screen.getByTestId("tests-keep"));
  await waitFor(() => expect(asked("population.keep-test")).toEqual({ population: "p1", title: "Closed before it was opened", rule: "closed_at < opened_at", filter: "" }));
  await fireEvent.click(screen.getByTestId("tests-sample"));
  expect(given.onsample).toHaveBeenCalledWith("p1", expect.objectContaining({ records: ["INC11"], title: "Closed before it was opened" }));
});

test("a rule that is refused says what is wrong and shows the place", async () => {
  answering({
    "population.list": () => [aPopulation()],
    "population.check-rule": () => {
      throw { code: "rule.expected", message: "At character 12 the rule has nothing, where a value is expected.", remedy: "Write a text in quotes.", severity: "refusal" };
    },
  });
  render(PopulationsPart, props("p1~tests"));
  const field = await screen.findByTestId<HTMLTextAreaElement>("tests-rule");
  await fireEvent.input(field, { target: { value: "priority = x" } });
  await screen.findByText(/At character 12/);
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await fireEvent.click(screen.getByRole("button", { name: "Show the place" }));
  expect([field.selectionStart, field.selectionEnd]).toEqual([11, 12]);
});

test("what to ask for begins bringing such records in", async () => {
  const given = props("ask");
  render(PopulationsPart, given);
  await screen.findByText("All incidents that were open in the period, as one list.");
  expect(await judged()).toEqual([]);
  await fireEvent.click(screen.getByTestId("pack-bring-incident"));
  expect(given.onselect).toHaveBeenCalledWith("new");
});
