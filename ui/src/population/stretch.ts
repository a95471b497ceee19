// The rows of a table that is higher than any browser lays out: the scroll bar then stands for shares of it.
import { windowed } from "../ground/windowed";

/** No box is made higher than this; browsers end between 17 and 33 million pixels. */
export const HIGHEST = 16_000_000;

export interface Stretched {
  from: number;
  to: number;
  /** How high the box is. */
  tall: number;
  /** Rows that one pixel of the scroll bar stands for, in rows’ pixels; 1 where the table fits. */
  by: number;
  /** Where the first row that is drawn stands in the box. */
  offset: number;
}

/** Which rows are seen at a place of the scroll bar, and where they are drawn. */
export function stretched({ total, rowHeight, room, top }: { total: number; rowHeight: number; room: number; top: number }): Stretched {
  const whole = total * rowHeight;
  const tall = Math.min(HIGHEST, whole);
  const by = tall < whole && tall > room ? (whole - room) / (tall - room) : 1;
  const { from, to } = windowed({ count: total, rowHeight, height: room, top: top * by });
  // The drawn rows move with the eye, so that what should be at the top of the box is there.
  const offset = by === 1 ? from * rowHeight : top + from * rowHeight - top * by;
  return { from, to, tall, by, offset };
}

/** Where the scroll bar has to be for a row to be in sight; nothing where it is already. */
export function sight({ place, rowHeight, room, top, by }: { place: number; rowHeight: number; room: number; top: number; by: number }): number | undefined {
  const [above, below] = [(place * rowHeight) / by, ((place + 1) * rowHeight - room) / by];
  if (above < top) return above;
  return below > top ? Math.ceil(below) : undefined;
}
