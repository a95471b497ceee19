// Walking through the questions: which are in sight, and which comes next.
import type { ChecklistClause, Id, QuestionView } from "../ground/operations";

/** A line of the list at the left: a clause, or a question under it. */
export type Row = { kind: "clause"; clause: ChecklistClause; questions: QuestionView[]; open: boolean } | { kind: "question"; question: QuestionView; number: number };

/** The lines in the order of the standard. A clause without a question in sight is left out when something is filtered. */
export function rows(clauses: readonly ChecklistClause[], questions: readonly QuestionView[], isOpen: (clause: string) => boolean, filtered: boolean): Row[] {
  const of = new Map<string, QuestionView[]>();
  for (const question of questions) {
    const list = of.get(question.clause);
    if (list) list.push(question);
    else of.set(question.clause, [question]);
  }
  const all: Row[] = [];
  for (const clause of clauses) {
    const mine = of.get(clause.number) ?? [];
    if (filtered && mine.length === 0) continue;
    const open = filtered || isOpen(clause.number);
    all.push({ kind: "clause", clause, questions: mine, open });
    if (open) mine.forEach((question, index) => all.push({ kind: "question", question, number: index + 1 }));
  }
  return all;
}

/** The question a number of steps away; the ends hold. */
export function step(questions: readonly QuestionView[], from: Id | undefined, by: 1 | -1): QuestionView | undefined {
  const at = questions.findIndex((question) => question.id === from);
  if (at < 0) return by > 0 ? questions[0] : questions.at(-1);
  return questions[Math.min(questions.length - 1, Math.max(0, at + by))];
}

/** The first question of the next or previous clause. */
export function stepClause(questions: readonly QuestionView[], from: Id | undefined, by: 1 | -1): QuestionView | undefined {
  const at = questions.findIndex((question) => question.id === from);
  const here = questions[at]?.clause;
  if (here === undefined) return questions[0];
  const beyond = by > 0 ? questions.slice(at + 1).find((question) => question.clause !== here) : questions.slice(0, at).findLast((question) => question.clause !== here);
  if (!beyond) return questions[at];
  return questions.find((question) => question.clause === beyond.clause);
}

/** The next question without an answer, looking from the start again after the end. */
export function nextOpen(questions: readonly QuestionView[], from: Id | undefined): QuestionView | undefined {
  const at = questions.findIndex((question) => question.id === from);
  return [...questions.slice(at + 1), ...questions.slice(0, at + 1)].find((question) => question.verdict === undefined);
}
