// The keyboard map: which keys do what, where, and in what words the help tells it.

import { untrack } from "svelte";

export interface Shortcut {
  /** `"j"`, `"?"`, `"ArrowDown"`, `"Mod+k"`, `"Shift+F"`; several separated by a space. `Mod` is Ctrl, on a Mac ⌘. */
  keys: string;
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Also while a field has the focus. Plain letters never should be. */
  inFields?: boolean;
}
interface Scope {
  name: string;
  shortcuts: () => readonly Shortcut[];
  /** Nothing below hears a key while this one stands, as with a dialog. */
  alone: boolean;
}


let list = $state.raw<readonly Scope[]>([]);

/** Adds shortcuts while the component stands. Call it while a component is being made. */
export function shortcuts(name: string, keys: () => readonly Shortcut[], { alone = false } = {}): void {
  $effect(() => {
    const scope: Scope = { name, shortcuts: keys, alone };
    untrack(() => (list = [...list, scope]));
    return () => {
      untrack(() => (list = list.filter((other) => other !== scope)));
    };
  });
}

/** All shortcuts that answer now, for the help. */
export function allShortcuts(): { name: string; shortcuts: readonly Shortcut[] }[] {
  return list.filter((scope) => scope.shortcuts().length > 0).map((scope) => ({ name: scope.name, shortcuts: scope.shortcuts() }));
}

/** What a key press is called in a {@link Shortcut}. */
export function nameOf(event: KeyboardEvent): string[] {
  const mod = event.ctrlKey || event.metaKey ? "Mod+" : "";
  const alt = event.altKey ? "Alt+" : "";
  const shift = event.shiftKey ? "Shift+" : "";
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const names = [`${mod}${alt}${shift}${key}`];
  // "?" needs Shift on one keyboard and not on another, so for signs Shift is not part of the name.
  if (event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase()) names.push(`${mod}${alt}${event.key}`);
  // On a Greek or Cyrillic keyboard the letter is another, its place is the same; digits may need Shift.
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code);
  const letter = place?.[1]?.toLowerCase() ?? place?.[2];
  if (letter && ((place?.[1] && !/^[a-z]$/.test(key)) || (place?.[2] && !/^\d$/.test(key)))) {
    names.push(`${mod}${alt}${place?.[1] ? shift : ""}${letter}`);
  }
  return names;
}

/** Whether what has the focus takes letters. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "range", "file"].includes(target.type);
}

/** Finds what a key press means, the newest scope first. */
export function meaning(event: KeyboardEvent): Shortcut | undefined {
  if (event.isComposing) return undefined;
  const names = nameOf(event);
  const typing = takesLetters(event.target);
  for (const scope of [...list].reverse()) {
    const found = scope.shortcuts().find(
      (shortcut) => (!typing || shortcut.inFields) && shortcut.keys.split(" ").some((key) => names.includes(key)),
    );
    if (found) return found;
    if (scope.alone) return undefined;
  }
  return undefined;
}

/** How keys are shown to a person: `Mod+k` → `Ctrl K` or `⌘ K`. */
export function shown(keys: string): string {
  const mac = navigator.platform.startsWith("Mac");
  const signs: Record<string, string> = { Mod: mac ? "⌘" : "Ctrl", ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };
  // The last plus of "Mod++" is itself a key.
  const one = (key: string): string => key.split(/\+(?!$)/).map((part) => signs[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(" ");
  return keys.split(" ").map(one).join(" or ");
}

window.addEventListener("keydown", (event) => {
  const found = event.defaultPrevented ? undefined : meaning(event);
  if (!found) return;
  event.preventDefault();
  found.run(event);
});
