// Small worlds for the tests of a sample.
import { speak } from "../src/ground/call";
import type { Attribute, ItemView, Mark, Outcome, PopulationView, SampleView, SheetCell } from "../src/sample/nouns";

export function anAttribute(id: string, name = `Attribute ${id}`): Attribute {
  return { id, sample: "s1", position: 1, name, guidance: "", dropped_reason: "" };
}
export function anItem(place: number, over: Partial<ItemView> = {}): ItemView {
  return {
    id: `i${place}`, sample: "s1", place, record_id: `INC${String(place).padStart(4, "0")}`, row: place + 1, stratum: "", hits: 1, value: "", value_found: "", seen: [], marks: {}, notes: {}, tested_by: {}, cited: [],
    replaced_reason: "", ...over,
  };
}
export function anOutcome(over: Partial<Outcome> = {}): Outcome {
  return { name: "Any attribute", drawn: 3, tested: 0, failed: 0, not_found: 0, not_applicable: 0, strata: [], sentence: "", bound: "", ...over };
}
export function aSample(over: Partial<SampleView> = {}): SampleView {
  const attributes = over.attributes ?? [anAttribute("t1", "Approved before implementation"), anAttribute("t2", "Closed with actions")];
  return {
    id: "s1", reference: "IA-2026-03-S-01", population: "p1", title: "Incidents", tested_for: "", method: "random", filter: "", stratum_column: "", strata: [], value_column: "", confidence: "95", tolerable: "5", expected: "",
    size: 3, rationale: "", seed: "IA-2026-03/2026-10-06", seed_from: "", algorithm: "tickmark-draw-1", population_size: 4812, duplicates: 0, without_value: 0, total_value: "", interval: "", questions: [], drawn_by_name: "",
    conclusion: "", concluded_by_name: "", withdrawn_reason: "", stage: "drawn", audit: "a1", population_reference: "IA-2026-03-P-01", population_title: "Incidents 2025", noun: "incident", nouns: "incidents", random: true,
    dropped: [], items: [anItem(1), anItem(2), anItem(3)], outcomes: attributes.map(({ id, name }) => anOutcome({ attribute: id, name })), whole: anOutcome(), cells: 6, filled: 0, clauses: ["8.6.1"], findings: [], locked: false, ...over, attributes,
  } as SampleView;
}
export function aPopulation(over: Partial<PopulationView> = {}): PopulationView {
  const columns = ["number", "priority", "cost"].map((name) => ({ name, header: name, kind: name === "cost" ? "number" : "text", form: "" }));
  return { id: "p1", audit: "a1", reference: "IA-2026-03-P-01", title: "Incidents 2025", record_type: "incident", shape: { columns }, mapping: { record_id: "number", priority: "priority" }, rows: 4812, records: 4812, duplicates: 0, withdrawn_reason: "", noun: "incident", nouns: "incidents", stratify_by: ["priority"], ...over } as PopulationView;
}

/** A desk that keeps one sheet: it answers a cell as the true one does, and tells the touch first. */
export function aSheet(view: SampleView) {
  const said: [string, Record<string, unknown>][] = [];
  let refuse: string | undefined;
  function cell(item: ItemView): SheetCell {
    const marks = view.attributes.map(({ id }) => item.marks[id]);
    const failed = marks.some((mark) => mark === "fail" || mark === "not_found");
    const open = marks.some((mark) => mark === undefined);
    const { whole: _, ...rest } = item;
    const told: ItemView = { ...rest, ...(failed ? { whole: "fail" as Mark } : open ? {} : { whole: "pass" as Mark }) };
    view.items = view.items.map((one) => (one.id === item.id ? told : one));
    view.filled = view.items.reduce((sum, one) => sum + Object.keys(one.marks).length, 0);
    const tested = view.items.filter(({ whole }) => whole !== undefined).length;
    view.whole = anOutcome({ tested, failed: view.items.filter(({ whole }) => whole === "fail").length, sentence: `${tested} tested` });
    return { item: told, outcomes: view.outcomes, whole: view.whole, cells: view.cells, filled: view.filled };
  }
  async function call(name: string, request: unknown): Promise<unknown> {
    const asked = request as { item: string; attribute: string; mark?: Mark; note?: string; text?: string; evidence?: string; cited?: boolean };
    if (name === "sample.view") return structuredClone(view);
    if (name === "evidence.list") return [];
    said.push([name, { ...asked }]);
    if (!["sample.mark", "sample.note", "sample.cite"].includes(name)) return [];
    const item = structuredClone(view.items.find(({ id }) => id === asked.item)!);
    const refused = refuse ?? (name === "sample.mark" && asked.mark === "not_applicable" && !(asked.note ?? item.notes[asked.attribute] ?? "").trim() ? "sample.reason-needed" : undefined);
    if (refused) throw { code: refused, message: `“Not applicable” for ${item.record_id} needs a reason.`, remedy: "Write why it does not apply to this record.", severity: "refusal" };
    if (name === "sample.mark") {
      if (asked.note !== undefined) item.notes[asked.attribute] = asked.note;
      if (asked.mark) item.marks[asked.attribute] = asked.mark;
      else delete item.marks[asked.attribute];
    } else if (name === "sample.note") item.notes[asked.attribute] = asked.text ?? "";
    else item.cited = [...item.cited, `${asked.attribute}/${asked.evidence}`];
    const told = cell(item);
    speak("touched", ["sampled_item"]);
    return told;
  }
  return { said, call, refuses: (code: string | undefined) => (refuse = code), view: () => view };
}
