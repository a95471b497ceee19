// The Samples tab: its address, its list, and what comes of a sheet.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { tick } from "svelte";
import { flushAll } from "../src/ground/autosave.svelte";
import { answerWith } from "../src/ground/call";
import { parse } from "../src/ground/router.svelte";
import type { SampleCard, SampleView } from "../src/sample/nouns";
import SamplesTab from "../src/sample/SamplesTab.svelte";
import { anItem, anOutcome, aPopulation, aSample } from "./samples";
import { anAudit } from "./world";

const GRADES = [{ value: "minor" as const, label: "Minor nonconformity" }, { value: "major" as const, label: "Major nonconformity" }];
const place = (): readonly string[] => parse(location.hash).path;

function aCard(view: SampleView): SampleCard {
  return { id: view.id, reference: view.reference, title: view.title, method: view.method, random: true, stage: view.stage, population: "p1", population_title: "Incidents 2025", population_size: 4812, size: 3, cells: view.cells, filled: view.filled, failed: 1, sentence: "1 of 3 failed." };
}
function aWorld(over: { samples?: SampleView[]; populations?: number; conclude?: string } = {}) {
  const said: [string, Record<string, unknown>][] = [];
  const samples = over.samples ?? [];
  answerWith({
    async call(name, request) {
      const asked = request as Record<string, unknown>;
      const view = samples.find(({ id }) => id === asked.sample);
      if (name === "sample.list") return samples.map(aCard);
      if (name === "population.list") return over.populations === 0 ? [] : [aPopulation()];
      if (name === "checklist.view") return { audit: "a1", clauses: [], questions: [], answered: 0, of: 0, edition: "e", not_applicable_hint: "" };
      if (name === "sample.view") return view;
      if (!["evidence.list", "pack.view", "criteria.clauses", "population.view"].includes(name)) said.push([name, asked]);
      if (name === "sample.plan") {
        const planned = aSample({ id: "s9", title: String(asked.title), stage: "planned", items: [], size: 0, seed: "" });
        samples.push(planned);
        return planned;
      }
      if (name === "sample.conclude") throw { code: over.conclude ?? "sample.still-open", message: "5 cells are still empty.", remedy: "Test them.", severity: "refusal" };
      if (name === "sample.raise") return { id: "f7", reference: "IA-2026-03-D07" };
      return [];
    },
  });
  return said;
}
async function open(record?: string) {
  location.hash = `#/audit/a1/samples${record ? `/${record}` : ""}`;
  await tick();
  const findings: string[] = [];
  const shown = render(SamplesTab, { audit: anAudit({ clause_numbers: ["8.6.1"] }), record, grades: GRADES, onfinding: (finding: string) => findings.push(finding) });
  return { findings, goTo: (next: string) => shown.rerender({ record: next }) };
}

it("offers the first steps where there is nothing yet", async () => {
  aWorld({ populations: 0 });
  await open();
  expect((await screen.findByText("No samples yet")).tagName).toBe("H2");
  expect(screen.getByText("Bring records in").getAttribute("href")).toBe("#/audit/a1/samples/populations");
  expect(screen.getByText("Plan a sample by judgement").getAttribute("href")).toBe("#/audit/a1/samples/new");
});

it("lists a sample with its method, its size and what it says", async () => {
  aWorld({ samples: [aSample()] });
  await open();
  const row = await screen.findByTestId("sample-row-IA-2026-03-S-01");
  for (const words of ["Simple random", "3 of 4,812", "1 failed", "1 of 3 failed."]) expect(row.textContent).toContain(words);
});

it("gives a new sample its address with the title, and leaves the caret where it was", async () => {
  const said = aWorld();
  const { goTo } = await open("new");
  const title = await screen.findByTestId<HTMLInputElement>("sample-title");
  title.focus();
  await fireEvent.input(title, { target: { value: "The three longest outages" } });
  await flushAll();
  await waitFor(() => expect(place()[3]).toBe("s9"));
  await goTo("s9");
  await tick();
  expect(screen.getByTestId("sample-title")).toBe(title);
  expect(document.activeElement).toBe(title);
  expect(said.filter(([name]) => name === "sample.plan")).toEqual([["sample.plan", expect.objectContaining({ audit: "a1", title: "The three longest outages", method: "judgement" })]]);
});

it("leads from a refused conclusion to the cell that is open", async () => {
  aWorld({ samples: [aSample({ items: [anItem(1, { marks: { t1: "pass", t2: "pass" }, whole: "pass" }), anItem(2, { marks: { t1: "pass" } })] })] });
  await open("s1");
  await screen.findByTestId("sheet");
  await fireEvent.click(screen.getByTestId("pane-conclusion"));
  await fireEvent.click(await screen.findByTestId("sample-conclude"));
  await fireEvent.click(await screen.findByTestId("conclude-jump"));
  await waitFor(() => expect(document.activeElement?.getAttribute("data-testid")).toBe("cell-2-2"));
});

it("raises a finding from what failed, with grade and statement, and opens it", async () => {
  const failed = anOutcome({ attribute: "t1", name: "Approved before implementation", tested: 3, failed: 1, sentence: "1 of 3 failed." });
  const said = aWorld({ samples: [aSample({ outcomes: [failed, anOutcome({ attribute: "t2", name: "Closed with actions", tested: 3 })] })] });
  const { findings } = await open("s1");
  await screen.findByTestId("sheet");
  await fireEvent.click(screen.getByTestId("pane-findings"));
  await fireEvent.click(await screen.findByTestId("raise-1"));
  const go = screen.getByTestId<HTMLButtonElement>("raise-go");
  expect(go.disabled, "a finding needs its statement").toBe(true);
  expect(screen.getByTestId<HTMLInputElement>("raise-title").value).toBe("Approved before implementation");
  expect(screen.getByTestId<HTMLTextAreaElement>("raise-requirement").value).toContain("ISO/IEC 20000-1:2018, 8.6.1");
  await fireEvent.input(screen.getByTestId("raise-statement"), { target: { value: "Changes go live without approval." } });
  await fireEvent.change(screen.getByTestId("raise-grade"), { target: { value: "major" } });
  await fireEvent.click(go);
  await waitFor(() => expect(findings).toEqual(["f7"]));
  expect(said.at(-1)).toEqual(["sample.raise", expect.objectContaining({ sample: "s1", attribute: "t1", grade: "major", clauses: ["8.6.1"], statement: "Changes go live without approval." })]);
});

it("offers nothing to change under a signed report", async () => {
  aWorld({ samples: [aSample({ locked: true, stage: "drawn", outcomes: [anOutcome({ attribute: "t1", name: "Approved", failed: 1 })] })] });
  await open("s1");
  await screen.findByTestId("sheet");
  expect(screen.getByTestId<HTMLInputElement>("cell-note").readOnly).toBe(true);
  await fireEvent.click(screen.getByTestId("pane-conclusion"));
  expect(screen.queryByTestId("sample-conclude")).toBeNull();
  await fireEvent.click(screen.getByTestId("pane-findings"));
  expect(screen.queryByTestId("raise-1")).toBeNull();
  await fireEvent.click(screen.getByTestId("pane-draw"));
  expect(screen.queryByTestId("extend-go")).toBeNull();
});
