// The grades and stages of a finding, as the screen says them.
import type { Meaning } from "../ground/Mark.svelte";
import type { FindingStage, Grade, Position } from "../ground/operations";

export const GRADES: readonly { grade: Grade; meaning: Meaning; word: string; short: string }[] = [
  { grade: "major", meaning: "major", word: "Major nonconformity", short: "Major" },
  { grade: "minor", meaning: "minor", word: "Minor nonconformity", short: "Minor" },
  { grade: "observation", meaning: "note", word: "Observation", short: "Observation" },
  { grade: "opportunity", meaning: "idea", word: "Opportunity for improvement", short: "Opportunity" },
  { grade: "good_practice", meaning: "star", word: "Good practice", short: "Good practice" },
];
export const GRADE_OPTIONS = GRADES.map(({ grade, word }) => ({ value: grade, label: word }));

export function gradeWords(grade: Grade): (typeof GRADES)[number] {
  return GRADES.find((one) => one.grade === grade) ?? { grade, meaning: "open", word: grade, short: grade };
}
export function isNonconformity(grade: Grade): boolean {
  return grade === "major" || grade === "minor";
}

export const FINDING_STAGE: Record<FindingStage, string> = { draft: "Draft", presented: "Presented", issued: "Issued", closed: "Closed", withdrawn: "Withdrawn" };
export const POSITION: Record<Position, string> = { pending: "Not said yet", agreed: "Agreed", disputed: "Disputed" };
