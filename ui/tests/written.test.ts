import { fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { QUIET_MS } from "../src/ground/autosave.svelte";
import Written from "../src/ground/Written.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});
let number = 0;
const fresh = (): string => `record/${++number}/text`;
const type = async (label: string, text: string): Promise<void> => void (await fireEvent.input(screen.getByLabelText(label), { target: { value: text } }));
const field = (label: string): string => screen.getByLabelText<HTMLInputElement>(label).value;

test("words typed just before another record is shown reach the record they were typed for", async () => {
  const [first, second] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
  const page = render(Written, { of: fresh(), label: "Notes", text: "one", save: first });
  await type("Notes", "one and more");
  await page.rerender({ of: fresh(), label: "Notes", text: "two", save: second });
  await vi.advanceTimersByTimeAsync(QUIET_MS * 2);

  expect(first).toHaveBeenCalledWith("one and more");
  expect(second).not.toHaveBeenCalled();
  expect(field("Notes")).toBe("two");
});

test("the end of an own save does not bring back what stood there before", async () => {
  let done = (): void => undefined;
  const save = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
  const page = render(Written, { of: fresh(), label: "Notes", text: "old", save });
  await type("Notes", "new");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  done();
  await vi.advanceTimersByTimeAsync(0);
  expect(field("Notes"), "the desk's list has not been asked again yet").toBe("new");

  await page.rerender({ text: "taken back" });
  expect(field("Notes"), "news from the desk are taken over").toBe("taken back");
});

test("a name that may not be empty comes back when it is left empty", async () => {
  const save = vi.fn(async () => undefined);
  render(Written, { of: fresh(), label: "Name", text: "Aarhus", save, lines: 1, required: true });
  await fireEvent.focus(screen.getByLabelText("Name"));
  for (const text of ["Aar", "A", ""]) await type("Name", text);
  await vi.advanceTimersByTimeAsync(QUIET_MS * 2);
  await fireEvent.blur(screen.getByLabelText("Name"));
  await vi.advanceTimersByTimeAsync(QUIET_MS * 2);

  expect(field("Name")).toBe("Aarhus");
  expect(save.mock.calls.at(-1) ?? ["Aarhus"]).toEqual(["Aarhus"]);
});

test("a failed save is told at the field, and the words stay", async () => {
  render(Written, { of: fresh(), label: "Notes", text: "", save: () => Promise.reject({ code: "book.disk-full", message: "The disk is full.", remedy: "Free some space.", severity: "fault" }) });
  await type("Notes", "kept");
  await vi.advanceTimersByTimeAsync(QUIET_MS);

  expect(screen.getByRole("alert").textContent).toContain("The disk is full.");
  expect(field("Notes")).toBe("kept");
});

test("leaving the screen writes what was typed", async () => {
  const save = vi.fn(async () => undefined);
  const page = render(Written, { of: fresh(), label: "Notes", text: "", save });
  await type("Notes", "last words");
  page.unmount();
  await vi.advanceTimersByTimeAsync(0);

  expect(save).toHaveBeenCalledWith("last words");
});
