import { flushSync } from "svelte";
import { afterEach, expect, test } from "vitest";
import { meaning, nameOf, shortcuts, shown, type Shortcut } from "../src/ground/keys.svelte";

let close: (() => void)[] = [];
afterEach(() => {
  for (const one of close) one();
  close = [];
  document.body.replaceChildren();
  flushSync();
});

function scope(name: string, keys: Shortcut[], alone = false): void {
  close.push($effect.root(() => shortcuts(name, () => keys, { alone })));
  flushSync();
}
function press(init: KeyboardEventInit, on: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  on.dispatchEvent(event);
  return event;
}
const heard: string[] = [];
const key = (keys: string, label = keys, more: Partial<Shortcut> = {}): Shortcut => ({ keys, label, run: () => void heard.push(label), ...more });

test("a letter acts while no field has the focus, and is a letter in a field", () => {
  heard.length = 0;
  scope("Checklist", [key("n"), key("Mod+k", "search", { inFields: true })]);
  const field = document.body.appendChild(document.createElement("textarea"));

  press({ key: "n" });
  press({ key: "n" }, field);
  press({ key: "k", ctrlKey: true }, field);

  expect(heard).toEqual(["n", "search"]);
});

test("the screen's key comes before the frame's", () => {
  heard.length = 0;
  scope("Everywhere", [key("a", "outer"), key("b", "outer b")]);
  scope("Checklist", [key("a", "inner")]);

  press({ key: "a" });
  press({ key: "b" });

  expect(heard).toEqual(["inner", "outer b"]);
});

test("beneath a sheet all is silent", () => {
  scope("Checklist", [key("a")]);
  scope("Sheet", [], true);

  expect(meaning(new KeyboardEvent("keydown", { key: "a" }))).toBeUndefined();
});

test("while a word is being composed no key acts", () => {
  scope("Checklist", [key("a")]);

  expect(meaning(new KeyboardEvent("keydown", { key: "a", isComposing: true }))).toBeUndefined();
});

test("keys keep their place on a Greek, a Cyrillic and a French keyboard", () => {
  expect(nameOf(new KeyboardEvent("keydown", { key: "ξ", code: "KeyJ" }))).toContain("j");
  expect(nameOf(new KeyboardEvent("keydown", { key: "о", code: "KeyJ" }))).toContain("j");
  expect(nameOf(new KeyboardEvent("keydown", { key: "&", code: "Digit1" }))).toContain("1");
});

test("a sign is found whether or not the keyboard needs Shift for it", () => {
  expect(nameOf(new KeyboardEvent("keydown", { key: "?", shiftKey: true, code: "Slash" }))).toContain("?");
  expect(nameOf(new KeyboardEvent("keydown", { key: "/", shiftKey: true, code: "Digit7" }))).toContain("/");
});

test("a letter with Shift or Ctrl is not the plain letter", () => {
  expect(nameOf(new KeyboardEvent("keydown", { key: "N", shiftKey: true, code: "KeyN" }))).not.toContain("n");
  expect(nameOf(new KeyboardEvent("keydown", { key: "n", ctrlKey: true, code: "KeyN" }))).toEqual(["Mod+n"]);
});

test("what acted is not also typed", () => {
  scope("Checklist", [key("n")]);

  expect(press({ key: "n" }).defaultPrevented).toBe(true);
  expect(press({ key: "x" }).defaultPrevented).toBe(false);
});

test("keys are told as a person knows them", () => {
  expect(shown("Mod+k")).toBe("Ctrl K");
  expect(shown("j ArrowDown")).toBe("J or ↓");
  expect(shown("Mod++")).toBe("Ctrl +");
});
