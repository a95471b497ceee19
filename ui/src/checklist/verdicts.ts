// The eight answers a question may have, in the order of their keys.
import type { Meaning } from "../ground/Mark.svelte";
import type { QuestionView, Verdict } from "../ground/operations";

export interface VerdictWords {
  /** The key that gives this answer. */
  key: string;
  verdict: Verdict;
  meaning: Meaning;
  word: string;
  /** Shorter, for a row of buttons. */
  short: string;
}

export const VERDICTS: readonly VerdictWords[] = [
  { key: "1", verdict: "conforming", meaning: "good", word: "Conforming", short: "Conforming" },
  { key: "2", verdict: "minor", meaning: "minor", word: "Minor nonconformity", short: "Minor" },
  { key: "3", verdict: "major", meaning: "major", word: "Major nonconformity", short: "Major" },
  { key: "4", verdict: "observation", meaning: "note", word: "Observation", short: "Observation" },
  { key: "5", verdict: "opportunity", meaning: "idea", word: "Opportunity for improvement", short: "Opportunity" },
  { key: "6", verdict: "not_applicable", meaning: "none", word: "Not applicable", short: "Not applicable" },
  { key: "7", verdict: "not_assessed", meaning: "open", word: "Not assessed", short: "Not assessed" },
  { key: "8", verdict: "good_practice", meaning: "star", word: "Good practice", short: "Good practice" },
];

/** The words for a verdict; nothing for a question without one. */
export function wordsFor(verdict: Verdict | undefined): VerdictWords | undefined {
  return VERDICTS.find((one) => one.verdict === verdict);
}

/** Good practice of auditing asks why something was not looked at (ISO 19011, 6.5.1). */
export function needsReason(verdict: Verdict | undefined): boolean {
  return verdict === "not_applicable" || verdict === "not_assessed";
}

/** An answer that says a requirement is not met, and so leads to a finding. */
export function isNonconformity(verdict: Verdict | undefined): verdict is "minor" | "major" {
  return verdict === "minor" || verdict === "major";
}

/** What a filter lets through. */
export type Filter = "all" | "unanswered" | "mine" | "remarks" | "unsettled";

export const FILTERS: readonly { value: Filter; label: string }[] = [
  { value: "all", label: "All questions" },
  { value: "unanswered", label: "Not answered" },
  { value: "mine", label: "Assigned to me" },
  { value: "remarks", label: "With a remark" },
  { value: "unsettled", label: "Two answers" },
];

/** Whether a question stays in sight under a filter and the words typed beside it. */
export function passes(question: QuestionView, filter: Filter, words: string, me: string | undefined): boolean {
  if (filter === "unanswered" && question.verdict !== undefined) return false;
  if (filter === "mine" && question.assigned !== me) return false;
  if (filter === "unsettled" && question.open_questions === 0) return false;
  if (filter === "remarks" && (question.verdict === undefined || question.verdict === "conforming" || needsReason(question.verdict))) return false;
  const wanted = words.trim().toLocaleLowerCase();
  if (wanted === "") return true;
  return [question.code, question.clause, question.text, question.notes, question.with_whom, question.reason].some((text) => text.toLocaleLowerCase().includes(wanted));
}
