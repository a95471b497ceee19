// Leading the eye and the keyboard to one field of a screen.

const FIELDS = "input:not([type=hidden]), textarea, select, button";

/** Brings a field, or the first field of a part of the screen, into sight and puts the focus on it. */
export function pointAt(id: string): boolean {
  const part = document.getElementById(id);
  if (!part) return false;
  const field = part.matches(FIELDS) ? part : part.querySelector<HTMLElement>(`:is(${FIELDS}):not(:disabled)`);
  (field ?? part).scrollIntoView?.({ block: "center" });
  field?.focus({ preventScroll: true });
  return true;
}
