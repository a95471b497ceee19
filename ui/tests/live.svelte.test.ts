import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { speak } from "../src/ground/call";
import { live, type Live } from "../src/ground/live.svelte";

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  flushSync();
};
/** A question whose answers come when the test says so. */
function byHand<T>() {
  const answers: { done: (value: T) => void; fail: (why: unknown) => void }[] = [];
  return { answers, ask: (): Promise<T> => new Promise((done, fail) => answers.push({ done, fail })) };
}
function inPage<T>(make: () => Live<T>): { live: Live<T>; close: () => void } {
  let made: Live<T> | undefined;
  const close = $effect.root(() => {
    made = make();
  });
  flushSync();
  return { live: made as Live<T>, close };
}

test("it asks at once, and again when its kind was touched", async () => {
  const { ask, answers } = byHand<string>();
  const page = inPage(() => live(ask, ["finding"]));
  answers[0]?.done("one");
  await settled();
  expect(page.live.value).toBe("one");

  speak("touched", ["question"]);
  await settled();
  expect(answers.length, "another kind is no news").toBe(1);

  speak("touched", ["finding", "audit"]);
  await settled();
  answers[1]?.done("two");
  await settled();
  expect(page.live.value).toBe("two");
  page.close();
});

test("an answer that was overtaken is dropped", async () => {
  const { ask, answers } = byHand<string>();
  const page = inPage(() => live(ask, ["finding"]));
  speak("touched", ["finding"]);
  await settled();
  answers[1]?.done("new");
  await settled();
  answers[0]?.done("old");
  await settled();

  expect(page.live.value).toBe("new");
  page.close();
});

test("a problem leaves the last good answer standing", async () => {
  const { ask, answers } = byHand<string>();
  const page = inPage(() => live(ask, ["finding"]));
  answers[0]?.done("good");
  await settled();
  speak("touched", ["finding"]);
  await settled();
  answers[1]?.fail({ code: "book.damaged", message: "The file is damaged.", remedy: "Check it.", severity: "fault" });
  await settled();

  expect(page.live.value).toBe("good");
  expect(page.live.problem?.code).toBe("book.damaged");
  page.close();
});

test("another record's answer is not shown under this one's name", async () => {
  const { ask, answers } = byHand<string>();
  let id = $state("a");
  const page = inPage(() => live(() => (void id, ask()), []));
  answers[0]?.done("words of a");
  await settled();
  id = "b";
  flushSync();

  expect(page.live.value).toBeUndefined();
  answers[1]?.done("words of b");
  await settled();
  expect(page.live.value).toBe("words of b");
  page.close();
});

test("a page that is closed asks no more", async () => {
  const { ask, answers } = byHand<string>();
  const page = inPage(() => live(ask, ["*"]));
  page.close();
  speak("touched", ["finding"]);
  await settled();

  expect(answers.length).toBe(1);
});
