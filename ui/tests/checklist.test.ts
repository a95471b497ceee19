// The checklist under an auditor's hands.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { createRawSnippet, tick } from "svelte";
import ChecklistTab from "../src/checklist/ChecklistTab.svelte";
import { flushAll } from "../src/ground/autosave.svelte";
import { answerWith, speak } from "../src/ground/call";
import { parse } from "../src/ground/router.svelte";
import type { QuestionView, Verdict } from "../src/ground/operations";
import { aChecklist, anAudit, aQuestion } from "./world";

const empty = createRawSnippet(() => ({ render: () => "<div></div>" }));
const card = createRawSnippet(() => ({ render: () => "<div data-testid=\"finding-card\"></div>" }));

function aDesk(questions: QuestionView[]) {
  const said: [string, Record<string, unknown>][] = [];
  answerWith({
    async call(name, request) {
      const asked = request as { question: string; verdict?: Verdict | null; reason?: string; notes?: string };
      if (name === "checklist.view") return structuredClone(aChecklist(questions));
      said.push([name, { ...asked }]);
      const question = questions.find(({ id }) => id === asked.question)!;
      if (name === "checklist.answer") Object.assign(question, { verdict: asked.verdict ?? undefined, ...(asked.reason && { reason: asked.reason }) });
      if (name === "checklist.note") question.notes = asked.notes ?? "";
      speak("touched", ["question"]);
      return question;
    },
  });
  return said;
}
async function open(questions: QuestionView[], over: { onpicture?: (question: QuestionView, files: File[]) => void; ondropped?: (question: QuestionView, paths: string[]) => void } = {}) {
  const said = aDesk(questions);
  location.hash = "#/audit/a1/checklist/a1";
  const shown = render(ChecklistTab, { audit: anAudit(), current: "a1", belongs: empty, raise: card, onevidence: () => undefined, onpicture: over.onpicture ?? (() => undefined), ondropped: (question: QuestionView, paths: string[]) => over.ondropped?.(question, paths) });
  await screen.findByTestId("notes");
  const goTo = async (current: string): Promise<void> => {
    await shown.rerender({ current });
    await tick();
  };
  return { said, goTo, shown };
}
const press = (key: string, target: Element | Document = document.body, more: KeyboardEventInit = {}): Promise<boolean> => fireEvent.keyDown(target, { key, ...more });
const place = (): string | undefined => parse(location.hash).path[3];
const two = (): QuestionView[] => [aQuestion({ id: "a1" }), aQuestion({ id: "a2" })];

describe("the checklist", () => {
  it("goes to sample records with S, for a question that asks for some", async () => {
    const asked: string[] = [];
    const { shown } = await open([aQuestion({ id: "a1", population: "incident" }), aQuestion({ id: "a2" })]);
    await shown.rerender({ onsample: (question: QuestionView) => asked.push(question.id) });
    await press("s");
    expect(asked).toEqual(["a1"]);
    await shown.rerender({ current: "a2" });
    await press("s");
    expect(asked, "nothing to sample for this one").toEqual(["a1"]);
  });

  it("answers with a number and goes on with J", async () => {
    const { said } = await open(two());
    await press("1");
    await waitFor(() => expect(said).toEqual([["checklist.answer", { question: "a1", verdict: "conforming" }]]));
    await press("j");
    expect(place()).toBe("a2");
  });

  it("opens the reason at once for not applicable and sends nothing before it is given", async () => {
    const { said } = await open(two());
    await press("6");
    const reason = await screen.findByTestId("reason");
    await waitFor(() => expect(document.activeElement).toBe(reason));
    expect(screen.getByTestId("not-applicable-hint").textContent).toContain("No clause can be left out.");
    await press("Enter", reason);
    expect(said).toEqual([]);
    expect((await screen.findByTestId("problem")).dataset.code).toBe("checklist.reason-needed");

    await fireEvent.input(reason, { target: { value: "No such supplier." } });
    await press("Enter", reason);
    await waitFor(() => expect(said).toEqual([["checklist.answer", { question: "a1", verdict: "not_applicable", reason: "No such supplier." }]]));
  });

  it("leaves the question as it was when the reason is left with Escape", async () => {
    const { said } = await open(two());
    await press("7");
    await press("Escape", await screen.findByTestId("reason"));
    await waitFor(() => expect(screen.queryByTestId("reason")).toBeNull());
    expect(said).toEqual([]);
  });

  it("opens a finding where a nonconformity is answered, and not twice", async () => {
    const { goTo } = await open([aQuestion({ id: "a1" }), aQuestion({ id: "a2", findings: 1 })]);
    await press("2");
    expect(await screen.findByTestId("finding-card")).toBeTruthy();
    await goTo("a2");
    expect(screen.queryByTestId("finding-card")).toBeNull();
    await press("3");
    await tick();
    expect(screen.queryByTestId("finding-card")).toBeNull();
  });

  it("writes notes to the question they were typed for, however fast one goes on", async () => {
    const { said, goTo } = await open(two());
    await fireEvent.input(screen.getByTestId("notes"), { target: { value: "Fourteen suppliers." } });
    await goTo("a2");
    await flushAll();
    await waitFor(() => expect(said).toEqual([["checklist.note", { question: "a1", notes: "Fourteen suppliers." }]]));
    expect((screen.getByTestId("notes") as HTMLTextAreaElement).value).toBe("");
    await goTo("a1");
    expect((screen.getByTestId("notes") as HTMLTextAreaElement).value).toBe("Fourteen suppliers.");
  });

  it("keeps the field and its words while the list is asked again", async () => {
    const { shown } = await open(two());
    const notes = screen.getByTestId("notes") as HTMLTextAreaElement;
    notes.focus();
    await fireEvent.input(notes, { target: { value: "Half a sen" } });
    await shown.rerender({ audit: anAudit({ answered: 1 }) });
    speak("touched", ["question"]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(document.activeElement).toBe(notes);
    expect(notes.value).toBe("Half a sen");
  });

  it("takes no key from a field except those that leave it", async () => {
    const { said } = await open(two());
    const notes = screen.getByTestId("notes");
    for (const key of ["1", "2", "j", "f", "n"]) await press(key, notes);
    expect(said).toEqual([]);
    expect(place()).toBe("a1");
    await press("ArrowDown", notes, { altKey: true });
    expect(place()).toBe("a2");
  });

  it("hands a pasted picture to the question at hand, and leaves pasted words to the field", async () => {
    const taken: [string, string][] = [];
    await open(two(), { onpicture: (question, files) => taken.push([question.id, files[0]!.name]) });
    const paste = (files: File[]): Event => Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData: { files } });
    const words = paste([]);
    window.dispatchEvent(words);
    expect(words.defaultPrevented).toBe(false);
    window.dispatchEvent(paste([new File(["x"], "image.png", { type: "image/png" })]));
    expect(taken).toEqual([["a1", "image.png"]]);
  });

  it("hands dropped files to the question at hand, unless it is locked", async () => {
    const taken: [string, string[]][] = [];
    const { shown } = await open(two(), { ondropped: (question, paths) => taken.push([question.id, paths]) });
    speak("tauri://drag-drop", { paths: ["/media/contract.pdf"] });
    speak("tauri://drag-drop", { paths: [] });
    expect(taken).toEqual([["a1", ["/media/contract.pdf"]]]);
    await shown.rerender({ audit: anAudit({ locked: true }) });
    speak("tauri://drag-drop", { paths: ["/media/later.pdf"] });
    expect(taken).toHaveLength(1);
  });
});
