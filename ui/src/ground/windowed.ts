/** Which rows of a long list are near the eye. */
export function windowed({ count, rowHeight, height, top, spare = 6 }: { count: number; rowHeight: number; height: number; top: number; spare?: number }): { from: number; to: number } {
  const first = Math.floor(Math.max(0, top) / rowHeight);
  const fit = Math.ceil(height / rowHeight);
  const from = Math.max(0, Math.min(first, count - fit) - spare);
  return { from, to: Math.min(count, Math.max(first, 0) + fit + spare) };
}
