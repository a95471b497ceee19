// Words as they are typed, and their way to the disk.
//
// Invariant: what was typed is in `text`, and in the session's own memory until the desk has it.
import { untrack } from "svelte";
import { asProblem } from "./call";
import type { Problem } from "./operations";
import { saving } from "./saving.svelte";

/** How long after the last key words are written down. */
export const QUIET_MS = 250;

const open = new Map<string, Draft>();

/** Writes down at once whatever still waits. Called before leaving a screen and before closing. */
export async function flushAll(): Promise<void> {
  // Whoever calls this does not follow what is typed later.
  await untrack(() => Promise.all([...open.values()].map((draft) => draft.flush())));
}

/** Whether anything typed is not on disk yet. */
export function anythingUnsaved(): boolean {
  return [...open.values()].some((draft) => draft.dirty);
}

/** The draft of one text of one record. The same key always gives the same draft while it holds unsaved words. */
export function draft(key: string, text: string, save: (text: string) => Promise<unknown>, label = "Text"): Draft {
  const standing = open.get(key);
  if (standing?.dirty) return standing;
  return new Draft(key, text, save, label);
}

export class Draft {
  text = $state("");
  /** Why the last try to write failed. */
  problem = $state.raw<Problem>();
  #dirty = $state(false);
  #written: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #under: Promise<void> | undefined;
  #counted = false;

  constructor(
    readonly key: string,
    text: string,
    private readonly save: (text: string) => Promise<unknown>,
    readonly label = "Text",
  ) {
    this.text = text;
    this.#written = text;
  }

  /** Takes up words that were typed earlier in this session and never reached the disk. */
  recall(): void {
    const kept = this.#dirty ? undefined : remembered(this.key);
    if (kept !== undefined && kept !== this.text) this.type(kept);
  }

  get dirty(): boolean {
    return this.#dirty;
  }

  /** The person typed. */
  type(text: string): void {
    this.text = text;
    this.#markDirty();
    remember(this.key, text);
    this.#wait();
  }

  /** The desk's words changed. Own words in flight are never replaced. */
  adopt(text: string): void {
    if (this.#dirty) return;
    this.#written = text;
    if (this.text !== text) this.text = text;
  }

  /** Writes down now. Resolves when all that was typed is on disk, or when writing failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // One at a time, so that an older wording never arrives after a newer one.
    while (this.#under) await this.#under;
    if (!this.#dirty) return;
    const under = this.#write();
    this.#under = under;
    await under;
    // Taken back here and not where it was written: words that were set back to what is on the disk are written in no
    // time, before anybody could have waited for them.
    if (this.#under === under) this.#under = undefined;
    // What was typed while the last words were on their way.
    if (this.#dirty && !this.problem) await this.flush();
  }

  async #write(): Promise<void> {
    const sent = this.text;
    try {
      if (sent !== this.#written) await this.save(sent);
      this.#written = sent;
      this.problem = undefined;
      saving.mended(this.key);
      saving.done();
      if (this.text === sent) this.#clean();
    } catch (thrown) {
      this.problem = asProblem(thrown);
      saving.failed(this.key, { label: this.label, problem: this.problem, retry: () => void this.flush() });
      this.#countOff();
    }
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), QUIET_MS);
  }
  #markDirty(): void {
    if (!this.#counted) saving.begin();
    this.#counted = true;
    this.#dirty = true;
    open.set(this.key, this);
  }
  #clean(): void {
    this.#dirty = false;
    forget(this.key);
    if (open.get(this.key) === this) open.delete(this.key);
    this.#countOff();
  }
  #countOff(): void {
    if (this.#counted) saving.end();
    this.#counted = false;
  }
}

// The session's memory ends with the window and is never written to a disk, so confidential words do not
// stay behind in the clear.
function remember(key: string, text: string): void {
  try {
    sessionStorage.setItem(`draft:${key}`, text);
  } catch {
    // A full memory takes nothing away: the words still stand in the field.
  }
}
function remembered(key: string): string | undefined {
  return sessionStorage.getItem(`draft:${key}`) ?? undefined;
}
function forget(key: string): void {
  sessionStorage.removeItem(`draft:${key}`);
}
