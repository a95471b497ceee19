// The works of others that the window is built with, as NOTICES.md tells of them.
import text from "../../NOTICES.md?raw";

export interface Notice {
  title: string;
  body: string;
}

/** The parts of a text that stand under `## ` headings. */
export function parts(of: string): Notice[] {
  return of
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = "", ...body] = part.split("\n");
      return { title, body: body.join("\n").trim() };
    });
}

const [works = "", licences = ""] = text.split(/^# Licence texts$/m);

export const WORKS: readonly Notice[] = parts(works);
export const LICENCES: readonly Notice[] = parts(licences);
