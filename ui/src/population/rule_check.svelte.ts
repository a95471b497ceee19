// A rule while it is being typed: held against the desk's reading of it once the hand rests.
//
// Invariant: what is told belongs to the text that stands in the field now; an overtaken answer is dropped.
import { asProblem } from "../ground/call";
import type { Problem } from "../ground/operations";

/** How long the hand rests before the desk is asked. */
export const REST_MS = 220;

export class RuleCheck {
  /** The rule in its canonical form; nothing while the text is empty, unread or refused. */
  canonical = $state<string>();
  problem = $state.raw<Problem>();
  /** The text has been judged, one way or the other. */
  judged = $state(true);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ask: (rule: string) => Promise<{ rule: string }>) {}

  /** The text is this now. */
  type(text: string): void {
    clearTimeout(this.#timer);
    const mine = ++this.#turn;
    if (text.trim() === "") {
      this.#tell(undefined, undefined);
      return;
    }
    this.judged = false;
    this.#timer = setTimeout(() => void this.#judge(text, mine), REST_MS);
  }
  close(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
  }

  async #judge(text: string, mine: number): Promise<void> {
    try {
      const { rule } = await this.ask(text);
      if (mine === this.#turn) this.#tell(rule, undefined);
    } catch (thrown) {
      if (mine === this.#turn) this.#tell(undefined, asProblem(thrown));
    }
  }
  #tell(canonical: string | undefined, problem: Problem | undefined): void {
    this.canonical = canonical;
    this.problem = problem;
    this.judged = true;
  }
}
