// All that can be done from the menu, the palette and the keyboard, under one name each.
import type { Command } from "../ground/CommandPalette.svelte";
import { asProblem, command } from "../ground/call";
import { anythingUnsaved, flushAll } from "../ground/autosave.svelte";
import { takesLetters } from "../ground/keys.svelte";
import { looks } from "../ground/looks.svelte";
import { operations, type UndoStep } from "../ground/operations";
import { go } from "../ground/router.svelte";
import { tell } from "../ground/toasts.svelte";
import { workspace } from "../ground/workspace.svelte";
import { actWords } from "../history/words";
import { desk } from "./desk.svelte";

const place = (id: string, label: string, keys: string, ...path: string[]): Command => ({ id: `go.${id}`, group: "Go", label, keys, run: () => go(...path) });
const view = (id: string, label: string, run: () => void, keys?: string): Command => ({ id: `view.${id}`, group: "View", label, run, ...(keys && { keys }) });

export const COMMANDS: readonly Command[] = [
  place("today", "Today", "Mod+1", "today"),
  place("programme", "Programme", "Mod+2", "programme"),
  place("audits", "Audits", "Mod+3", "audits"),
  place("actions", "Actions", "Mod+4", "actions"),
  place("organisation", "Organisation", "Mod+5", "organisation"),
  place("standards", "Standards", "Mod+6", "standards"),
  place("history", "History", "Mod+7", "history"),
  { id: "go.verify", group: "Go", label: "Verify a PDF", run: () => go("verify") },
  { id: "go.identities", group: "Go", label: "Signing identities", run: () => go("identities") },
  { id: "go.settings", group: "Go", label: "Settings", keys: "Mod+,", run: () => go("settings") },
  { id: "edit.undo", group: "Edit", label: "Undo the last act", keys: "Mod+z", run: () => void undo() },
  { id: "edit.redo", group: "Edit", label: "Redo", keys: "Mod+Shift+z Mod+y", run: () => void redo() },
  view("light", "Light theme", () => (looks.theme = "light")),
  view("dark", "Dark theme", () => (looks.theme = "dark")),
  view("system", "Theme as the system", () => (looks.theme = "system")),
  view("compact", "Compact lines", () => (looks.density = "compact")),
  view("comfortable", "Comfortable lines", () => (looks.density = "comfortable")),
  view("zoom-in", "Zoom in", () => looks.larger(), "Mod+= Mod++"),
  view("zoom-out", "Zoom out", () => looks.smaller(), "Mod+-"),
  view("zoom-reset", "Actual size", () => (looks.size = 1), "Mod+0"),
  { id: "help.keys", group: "Help", label: "All keys", keys: "?", run: () => (desk.sheet = "keys") },
  { id: "help.guide", group: "Help", label: "Guide", keys: "F1", run: () => (desk.sheet = "keys") },
  { id: "help.about", group: "Help", label: "About Tickmark", run: () => (desk.sheet = "about") },
  { id: "file.new", group: "File", label: "New workspace…", keys: "Mod+n", run: () => void close("new") },
  { id: "file.open", group: "File", label: "Open a workspace…", keys: "Mod+o", run: () => void close("open") },
  { id: "file.close", group: "File", label: "Close workspace", keys: "Mod+w", run: () => void close() },
];

let last = { id: "", at: 0 };

/** Runs what the menu or a key named. */
export function run(id: string): void {
  // One key press may arrive twice: from the page and from the system's menu.
  if (id === last.id && Date.now() - last.at < 120) return;
  last = { id, at: Date.now() };
  if (id === "go.search") desk.sheet = "palette";
  else if ((id === "edit.undo" || id === "edit.redo") && takesLetters(document.activeElement)) document.execCommand(id.slice(5));
  else COMMANDS.find((command) => command.id === id)?.run();
}

/** Takes back the last act; words still on their way are written first. */
export async function undo(): Promise<void> {
  await step(operations.undo.undo, "Undone", { label: "Redo", run: () => void redo() });
}
export async function redo(): Promise<void> {
  await step(operations.undo.redo, "Done again", { label: "Undo", run: () => void undo() });
}
async function step(door: () => Promise<UndoStep>, words: string, act: { label: string; run: () => void }): Promise<void> {
  await flushAll();
  try {
    const { act: done } = await door();
    tell(`${words}: ${actWords(done)}`, { act });
  } catch (thrown) {
    const problem = asProblem(thrown);
    tell(`${problem.message} ${problem.remedy}`, { tone: "bad" });
  }
}

/** Answers the shell, which asks whether the window may close: only when all that was typed is written down. */
export async function leave({ lose = false } = {}): Promise<void> {
  await flushAll();
  const ready = lose || !anythingUnsaved();
  desk.anyway = ready ? undefined : () => void leave({ lose: true });
  await command("leave", { ready });
}

/** Puts the workspace away and shows the first page. */
export async function close(then?: "new" | "open", { lose = false } = {}): Promise<void> {
  if (!workspace.status?.open) {
    desk.wish = then;
    return;
  }
  await flushAll();
  if (anythingUnsaved() && !lose) {
    desk.anyway = () => void close(then, { lose: true });
    return;
  }
  desk.anyway = undefined;
  try {
    desk.wish = then;
    workspace.set(await operations.workspace.close());
    go();
  } catch (thrown) {
    tell(asProblem(thrown).message, { tone: "bad" });
  }
}
