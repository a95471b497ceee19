// Nothing typed is lost when the window closes.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { close, leave } from "../src/desk/commands";
import { desk } from "../src/desk/desk.svelte";
import StatusBar from "../src/desk/StatusBar.svelte";
import { anythingUnsaved, draft, flushAll } from "../src/ground/autosave.svelte";
import { answerWith } from "../src/ground/call";
import { turningAway } from "../src/ground/leaving";
import type { WorkspaceStatus } from "../src/ground/operations";
import { workspace } from "../src/ground/workspace.svelte";

/** A desk whose disk may be full, and a shell that writes down whether it was allowed to close. */
function aDesk() {
  const world = { full: false, written: [] as string[], told: [] as boolean[], closed: 0 };
  answerWith({
    async call(name) {
      if (name === "workspace.close") {
        world.closed += 1;
        return { open: false, today: "2026-10-06", version: "1.0.0" };
      }
      return name === "undo.state" ? {} : [];
    },
    async command(name, request) {
      if (name === "leave") world.told.push(request.ready as boolean);
    },
  });
  const save = async (text: string): Promise<void> => {
    if (world.full) throw { code: "book.disk-full", message: "The disk is full.", remedy: "Free some space.", severity: "fault" };
    world.written.push(text);
  };
  return { world, save };
}
let number = 0;
const key = (): string => `leaving/${++number}`;

test("the window closes when what was typed last is written down, and not before", async () => {
  const { world, save } = aDesk();
  draft(key(), "", save).type("Fourteen suppliers");
  const leaving = leave();
  expect(world.told, "it waits for the disk").toEqual([]);
  await leaving;
  expect(world.written).toEqual(["Fourteen suppliers"]);
  expect(world.told).toEqual([true]);
});

test("what can't be saved keeps the window open and says so, until it is saved or given up", async () => {
  const { world, save } = aDesk();
  world.full = true;
  const words = draft(key(), "", save, "Notes");
  words.type("Three of five");
  render(StatusBar);
  await leave();
  expect(world.told).toEqual([false]);
  expect((await screen.findByTestId("save-failed")).textContent).toContain("Not saved: Notes. The disk is full.");

  await fireEvent.click(screen.getByTestId("save-anyway"));
  await waitFor(() => expect(world.told).toEqual([false, true]));
  expect(words.text, "the words still stand in the field").toBe("Three of five");

  desk.anyway = () => undefined;
  world.full = false;
  await fireEvent.click(screen.getByTestId("save-retry"));
  await waitFor(() => expect(screen.queryByTestId("save-failed")).toBeNull());
  expect(desk.anyway, "what was saved in the end stands in nobody's way").toBeUndefined();
});

test("closing the workspace goes the same way", async () => {
  const { world, save } = aDesk();
  workspace.set({ open: true, name: "Fjordlicht", path: "/f", today: "2026-10-06", version: "1.0.0" } as WorkspaceStatus);
  world.full = true;
  draft(key(), "", save, "Notes").type("Half");
  await close();
  expect(world.closed).toBe(0);
  world.full = false;
  await close();
  expect(world.written).toEqual(["Half"]);
  expect(world.closed).toBe(1);
});

test("whoever turns to another window leaves nothing waiting", async () => {
  const { world, save } = aDesk();
  const stop = turningAway(() => void flushAll());
  for (const away of [() => window.dispatchEvent(new Event("blur")), () => document.documentElement.dispatchEvent(new Event("mouseleave"))]) {
    draft(key(), "", save).type(`words ${number}`);
    away();
    expect(world.written.at(-1), "at once, not when the pause is over").toBe(`words ${number}`);
    await flushAll();
    expect(anythingUnsaved()).toBe(false);
  }
  stop();
});
