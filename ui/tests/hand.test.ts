// A finding that is written where it was seen.
import { Hand, type Desk } from "../src/finding/hand.svelte";
import { aFinding } from "./world";

function aDesk() {
  const calls: string[] = [];
  let slow: (() => void) | undefined;
  let refuse = false;
  const desk: Desk = {
    async raise(request) {
      calls.push(`raise ${request.grade} ${request.clauses.join()} ${request.statement ?? ""}|${request.requirement ?? ""}`);
      await new Promise<void>((resolve) => (slow = resolve));
      if (refuse) throw { code: "finding.locked", message: "A signed report stands.", remedy: "Begin a new revision.", severity: "refusal" };
      return aFinding({ statement: request.statement ?? "", requirement: request.requirement ?? "" });
    },
    async write({ finding, field, text }) {
      calls.push(`write ${finding} ${field} ${text}`);
      return aFinding({ [field]: text });
    },
  };
  return { desk, calls, answer: () => slow?.(), refuses: (yes: boolean) => (refuse = yes) };
}
const start = { audit: "a1", question: "q1", clauses: ["8.3.3"], grade: "minor" as const, requirement: "ISO/IEC 20000-1:2018, 8.3.3:" };

describe("writing a finding where it was seen", () => {
  it("raises nothing before the first word", () => {
    const { desk, calls } = aDesk();
    const hand = new Hand(start, desk);
    expect(hand.text("requirement")).toBe("ISO/IEC 20000-1:2018, 8.3.3:");
    expect(hand.finding).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it("raises it once with the first word and writes on from there", async () => {
    const { desk, calls, answer } = aDesk();
    const hand = new Hand(start, desk);
    const first = hand.write("statement", "No targets are agreed.");
    const second = hand.write("evidence_words", "2 of 5");
    answer();
    await Promise.all([first, second]);
    expect(calls).toEqual(["raise minor 8.3.3 No targets are agreed.|ISO/IEC 20000-1:2018, 8.3.3:", "write f1 evidence_words 2 of 5"]);
    expect(hand.finding?.id).toBe("f1");
  });

  it("raises it with the grade and clause that stand when the first word is written", async () => {
    const { desk, calls, answer } = aDesk();
    const hand = new Hand(start, desk);
    hand.grade = "major";
    const writing = hand.write("statement", "Nothing is agreed.");
    answer();
    await writing;
    expect(calls[0]).toMatch(/^raise major/);
  });

  it("tries again after a refusal, so that the words are not lost", async () => {
    const { desk, calls, answer, refuses } = aDesk();
    const hand = new Hand(start, desk);
    refuses(true);
    const refused = hand.write("statement", "No targets.");
    answer();
    await expect(refused).rejects.toMatchObject({ code: "finding.locked" });
    refuses(false);
    const again = hand.write("statement", "No targets.");
    answer();
    await again;
    expect(calls.filter((call) => call.startsWith("raise"))).toHaveLength(2);
    expect(hand.finding?.statement).toBe("No targets.");
  });
});
