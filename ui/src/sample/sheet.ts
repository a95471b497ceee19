// The sheet as a grid: which rows are seen, where a key leads, and what a cell is called.
import type { Id } from "../ground/operations";
import { count } from "../ground/words";
import type { Attribute, ItemView, Mark } from "./nouns";
import { markWords } from "./words";

export type Which = "all" | "open" | "failed" | "mine";

/** Whether a record counts: everything but what was replaced. */
export function counts(item: ItemView): boolean {
  return item.replaced_reason === "";
}

/** Whether something of a record is still to be looked at. */
export function isOpen(item: ItemView, attributes: readonly Attribute[]): boolean {
  return counts(item) && attributes.some(({ id }) => item.marks[id] === undefined);
}

/** The records that a filter leaves, in the order of the draw. */
export function chosen(items: readonly ItemView[], attributes: readonly Attribute[], which: Which, me: string | undefined): ItemView[] {
  if (which === "all") return [...items];
  return items.filter((item) => {
    if (!counts(item)) return false;
    if (which === "open") return isOpen(item, attributes);
    if (which === "failed") return item.whole === "fail" || item.whole === "not_found";
    return attributes.some(({ id }) => me !== undefined && item.tested_by[id] === me);
  });
}

/** The first cell without a mark, from the top; by rows, as one works. */
export function firstOpen(items: readonly ItemView[], attributes: readonly Attribute[]): { item: Id; attribute: Id } | undefined {
  for (const item of items) {
    if (!counts(item)) continue;
    const open = attributes.find(({ id }) => item.marks[id] === undefined);
    if (open) return { item: item.id, attribute: open.id };
  }
  return undefined;
}

/** The first failure that neither a note nor evidence explains. */
export function firstWordless(items: readonly ItemView[], attributes: readonly Attribute[]): { item: Id; attribute: Id } | undefined {
  for (const item of items) {
    if (!counts(item)) continue;
    const bare = attributes.find(({ id }) => item.marks[id] === "fail" && !(item.notes[id] ?? "").trim() && citedFor(item, id).length === 0);
    if (bare) return { item: item.id, attribute: bare.id };
  }
  return undefined;
}

/** The evidence cited in one cell. */
export function citedFor(item: ItemView, attribute: Id): Id[] {
  const of = `${attribute}/`;
  return item.cited.filter((cited) => cited.startsWith(of)).map((cited) => cited.slice(of.length));
}

/** Where in the grid: rows from the top, columns from the record's own. */
export interface At {
  row: number;
  column: number;
}

/** Where a key leads. `page` is how many rows are seen at once. */
export function step(at: At, key: string, ctrl: boolean, rows: number, columns: number, page: number): At | undefined {
  const to = { ...at };
  if (key === "ArrowDown") to.row = ctrl ? rows - 1 : at.row + 1;
  else if (key === "ArrowUp") to.row = ctrl ? 0 : at.row - 1;
  else if (key === "ArrowRight") to.column = ctrl ? columns - 1 : at.column + 1;
  else if (key === "ArrowLeft") to.column = ctrl ? 0 : at.column - 1;
  else if (key === "PageDown") to.row = at.row + page;
  else if (key === "PageUp") to.row = at.row - page;
  else if (key === "Home") Object.assign(to, ctrl ? { row: 0, column: 0 } : { column: 0 });
  else if (key === "End") Object.assign(to, ctrl ? { row: rows - 1, column: columns - 1 } : { column: columns - 1 });
  else return undefined;
  return { row: within(to.row, rows), column: within(to.column, columns) };
}
function within(place: number, of: number): number {
  return Math.max(0, Math.min(of - 1, place));
}

/** What a cell is called aloud: `INC0001, Approved before implementation: fail`. */
export function cellName(item: ItemView, attribute: Attribute, mark: Mark | undefined): string {
  const evidence = citedFor(item, attribute.id).length;
  const more = [(item.notes[attribute.id] ?? "").trim() ? "with a note" : "", evidence > 0 ? count(evidence, "piece of evidence", "pieces of evidence") : ""].filter(Boolean);
  const said = mark === undefined ? "open" : mark === "not_applicable" ? "n/a, not applicable" : markWords(mark).word;
  return [`${item.record_id}, ${attribute.name}: ${said}`, ...more].join(", ");
}

/** A few columns of the export to show beside the record's number: the first that say something and differ. */
export function telling(items: readonly ItemView[], stratumColumn: string, most = 3): string[] {
  const columns = new Map<string, Set<string>>();
  for (const item of items.slice(0, 50)) {
    for (const { column, value } of item.seen ?? []) {
      if (column === stratumColumn || value === item.record_id || value.trim() === "") continue;
      const values = columns.get(column) ?? new Set();
      values.add(value);
      columns.set(column, values);
    }
  }
  const differing = [...columns].filter(([, values]) => values.size > 1 || items.length === 1).map(([column]) => column);
  return differing.slice(0, most);
}

/** A cell of the export, where the record has it. */
export function seenIn(item: ItemView, column: string): string {
  return item.seen?.find((seen) => seen.column === column)?.value ?? "";
}
