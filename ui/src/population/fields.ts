// The fields that records of many tools have in common, in the order in which a form asks for them.

export interface Field {
  /** Its name in rules: `closed_at`. */
  name: string;
  label: string;
}

const LABELS: Record<string, string> = {
  record_id: "Number", record_type: "Record type", title: "Title", description: "Description", status: "Status", priority: "Priority", impact: "Impact", urgency: "Urgency", category: "Category",
  service: "Service", ci: "Configuration item", customer: "Customer", site: "Site", requester: "Requester", assignee: "Assignee or owner", team: "Team", channel: "Channel",
  opened_at: "Opened", first_response_at: "First response", resolved_at: "Resolved", closed_at: "Closed", due_at: "Due", sla_response_met: "Response target met", sla_resolution_met: "Resolution target met",
  reopen_count: "Reopened", pending_minutes: "Minutes on hold", close_code: "Closing code", change_type: "Change type", risk: "Risk", approval: "Approval",
  planned_start: "Planned start", planned_end: "Planned end", actual_start: "Actual start", actual_end: "Actual end", linked_incident: "Linked incident", linked_problem: "Linked problem", linked_change: "Linked change",
  known_error: "Known error", updated_at: "Updated", updated_by: "Updated by",
};
/** The field whose column names a record. */
export const RECORD_ID = "record_id";

export const FIELDS: readonly Field[] = Object.entries(LABELS).map(([name, label]) => ({ name, label }));

/** A field as a person calls it; an unknown one stands as it is. */
export function fieldLabel(name: string): string {
  return LABELS[name] ?? name.replaceAll("_", " ");
}
