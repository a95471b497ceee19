// What the auditee is asked to hand over, in the words and the order of the screen.
import type { DataRequest } from "../ground/operations";
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
