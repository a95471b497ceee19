// Giving an answer, and the answer that waits for its reason.
import type { Verdict } from "../src/ground/operations";
import { aQuestion } from "./world";
import { VerdictFlow } from "../src/checklist/verdict_flow.svelte";

function aDesk(refuse = false) {
  const sent: { question: string; verdict: Verdict | null; reason?: string }[] = [];
  const flow = new VerdictFlow(async (request) => {
    if (refuse) throw { code: "checklist.locked", message: "A signed report stands.", remedy: "Begin a new revision.", severity: "refusal" };
    sent.push(request);
    return aQuestion();
  });
  return { flow, sent };
}

describe("giving an answer", () => {
  it("sends a plain verdict at once", async () => {
    const { flow, sent } = aDesk();
    expect(await flow.choose(aQuestion(), "conforming")).toBe("sent");
    expect(sent).toEqual([{ question: "q1", verdict: "conforming" }]);
  });

  it("holds not applicable back until its reason is written", async () => {
    const { flow, sent } = aDesk();
    expect(await flow.choose(aQuestion(), "not_applicable")).toBe("waits");
    expect(sent).toEqual([]);
    expect(flow.waiting).toEqual({ question: "q1", verdict: "not_applicable" });

    expect(await flow.give("No customer acts as a supplier.")).toBe("sent");
    expect(sent).toEqual([{ question: "q1", verdict: "not_applicable", reason: "No customer acts as a supplier." }]);
    expect(flow.waiting).toBeUndefined();
  });

  it("shows a refusal instead of sending a reason of blanks", async () => {
    const { flow, sent } = aDesk();
    await flow.choose(aQuestion(), "not_assessed");
    expect(await flow.give("   ")).toBe("waits");
    expect(sent).toEqual([]);
    expect(flow.refusal?.problem.code).toBe("checklist.reason-needed");
  });

  it("uses the reason that already stands", async () => {
    const { flow, sent } = aDesk();
    expect(await flow.choose(aQuestion({ reason: "Not in use." }), "not_applicable")).toBe("sent");
    expect(sent).toHaveLength(1);
  });

  it("lets a waiting answer go when another is chosen", async () => {
    const { flow, sent } = aDesk();
    await flow.choose(aQuestion(), "not_assessed");
    await flow.choose(aQuestion(), "conforming");
    expect(flow.waiting).toBeUndefined();
    expect(sent).toEqual([{ question: "q1", verdict: "conforming" }]);
  });

  it("keeps the refusal with its question and keeps a waiting answer", async () => {
    const { flow } = aDesk(true);
    await flow.choose(aQuestion(), "not_applicable");
    expect(await flow.give("Because.")).toBe("refused");
    expect(flow.refusal?.problem.code).toBe("checklist.locked");
    expect(flow.waiting?.verdict).toBe("not_applicable");
  });

  it("takes an answer back", async () => {
    const { flow, sent } = aDesk();
    await flow.choose(aQuestion({ verdict: "minor" }), null);
    expect(sent).toEqual([{ question: "q1", verdict: null }]);
  });
});
