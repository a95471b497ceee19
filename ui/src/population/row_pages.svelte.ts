// The rows of a long table, asked for page by page as they come into sight.
//
// Invariant: an answer to an older question never stands among the rows of a newer one.
import { asProblem } from "../ground/call";
import type { Problem } from "../ground/operations";
import type { PageRow, Pages } from "./types";

export const PAGE_ROWS = 200;
/** Pages that are kept; the ones seen longest ago are let go. */
const PAGES_KEPT = 30;
/** How long the eye has to rest before rows are asked for: who scrolls past them does not need them. */
const REST_MS = 90;

export class RowPages {
  /** Rows that match; `undefined` until the first answer. */
  matching = $state<number>();
  columns = $state.raw<readonly string[]>([]);
  problem = $state.raw<Problem>();
  asking = $state(false);
  #pages = $state.raw<ReadonlyMap<number, readonly PageRow[]>>(new Map());
  #wanted: readonly number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(private readonly ask: (from: number, limit: number) => Promise<Pages>) {}

  /** Asks for the first rows, which tell how many there are. */
  begin(): void {
    if (this.matching === undefined && !this.asking && !this.problem) void this.#fetch(0);
  }

  /** The row at a place, where it has arrived. */
  at(place: number): PageRow | undefined {
    return this.#pages.get(Math.floor(place / PAGE_ROWS))?.[place % PAGE_ROWS];
  }

  /** These rows are in sight. */
  want(from: number, to: number): void {
    if (this.matching === undefined || to <= from) return;
    const [first, last] = [Math.floor(Math.max(0, from) / PAGE_ROWS), Math.floor((Math.min(to, this.matching) - 1) / PAGE_ROWS)];
    this.#wanted = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
    clearTimeout(this.#timer);
    if (this.#wanted.every((page) => this.#pages.has(page))) return;
    this.#timer = setTimeout(() => void this.#next(), REST_MS);
  }

  again(): void {
    this.problem = undefined;
    void (this.matching === undefined ? this.#fetch(0) : this.#next());
  }
  /** Nobody looks any more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  /** One page after another, and only what is still in sight. */
  async #next(): Promise<void> {
    while (!this.asking && !this.#closed && !this.problem) {
      const page = this.#wanted.find((one) => !this.#pages.has(one));
      if (page === undefined) return;
      await this.#fetch(page);
    }
  }
  async #fetch(page: number): Promise<void> {
    this.asking = true;
    try {
      const answer = await this.ask(page * PAGE_ROWS, PAGE_ROWS);
      if (this.#closed) return;
      const kept = [...this.#pages].filter(([one]) => one !== page).slice(-(PAGES_KEPT - 1));
      this.#pages = new Map([...kept, [page, answer.rows]]);
      this.columns = answer.columns;
      this.matching = answer.matching;
      this.problem = undefined;
    } catch (thrown) {
      if (!this.#closed) this.problem = asProblem(thrown);
    } finally {
      this.asking = false;
    }
  }
}
