// The clauses of one standard.
import { live, type Live } from "../ground/live.svelte";
import { operations, type ClauseView } from "../ground/operations";

/** Follows the clauses of the edition that `edition` gives. Call it while a component is being made. */
export function clauses(edition: () => string | undefined): Live<ClauseView[]> {
  return live(() => {
    const of = edition();
    return of ? operations.criteria.clauses({ edition: of }) : Promise.resolve([]);
  }, []);
}

/** The auditable units at or below a clause. A dot ends a number, so 8.1 does not hold 8.10. */
export function unitsWithin(list: readonly ClauseView[], number: string): string[] {
  return list.filter((clause) => clause.kind === "auditable" && (clause.number === number || clause.number.startsWith(`${number}.`))).map((clause) => clause.number);
}
