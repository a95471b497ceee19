// Which columns of a wide table are shown, and how wide.
import type { PageRow } from "./types";

/** More columns than this are chosen by the person. */
export const MOST_SHOWN = 24;
const NARROWEST = 64;
const WIDEST = 280;
const LETTER = 7.1;

/** The columns that hold a field first in the person's eye: they are kept; others fill up in the order of the file. */
export function firstShown(columns: readonly string[], mapping: Readonly<Record<string, string>>, most = MOST_SHOWN): string[] {
  if (columns.length <= most) return [...columns];
  const meant = new Set(Object.values(mapping));
  const chosen = new Set(columns.filter((column) => meant.has(column)).slice(0, most));
  for (const column of columns) {
    if (chosen.size >= most) break;
    chosen.add(column);
  }
  return columns.filter((column) => chosen.has(column));
}

/** In pixels, after what stands in the first rows. */
export function widths(columns: readonly string[], places: readonly number[], rows: readonly PageRow[]): number[] {
  return columns.map((column, index) => {
    const place = places[index] ?? -1;
    const longest = rows.slice(0, 60).reduce((most, { cells }) => Math.max(most, Math.min(60, (cells[place] ?? "").length)), Math.min(28, column.length + 1));
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, longest * LETTER + 24)));
  });
}
