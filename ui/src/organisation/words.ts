// The words on the screen for the words on the wire.
import type { PersonRole, ResponsibilityKind, ResponsibilityOf, ServiceStatus, SiteKind } from "../ground/operations";

export const ROLE: Record<PersonRole, string> = {
  top_management: "Top management",
  programme_manager: "Programme manager",
  lead_auditor: "Lead auditor",
  auditor: "Auditor",
  technical_expert: "Technical expert",
  trainee: "Trainee",
  process_owner: "Process owner",
  reader: "Reader",
};
export const SITE_KIND: Record<SiteKind, string> = { central: "Central function", branch: "Branch", remote: "Remote", datacentre: "Data centre", virtual: "Virtual" };
export const SERVICE_STATUS: Record<ServiceStatus, string> = { pipeline: "Pipeline", live: "Live", retired: "Retired" };
export const RESPONSIBILITY: Record<ResponsibilityKind, string> = { owner: "Owns", performer: "Performs", manager: "Manages", consultant: "Advised on" };
export const RESPONSIBLE_FOR: Record<ResponsibilityOf, string> = { clause: "Clause", process: "Process", service: "Service", site: "Site" };
export const CRITICALITY = [1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: `${n}${n === 1 ? " low" : n === 5 ? " high" : ""}` }));

/** A record of words as the options of a choice. */
export function options<T extends string>(words: Record<T, string>): { value: T; label: string }[] {
  return (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));
}
