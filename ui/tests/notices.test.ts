// Whoever is built with is named, in the version that is built in.
import { readFileSync } from "node:fs";
import { LICENCES, parts, WORKS } from "../src/desk/notices";

const json = (path: string) => JSON.parse(readFileSync(path, "utf8")) as { version: string; dependencies: Record<string, string> };

test("every work that is built in is named with its version", () => {
  const titles = WORKS.map(({ title }) => title);
  for (const [name, version] of Object.entries(json("package.json").dependencies)) expect(titles).toContain(`${name} ${version}`);
  for (const name of ["clsx", "esm-env"]) expect(titles).toContain(`${name} ${json(`node_modules/${name}/package.json`).version}`);
  expect(titles).toContain(`Svelte ${json("node_modules/svelte/package.json").version}`);
});

test("every licence that a work is under stands there in full", () => {
  const named = LICENCES.map(({ title }) => title);
  for (const { title, body } of WORKS) expect(named.some((licence) => body.includes(licence)), title).toBe(true);
  for (const { title, body } of LICENCES) expect(body.length, title).toBeGreaterThan(900);
});

test("a text is cut at its headings", () => {
  expect(parts("before\n## One\n\nwords\n## Two\nmore")).toEqual([{ title: "One", body: "words" }, { title: "Two", body: "more" }]);
});
