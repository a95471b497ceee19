// The words on the screen for the words on the wire.
import type { ActionSource } from "../ground/operations";

export const SOURCE: Record<ActionSource, string> = {
  internal_audit: "Internal audit",
  external_audit: "External audit",
  complaint: "Complaint",
  incident: "Incident",
  management_review: "Management review",
  other: "Other",
};
