// A finding while it is being written where it was seen. It is raised with its first words and written on from
// there, so that a finding nobody wrote a word of is never raised, and a written one is never lost.
//
// Invariant: one hand raises at most one finding.
import type { FindingText, FindingView, Grade, Id } from "../ground/operations";

/** How a finding comes into the workspace. */
export interface Desk {
  raise(request: { audit: Id; question?: Id; clauses: string[]; grade: Grade; title?: string; requirement?: string; evidence_words?: string; statement?: string; site?: Id }): Promise<FindingView>;
  write(request: { finding: Id; field: FindingText; text: string }): Promise<FindingView>;
}
export interface Start {
  audit: Id;
  question?: Id;
  clauses: string[];
  grade: Grade;
  requirement: string;
  site?: Id;
}
/** The texts that stand in a finding from the start. */
export type FirstText = "title" | "requirement" | "evidence_words" | "statement";

export class Hand {
  /** What was raised; nothing before the first word. */
  finding = $state.raw<FindingView>();
  grade = $state<Grade>("minor");
  clauses = $state.raw<string[]>([]);
  #raising: Promise<FindingView> | undefined;

  constructor(
    private readonly start: Start,
    private readonly desk: Desk,
  ) {
    this.grade = start.grade;
    this.clauses = start.clauses;
  }

  text(field: FirstText): string {
    return this.finding?.[field] ?? (field === "requirement" ? this.start.requirement : "");
  }

  /** Writes a text: the first one raises the finding. */
  async write(field: FirstText, text: string): Promise<void> {
    if (this.#raising === undefined) {
      await this.#raise({ [field]: text });
      return;
    }
    const raised = await this.#raising;
    this.finding = await this.desk.write({ finding: raised.id, field, text });
  }

  /** The finding, raised now when no word has raised it yet. */
  async raised(): Promise<FindingView> {
    return this.#raising === undefined ? this.#raise({}) : this.#raising;
  }

  async #raise(first: Partial<Record<FirstText, string>>): Promise<FindingView> {
    const { audit, question, requirement, site } = this.start;
    this.#raising = this.desk.raise({ audit, ...(question && { question }), ...(site && { site }), clauses: this.clauses, grade: this.grade, ...(requirement && { requirement }), ...first });
    try {
      this.finding = await this.#raising;
      return this.finding;
    } catch (thrown) {
      this.#raising = undefined;
      throw thrown;
    }
  }
}
