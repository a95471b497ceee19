// What the foot of the window says about saving.
import { hear } from "./call";
import type { Problem } from "./operations";

interface Failure {
  label: string;
  problem: Problem;
  retry: () => void;
}

class Saving {
  #under = $state(0);
  #at = $state<Date>();
  #failures = $state.raw<ReadonlyMap<string, Failure>>(new Map());

  /** Words are on their way to the disk, or will be in a moment. */
  get busy(): boolean {
    return this.#under > 0;
  }
  /** When something was last written. */
  get at(): Date | undefined {
    return this.#at;
  }
  /** What could not be written, by the draft's key. */
  get failures(): ReadonlyMap<string, Failure> {
    return this.#failures;
  }

  begin(): void {
    this.#under += 1;
  }
  end(): void {
    this.#under = Math.max(0, this.#under - 1);
  }
  done(): void {
    this.#at = new Date();
  }
  failed(key: string, failure: Failure): void {
    this.#failures = new Map(this.#failures).set(key, failure);
  }
  mended(key: string): void {
    if (!this.#failures.has(key)) return;
    const rest = new Map(this.#failures);
    rest.delete(key);
    this.#failures = rest;
  }
  retryAll(): void {
    for (const { retry } of this.#failures.values()) retry();
  }
}

export const saving = new Saving();

// Every act that touched a record is on disk by the time it is told.
hear("touched", () => saving.done());
