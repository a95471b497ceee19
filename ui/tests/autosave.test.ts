import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anythingUnsaved, draft, Draft, flushAll, QUIET_MS } from "../src/ground/autosave.svelte";
import type { Problem } from "../src/ground/operations";
import { saving } from "../src/ground/saving.svelte";

const FULL: Problem = { code: "book.disk-full", message: "The disk is full.", remedy: "Free some space.", severity: "fault" };
let number = 0;
const key = (): string => `question/${++number}/notes`;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});

/** A save whose answers come when the test says so. */
function byHand() {
  const sent: string[] = [];
  const answers: { done: () => void; fail: (problem: Problem) => void }[] = [];
  const save = (text: string): Promise<void> => {
    sent.push(text);
    return new Promise((done, fail) => answers.push({ done, fail }));
  };
  return { save, sent, answers };
}

test("words are written once, a moment after the last key", async () => {
  const save = vi.fn(async () => undefined);
  const words = new Draft(key(), "", save);
  for (const text of ["M", "Ma", "Mar"]) {
    words.type(text);
    await vi.advanceTimersByTimeAsync(QUIET_MS / 2);
  }
  expect(save).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(QUIET_MS);

  expect(save.mock.calls).toEqual([["Mar"]]);
  expect(words.dirty).toBe(false);
});

test("nothing is lost when a save fails, and a retry writes it", async () => {
  const { save, sent, answers } = byHand();
  const of = key();
  const words = new Draft(of, "before", save, "Notes");
  words.type("Three of five");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  answers[0]?.fail(FULL);
  await vi.advanceTimersByTimeAsync(0);

  expect(words.text, "the words stay in the field").toBe("Three of five");
  expect(words.problem?.code).toBe("book.disk-full");
  expect(words.dirty).toBe(true);
  expect(sessionStorage.getItem(`draft:${of}`), "and in the session's memory").toBe("Three of five");
  expect(saving.failures.get(of)?.label).toBe("Notes");

  saving.retryAll();
  await vi.advanceTimersByTimeAsync(0);
  answers[1]?.done();
  await vi.advanceTimersByTimeAsync(0);

  expect(sent).toEqual(["Three of five", "Three of five"]);
  expect(words.dirty).toBe(false);
  expect(saving.failures.size).toBe(0);
  expect(sessionStorage.getItem(`draft:${of}`)).toBeNull();
});

test("an older wording never arrives after a newer one", async () => {
  const { save, sent, answers } = byHand();
  const words = new Draft(key(), "", save);
  words.type("one");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  words.type("one two");
  await vi.advanceTimersByTimeAsync(QUIET_MS * 3);
  expect(sent, "the second waits for the first").toEqual(["one"]);

  answers[0]?.done();
  await vi.advanceTimersByTimeAsync(QUIET_MS);

  expect(sent).toEqual(["one", "one two"]);
  answers[1]?.done();
  await vi.advanceTimersByTimeAsync(0);
  expect(words.dirty).toBe(false);
});

test("a refresh never replaces words that are on their way", async () => {
  const { save, answers } = byHand();
  const words = new Draft(key(), "old", save);
  words.type("mine");
  words.adopt("theirs");
  expect(words.text).toBe("mine");

  await vi.advanceTimersByTimeAsync(QUIET_MS);
  words.adopt("theirs");
  answers[0]?.done();
  await vi.advanceTimersByTimeAsync(0);
  expect(words.text).toBe("mine");

  words.adopt("taken back");
  expect(words.text, "a clean text follows the desk, as after an undo").toBe("taken back");
});

test("leaving a record writes its words down at once", async () => {
  const save = vi.fn(async () => undefined);
  new Draft(key(), "", save).type("quick");
  expect(anythingUnsaved()).toBe(true);

  await flushAll();

  expect(save).toHaveBeenCalledWith("quick");
  expect(anythingUnsaved()).toBe(false);
});

test("coming back to a record shows the words that could not be written", async () => {
  const of = key();
  const first = draft(of, "", () => Promise.reject(FULL));
  first.type("kept");
  await vi.advanceTimersByTimeAsync(QUIET_MS);

  expect(draft(of, "", async () => undefined)).toBe(first);
});

test("words of an earlier page of the same session are taken up and written", async () => {
  const of = key();
  sessionStorage.setItem(`draft:${of}`, "typed before the reload");
  const save = vi.fn(async () => undefined);
  const words = draft(of, "", save);
  words.recall();

  expect(words.text).toBe("typed before the reload");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(save).toHaveBeenCalledWith("typed before the reload");
});

test("a text typed back to what it was is not written again", async () => {
  const save = vi.fn(async () => undefined);
  const words = new Draft(key(), "same", save);
  words.type("same!");
  words.type("same");
  await vi.advanceTimersByTimeAsync(QUIET_MS);

  expect(save).not.toHaveBeenCalled();
  expect(words.dirty).toBe(false);
});

test("words that are set back to what is on the disk hold nobody up", async () => {
  const save = vi.fn(async () => undefined);
  const words = new Draft(key(), "Marta", save);
  words.type("Marta s");
  words.type("Marta");
  await words.flush();
  words.type("Marta showed");

  await words.flush();

  expect(save.mock.calls).toEqual([["Marta showed"]]);
  expect(words.dirty).toBe(false);
});
