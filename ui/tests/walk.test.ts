// Walking through a checklist.
import { aClause, aQuestion } from "./world";
import { passes } from "../src/checklist/verdicts";
import { nextOpen, rows, step, stepClause } from "../src/checklist/walk";

const questions = [
  aQuestion({ id: "a1", clause: "8.3.3", verdict: "conforming" }),
  aQuestion({ id: "a2", clause: "8.3.3" }),
  aQuestion({ id: "b1", clause: "8.3.4.1", verdict: "minor" }),
  aQuestion({ id: "b2", clause: "8.3.4.1" }),
];
const clauses = [aClause("8.3.3"), aClause("8.3.4.1"), aClause("8.7.2")];

describe("walking through the questions", () => {
  it("goes on and back and stays at the ends", () => {
    expect(step(questions, "a1", 1)?.id).toBe("a2");
    expect(step(questions, "a1", -1)?.id).toBe("a1");
    expect(step(questions, "b2", 1)?.id).toBe("b2");
  });

  it("begins at the first question when none is chosen", () => {
    expect(step(questions, undefined, 1)?.id).toBe("a1");
    expect(step([], undefined, 1)).toBeUndefined();
  });

  it("goes to the first question of the next clause, and of the one before", () => {
    expect(stepClause(questions, "a1", 1)?.id).toBe("b1");
    expect(stepClause(questions, "b2", -1)?.id).toBe("a1");
    expect(stepClause(questions, "b1", 1)?.id).toBe("b1");
  });

  it("finds the next question without an answer, also from the end", () => {
    expect(nextOpen(questions, "a1")?.id).toBe("a2");
    expect(nextOpen(questions, "b2")?.id).toBe("a2");
    expect(nextOpen([questions[0]!], "a1")).toBeUndefined();
  });
});

describe("the list at the left", () => {
  it("shows every clause, and the questions of those that stand open", () => {
    const lines = rows(clauses, questions, (number) => number === "8.3.3", false);
    expect(lines.map((line) => (line.kind === "clause" ? line.clause.number : line.question.id))).toEqual(["8.3.3", "a1", "a2", "8.3.4.1", "8.7.2"]);
  });

  it("leaves out clauses without a match and opens the others when something is filtered", () => {
    const lines = rows(clauses, questions.filter(({ id }) => id === "b1"), () => false, true);
    expect(lines.map((line) => (line.kind === "clause" ? line.clause.number : line.question.id))).toEqual(["8.3.4.1", "b1"]);
  });
});

describe("the filter", () => {
  const question = aQuestion({ text: "Show the agreements", notes: "Marta", clause: "8.3.3", assigned: "ewa" });

  it("finds a question by its clause, its words and what was noted", () => {
    for (const words of ["8.3.3", "AGREEMENTS", " marta "]) expect(passes(question, "all", words, undefined), words).toBe(true);
    expect(passes(question, "all", "supplier", undefined)).toBe(false);
  });

  it("counts neither a conforming answer nor a question that was not looked at as a remark", () => {
    expect(passes({ ...question, verdict: "conforming" }, "remarks", "", undefined)).toBe(false);
    expect(passes({ ...question, verdict: "not_assessed" }, "remarks", "", undefined)).toBe(false);
    expect(passes({ ...question, verdict: "observation" }, "remarks", "", undefined)).toBe(true);
  });

  it("knows whose question it is", () => {
    expect(passes(question, "mine", "", "ewa")).toBe(true);
    expect(passes(question, "mine", "", "jonas")).toBe(false);
  });
});
