// Planning a sample: sizes, seeds and what is missing.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { flushAll } from "../src/ground/autosave.svelte";
import { answerWith } from "../src/ground/call";
import { operations } from "../src/ground/operations";
import { chanceAt, inWords, path, ticks, x, y } from "../src/sample/curve";
import type { SampleView } from "../src/sample/nouns";
import { drawWords, equals, missing, narrowed, readCount, readPercent, recordNumbers, tooMany, type Said } from "../src/sample/plan";
import { PlanHand, type Plans } from "../src/sample/plan_hand.svelte";
import PlanScreen from "../src/sample/PlanScreen.svelte";
import { percent, short, thousands } from "../src/sample/words";
import { anAttribute, aPopulation, aSample } from "./samples";
import { anAudit } from "./world";

const said = (over: Partial<Said> = {}): Said => ({ title: "Incidents", method: "random", population: "p1", filter: "", stratum_column: "", strata: [], value_column: "", confidence: "95", tolerable: "5", expected: "", allowed: undefined, size: 40, rationale: "", seed: "x", seed_from: "", tested_for: "", ...over });

describe("what a plan needs", () => {
  it("names what is missing for each method, and nothing else", () => {
    expect(missing(said(), 0, 1)).toEqual([]);
    expect(missing(said({ title: " ", size: 0, seed: "" }), 0, 1)).toEqual(["a title", "how many records", "a seed"]);
    expect(missing(said({ method: "stratified" }), 0, 1)).toEqual(["the column of the strata", "how many records"]);
    expect(missing(said({ method: "stratified", stratum_column: "priority", strata: [{ name: "1", population: 12, size: 4 }] }), 0, 1)).toEqual([]);
    expect(missing(said({ method: "mus" }), 0, 1)).toEqual(["the column of the amounts"]);
    expect(missing(said({ method: "all", size: 0, seed: "" }), 0, 1)).toEqual([]);
    expect(missing(said({ method: "judgement", population: undefined }), 0, 1)).toEqual(["the reason for these records", "at least one record"]);
    expect(missing(said({ method: "judgement", population: undefined, rationale: "Longest outages" }), 2, 1)).toEqual([]);
    expect(missing(said({ population: undefined }), 0, 1)).toEqual(["a population"]);
    expect(missing(said(), 0, 0)).toEqual(["something to test"]);
  });

  it("says on the button what it does", () => {
    expect(drawWords(said(), 0, 4812, "incident", "incidents")).toBe("Draw 40 incidents");
    expect(drawWords(said({ size: 1 }), 0, 4812, "incident", "incidents")).toBe("Draw 1 incident");
    expect(drawWords(said({ method: "all" }), 0, 4812, "incident", "incidents")).toBe("Take all 4,812 incidents");
    expect(drawWords(said({ method: "judgement" }), 1, undefined)).toBe("Take this 1 record");
    expect(drawWords(said({ method: "stratified", strata: [{ name: "1", population: 12, size: 4 }, { name: "2", population: 168, size: 8 }] }), 0, 180)).toBe("Draw 12 records");
  });
});

describe("what is typed", () => {
  it("reads record numbers as they are pasted, each once", () => {
    expect(recordNumbers("INC0001\r\nINC0002\n\n INC0001 \tINC0003; INC0004, 0017")).toEqual(["INC0001", "INC0002", "INC0003", "INC0004", "0017"]);
  });

  it("reads a percentage as the desk does and refuses what is none", () => {
    for (const [typed, read] of [["5", "5"], ["2,5", "2.5"], [" 95 % ", "95"], ["", null]] as const) expect(readPercent(typed)).toBe(read);
    for (const typed of ["five", "-1", "101", "1e1", "5%%", ".5"]) expect(() => readPercent(typed), typed).toThrow(expect.objectContaining({ code: "sampling.unreadable-percent" }));
  });

  it("reads a whole number and refuses what is none", () => {
    expect(readCount("4,812")).toBe(4812);
    expect(readCount(" ")).toBeNull();
    for (const typed of ["4.5", "-3", "many"]) expect(() => readCount(typed), typed).toThrow(expect.objectContaining({ code: "window.no-count" }));
  });

  it("makes a condition of a value, with its quotes doubled and its column named", () => {
    expect(equals("Prio", "priority", '1 - "Critical"')).toBe('priority = "1 - ""Critical"""');
    expect(equals("Custom field (Type)", undefined, " ")).toBe("[Custom field (Type)] is empty");
    expect(narrowed("", 'a = "1"')).toBe('a = "1"');
    expect(narrowed('a = "1" or b = "2"', 'c = "3"')).toBe('(a = "1" or b = "2") and c = "3"');
    expect(narrowed('a = "1"', 'c = "3"')).toBe('a = "1" and c = "3"');
  });

  it("says numbers as a person reads them", () => {
    expect([thousands(4812), thousands(999), thousands(1234567)]).toEqual(["4,812", "999", "1,234,567"]);
    expect([percent(0.274), percent(0.05), percent(0.0001), percent(0)]).toEqual(["27.4 %", "5 %", "under 0.1 %", "0 %"]);
    expect(tooMany("5", 4812, 241)).toBe("5 % of 4,812 is 241 records.");
    expect(tooMany("5", 12, 1, "changes")).toBe("5 % of 12 is 1 change.");
    expect(short("IA-2026-03-S-01")).toBe("S-01");
  });
});

describe("the curve", () => {
  const curve = Array.from({ length: 61 }, (_, index) => ({ rate: index / 400, chance_of_accepting: (1 - index / 400) ** 59 }));

  it("reads the chance off between two points", () => {
    expect(chanceAt(curve, 0.05)).toBeCloseTo(0.0485, 3);
    expect(chanceAt(curve, 0.9)).toBeUndefined();
  });

  it("says it in words too", () => {
    expect(inWords(curve, 0.05)).toBe("The sample would pass with 1 % wrong in 55.3 % of all draws, with 2.5 % wrong in 22.5 % of all draws and with 5 % wrong in 4.8 % of all draws.");
    expect(inWords([], 0.05)).toBe("");
  });

  it("stays on its paper", () => {
    expect(path(curve).startsWith(`M${x(0, 0.15)} ${y(1)}L`)).toBe(true);
    expect(y(2)).toBe(y(1));
    expect(x(9, 0.15)).toBe(x(0.15, 0.15));
    for (const most of [0.0001, 0.003, 0.15, 0.4, 1]) expect(ticks(most).length).toBeLessThanOrEqual(6);
  });
});

function aDesk() {
  const calls: string[] = [];
  let refuse = false;
  let view = aSample({ stage: "planned", items: [], title: "", size: 0, seed: "", attributes: [] });
  const desk: Plans = {
    async plan(request) {
      calls.push(`plan ${request.title}|${request.method}|${request.population ?? ""}|${(request.attributes ?? []).map(({ name }) => name).join()}|${request.tested_for ?? ""}`);
      await Promise.resolve();
      if (refuse) throw { code: "sample.no-population", message: "None is chosen.", remedy: "Bring the records in first.", severity: "refusal" };
      return (view = { ...view, title: request.title.trim(), method: request.method });
    },
    async change({ sample, called, ...rest }) {
      calls.push(`change ${sample} ${JSON.stringify({ ...(called && { called }), ...rest })}`);
      return (view = { ...view, ...(called && { title: called.trim() }), ...(rest.size && { size: rest.size }) } as SampleView);
    },
    async addAttribute({ name }) {
      calls.push(`attribute ${name}`);
      return view;
    },
  };
  return { desk, calls, refuses: (yes: boolean) => (refuse = yes) };
}

describe("the hand that plans", () => {
  it("plans nothing before there is a title, and tells it together with what waited", async () => {
    const { desk, calls } = aDesk();
    const hand = new PlanHand({ audit: "a1", population: "p1" }, desk);
    await hand.say({ tested_for: "Approved?" });
    await hand.test({ name: "Approved" });
    await hand.test({ name: "approved" });
    expect(calls).toEqual([]);
    await hand.say({ called: "Changes" });
    expect(calls).toEqual(["plan Changes|random|p1|Approved|Approved?"]);
    expect(hand.view?.id).toBe("s1");
  });

  it("plans one sample, however quickly one types on", async () => {
    const { desk, calls } = aDesk();
    const hand = new PlanHand({ audit: "a1", population: "p1" }, desk);
    await Promise.all([hand.say({ called: "Ch" }), hand.say({ called: "Changes" }), hand.say({ size: 40 })]);
    expect(calls.filter((call) => call.startsWith("plan"))).toHaveLength(1);
    expect(hand.said.title).toBe("Changes");
    expect(hand.said.size).toBe(40);
  });

  it("keeps what was said when the plan is refused, and plans when the reason is gone", async () => {
    const { desk, calls, refuses } = aDesk();
    refuses(true);
    const hand = new PlanHand({ audit: "a1", method: "random" }, desk);
    await expect(hand.say({ called: "Changes" })).rejects.toMatchObject({ code: "sample.no-population" });
    expect(hand.said.title).toBe("Changes");
    refuses(false);
    await hand.choose("p1", undefined);
    expect(calls.at(-1)).toBe("plan Changes|random|p1||");
  });

  it("keeps the blank at the end of a word that is still being typed", async () => {
    const { desk } = aDesk();
    const hand = new PlanHand({ audit: "a1", population: "p1" }, desk);
    await hand.say({ called: "Incidents " });
    expect(hand.view?.title).toBe("Incidents");
    expect(hand.said.title).toBe("Incidents ");
  });
});

describe("the plan on the screen", () => {
  function aWorld() {
    const asked: [string, Record<string, unknown>][] = [];
    let view = aSample({ stage: "planned", items: [], title: "", size: 0, seed: "", attributes: [], tolerable: "" });
    answerWith({
      async call(name, request) {
        const told = request as Record<string, unknown>;
        asked.push([name, told]);
        if (name === "checklist.view") return { audit: "a1", clauses: [], questions: [], answered: 0, of: 0, edition: "e", not_applicable_hint: "" };
        if (name === "sample.size") return { sample_size: 59, allowed_deviations: 0, deviations_in_population: 241, model: "hypergeometric", meaning: "If more than 5 % were wrong, you would see it.", curve: [] };
        if (name === "sample.plan") return (view = { ...view, title: String(told.title) });
        if (name === "sample.change") return (view = { ...view, ...(told as object), ...(told.called ? { title: String(told.called) } : {}) } as SampleView);
        if (name === "sample.add-attribute") return (view = { ...view, attributes: [anAttribute("t1", String(told.name))] });
        if (name === "sample.draw") return { ...view, stage: "drawn" };
        return [];
      },
    });
    return asked;
  }
  const show = (over: { population?: string } = {}) => {
    const hand = new PlanHand({ audit: "a1", ...over }, operations.sample);
    const planned: string[] = [];
    render(PlanScreen, { audit: anAudit(), hand, locked: false, populations: [aPopulation()], onplanned: (sample: string) => planned.push(sample) });
    return { hand, planned };
  };

  it("goes from a title to a draw, with the missing things named on the way", async () => {
    const asked = aWorld();
    const { hand, planned } = show({ population: "p1" });
    expect(screen.getByTestId("sample-missing").textContent).toContain("Still needs a title, something to test, how many records, a seed.");
    await fireEvent.input(screen.getByTestId("sample-title"), { target: { value: "Incidents" } });
    await flushAll();
    await waitFor(() => expect(planned).toEqual(["s1"]));
    await fireEvent.input(screen.getByTestId("sample-tolerable"), { target: { value: "5" } });
    await flushAll();
    expect((await screen.findByTestId("size-answer")).textContent).toContain("59 incidents");
    expect(screen.getByTestId("size-answer").textContent).toContain("5 % of 4,812 is 241 incidents.");
    await fireEvent.click(screen.getByTestId("size-use"));
    await waitFor(() => expect(hand.said.size).toBe(59));
    await fireEvent.click(screen.getByTestId("seed-suggest"));
    await fireEvent.input(screen.getByTestId("attribute-new"), { target: { value: "Closed with actions" } });
    await fireEvent.click(screen.getByTestId("attribute-add"));
    const draw = screen.getByTestId<HTMLButtonElement>("sample-draw");
    await waitFor(() => expect(draw.disabled).toBe(false));
    expect(draw.textContent).toBe("Draw 59 incidents");
    await fireEvent.click(draw);
    await waitFor(() => expect(hand.view?.stage).toBe("drawn"));
    expect(asked.filter(([name]) => name === "sample.plan")).toHaveLength(1);
  });

  it("offers judgement alone where nobody has a list", async () => {
    aWorld();
    show();
    expect(screen.getByTestId<HTMLInputElement>("method-judgement").checked).toBe(true);
    expect(screen.getByTestId<HTMLInputElement>("method-random").disabled).toBe(true);
    expect(screen.queryByTestId("sample-seed")).toBeNull();
  });

  it("says in place what can't be read, and keeps it", async () => {
    const asked = aWorld();
    show({ population: "p1" });
    const field = screen.getByTestId<HTMLInputElement>("sample-tolerable");
    await fireEvent.input(field, { target: { value: "a few" } });
    await flushAll();
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
    expect(field.value).toBe("a few");
    expect(asked.filter(([name]) => name === "sample.change" || name === "sample.plan")).toEqual([]);
    await fireEvent.input(field, { target: { value: "5" } });
    await flushAll();
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBeNull());
  });

  it("has no fault that axe finds", async () => {
    aWorld();
    show({ population: "p1" });
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
});
