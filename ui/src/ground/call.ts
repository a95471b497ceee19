// The window's one way to the desk: a named operation with a request, answered or refused.
//
// Invariant: nothing outside this folder knows the shell.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Problem } from "./operations";

/** Whether the page stands in the program's own window. */
export const inShell: boolean = "__TAURI_INTERNALS__" in globalThis;

type Heard = (payload: unknown) => void;
const ears = new Map<string, Set<Heard>>();

/** Something that answers calls: the shell, or a stand-in for a test. */
export interface Counter {
  call(name: string, request: unknown): Promise<unknown>;
  command?(name: string, request: Record<string, unknown>): Promise<unknown>;
}

const shell: Counter = {
  call: (name, request) => invoke("call", { name, request }),
  command: (name, request) => invoke(name, request),
};
const noDesk: Problem = {
  code: "window.no-desk",
  message: "This page stands outside the program, so nobody answers.",
  remedy: "Open Tickmark from the system's menu.",
  severity: "fault",
};
let counter: Counter = inShell ? shell : { call: () => Promise.reject(noDesk) };

/** Lets a test answer the calls itself. */
export function answerWith(other: Counter): void {
  counter = other;
}

/** Calls one operation. Rejects with a {@link Problem}, never with anything else. */
export async function call<T>(name: string, request: unknown): Promise<T> {
  try {
    return (await counter.call(name, request)) as T;
  } catch (thrown) {
    throw asProblem(thrown);
  }
}

/** Asks the shell itself: a dialog, or what the program was started with. */
export async function command<T>(name: string, request: Record<string, unknown> = {}): Promise<T | undefined> {
  try {
    return (await counter.command?.(name, request)) as T | undefined;
  } catch (thrown) {
    throw asProblem(thrown);
  }
}

/** Whatever was thrown, as a problem that a person can read. */
export function asProblem(thrown: unknown): Problem {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown) {
    const { code, message, remedy, severity } = thrown as Partial<Problem>;
    return { code: String(code), message: String(message), remedy: String(remedy ?? ""), severity: severity ?? "fault" };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: "window.fault", message, remedy: "Try it again; start the program again if it stays so.", severity: "fault" };
}

/** Listens for an event of the shell until the answer is called. */
export function hear(event: string, heard: Heard): () => void {
  const of = ears.get(event) ?? new Set();
  if (!ears.has(event)) {
    ears.set(event, of);
    if (inShell) void listen(event, ({ payload }) => speak(event, payload));
  }
  of.add(heard);
  return () => of.delete(heard);
}

/** Says an event to all who listen in this page. */
export function speak(event: string, payload: unknown): void {
  for (const heard of [...(ears.get(event) ?? [])]) heard(payload);
}
