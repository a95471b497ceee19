// Remarks on a finding's words while they are written. They advise; nothing is refused because of them.
//
// From common teaching: a finding says what is not fulfilled, in one sentence, without blame, cause or cure.
import type { Grade } from "../ground/operations";
import { isNonconformity } from "./words";

const CURE = /\b(should|shall|must|needs? to|ought to|recommend\w*|we suggest|it is advised)\b/iu;
const CAUSE = /\b(because|due to|caused by|root cause|as a result of|owing to)\b/iu;
const SOFT = /\b(sometimes|often|usually|it seems|probably|apparently|in some cases|some of the)\b/iu;

/** Remarks on the statement: what is not fulfilled. */
export function onStatement(statement: string, names: readonly string[], grade: Grade): string[] {
  const remarks: string[] = [];
  const text = statement.trim();
  if (text === "" || !isNonconformity(grade)) return remarks;
  if (CURE.test(text)) remarks.push("This tells what to do. Say what is not fulfilled; the cure belongs to the auditee.");
  if (CAUSE.test(text)) remarks.push("This names a cause. The cause is found by the auditee after the audit.");
  if (SOFT.test(text)) remarks.push("Give the count instead of a soft word, for example 4 of 9.");
  if (text.split(/[.!?]\s+(?=\p{Lu})/u).length > 2) remarks.push("One sentence is enough; details belong to the evidence.");
  const named = names.find((name) => name.trim().length > 3 && text.includes(name.trim()));
  if (named) remarks.push(`${named} is named. Name the function, not the person.`);
  return remarks;
}

/** Remarks on the evidence: what was seen, where, and how many. */
export function onEvidence(words: string, attached: number, grade: Grade): string[] {
  const text = words.trim();
  if (!isNonconformity(grade)) return [];
  if (text === "") return attached === 0 ? ["Without evidence there is no nonconformity."] : [];
  return /\d/.test(text) ? [] : ["No number, date or reference stands here yet. Another auditor must be able to find the same record."];
}

/** Remarks on the requirement: where it is written. */
export function onRequirement(requirement: string, grade: Grade): string[] {
  const text = requirement.trim();
  if (!isNonconformity(grade) || text === "") return [];
  return text.endsWith(":") ? ["Say in your own words what is asked there."] : [];
}

/** The grade that three short answers lead to. */
export function gradeFrom(answers: { requirement?: boolean; unmet?: boolean; serious?: boolean }): Grade | undefined {
  if (answers.requirement === false) return "opportunity";
  if (answers.requirement && answers.unmet === false) return "observation";
  if (answers.requirement && answers.unmet && answers.serious !== undefined) return answers.serious ? "major" : "minor";
  return undefined;
}
