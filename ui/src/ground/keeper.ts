// Changes to whole records, field by field and one after another, so that two fields of one record
// changed in quick succession never undo each other.
import type { Id } from "./operations";

export class Keeper<T extends { id: Id }> {
  #said = new Map<Id, T>();
  #line: Promise<unknown> = Promise.resolve();

  /**
   * `find` gives the record as it was last heard of; `put` sends the whole record and answers with it as it now stands.
   */
  constructor(
    private readonly find: (id: Id) => T | undefined,
    private readonly put: (record: T) => Promise<T>,
  ) {}

  /** Changes some fields of a record. */
  change(id: Id, change: Partial<T>): Promise<T> {
    const turn = async (): Promise<T> => {
      const newest = this.#said.get(id) ?? this.find(id);
      if (!newest) throw { code: "window.record-gone", message: "This record is no longer here.", remedy: "Look at its history.", severity: "refusal" };
      const answer = await this.put({ ...newest, ...change });
      this.#said.set(id, answer);
      return answer;
    };
    const result = this.#line.then(turn, turn);
    this.#line = result.catch(() => undefined);
    return result;
  }

  /** A text's way to the record it was typed for, whatever the screen shows by the time it is written. */
  text(id: Id, field: keyof T, read: (text: string) => unknown = (text) => text): (text: string) => Promise<T> {
    return (text) => this.change(id, { [field]: read(text) } as Partial<T>);
  }

  /** The desk's list was asked again, so it is newer than what this keeper was told. */
  refreshed(): void {
    this.#said.clear();
  }
}
