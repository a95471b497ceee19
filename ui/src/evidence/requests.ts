// What the auditee is asked to hand over, in the words and the order of the screen.
import type { DataRequest, operations } from "../ground/operations";
import { count, day } from "../ground/words";

export type RequestState = DataRequest["state"];

/** What stands beside a request: where it is, and how long that is so. */
export function stateWords({ state, days_left, received_on }: Pick<DataRequest, "state" | "days_left" | "received_on">): string {
  if (state === "received") return `✓ Received ${day(received_on)}`;
  if (state === "withdrawn") return "Withdrawn";
  if (state === "overdue") return `◆ ${count(-days_left, "day")} overdue`;
  return days_left === 0 ? "▲ Due today" : days_left <= 2 ? `▲ Due in ${count(days_left, "day")}` : `In ${count(days_left, "day")}`;
}

/** Its colour, which never stands alone. */
export function stateTone({ state, days_left }: Pick<DataRequest, "state" | "days_left">): "bad" | "warn" | "good" | "mute" {
  if (state === "overdue") return "bad";
  if (state === "received") return "good";
  return state === "open" && days_left <= 2 ? "warn" : "mute";
}

/** What is still wanted first, the earliest day first; then what came; what was withdrawn last. */
export function inOrder(requests: readonly DataRequest[]): DataRequest[] {
  const rank: Record<RequestState, number> = { overdue: 0, open: 0, received: 1, withdrawn: 2 };
  return requests.toSorted((a, b) => rank[a.state] - rank[b.state] || (rank[a.state] === 0 ? a.due.localeCompare(b.due) : 0) || a.reference.localeCompare(b.reference, "en", { numeric: true }));
}

/** What an audit's clauses usually need, as the desk lists it. */
type Packs = Awaited<ReturnType<typeof operations.pack.list>>;
/** Something that could be asked for. */
export interface Suggestion {
  population: string;
  name: string;
  what: string;
  clauses: string[];
}

/** What to ask for by the clauses in scope, without what is asked for already. */
export function suggested(packs: Packs, requests: readonly DataRequest[]): Suggestion[] {
  const asked = new Set(requests.filter(({ state }) => state !== "withdrawn").map(({ population }) => population));
  const found = new Map<string, Suggestion>();
  for (const { clause, packs: under } of packs) {
    for (const pack of under) {
      if (asked.has(pack.word)) continue;
      const known = found.get(pack.word);
      if (known) known.clauses.push(clause);
      else {
        const needed = pack.columns.filter(({ needed }) => needed).map(({ holds }) => holds);
        const what = needed.length > 0 ? `${pack.ask_for} Columns that are needed: ${needed.join(", ")}.` : pack.ask_for;
        found.set(pack.word, { population: pack.word, name: pack.plural.charAt(0).toLocaleUpperCase() + pack.plural.slice(1), what, clauses: [clause] });
      }
    }
  }
  return [...found.values()];
}
