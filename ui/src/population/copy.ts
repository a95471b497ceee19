// Words for the clipboard.
import { tell } from "../ground/toasts.svelte";

/** Copies a text and says so; `what` names it in the sentence. */
export async function copy(text: string, what: string): Promise<void> {
  const done = (await written(text)) || selected(text);
  if (done) tell(`${what} copied`, { tone: "good" });
  else tell(`${what} could not be copied. Select it and copy it with the keyboard.`, { tone: "bad" });
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Some windows give no clipboard to a page; the older way stays.
    return false;
  }
}

function selected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.className = "unseen";
  document.body.append(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
