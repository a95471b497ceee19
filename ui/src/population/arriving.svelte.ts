// A file on its way to become a population: how it would be read, what was put right, and what was written of it.
//
// Invariant: a refusal takes nothing away that was chosen or typed.
import { asProblem } from "../ground/call";
import type { Id, Problem } from "../ground/operations";
import { fromField } from "../ground/words";
import { mapped, type Decision } from "./mapping";
import type { Arrival, Ask, Choice, Column, ColumnKind, Corrections, PopulationView, Recognised } from "./types";

/** What answers: the desk, or a stand-in for a test. */
export interface Desk {
  recognise(request: { path: string; corrections: Corrections; record_type: string }): Promise<Recognised>;
  bringIn(request: Arrival): Promise<PopulationView>;
}
/** What the whole file is read by; a change of it may change every column. */
export type OfFile = Omit<Corrections, "forms" | "kinds">;

export class Arriving {
  path = $state<string>();
  seen = $state.raw<Recognised>();
  /** Why the file can't be read so. */
  unread = $state.raw<Problem>();
  /** Why it was not frozen. */
  refused = $state.raw<Problem>();
  /** The file is being looked at. */
  looking = $state(false);
  /** The file is being frozen. */
  freezing = $state(false);

  title = $state("");
  recordType = $state("");
  tool = $state("");
  query = $state("");
  suppliedBy = $state("");
  /** As a field for a day and a time holds it. */
  extractedAt = $state("");
  timezone = $state("");
  toolCount = $state("");
  completeness = $state("");
  question = $state<Id>();
  answers = $state.raw<Readonly<Record<string, string>>>({});

  #corrections = $state.raw<Corrections>({});
  #decisions = $state.raw<readonly Decision[]>([]);
  #toolTyped = false;
  #turn = 0;

  constructor(
    readonly audit: Id,
    private readonly desk: Desk,
  ) {}

  get columns(): readonly Column[] {
    return this.seen?.shape.columns ?? [];
  }
  readonly mapping: Record<string, string> = $derived(mapped(this.seen?.proposal.mapping ?? {}, this.#decisions, this.columns.map(({ name }) => name)));

  /** Whether anything stands here that would be missed. */
  get begun(): boolean {
    return this.path !== undefined;
  }
  /** Questions about columns that nobody has answered. */
  get openAsks(): Ask[] {
    return (this.seen?.proposal.asks ?? []).filter((ask) => !(ask.id in this.answers));
  }
  /** Rows of the file, where the preview holds all of them. */
  get rowsKnown(): number | undefined {
    return this.seen && this.seen.preview.length < PREVIEW_ROWS ? this.seen.preview.length : undefined;
  }
  /** What still has to be said before it can be frozen. */
  get missing(): string[] {
    const missing: string[] = [];
    if (!this.title.trim()) missing.push("a title");
    if (!this.suppliedBy.trim()) missing.push("who supplied it");
    if (!countOf(this.toolCount).fits) missing.push("the count as a whole number");
    return missing;
  }

  /** Takes another file; what was written about where it comes from stays. */
  async choose(path: string): Promise<void> {
    this.path = path;
    this.seen = undefined;
    this.#corrections = {};
    this.#decisions = [];
    this.answers = {};
    await this.#look();
  }
  /** Reads the file otherwise. Columns are recognised anew, for their names may be others. */
  async correct(of: OfFile): Promise<void> {
    const { forms: _forms, kinds: _kinds, ...file } = this.#corrections;
    this.#corrections = { ...file, ...of };
    await this.#look();
  }
  async setKind(column: string, kind: ColumnKind): Promise<void> {
    this.#corrections = { ...this.#corrections, kinds: { ...this.#corrections.kinds, [column]: kind } };
    await this.#look();
  }
  async setForm(column: string, form: string): Promise<void> {
    this.#corrections = { ...this.#corrections, kinds: { ...this.#corrections.kinds, [column]: "moment" }, forms: { ...this.#corrections.forms, [column]: form } };
    await this.#look();
  }
  async setRecordType(word: string): Promise<void> {
    this.recordType = word;
    if (this.path !== undefined) await this.#look();
  }
  /** The person writes the tool: from here on it is theirs. */
  writeTool(tool: string): void {
    this.tool = tool;
    this.#toolTyped = true;
  }

  /** A column holds that field, or none. */
  decide(decision: Decision): void {
    this.#decisions = [...this.#decisions.filter(({ column }) => column !== decision.column), decision];
  }
  answer(ask: Ask, choice: Choice): void {
    this.answers = { ...this.answers, [ask.id]: choice.answer };
    this.decide({ column: ask.column, field: choice.field });
  }

  /** Freezes the file. Answers with the population, or with nothing where it was refused or stopped. */
  async freeze(): Promise<PopulationView | undefined> {
    const { path, seen } = this;
    if (path === undefined || !seen || this.freezing) return undefined;
    this.freezing = true;
    this.refused = undefined;
    const count = countOf(this.toolCount).number;
    const at = fromField(this.extractedAt);
    try {
      return await this.desk.bringIn({
        audit: this.audit, path, shape: seen.shape, mapping: this.mapping, title: this.title.trim(), record_type: this.recordType, tool: this.tool.trim(), query: this.query, supplied_by: this.suppliedBy.trim(),
        timezone: this.timezone.trim(), completeness: this.completeness, ...(at && { extracted_at: at }), ...(count !== undefined && { tool_count: count }), ...(this.question && { question: this.question }),
      });
    } catch (thrown) {
      this.refused = asProblem(thrown);
      return undefined;
    } finally {
      this.freezing = false;
    }
  }

  async #look(): Promise<void> {
    const path = this.path;
    if (path === undefined) return;
    const mine = ++this.#turn;
    this.looking = true;
    this.unread = undefined;
    this.refused = undefined;
    try {
      const seen = await this.desk.recognise({ path, corrections: this.#corrections, record_type: this.recordType });
      if (mine !== this.#turn) return;
      this.seen = seen;
      if (!this.#toolTyped) this.tool = seen.proposal.tool ?? "";
    } catch (thrown) {
      if (mine !== this.#turn) return;
      this.unread = asProblem(thrown);
    }
    this.looking = false;
  }
}

/** The most rows that a preview has. */
const PREVIEW_ROWS = 50;

/** A count as a person types it: `4,812`, `4 812`, `4812`, or nothing. */
export function countOf(typed: string): { fits: boolean; number: number | undefined } {
  const digits = typed.trim().replaceAll(/(?<=\d)[\s,.'’](?=\d{3}(?:\D|$))/gu, "");
  if (digits === "") return { fits: true, number: undefined };
  const number = Number(digits);
  return /^\d+$/.test(digits) && number <= 4_294_967_295 ? { fits: true, number } : { fits: false, number: undefined };
}

const underway = new Map<Id, Arriving>();

/** The file that is on its way into an audit, kept while one looks at something else. */
export function arrivingIn(audit: Id, desk: Desk): Arriving {
  const standing = underway.get(audit) ?? new Arriving(audit, desk);
  underway.set(audit, standing);
  return standing;
}
/** It has arrived, or was put away. */
export function forget(audit: Id): void {
  underway.delete(audit);
}
