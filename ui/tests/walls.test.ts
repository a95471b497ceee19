import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The slices in the auditor's order; what stands lower may lean on what stands higher. */
const STREET = ["organisation", "criteria", "programme", "audit", "checklist", "evidence", "population", "sample", "finding", "corrective_action", "report", "history"];
const SRC = join(process.cwd(), "src");

interface Import {
  file: string;
  of: string;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : /\.(ts|svelte)$/.test(entry.name) ? [join(folder, entry.name)] : []));
}
function imports(): Import[] {
  return files(SRC).flatMap((file) => [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(([, of = ""]) => ({ file: relative(SRC, file).split(sep).join("/"), of })));
}
/** What is wrong with an import, or nothing. */
function uphill({ file, of }: Import): string | undefined {
  const from = file.split("/")[0] ?? "";
  if (of.startsWith("@tauri-apps")) return from === "ground" ? undefined : `${file} knows the shell`;
  if (!of.startsWith(".")) return undefined;
  const to = join("/", file, "..", of).split(sep)[1] ?? "";
  if (from === to || to === "ground" || from === "desk" || from === "main.ts") return undefined;
  if (from === "ground") return `${file} is ground, and leans on ${to}`;
  return STREET.includes(to) && STREET.indexOf(to) < STREET.indexOf(from) ? undefined : `${file} leans on ${to}`;
}

test("no import runs uphill, and only the ground knows the shell", () => {
  expect(imports().length, "the imports are read at all").toBeGreaterThan(100);
  expect(imports().map(uphill).filter(Boolean)).toEqual([]);
});

test("a made-up arrow that runs uphill is caught", () => {
  expect(uphill({ file: "evidence/EvidenceList.svelte", of: "../finding/words" })).toBe("evidence/EvidenceList.svelte leans on finding");
  expect(uphill({ file: "ground/Button.svelte", of: "../audit/words" })).toBeDefined();
  expect(uphill({ file: "audit/AuditScreen.svelte", of: "@tauri-apps/api/core" })).toBeDefined();
  expect(uphill({ file: "finding/FindingList.svelte", of: "../audit/words" })).toBeUndefined();
});

test("every slice that exists has its place in the street", () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.filter((name) => !["ground", "desk", ...STREET].includes(name))).toEqual([]);
});

test("colours are named in one file only, and a person's words are never markup", () => {
  const stray = files(SRC).filter((file) => {
    const text = readFileSync(file, "utf8");
    const style = /<style>[\s\S]*<\/style>/.exec(text)?.[0] ?? "";
    return /#[0-9a-f]{3,8}\b|rgba?\(|hsl\(/i.test(style) || text.includes("{@html");
  });
  expect(stray).toEqual([]);
});
