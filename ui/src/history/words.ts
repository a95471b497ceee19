// What an act, a record and a field are called by a person.

import { plain } from "../ground/words";

export { plain };

const ACTS: Record<string, string> = {
  "organisation.found": "started the workspace",
  "organisation.describe": "described the organisation",
  "organisation.put-site": "wrote down a site",
  "organisation.put-service": "wrote down a service",
  "organisation.put-process": "wrote down a process",
  "organisation.put-person": "wrote down a person",
  "organisation.put-responsibility": "wrote down a responsibility",
  "organisation.put-own-document": "wrote down an own document",
  "programme.begin": "began a programme",
  "programme.change": "changed the programme",
  "programme.approve": "approved the programme",
  "audit.plan": "planned an audit",
  "audit.change-plan": "changed the audit plan",
  "audit.write": "wrote the audit’s text",
  "audit.add-member": "added a team member",
  "audit.remove-member": "took a member off the team",
  "audit.assign": "handed out clauses",
  "audit.put-participant": "wrote down a participant",
  "audit.remove-participant": "took a participant off the list",
  "audit.hold-opening": "held the opening meeting",
  "audit.hold-closing": "held the closing meeting",
  "audit.not-covered": "said why a clause was not covered",
  "audit.cancel": "cancelled the audit",
  "checklist.draw": "drew up the checklist",
  "checklist.answer": "answered a question",
  "checklist.note": "wrote notes",
  "checklist.reason": "gave a reason",
  "checklist.where": "noted with whom and where",
  "checklist.add": "added a question",
  "checklist.reword": "reworded a question",
  "checklist.move": "moved a question",
  "checklist.drop": "switched a question off",
  "evidence.capture": "added evidence",
  "evidence.describe": "described evidence",
  "evidence.withdraw": "withdrew evidence",
  "evidence.link": "linked evidence to a question",
  "evidence.unlink": "unlinked evidence from a question",
  "evidence.redact": "covered areas of a picture",
  "request.add": "asked the auditee for something",
  "request.change": "changed a request",
  "request.receive": "noted what came",
  "request.withdraw": "withdrew a request",
  "population.bring-in": "brought a population in",
  "population.describe": "described a population",
  "population.withdraw": "withdrew a population",
  "population.keep-test": "kept a test of every row",
  "population.write-test": "wrote what came of a test",
  "sample.plan": "planned a sample",
  "sample.change": "changed a planned sample",
  "sample.draw": "drew a sample",
  "sample.extend": "extended a sample",
  "sample.add-records": "chose records for a sample",
  "sample.replace": "replaced a sampled record",
  "sample.add-attribute": "added what a sample tests",
  "sample.change-attribute": "changed what a sample tests",
  "sample.mark": "tested a sampled record",
  "sample.note": "wrote a note to a sampled record",
  "sample.cite": "cited evidence for a sampled record",
  "sample.found-value": "wrote down the value found",
  "sample.write": "wrote a sample’s conclusion",
  "sample.conclude": "concluded a sample",
  "sample.reopen": "opened a sample again",
  "sample.withdraw": "withdrew a sample",
  "finding.raise": "raised a finding",
  "finding.attach": "attached evidence to a finding",
  "finding.write": "wrote a finding",
  "finding.describe": "described a finding",
  "finding.grade": "graded a finding",
  "finding.present": "presented a finding",
  "finding.withdraw": "withdrew a finding",
  "action.raise": "raised a corrective action",
  "action.change": "changed a corrective action",
  "action.close": "closed a corrective action",
  "report.open-revision": "opened a new revision of the report",
  "report.issue": "issued the report",
  "question.settle": "settled what two people had written differently",
  undo: "undid",
  redo: "did again",
};

/** `finding.raise` → `raised a finding`; an act that has no words yet is told by its name. */
export function actWords(act: string): string {
  const known = ACTS[act];
  if (known) return known;
  const [noun = act, verb] = act.split(/[.:]/, 2);
  return verb ? `${plain(verb)} (${plain(noun)})` : plain(noun);
}

/** A value as it stood in a record. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length ? value.map(valueWords).join(", ") : "nothing";
  if (typeof value === "object") return Object.entries(value).map(([name, part]) => `${plain(name)}: ${valueWords(part)}`).join("; ");
  const text = String(value);
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? plain(text) : text;
}
