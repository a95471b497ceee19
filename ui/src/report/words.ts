// The long texts of a report, in the order they are printed, with what each is for.
import { href } from "../ground/router.svelte";
import type { AuditText, Id, ReportNeed } from "../ground/operations";

export type ReportText = Extract<AuditText, "course" | "obstacles" | "conclusion" | "fulfilment" | "objectives_met" | "implications" | "follow_up_text" | "confidentiality" | "distribution">;

export const TEXTS: readonly { field: ReportText; label: string; hint: string; lines: number }[] = [
  { field: "course", label: "Course of the audit", hint: "How it went.", lines: 4 },
  { field: "obstacles", label: "Obstacles", hint: "What made the result less certain. Write “none” when there were none.", lines: 2 },
  { field: "conclusion", label: "Conclusion", hint: "How far the system conforms and works, after weighing all findings.", lines: 5 },
  { field: "fulfilment", label: "Degree of fulfilment", hint: "A sentence, with counts where they help. Never a percentage alone.", lines: 3 },
  { field: "objectives_met", label: "What was met and what was not", hint: "Held against the objectives of the plan.", lines: 3 },
  { field: "implications", label: "Implications for the programme", hint: "What later audits should look at because of this one.", lines: 3 },
  { field: "follow_up_text", label: "Agreed follow-up", hint: "What was agreed in the closing meeting, with days.", lines: 3 },
  { field: "confidentiality", label: "Confidentiality", hint: "Printed on the cover.", lines: 2 },
  { field: "distribution", label: "Distribution", hint: "Who receives the report, one a line.", lines: 3 },
];


/** What stops the report first, then what only ought to be looked at; each group as the desk ordered it. */
export function inOrder(needs: readonly ReportNeed[]): { stops: ReportNeed[]; advises: ReportNeed[] } {
  return { stops: needs.filter((need) => need.blocking), advises: needs.filter((need) => !need.blocking) };
}

/** The word on the link that leads to where a need is met. */
export const PLACE: Record<ReportNeed["place"], string> = { plan: "Open the plan", checklist: "Open the checklist", findings: "Open the finding", report: "Write it" };

/** Where a need is met, as an address. What is said of no one field of the report was written twice, and is settled in the history. */
export function leadsTo(audit: Id, { place, record, field }: ReportNeed): string {
  if (place === "report" && !field) return href("history");
  const at = record ?? field;
  return at ? href("audit", audit, place, at) : href("audit", audit, place);
}
export function linkWords({ place, field }: ReportNeed): string {
  return place === "report" && !field ? "Open the history" : PLACE[place];
}

/** Whether the objectives of the plan were met. */
export const OUTCOME = { fully: "Fully met", partly: "Partly met", not: "Not met" } as const;

/** `4A19…` in groups that two people can read to each other. */
export function grouped(fingerprint: string): string {
  const plain = fingerprint.replace(/[^0-9a-z]/gi, "").toUpperCase();
  return plain.match(/.{1,4}/g)?.join(" ") ?? fingerprint;
}
