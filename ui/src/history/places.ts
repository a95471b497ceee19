// Where a record is seen, and what people call it.
import { operations, type Id } from "../ground/operations";
import { href } from "../ground/router.svelte";

const TABS: Record<string, string> = { question: "checklist", evidence: "evidence", data_request: "requests", finding: "findings", sample: "samples" };
const PARTS: Record<string, string> = { organisation: "scope", site: "sites", service: "services", process: "processes", person: "people", responsibility: "people", own_document: "documents" };

/** The address of the screen that shows a record. What belongs to an audit lies in that audit's binder. */
export function placeOf(kind: string, record: Id, binder: Id): string | undefined {
  const [tab, part] = [TABS[kind], PARTS[kind]];
  if (tab) return href("audit", binder, tab, record);
  if (["audit", "team_member", "participant"].includes(kind)) return href("audit", binder, "plan");
  if (kind === "report") return href("audit", binder, "report");
  if (kind === "population") return href("audit", binder, "samples", "populations", record);
  if (["sampled_item", "sample_attribute", "rule_test"].includes(kind)) return href("audit", binder, "samples");
  if (part) return kind === "person" ? href("organisation", part, record) : href("organisation", part);
  if (kind === "programme") return href("programme", record);
  return kind === "corrective_action" ? href("actions") : undefined;
}

/** What people call a record, where it has a reference or a name. */
export async function nameOf(kind: string, record: Id): Promise<string | undefined> {
  if (kind === "question") {
    const { code, text } = await operations.checklist.question({ question: record });
    return `${code} ${text}`;
  }
  if (kind === "finding") return (await operations.finding.view({ finding: record })).reference;
  if (kind === "evidence") return (await operations.evidence.view({ evidence: record })).reference;
  if (kind === "data_request") return (await operations.request.view({ request: record })).reference;
  if (kind === "sample") return (await operations.sample.view({ sample: record })).reference;
  if (kind === "population") return (await operations.population.view({ population: record })).reference;
  if (kind === "audit") {
    const { reference, title } = await operations.audit.view({ audit: record });
    return `${reference} ${title}`;
  }
  if (kind === "corrective_action") return (await operations.action.list({})).find(({ id }) => id === record)?.reference;
  const { sites, services, processes, people } = await operations.organisation.view();
  return [...sites, ...services, ...processes, ...people].find(({ id }) => id === record)?.name;
}
