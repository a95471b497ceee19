// The words on the screen for the words on the wire.
import type { AuditStage, Method, ProgrammeStage, TeamRole } from "../ground/operations";

export const AUDIT_STAGE: Record<AuditStage, string> = {
  planned: "Planned",
  in_progress: "In progress",
  fieldwork_done: "Fieldwork done",
  reported: "Reported",
  follow_up: "Follow-up",
  completed: "Completed",
  postponed: "Postponed",
  cancelled: "Cancelled",
};
export const PROGRAMME_STAGE: Record<ProgrammeStage, string> = { draft: "Draft", approved: "Approved", active: "Active", closed: "Closed" };
export const METHOD: Record<Method, string> = { onsite: "On site", remote: "Remote", hybrid: "On site and remote" };
export const TEAM_ROLE: Record<TeamRole, string> = { lead: "Lead auditor", auditor: "Auditor", technical_expert: "Technical expert", trainee: "Trainee", observer: "Observer", guide: "Guide" };
