// Files that a person drags from the desktop onto the window. The shell takes them and tells where they lie.
import { hear } from "./call";

/** Listens for dropped files until the answer is called. */
export function filesDropped(take: (paths: string[]) => void): () => void {
  return hear("tauri://drag-drop", (payload) => {
    const { paths } = (payload ?? {}) as { paths?: unknown };
    const named = Array.isArray(paths) ? paths.filter((path): path is string => typeof path === "string") : [];
    if (named.length > 0) take(named);
  });
}
