// Areas that are covered in a picture, in pixels of the picture as it stands upright.

/** As the desk keeps it. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}
export interface Size {
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}

/** Narrower than this nobody can take hold of an area. */
const LEAST = 2;

const between = (number: number, least: number, most: number): number => Math.round(Math.min(Math.max(number, least), most));

/** The area between two points, whichever comes first; nothing where it would be too small to be meant. */
export function spanned(from: Point, to: Point, picture: Size): Area | undefined {
  const inside = ({ x, y }: Point): Point => ({ x: between(x, 0, picture.width), y: between(y, 0, picture.height) });
  const [a, b] = [inside(from), inside(to)];
  const area = { left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
  return area.width < LEAST || area.height < LEAST ? undefined : area;
}

/** The area moved, as far as the picture goes; its size stays. */
export function moved(area: Area, right: number, down: number, picture: Size): Area {
  return { ...area, left: between(area.left + right, 0, picture.width - area.width), top: between(area.top + down, 0, picture.height - area.height) };
}

/** The area made wider and higher at its lower right corner, as far as the picture goes. */
export function resized(area: Area, wider: number, higher: number, picture: Size): Area {
  return { ...area, width: between(area.width + wider, LEAST, picture.width - area.left), height: between(area.height + higher, LEAST, picture.height - area.top) };
}

/** A new area in the middle, for whoever has no mouse at hand. */
export function inTheMiddle(picture: Size): Area {
  const [width, height] = [Math.max(LEAST, Math.round(picture.width / 4)), Math.max(LEAST, Math.round(picture.height / 8))];
  return { left: Math.round((picture.width - width) / 2), top: Math.round((picture.height - height) / 2), width, height };
}

/** How far one key press goes: a fiftieth of the picture, or one pixel for the fine work. */
export function step(picture: Size, fine: boolean): number {
  return fine ? 1 : Math.max(1, Math.round(Math.max(picture.width, picture.height) / 50));
}

/** What a key does to an area; nothing where it means something else. */
export function keyed(area: Area, { key, shiftKey, altKey }: { key: string; shiftKey: boolean; altKey: boolean }, picture: Size): Area | undefined {
  const by = step(picture, altKey);
  const way: Record<string, [number, number]> = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] };
  const [x, y] = way[key] ?? [];
  if (x === undefined || y === undefined) return undefined;
  return shiftKey ? resized(area, x, y, picture) : moved(area, x, y, picture);
}

/** An area for the ear. */
export function areaWords(area: Area): string {
  return `${area.left} from the left, ${area.top} from the top, ${area.width} wide, ${area.height} high`;
}

/** Whether both lists cover the same. */
export function sameAreas(a: readonly Area[], b: readonly Area[]): boolean {
  const words = (areas: readonly Area[]): string => areas.map(areaWords).toSorted().join(";");
  return words(a) === words(b);
}
