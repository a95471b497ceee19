// The sheet while it is being filled in. A mark shows at once and is on its way; the desk answers with the record
// and the foot, and only these are replaced.
//
// Invariant: what shows is what the desk has said last, with the marks on their way laid over it.
import { hear } from "../ground/call";
import type { Id } from "../ground/operations";
import type { Mark, SampleView, SheetCell } from "./nouns";

/** How cells get to the desk. */
export interface Cells {
  mark(request: { item: Id; attribute: Id; mark?: Mark | null; note?: string }): Promise<SheetCell>;
  note(request: { item: Id; attribute: Id; text: string }): Promise<SheetCell>;
  cite(request: { item: Id; attribute: Id; evidence: Id; cited: boolean }): Promise<SheetCell>;
  foundValue(request: { item: Id; value: string }): Promise<SheetCell>;
}

/** After so long without an own act, every touch is news. */
const OWN_MS = 4000;

export class SheetHand {
  view = $state.raw({} as SampleView);
  #underWay = $state.raw<ReadonlyMap<string, Mark | null>>(new Map());
  #own = 0;
  #last = 0;

  constructor(
    view: SampleView,
    private readonly desk: Cells,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.view = view;
  }

  /** The desk told the whole sample anew. */
  take(view: SampleView): void {
    this.view = view;
  }

  /** What shows in a cell. */
  markOf(item: Id, attribute: Id): Mark | undefined {
    const laid = this.#underWay.get(`${item}/${attribute}`);
    if (laid !== undefined) return laid ?? undefined;
    return this.view.items.find(({ id }) => id === item)?.marks[attribute];
  }
  /** The mark on its way to a cell; `null` takes one back, nothing where nothing is on its way. */
  underWay(item: Id, attribute: Id): Mark | null | undefined {
    return this.#underWay.get(`${item}/${attribute}`);
  }

  /** Sets a cell or takes it back. Rejects where the desk refuses, and then the cell is as it was. */
  async mark(item: Id, attribute: Id, mark: Mark | null, note?: string): Promise<void> {
    const key = `${item}/${attribute}`;
    this.#underWay = new Map(this.#underWay).set(key, mark);
    const settle = (): void => {
      // A later mark of the same cell is still on its way.
      if (this.#underWay.get(key) !== mark) return;
      const rest = new Map(this.#underWay);
      rest.delete(key);
      this.#underWay = rest;
    };
    try {
      const told = await this.#act(() => this.desk.mark({ item, attribute, ...(mark && { mark }), ...(note !== undefined && { note }) }));
      settle();
      this.#adopt(told);
    } catch (refused) {
      settle();
      throw refused;
    }
  }
  async note(item: Id, attribute: Id, text: string): Promise<void> {
    this.#adopt(await this.#act(() => this.desk.note({ item, attribute, text })));
  }
  async cite(item: Id, attribute: Id, evidence: Id, cited: boolean): Promise<void> {
    this.#adopt(await this.#act(() => this.desk.cite({ item, attribute, evidence, cited })));
  }
  async foundValue(item: Id, value: string): Promise<void> {
    this.#adopt(await this.#act(() => this.desk.foundValue({ item, value })));
  }

  /** Listens for records that somebody or something else touched, until the answer is called. */
  follow(news: () => void): () => void {
    let waiting = false;
    const deaf = hear("touched", (payload) => {
      const kinds = payload as string[];
      // An act on the sample itself is followed elsewhere.
      if (!kinds.includes("sampled_item") || kinds.includes("sample")) return;
      if (this.#own > 0 && this.now() - this.#last < OWN_MS) {
        this.#own -= 1;
        return;
      }
      this.#own = 0;
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        news();
      }, 150);
    });
    return deaf;
  }

  /** An own act is told once as a touch; what is refused touches nothing. */
  async #act(run: () => Promise<SheetCell>): Promise<SheetCell> {
    this.#own += 1;
    this.#last = this.now();
    try {
      return await run();
    } catch (refused) {
      this.#own = Math.max(0, this.#own - 1);
      throw refused;
    }
  }
  #adopt(told: SheetCell): void {
    const { item, outcomes, whole, cells, filled } = told;
    this.view = { ...this.view, items: this.view.items.map((one) => (one.id === item.id ? item : one)), outcomes, whole, cells, filled };
  }
}
