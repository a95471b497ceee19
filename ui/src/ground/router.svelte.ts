// Where the person is, kept in the address so that Back works.
import { flushAll } from "./autosave.svelte";

export interface Route {
  /** `#/audit/<id>/checklist` → `["audit", "<id>", "checklist"]` */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** Reads an address. */
export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  return { path: path.split("/").filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

/** Writes an address for a link: `href("audit", id, "checklist")`. */
export function href(...path: (string | Record<string, string | undefined>)[]): string {
  const parts = path.filter((part): part is string => typeof part === "string");
  const query = new URLSearchParams();
  for (const part of path) {
    if (typeof part === "string") continue;
    for (const [name, value] of Object.entries(part)) if (value) query.set(name, value);
  }
  const asked = query.toString();
  return `#/${parts.map(encodeURIComponent).join("/")}${asked ? `?${asked}` : ""}`;
}

let now = $state.raw<Route>(parse(location.hash));

/** The place now. Reading it in a component follows it. */
export const route = {
  get path(): readonly string[] {
    return now.path;
  },
  get query(): URLSearchParams {
    return now.query;
  },
};

window.addEventListener("hashchange", () => {
  void flushAll();
  now = parse(location.hash);
});

/** Goes somewhere; Back returns. */
export function go(...path: Parameters<typeof href>): void {
  location.hash = href(...path);
}

/** Goes somewhere without a step for Back, for example from question to question. */
export function slide(...path: Parameters<typeof href>): void {
  void flushAll();
  history.replaceState(null, "", href(...path));
  now = parse(location.hash);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
