// A question to the desk that is asked again whenever an act touched what it is about.
import { untrack } from "svelte";
import { asProblem, hear } from "./call";
import type { Problem } from "./operations";

export interface Live<T> {
  /** The newest answer; `undefined` until the first one. */
  readonly value: T | undefined;
  /** Why the newest question got no answer. The last good answer stays in `value`. */
  readonly problem: Problem | undefined;
  readonly asking: boolean;
  again(): Promise<void>;
}

/**
 * Asks at once, again when something that `ask` reads has changed, and again when one of `kinds` was touched
 * (`"*"` means any). An answer that was overtaken by a later question is dropped, so an old one never
 * replaces a new one. Call it while a component is being made.
 *
 * `keep` leaves the last answer standing while another record is asked for; without it a screen
 * never shows one record's words under another's name.
 *
 * `calm` waits so many milliseconds after an act, so that one who types is not followed word by word.
 */
export function live<T>(ask: () => Promise<T>, kinds: readonly string[], { keep = false, calm = 0 } = {}): Live<T> {
  let value = $state.raw<T>();
  let problem = $state.raw<Problem>();
  let asking = $state(true);
  let turn = 0;

  async function settle(answer: Promise<T>): Promise<void> {
    const mine = ++turn;
    asking = true;
    try {
      const arrived = await answer;
      if (mine !== turn) return;
      value = arrived;
      problem = undefined;
    } catch (thrown) {
      if (mine !== turn) return;
      problem = asProblem(thrown);
    }
    asking = false;
  }
  const again = (): Promise<void> => untrack(() => settle(promised(ask)));

  $effect(() => {
    const answer = promised(ask);
    untrack(() => {
      if (!keep) value = undefined;
      void settle(answer);
    });
    return () => void turn++;
  });

  $effect(() => {
    let waiting = false;
    let closed = false;
    const deaf = hear("touched", (payload) => {
      const touched = payload as string[];
      if (waiting || !(kinds.includes("*") || touched.some((kind) => kinds.includes(kind)))) return;
      waiting = true;
      // One act may be told in several words; the question is asked once for all of them.
      const ask = (): void => {
        waiting = false;
        if (!closed) void again();
      };
      if (calm > 0) setTimeout(ask, calm);
      else queueMicrotask(ask);
    });
    return () => {
      closed = true;
      deaf();
    };
  });

  return {
    get value() {
      return value;
    },
    get problem() {
      return problem;
    },
    get asking() {
      return asking;
    },
    again,
  };
}

// A question that throws instead of answering is a problem like any other.
function promised<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return ask();
  } catch (thrown) {
    return Promise.reject(thrown);
  }
}
