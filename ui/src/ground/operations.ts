// The operations and their nouns, under the names that the screens use.
//
// Everything here is drawn from the generated client, so a change of an operation is a type error in the
// screen that uses it. The desk leaves out what is absent: an answer holds no null.
import { operations as generated } from "./operations.gen";

export type Id = string;
/** `2026-10-06` */
export type Day = string;
/** `2026-10-06T14:03:22.123Z` */
export type Instant = string;

/** Why an operation refused or broke, and the next step. */
export interface Problem {
  code: string;
  message: string;
  remedy: string;
  severity: "refusal" | "fault" | "cancelled";
}

/** An answer as it arrives: what is absent is left out. */
type Said<T> = T extends readonly (infer One)[] ? Said<One>[] : T extends object ? { [Field in keyof T]: Said<Exclude<T[Field], null>> } : T;
type Door = (...request: never[]) => Promise<unknown>;
type Doors<Slice> = { [Verb in keyof Slice]: Slice[Verb] extends Door ? (...request: Parameters<Slice[Verb]>) => Promise<Said<Awaited<ReturnType<Slice[Verb]>>>> : never };
type Desk = { [Slice in keyof typeof generated]: Doors<(typeof generated)[Slice]> };

export const operations = generated as unknown as Desk;

type Answer<Of extends Door> = Awaited<ReturnType<Of>>;
type One<List> = List extends readonly (infer Single)[] ? Single : never;
type Given<Of extends (...request: never[]) => unknown, Field extends string> = NonNullable<Parameters<Of>[0]> extends infer Request ? (Field extends keyof Request ? NonNullable<Request[Field]> : never) : never;

export type WorkspaceStatus = Answer<Desk["workspace"]["status"]>;
export type RecentWorkspace = One<Answer<Desk["workspace"]["recent"]>>;
export type CheckResult = Answer<Desk["workspace"]["check"]>;
export type Hit = One<Answer<Desk["workspace"]["find"]>>;

export type HistoryEntry = One<Answer<Desk["history"]["recent"]>>;
export type FieldChange = One<HistoryEntry["fields"]>;
export type OpenQuestion = One<Answer<Desk["history"]["openQuestions"]>>;
export type UndoState = Answer<Desk["undo"]["state"]>;
export type UndoStep = Answer<Desk["undo"]["undo"]>;

export type OrganisationView = Answer<Desk["organisation"]["view"]>;
export type SiteView = One<OrganisationView["sites"]>;
export type SiteKind = SiteView["kind"];
export type ServiceView = One<OrganisationView["services"]>;
export type ServiceStatus = ServiceView["status"];
export type ProcessView = One<OrganisationView["processes"]>;
export type PersonView = One<OrganisationView["people"]>;
export type PersonRole = One<PersonView["roles"]>;
export type ResponsibilityView = One<PersonView["responsibilities"]>;
export type ResponsibilityKind = ResponsibilityView["kind"];
export type ResponsibilityOf = ResponsibilityView["of"];
export type OwnDocumentView = One<OrganisationView["own_documents"]>;

export type EditionView = One<Answer<Desk["criteria"]["editions"]>>;
export type ClauseView = One<Answer<Desk["criteria"]["clauses"]>>;
export type LibraryQuestion = One<Answer<Desk["criteria"]["questions"]>>;

export type ProgrammeCard = One<Answer<Desk["programme"]["list"]>>;
export type ProgrammeView = Answer<Desk["programme"]["view"]>;
export type ProgrammeStage = ProgrammeView["stage"];
export type Coverage = Omit<ProgrammeView["coverage"], "not_planned_clauses">;
export type ProgrammeCoverage = ProgrammeView["coverage"];

export type AuditCard = One<Answer<Desk["audit"]["list"]>>;
export type AuditView = Answer<Desk["audit"]["view"]>;
export type AuditStage = AuditCard["stage"];
export type AuditSite = One<AuditView["sites"]>;
export type Method = AuditView["method"];
export type SiteMethod = One<Given<Desk["audit"]["plan"], "sites">>;
export type TeamMemberView = One<AuditView["team"]>;
export type TeamRole = TeamMemberView["role"];
export type ParticipantView = One<AuditView["participants"]>;
export type Conflict = One<Answer<Desk["audit"]["checkIndependence"]>>;
export type Accept = Given<Desk["audit"]["plan"], "accept_conflicts">;
export type AuditText = Given<Desk["audit"]["write"], "field">;

export type ChecklistView = Answer<Desk["checklist"]["view"]>;
export type ChecklistClause = One<ChecklistView["clauses"]>;
export type ClauseResult = ChecklistClause["result"];
export type QuestionView = One<ChecklistView["questions"]>;
export type Verdict = NonNullable<QuestionView["verdict"]>;

export type EvidenceView = One<Answer<Desk["evidence"]["list"]>>;
export type EvidenceKind = EvidenceView["kind"];
export type Classification = EvidenceView["classification"];

export type DataRequest = One<Answer<Desk["request"]["list"]>>;

export type FindingList = Answer<Desk["finding"]["list"]>;
export type FindingView = Answer<Desk["finding"]["view"]>;
export type Grade = FindingView["grade"];
export type FindingStage = FindingView["stage"];
export type Position = FindingView["auditee_position"];
export type FindingText = Given<Desk["finding"]["write"], "field">;

export type ActionCard = One<Answer<Desk["action"]["list"]>>;
export type ActionSource = ActionCard["source"];

export type IdentityView = One<Answer<Desk["identity"]["list"]>>;
export type ReportState = Answer<Desk["report"]["state"]>;
export type ReportNeed = One<ReportState["needs"]>;
export type ReportRevision = One<ReportState["revisions"]>;
export type SavedReport = Answer<Desk["report"]["save"]>;
export type Verification = Answer<Desk["report"]["verify"]>;
export type SignatureView = One<Verification["signatures"]>;

export type TodayView = Answer<Desk["today"]["view"]>;
export type OpenWork = One<TodayView["open_work"]>;
export type Where = OpenWork["place"];
export type TodayCounts = TodayView["counts"];
