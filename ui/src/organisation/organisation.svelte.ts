// The organisation as it stands now.
import { live, type Live } from "../ground/live.svelte";
import { operations, type OrganisationView } from "../ground/operations";

/** What a change to the organisation touches. */
export const KINDS = ["organisation", "site", "service", "process", "person", "responsibility", "own_document"];

/** Asks for the organisation and follows it. Call it while a component is being made. */
export function organisation(): Live<OrganisationView> {
  return live(() => operations.organisation.view(), KINDS);
}
