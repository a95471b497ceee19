// The operating characteristic of a sample as lines on paper: how likely it passes, by how much is really wrong.
import type { CurvePoint } from "./nouns";
import { percent } from "./words";

export interface Paper {
  width: number;
  height: number;
  left: number;
  bottom: number;
  top: number;
  right: number;
}
export const PAPER: Paper = { width: 340, height: 190, left: 44, bottom: 38, top: 10, right: 12 };

/** The largest rate that is drawn. */
export function reach(curve: readonly CurvePoint[]): number {
  return Math.max(0.0001, ...curve.map(({ rate }) => rate));
}

export function x(rate: number, most: number, paper: Paper = PAPER): number {
  return round(paper.left + (Math.min(rate, most) / most) * (paper.width - paper.left - paper.right));
}
export function y(chance: number, paper: Paper = PAPER): number {
  const clamped = Math.max(0, Math.min(1, chance));
  return round(paper.top + (1 - clamped) * (paper.height - paper.top - paper.bottom));
}

/** The line as an SVG path. */
export function path(curve: readonly CurvePoint[], paper: Paper = PAPER): string {
  const most = reach(curve);
  return curve.map(({ rate, chance_of_accepting }, index) => `${index === 0 ? "M" : "L"}${x(rate, most, paper)} ${y(chance_of_accepting, paper)}`).join("");
}

/** Round rates for the axis, at most five besides nothing. */
export function ticks(most: number): number[] {
  const steps = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5];
  const step = steps.find((one) => most / one <= 5) ?? 1;
  const marks: number[] = [];
  for (let at = 0; at <= most * 1.0001; at += step) marks.push(Math.round(at / step) * step);
  return marks;
}

/** The chance at a rate, read off between two points. */
export function chanceAt(curve: readonly CurvePoint[], rate: number): number | undefined {
  for (let index = 1; index < curve.length; index += 1) {
    const [a, b] = [curve[index - 1]!, curve[index]!];
    if (rate < a.rate || rate > b.rate) continue;
    const share = b.rate === a.rate ? 0 : (rate - a.rate) / (b.rate - a.rate);
    return a.chance_of_accepting + share * (b.chance_of_accepting - a.chance_of_accepting);
  }
  return undefined;
}

/** The curve in words, for the ear and for who reads no charts. */
export function inWords(curve: readonly CurvePoint[], tolerable: number): string {
  const said = [tolerable / 5, tolerable / 2, tolerable]
    .map((rate) => ({ rate, chance: chanceAt(curve, rate) }))
    .filter((point): point is { rate: number; chance: number } => point.chance !== undefined)
    .map(({ rate, chance }) => `with ${percent(rate)} wrong in ${percent(chance)} of all draws`);
  if (said.length === 0) return "";
  const last = said.pop()!;
  return `The sample would pass ${said.length > 0 ? `${said.join(", ")} and ` : ""}${last}.`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
