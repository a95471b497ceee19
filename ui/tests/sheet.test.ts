// The sheet of a sample under an auditor's hands.
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { flushAll } from "../src/ground/autosave.svelte";
import { answerWith, speak } from "../src/ground/call";
import { operations } from "../src/ground/operations";
import SampleScreen from "../src/sample/SampleScreen.svelte";
import { cellName, chosen, firstOpen, firstWordless, step, telling } from "../src/sample/sheet";
import { SheetHand } from "../src/sample/sheet_hand.svelte";
import type { SampleView } from "../src/sample/nouns";
import { anAttribute, anItem, aPopulation, aSample, aSheet } from "./samples";
import { anAudit } from "./world";

const attributes = [anAttribute("t1", "Approved before implementation"), anAttribute("t2")];
const GRADES = [{ value: "minor" as const, label: "Minor nonconformity" }];

async function open(view: SampleView = aSample()) {
  const desk = aSheet(structuredClone(view));
  answerWith({ call: desk.call });
  const shown = render(SampleScreen, { audit: anAudit(), sample: view.id, populations: [aPopulation()], locked: false, grades: GRADES, onfinding: () => undefined });
  await screen.findByTestId("sheet");
  await tick();
  return { ...desk, shown };
}
const press = (key: string, target: Element | Document = document.activeElement ?? document.body, more: KeyboardEventInit = {}): Promise<boolean> => fireEvent.keyDown(target, { key, ...more });
const cell = (row: number, column: number): HTMLElement => screen.getByTestId(`cell-${row}-${column}`);
const at = (): string | null | undefined => document.activeElement?.getAttribute("data-testid");

describe("moving in the sheet", () => {
  it("goes from cell to cell and stops at the edges", () => {
    expect(step({ row: 0, column: 1 }, "ArrowDown", false, 3, 3, 10)).toEqual({ row: 1, column: 1 });
    expect(step({ row: 2, column: 2 }, "ArrowDown", false, 3, 3, 10)).toEqual({ row: 2, column: 2 });
    expect(step({ row: 0, column: 0 }, "ArrowLeft", false, 3, 3, 10)).toEqual({ row: 0, column: 0 });
    expect(step({ row: 0, column: 1 }, "End", true, 500, 9, 10)).toEqual({ row: 499, column: 8 });
    expect(step({ row: 4, column: 1 }, "PageDown", false, 500, 9, 20)).toEqual({ row: 24, column: 1 });
    expect(step({ row: 0, column: 0 }, "q", false, 3, 3, 10)).toBeUndefined();
  });

  it("names a cell by record, attribute and what was seen", () => {
    const item = anItem(1, { notes: { t1: "no ticket" }, cited: ["t1/e1", "t2/e1"] });
    expect(cellName(item, attributes[0]!, "fail")).toBe("INC0001, Approved before implementation: fail, with a note, 1 piece of evidence");
    expect(cellName(anItem(2), attributes[1]!, undefined)).toBe("INC0002, Attribute t2: open");
  });

  it("leaves the records a filter asks for, and never a replaced one", () => {
    const items = [
      anItem(1, { marks: { t1: "pass", t2: "pass" }, whole: "pass", tested_by: { t1: "Ewa" } }),
      anItem(2, { marks: { t1: "fail" }, whole: "fail", tested_by: { t1: "Jonas" } }),
      anItem(3),
      anItem(4, { replaced_reason: "test ticket" }),
    ];
    const ids = (which: Parameters<typeof chosen>[2], me = "Ewa"): string[] => chosen(items, attributes, which, me).map(({ id }) => id);
    expect(ids("all")).toEqual(["i1", "i2", "i3", "i4"]);
    expect(ids("open")).toEqual(["i2", "i3"]);
    expect(ids("failed")).toEqual(["i2"]);
    expect(ids("mine")).toEqual(["i1"]);
    expect(chosen(items, attributes, "mine", undefined)).toEqual([]);
  });

  it("finds the first open cell and the first failure that says nothing", () => {
    const items = [anItem(1, { marks: { t1: "fail", t2: "not_found" }, cited: ["t1/e1"] }), anItem(2, { marks: { t1: "fail" }, notes: { t1: " " } })];
    expect(firstOpen(items, attributes)).toEqual({ item: "i2", attribute: "t2" });
    expect(firstWordless(items, attributes)).toEqual({ item: "i2", attribute: "t1" });
    expect(firstOpen([], attributes)).toBeUndefined();
  });

  it("shows columns of the export that tell records apart", () => {
    const seen = (priority: string) => [{ column: "number", value: "INC0001" }, { column: "state", value: "Closed" }, { column: "priority", value: priority }];
    expect(telling([anItem(1, { seen: seen("1") }), anItem(2, { seen: seen("3") })], "")).toEqual(["number", "priority"].filter((name) => name !== "number" || true).slice(1));
    expect(telling([anItem(1, { seen: seen("1") }), anItem(2, { seen: seen("3") })], "priority")).toEqual([]);
  });
});

describe("filling the sheet", () => {
  it("passes with P and goes down, replacing the record and the foot alone", async () => {
    const { said } = await open();
    expect(at()).toBe("cell-1-1");
    await press("p");
    await waitFor(() => expect(at()).toBe("cell-2-1"));
    expect(said.filter(([name]) => name === "sample.mark")).toEqual([["sample.mark", { item: "i1", attribute: "t1", mark: "pass" }]]);
    await waitFor(() => expect(cell(1, 1).getAttribute("aria-label")).toBe("INC0001, Approved before implementation: pass"));
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(said.filter(([name]) => name === "sample.view")).toEqual([]);
  });

  it("asks what was seen when a cell fails, and Enter goes on to the next record", async () => {
    const { said } = await open();
    await press("f");
    const note = await screen.findByTestId("cell-note");
    await waitFor(() => expect(document.activeElement).toBe(note));
    await fireEvent.input(note, { target: { value: "No approval before the start" } });
    await press("Enter", note);
    await flushAll();
    await waitFor(() => expect(at()).toBe("cell-2-1"));
    expect(said.slice(0, 2)).toEqual([["sample.mark", { item: "i1", attribute: "t1", mark: "fail" }], ["sample.note", { item: "i1", attribute: "t1", text: "No approval before the start" }]]);
    await waitFor(() => expect(cell(1, 1).getAttribute("aria-label")).toBe("INC0001, Approved before implementation: fail, with a note"));
  });

  it("sends “not applicable” only with its reason", async () => {
    const { said } = await open();
    await press("x");
    const reason = await screen.findByTestId("cell-reason");
    await waitFor(() => expect(document.activeElement).toBe(reason));
    expect(said).toEqual([]);
    await press("Enter", reason);
    await screen.findByTestId("problem");
    expect(screen.getByTestId("problem").dataset.code).toBe("sample.reason-needed");
    expect(cell(1, 1).getAttribute("aria-label")).toContain("open");
    await fireEvent.input(screen.getByTestId("cell-reason"), { target: { value: "A standard change" } });
    await press("Enter", screen.getByTestId("cell-reason"));
    await waitFor(() => expect(at()).toBe("cell-2-1"));
    expect(said.at(-1)).toEqual(["sample.mark", { item: "i1", attribute: "t1", mark: "not_applicable", note: "A standard change" }]);
    expect(cell(1, 1).getAttribute("aria-label")).toContain("not applicable");
  });

  it("leaves the cell as it was when the reason is not given", async () => {
    const { said } = await open();
    await press("x");
    const reason = await screen.findByTestId("cell-reason");
    await press("Escape", reason);
    await waitFor(() => expect(at()).toBe("cell-1-1"));
    expect(screen.queryByTestId("cell-reason")).toBeNull();
    expect(said).toEqual([]);
  });

  it("takes a mark back with Delete", async () => {
    const view = aSample();
    view.items[0] = anItem(1, { marks: { t1: "pass" } });
    const { said } = await open(view);
    await press("Delete");
    await waitFor(() => expect(cell(1, 1).getAttribute("aria-label")).toContain("open"));
    expect(said[0]).toEqual(["sample.mark", { item: "i1", attribute: "t1" }]);
  });

  it("keeps every mark of a quick hand in its own cell", async () => {
    const { view } = await open();
    for (const key of ["p", "n", "p"]) await press(key);
    await waitFor(() => expect(view().items.map(({ marks }) => marks["t1"])).toEqual(["pass", "not_found", "pass"]));
  });

  it("changes nothing once it is concluded", async () => {
    const { said } = await open(aSample({ stage: "concluded" }));
    await press("p");
    await press("x");
    await press("Delete");
    expect(said).toEqual([]);
    expect(screen.getByTestId<HTMLButtonElement>("mark-p").disabled).toBe(true);
  });

  it("asks again when somebody else touched a record", async () => {
    const view = aSample();
    const desk = aSheet(structuredClone(view));
    let asked = 0;
    answerWith({ call: (name, request) => { asked += Number(name === "sample.view"); return desk.call(name, request); } });
    render(SampleScreen, { audit: anAudit(), sample: "s1", populations: [], locked: false, grades: GRADES, onfinding: () => undefined });
    await screen.findByTestId("sheet");
    expect(asked).toBe(1);
    speak("touched", ["sampled_item"]);
    await waitFor(() => expect(asked).toBe(2));
  });

  it("draws five hundred records of eight columns as a short page", async () => {
    const wide = Array.from({ length: 8 }, (_, index) => anAttribute(`t${index}`));
    await open(aSample({ attributes: wide, items: Array.from({ length: 500 }, (_, index) => anItem(index + 1)) }));
    const sheet = screen.getByTestId("sheet");
    expect(sheet.getAttribute("aria-rowcount")).toBe("501");
    expect(within(sheet).getAllByRole("row").length).toBeLessThan(60);
    await press("End", document.activeElement!, { ctrlKey: true });
    await waitFor(() => expect(at()).toBe("cell-500-8"));
    expect(sheet.querySelectorAll('[tabindex="0"]').length, "one cell can be reached with Tab").toBe(1);
  });

  it("has no fault that axe finds", async () => {
    await open();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
});

describe("the hand on the sheet", () => {
  it("shows a mark at once and takes it away when the desk refuses", async () => {
    const desk = aSheet(aSample());
    answerWith({ call: desk.call });
    const hand = new SheetHand(aSample(), operations.sample);
    desk.refuses("sample.concluded");
    const going = hand.mark("i1", "t1", "pass");
    expect(hand.markOf("i1", "t1")).toBe("pass");
    await expect(going).rejects.toMatchObject({ code: "sample.concluded" });
    expect(hand.markOf("i1", "t1")).toBeUndefined();
  });

  it("takes its own touches for its own, and the next one for news", async () => {
    const desk = aSheet(aSample());
    answerWith({ call: desk.call });
    const hand = new SheetHand(aSample(), operations.sample);
    let news = 0;
    const deaf = hand.follow(() => (news += 1));
    await hand.mark("i1", "t1", "pass");
    await hand.mark("i2", "t1", "pass");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(news).toBe(0);
    speak("touched", ["sampled_item"]);
    speak("touched", ["sampled_item"]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(news, "asked once for both").toBe(1);
    deaf();
  });
});
