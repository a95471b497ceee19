// What two people set differently while they were apart.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { answerWith } from "../src/ground/call";
import type { OpenQuestion } from "../src/ground/operations";
import OpenQuestions from "../src/history/OpenQuestions.svelte";
import { placeOf } from "../src/history/places";
import { aQuestion } from "./world";

const apart: OpenQuestion = {
  binder: "a1", kind: "question", record: "q1", field: "verdict",
  answers: [{ value: "conforming", by: "Ewa Lisowska", at: "2026-10-06T09:00:00.000Z" }, { value: "minor", by: "Jonas Berg", at: "2026-10-06T10:00:00.000Z" }],
};

function aDesk(refuse = false) {
  let open = [apart];
  const settled: unknown[] = [];
  answerWith({
    async call(name, request) {
      if (name === "history.open-questions") return open;
      if (name === "checklist.question") return aQuestion({ id: "q1", code: "Q-8.3.3-01", text: "Which suppliers?" });
      if (name !== "history.settle") throw new Error(name);
      settled.push(request);
      if (refuse) throw { code: "desk.not-found", message: "There is no such open question.", remedy: "Look again.", severity: "refusal" };
      open = [];
      return open;
    },
  });
  return settled;
}

describe("an open question", () => {
  it("shows both answers side by side, with who and when, and marks the one that stands", async () => {
    aDesk();
    render(OpenQuestions);
    const card = await screen.findByTestId("open-question-0");
    await waitFor(() => expect(card.textContent).toContain("Q-8.3.3-01 Which suppliers?"));
    const [first, second] = [...card.querySelectorAll("li")];
    expect(first?.textContent).toMatch(/Ewa Lisowska.*2026.*conforming/s);
    expect(first?.textContent).not.toContain("Stands for now");
    expect(second?.textContent).toMatch(/Jonas Berg.*Stands for now.*minor/s);
    expect(screen.getByRole("link").getAttribute("href")).toBe("#/audit/a1/checklist/q1");
  });

  it("is settled by the answer that was chosen, with the reason, and is gone then", async () => {
    const settled = aDesk();
    render(OpenQuestions);
    await fireEvent.input(await screen.findByTestId("settle-reason"), { target: { value: " Jonas saw no records. " } });
    await fireEvent.click(screen.getByTestId("stands-0-0"));
    await waitFor(() => expect(screen.queryByTestId("open-questions")).toBeNull());
    expect(settled).toEqual([{ kind: "question", record: "q1", field: "verdict", answer: 0, reason: "Jonas saw no records." }]);
  });

  it("stays with a word on why where settling was refused", async () => {
    aDesk(true);
    render(OpenQuestions);
    await fireEvent.click(await screen.findByTestId("stands-0-1"));
    expect((await screen.findByTestId("problem")).dataset.code).toBe("desk.not-found");
    expect(screen.getByTestId("open-question-0")).toBeTruthy();
  });
});

test("a record is found on the screen that shows it", () => {
  expect(placeOf("finding", "f1", "a1")).toBe("#/audit/a1/findings/f1");
  expect(placeOf("participant", "x", "a1")).toBe("#/audit/a1/plan");
  expect(placeOf("person", "p1", "o1")).toBe("#/organisation/people/p1");
  expect(placeOf("workspace", "w1", "w1")).toBeUndefined();
});
