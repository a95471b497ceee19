// The methods, stages and marks of a sample, as the screen says them.
import type { Mark, Model, SampleMethod, SampleStage } from "./nouns";

export interface MethodWords {
  method: SampleMethod;
  word: string;
  /** One line: what it is for. */
  use: string;
}

export const METHODS: readonly MethodWords[] = [
  { method: "random", word: "Simple random", use: "Every record has the same chance. The result may be extended to all of them." },
  { method: "stratified", word: "Stratified random", use: "Random within each group, such as the priority, so that the few in a small group are seen too." },
  { method: "systematic", word: "Systematic", use: "Every so-many-th record from a random start: spread evenly over the list." },
  { method: "mus", word: "By value", use: "Each unit of money has the same chance, so that large amounts are seen more surely." },
  { method: "judgement", word: "By judgement", use: "Records chosen for a reason. Says nothing about the records that were not chosen." },
  { method: "all", word: "All records", use: "Every record is looked at: for small populations, and for what is critical." },
];

export function methodWord(method: SampleMethod): string {
  return METHODS.find((one) => one.method === method)?.word ?? method;
}

export const STAGE: Record<SampleStage, string> = { planned: "Planned", drawn: "Being tested", concluded: "Concluded", withdrawn: "Withdrawn" };

export const MODELS: readonly { value: Model; label: string }[] = [
  { value: "hypergeometric", label: "Hypergeometric: exact for a counted population" },
  { value: "binomial", label: "Binomial: population not counted" },
  { value: "poisson", label: "Poisson: as in many printed tables" },
];

export interface MarkWords {
  mark: Mark;
  key: string;
  shape: string;
  /** In a sentence and in a cell. */
  word: string;
  label: string;
  tone: "good" | "bad" | "mute";
}

export const MARKS: readonly MarkWords[] = [
  { mark: "pass", key: "p", shape: "✓", word: "pass", label: "Pass", tone: "good" },
  { mark: "fail", key: "f", shape: "✕", word: "fail", label: "Fail", tone: "bad" },
  { mark: "not_found", key: "n", shape: "∅", word: "not found", label: "Not found", tone: "bad" },
  { mark: "not_applicable", key: "x", shape: "–", word: "n/a", label: "Not applicable", tone: "mute" },
];

export function markWords(mark: Mark): MarkWords {
  return MARKS.find((one) => one.mark === mark) ?? { mark, key: "", shape: "?", word: mark, label: mark, tone: "mute" };
}

/** `4812` → `4,812` */
export function thousands(number: number): string {
  return Math.trunc(number).toString().replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `IA-2026-03-S-01` → `S-01` */
export function short(reference: string): string {
  return reference.replace(/^.*-(?=[SP]-)/, "");
}

/** A share as a person reads it; a share above nothing is never shown as nothing. */
export function percent(share: number): string {
  const tenths = Math.round(share * 1000) / 10;
  return share > 0 && tenths === 0 ? "under 0.1 %" : `${tenths} %`;
}
