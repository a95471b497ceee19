// An act whose refusal has no place of its own on the screen is told at the foot of the window.
import { asProblem } from "./call";
import { tell } from "./toasts.svelte";

/** Waits for an act and tells a refusal; answers whether it was done. */
export async function attempt(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.severity !== "cancelled") tell(`${problem.message} ${problem.remedy}`.trim(), { tone: "bad", ms: 8000 });
    return false;
  }
}
