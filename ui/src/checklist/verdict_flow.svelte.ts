// Giving an answer, and the one case where an answer waits: "not applicable" and "not assessed" are sent
// only together with their reason.
//
// Invariant: a verdict that waits for its reason is nowhere but here.
import { asProblem } from "../ground/call";
import type { Id, Problem, QuestionView, Verdict } from "../ground/operations";
import { needsReason } from "./verdicts";

export type Sent = "sent" | "waits" | "refused";

/** How an answer reaches the workspace. */
export type Answer = (request: { question: Id; verdict: Verdict | null; reason?: string }) => Promise<unknown>;

export class VerdictFlow {
  /** The answer that waits for its reason. */
  waiting = $state.raw<{ question: Id; verdict: Verdict }>();
  /** Why the last answer was not taken, and of which question. */
  refusal = $state.raw<{ question: Id; problem: Problem }>();
  #answer: Answer;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  /** Chooses an answer; null takes it back. */
  async choose(question: QuestionView, verdict: Verdict | null): Promise<Sent> {
    this.refusal = undefined;
    if (verdict !== null && needsReason(verdict) && question.reason.trim() === "") {
      this.waiting = { question: question.id, verdict };
      return "waits";
    }
    this.waiting = undefined;
    return this.#send({ question: question.id, verdict });
  }

  /** Gives the reason an answer waits for. Without a word in it the answer goes on waiting. */
  async give(reason: string): Promise<Sent> {
    const waiting = this.waiting;
    if (waiting === undefined) return "sent";
    if (reason.trim() === "") {
      this.refusal = { question: waiting.question, problem: REASON_NEEDED };
      return "waits";
    }
    const sent = await this.#send({ ...waiting, reason: reason.trim() });
    if (sent === "sent" && this.waiting === waiting) this.waiting = undefined;
    return sent;
  }

  /** Lets a waiting answer go; the question keeps the answer it had. */
  drop(): void {
    this.waiting = undefined;
    this.refusal = undefined;
  }

  async #send(request: Parameters<Answer>[0]): Promise<Sent> {
    try {
      await this.#answer(request);
      this.refusal = undefined;
      return "sent";
    } catch (thrown) {
      this.refusal = { question: request.question, problem: asProblem(thrown) };
      return "refused";
    }
  }
}

const REASON_NEEDED: Problem = {
  code: "checklist.reason-needed",
  message: "This answer needs a reason, and none is written yet.",
  remedy: "Write why the question does not apply or was not assessed, or choose another answer.",
  severity: "refusal",
};
