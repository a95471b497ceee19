// What a plan still needs, and small helps for writing one.
import type { Problem } from "../ground/operations";
import { count } from "../ground/words";
import type { SampleMethod, StratumPlan } from "./nouns";
import { thousands } from "./words";

/** What is said of a sample so far, whether or not the desk has heard it. */
export interface Said {
  title: string;
  method: SampleMethod;
  population: string | undefined;
  filter: string;
  stratum_column: string;
  strata: readonly StratumPlan[];
  value_column: string;
  confidence: string;
  tolerable: string;
  expected: string;
  allowed: number | undefined;
  size: number;
  rationale: string;
  seed: string;
  seed_from: string;
  tested_for: string;
}

/** Whether chance decides, so that a seed is needed and a result may be extended. */
export function isRandom(method: SampleMethod): boolean {
  return method !== "judgement" && method !== "all";
}

/** What is missing before the records can be fixed, in the words that stand beside the button. */
export function missing(said: Said, records: number, attributes: number): string[] {
  const wants: string[] = [];
  if (said.title.trim() === "") wants.push("a title");
  if (said.method !== "judgement" && said.population === undefined) wants.push("a population");
  if (attributes === 0) wants.push("something to test");
  if (said.method === "judgement") {
    if (said.rationale.trim() === "") wants.push("the reason for these records");
    if (records === 0) wants.push("at least one record");
    return wants;
  }
  if (said.method === "all") return wants;
  if (said.method === "stratified" && said.stratum_column === "") wants.push("the column of the strata");
  if (said.method === "mus" && said.value_column === "") wants.push("the column of the amounts");
  if (drawn(said) === 0) wants.push("how many records");
  if (said.seed.trim() === "") wants.push("a seed");
  return wants;
}

/** How many are to be drawn. */
export function drawn(said: Pick<Said, "method" | "strata" | "size">): number {
  return said.method === "stratified" ? said.strata.reduce((sum, { size }) => sum + size, 0) : said.size;
}

/** What the filled button says. */
export function drawWords(said: Said, records: number, population: number | undefined, noun = "record", nouns = "records"): string {
  const counted = (number: number): string => `${thousands(number)} ${number === 1 ? noun : nouns}`;
  if (said.method === "judgement") return records === 0 ? `Take these ${nouns}` : `Take ${records === 1 ? "this" : "these"} ${counted(records)}`;
  if (said.method === "all") return population === undefined ? `Take all ${nouns}` : `Take all ${counted(population)}`;
  return drawn(said) === 0 ? `Draw ${nouns}` : `Draw ${counted(drawn(said))}`;
}

/** Record numbers as they are pasted: one a line, or with commas, semicolons or tabs between; each once. */
export function recordNumbers(text: string): string[] {
  const found = text.split(/[\r\n\t;,]+/).map((part) => part.trim()).filter(Boolean);
  return [...new Set(found)];
}

/** A percentage as the desk reads it, or why it can't be read; an empty one is `null`. */
export function readPercent(text: string): string | null {
  const number = text.trim().replace(/\s*%$/, "");
  if (number === "") return null;
  const found = /^(\d{1,3})(?:[.,](\d{1,6}))?$/.exec(number);
  if (!found || Number(number.replace(",", ".")) > 100) {
    const unreadable: Problem = { code: "sampling.unreadable-percent", message: `“${text.trim().slice(0, 20)}” can’t be read as a percentage.`, remedy: "Write a number from 0 to 100, for example 5 or 2.5.", severity: "refusal" };
    throw unreadable;
  }
  return found[2] === undefined ? found[1]! : `${found[1]}.${found[2]}`;
}

/** As {@link readPercent}; what can't be read is nothing. */
export function percentOrNothing(text: string): string | undefined {
  try {
    return readPercent(text) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A whole number as it is typed; an empty one is `null`, anything else is refused. */
export function readCount(text: string): number | null {
  const number = text.trim().replace(/[\s,’']/g, "");
  if (number === "") return null;
  if (!/^\d{1,8}$/.test(number)) {
    const unreadable: Problem = { code: "window.no-count", message: `“${text.trim().slice(0, 20)}” is no whole number.`, remedy: "Write digits alone, for example 40.", severity: "refusal" };
    throw unreadable;
  }
  return Number(number);
}

/** The value of one cell, as a rule says it. */
export function equals(column: string, field: string | undefined, value: string): string {
  const quoted = `"${value.replaceAll('"', '""')}"`;
  return value.trim() === "" ? `${field ?? bracketed(column)} is empty` : `${field ?? bracketed(column)} = ${quoted}`;
}
/** A filter with one condition more. */
export function narrowed(filter: string, condition: string): string {
  const before = filter.trim();
  if (before === "") return condition;
  return /\bor\b/i.test(before) && !/^\(.*\)$/.test(before) ? `(${before}) and ${condition}` : `${before} and ${condition}`;
}
function bracketed(column: string): string {
  return `[${column}]`;
}

/** The seed that offers itself: what nobody can have tried out before. */
export function suggestedSeed(audit: string, today: string): string {
  return `${audit}/${today}`;
}

/** How many deviations are too many, in a sentence. */
export function tooMany(tolerable: string, population: number, deviations: number, nouns = "records"): string {
  return `${tolerable} % of ${thousands(population)} is ${count(deviations, nouns.replace(/s$/, ""), nouns).replace(/^\d+/, thousands(deviations))}.`;
}
