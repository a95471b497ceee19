// What of the populations is shown, as one word of the address: `new`, `ask`, a population, or one part of it.
import type { Id } from "../ground/operations";

export const PARTS = [
  { part: "facts", label: "What it is", key: "i" },
  { part: "look", label: "Look", key: "l" },
  { part: "rows", label: "Rows", key: "r" },
  { part: "tests", label: "Tests", key: "t" },
] as const;
export type Part = (typeof PARTS)[number]["part"];
export type Shown = { what: "new" } | { what: "ask" } | { what: "population"; id: Id; part: Part } | { what: "nothing" };

/** Reads the word. */
export function shownBy(word: string | undefined): Shown {
  if (!word) return { what: "nothing" };
  if (word === "new" || word === "ask") return { what: word };
  const [id = "", part] = word.split("~");
  return { what: "population", id, part: PARTS.find((one) => one.part === part)?.part ?? "facts" };
}
/** Writes the word for a part of a population. */
export function placeOf(id: Id, part: Part = "facts"): string {
  return part === "facts" ? id : `${id}~${part}`;
}
