import { render } from "@testing-library/svelte";
import { createRawSnippet } from "svelte";
import { expect, test } from "vitest";
import VirtualList from "../src/ground/VirtualList.svelte";
import { windowed } from "../src/ground/windowed";

test("only the rows near the eye are drawn", () => {
  const seen = windowed({ count: 10_000, rowHeight: 40, height: 600, top: 200_000 });

  expect(seen.from).toBeLessThanOrEqual(5_000);
  expect(seen.to).toBeGreaterThanOrEqual(5_015);
  expect(seen.to - seen.from).toBeLessThan(40);
});

test("the ends are never passed", () => {
  for (const top of [-50, 0, 39, 399_400, 400_000, 1_000_000]) {
    const { from, to } = windowed({ count: 10_000, rowHeight: 40, height: 600, top });
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(10_000);
    expect(from).toBeLessThan(to);
  }
  expect(windowed({ count: 0, rowHeight: 40, height: 600, top: 0 })).toEqual({ from: 0, to: 0 });
});

test("every row that can be seen is drawn, wherever one scrolls", () => {
  for (let top = 0; top < 4_000; top += 7) {
    const { from, to } = windowed({ count: 100, rowHeight: 40, height: 330, top });
    expect(from * 40).toBeLessThanOrEqual(Math.min(top, 100 * 40 - 330));
    expect(to).toBeGreaterThanOrEqual(Math.min(100, Math.ceil((top + 330) / 40)));
  }
});

test("ten thousand rows make a short page that says how long it is", () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => ({ id: `f${index}` }));
  const { container } = render(VirtualList<{ id: string }>, { label: "Findings", rows, rowHeight: 40, key: (row: { id: string }) => row.id, row: createRawSnippet((row: () => { id: string }) => ({ render: () => `<span>${row().id}</span>` })) });

  const drawn = container.querySelectorAll('[role="listitem"]');
  expect(drawn.length).toBeGreaterThan(5);
  expect(drawn.length).toBeLessThan(60);
  expect(drawn[0]?.getAttribute("aria-setsize")).toBe("10000");
  expect(container.querySelector<HTMLElement>(".all")?.style.height).toBe("400000px");
});
