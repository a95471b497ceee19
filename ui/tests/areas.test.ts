// Areas that are covered: drawn, moved and sized without ever leaving the picture.
import { areaWords, inTheMiddle, keyed, moved, resized, sameAreas, spanned, step } from "../src/evidence/areas";

const PICTURE = { width: 1000, height: 500 };
const AREA = { left: 100, top: 50, width: 200, height: 80 };
const press = (key: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) => ({ key, shiftKey: false, altKey: false, ...held });

describe("an area over a picture", () => {
  it("is spanned by two points in whichever order, and cut at the edges", () => {
    expect(spanned({ x: 300, y: 130 }, { x: 100, y: 50 }, PICTURE)).toEqual(AREA);
    expect(spanned({ x: -50, y: -50 }, { x: 2000, y: 2000 }, PICTURE)).toEqual({ left: 0, top: 0, width: 1000, height: 500 });
  });

  it("is not made by a click that did not move", () => {
    expect(spanned({ x: 10, y: 10 }, { x: 10.4, y: 200 }, PICTURE)).toBeUndefined();
  });

  it("keeps its size when it is moved against an edge", () => {
    expect(moved(AREA, 5000, -5000, PICTURE)).toEqual({ ...AREA, left: 800, top: 0 });
  });

  it("grows as far as the picture goes and stays large enough to be taken hold of", () => {
    expect(resized(AREA, 5000, 5000, PICTURE)).toEqual({ ...AREA, width: 900, height: 450 });
    expect(resized(AREA, -5000, -5000, PICTURE)).toEqual({ ...AREA, width: 2, height: 2 });
  });

  it("is moved by the arrows, sized with Shift, and by one pixel with Alt", () => {
    expect(step(PICTURE, false)).toBe(20);
    expect(keyed(AREA, press("ArrowRight"), PICTURE)).toEqual({ ...AREA, left: 120 });
    expect(keyed(AREA, press("ArrowUp", { altKey: true }), PICTURE)).toEqual({ ...AREA, top: 49 });
    expect(keyed(AREA, press("ArrowDown", { shiftKey: true }), PICTURE)).toEqual({ ...AREA, height: 100 });
    expect(keyed(AREA, press("Tab"), PICTURE)).toBeUndefined();
  });

  it("begins in the middle, also in a picture of one pixel", () => {
    expect(inTheMiddle(PICTURE)).toEqual({ left: 375, top: 219, width: 250, height: 63 });
    expect(areaWords(inTheMiddle(PICTURE))).toBe("375 from the left, 219 from the top, 250 wide, 63 high");
  });

  it("is the same list in another order", () => {
    const other = { ...AREA, left: 7 };
    expect(sameAreas([AREA, other], [other, AREA])).toBe(true);
    expect(sameAreas([AREA], [other])).toBe(false);
    expect(sameAreas([AREA], [])).toBe(false);
  });
});
