// Small worlds for the tests of an audit.
import type { AuditView, ChecklistClause, ChecklistView, FindingView, QuestionView } from "../src/ground/operations";

export function aQuestion(over: Partial<QuestionView> = {}): QuestionView {
  return {
    id: "q1", audit: "a1", code: `Q-${over.id ?? "1"}`, clause: "8.3.3", position: 1, text: `Question ${over.id ?? ""}`, look_for: [], method: "", origin: "library",
    reason: "", notes: "", with_whom: "", place: "", remote: false, evidence: 0, findings: 0, open_questions: 0, locked: false, dropped_reason: "", ...over,
  };
}
export function aClause(number: string): ChecklistClause {
  return { number, title: `Title of ${number}`, position: 0, questions: 2, answered: 1, result: "open" };
}
export function aChecklist(questions: QuestionView[]): ChecklistView {
  const numbers = [...new Set(questions.map(({ clause }) => clause))];
  return { audit: "a1", clauses: numbers.map(aClause), questions, answered: questions.filter(({ verdict }) => verdict).length, of: questions.length, edition: "e", not_applicable_hint: "No clause can be left out." };
}
export function anAudit(over: Partial<AuditView> = {}): AuditView {
  return {
    id: "a1", reference: "IA-2026-03", title: "Suppliers", stage: "in_progress", date_start: "2026-10-05", date_end: "2026-10-07", clauses: 1, questions: 2, answered: 0, findings: 0,
    objectives: "", scope_text: "", clause_numbers: ["8.3.3"], edition: "e", criteria_line: "ISO/IEC 20000-1:2018 with Amd 1:2024; handbook 5.2", own_documents: [], sites: [], method: "onsite",
    confidentiality: "", distribution: "", course: "", conclusion: "", fulfilment: "", objectives_met: "", obstacles: "", revision_reason: "", stage_reason: "", implications: "", follow_up_text: "", team: [], participants: [], assigned: {}, not_covered: {},
    service_ids: [], process_ids: [], locked: false, ...over,
  };
}
export function aFinding(over: Partial<FindingView> = {}): FindingView {
  return {
    id: "f1", audit: "a1", audit_reference: "IA-2026-03", reference: "IA-2026-03-D01", final_reference: false, grade: "minor", grade_reason: "", clauses: ["8.3.3"], clause_titles: ["Service level management"],
    title: "", requirement: "", evidence_words: "", statement: "", extent: "", repeat_of: "", withdrawn_reason: "", evidence: [], auditee_position: "pending", auditee_comment: "", raised_by: "jonas", raised_by_name: "Jonas Berg",
    raised_at: "2026-10-06T13:20:00.000Z", stage: "draft", missing: [], actions: [], locked: false, ...over,
  };
}
