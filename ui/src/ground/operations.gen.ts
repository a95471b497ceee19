// Generated from the list of operations. Change the operations, then run `cargo xtask operations`.
/* eslint-disable */
import { call } from "./call";

/** Who accepts a lack of independence, and why. */
export interface Acceptance {
  /** Who accepts it. */
  by: string;
  /** Why. */
  reason: string;
}

/** A lack of independence that a named person accepted. */
export interface Accepted {
  /** When. */
  at: string;
  /** Who accepted it. */
  by: string;
  /** Their name at the time. */
  by_name: string;
  /** Why. */
  reason: string;
}

/** A corrective action as a list shows it. */
export interface ActionCard {
  audit?: string | null | undefined;
  /** Days until it is due; negative when the day has passed. */
  days_left: number;
  description: string;
  due: string;
  finding?: string | null | undefined;
  finding_reference?: string | null | undefined;
  id: string;
  implemented_on?: string | null | undefined;
  original_due: string;
  /** Computed from the due day, never set. */
  overdue: boolean;
  owner: string;
  owner_name: string;
  reference: string;
  source: Source;
  source_words: string;
  stage: Stage;
  verification: string;
  verified_by_name?: string | null | undefined;
  verified_on?: string | null | undefined;
}

/** Corrective actions. */
export interface ActionCounts {
  closed: number;
  open: number;
  overdue: number;
  total: number;
}

/** Something the auditee is to be asked for. */
export interface Add {
  /** The day it is asked; today where absent. */
  asked_on?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** The clauses it is wanted for. */
  clauses?: string[];
  /** Wanted by the end of this day. */
  due: string;
  /** Who is asked, as a name or a function; the person's name where absent. */
  from_whom?: string;
  /** Who is asked, where the organisation knows them. */
  person?: string | null | undefined;
  /** The population it is to show: `incident`. */
  population?: string;
  /** A remark. */
  remark?: string;
  /** What is to be seen. */
  what: string;
}

/** An attribute as it is first written down. */
export interface Add2 {
  /** How to tell. */
  guidance?: string;
  /** What is tested, in a few words. */
  name: string;
  /** A reference such as IA-2026-01, or an id. */
  sample: string;
}

/** What is known about a piece of evidence besides its bytes. */
export interface AddBytes {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  base64: string;
  /** Who may see it; internal, where absent. */
  classification?: Classification | null | undefined;
  /** What it shows, in words. */
  description?: string;
  file_name: string;
  /** The finding that is to rest on it. */
  finding?: string | null | undefined;
  /** What sort it is; told from the file where absent. */
  kind?: EvidenceKind | null | undefined;
  media_type: string;
  /** Where it was seen. */
  place?: string;
  /** Who provided it. */
  provided_by?: string;
  /** The question it was captured for. */
  question?: string | null | undefined;
  /** A remark. */
  remark?: string;
  /** From afar. */
  remote?: boolean;
  /** When it was seen; now, where absent. */
  seen_at?: string | null | undefined;
  /** Where it comes from: a system, a register, a record number. */
  source?: string;
}

/** What is known about a piece of evidence besides its bytes. */
export interface AddFile {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** Who may see it; internal, where absent. */
  classification?: Classification | null | undefined;
  /** What it shows, in words. */
  description?: string;
  /** The finding that is to rest on it. */
  finding?: string | null | undefined;
  /** What sort it is; told from the file where absent. */
  kind?: EvidenceKind | null | undefined;
  path: string;
  /** Where it was seen. */
  place?: string;
  /** Who provided it. */
  provided_by?: string;
  /** The question it was captured for. */
  question?: string | null | undefined;
  /** A remark. */
  remark?: string;
  /** From afar. */
  remote?: boolean;
  /** When it was seen; now, where absent. */
  seen_at?: string | null | undefined;
  /** Where it comes from: a system, a register, a record number. */
  source?: string;
}

export interface AddMember {
  /** Who accepts that they are not independent, where that is so. */
  accept_conflicts?: Acceptance | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** A reference such as IA-2026-01, or an id. */
  person: string;
  role: TeamRole;
}

/** A question written for one audit. */
export interface AddQuestion {
  /** The question it comes after; the last of the clause when absent. */
  after?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** The clause it belongs to. */
  clause: string;
  /** What to look for. */
  look_for?: string[];
  /** The question. */
  text: string;
}

export interface AddRecords {
  /** The numbers of the records. */
  records: string[];
  /** A reference such as IA-2026-01, or an id. */
  sample: string;
}

/** What is known about a piece of evidence besides its bytes. */
export interface AddWords {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** Who may see it; internal, where absent. */
  classification?: Classification | null | undefined;
  /** What it shows, in words. */
  description?: string;
  /** The finding that is to rest on it. */
  finding?: string | null | undefined;
  /** What sort it is; told from the file where absent. */
  kind?: EvidenceKind | null | undefined;
  /** Where it was seen. */
  place?: string;
  /** Who provided it. */
  provided_by?: string;
  /** The question it was captured for. */
  question?: string | null | undefined;
  /** A remark. */
  remark?: string;
  /** From afar. */
  remote?: boolean;
  /** When it was seen; now, where absent. */
  seen_at?: string | null | undefined;
  /** Where it comes from: a system, a register, a record number. */
  source?: string;
}

export interface Answer {
  question: string;
  /** Needed for “not applicable” and “not assessed”. */
  reason?: string | null | undefined;
  /** Null takes the answer back. */
  verdict?: Verdict | null | undefined;
}

/** One of the values written apart. */
export interface Answer2 {
  /** When. */
  at?: string | null | undefined;
  /** Who wrote it. */
  by: string;
  /** The value; null where the field was cleared. */
  value: unknown;
}

export interface ApproveProgramme {
  /** A reference such as IA-2026-01, or an id. */
  by: string;
  on: string;
  /** A reference such as IA-2026-01, or an id. */
  programme: string;
}

/**
 * A rectangle in the pixels of a picture that stands upright, measured from its upper left corner.
 * 
 * As text it reads `left,top,width,height`: `120,40,300,80`.
 */
export interface Area {
  /** Pixels from top to bottom. */
  height: number;
  /** Pixels from the left edge. */
  left: number;
  /** Pixels from the top edge. */
  top: number;
  /** Pixels from left to right. */
  width: number;
}

export interface AsPicture {
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
  /** The most pixels that its longer edge is to have; from 16 to 4096. */
  longest_edge_pixels: number;
  /** The copy for reports, with what is covered in it; the original where absent. */
  report_copy?: boolean;
}

/** A question about a column that can be read in more than one way. */
export interface Ask {
  /** What can be answered. */
  choices: Choice[];
  /** The column's name. */
  column: string;
  /** The canonical field that it is about. */
  field: string;
  /** A stable name: `itop.ttr-passed`. */
  id: string;
  /** The question. */
  question: string;
}

export interface AssignClauses {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  clauses: string[];
  /** Absent takes them back. */
  person?: string | null | undefined;
}

/** What is tested on each record drawn. */
export interface Attribute {
  /** What to look at. */
  guidance: string;
  /** Its name. */
  name: string;
}

/** One thing that every record of a sample is tested for. */
export interface Attribute2 {
  /** Why it is no longer tested; empty while it is. */
  dropped_reason: string;
  /** How to tell. */
  guidance: string;
  /** Its id. */
  id: string;
  /** What is tested, in a few words: `Approved before implementation`. */
  name: string;
  /** Its place among the columns of the sheet. */
  position: number;
  /** The sample. */
  sample: string;
}

/** An audit as a list shows it. */
export interface AuditCard {
  answered: number;
  clauses: number;
  date_end: string;
  date_start: string;
  days?: number | null | undefined;
  findings: number;
  id: string;
  lead?: string | null | undefined;
  lead_name?: string | null | undefined;
  programme?: string | null | undefined;
  questions: number;
  reference: string;
  /** The revision of the report that was signed last. */
  signed_revision?: number | null | undefined;
  stage: Stage2;
  title: string;
}

/** An audit with its plan and team. */
export interface AuditView {
  actual_days?: number | null | undefined;
  answered: number;
  assigned: Record<string, string>;
  clause_numbers: string[];
  clauses: number;
  client?: string | null | undefined;
  client_name?: string | null | undefined;
  closing_held_at?: string | null | undefined;
  conclusion: string;
  confidentiality: string;
  course: string;
  criteria_line: string;
  date_end: string;
  date_start: string;
  days?: number | null | undefined;
  distribution: string;
  edition: string;
  findings: number;
  follow_up_text: string;
  fulfilment: string;
  id: string;
  implications: string;
  lead?: string | null | undefined;
  lead_name?: string | null | undefined;
  /** A signed report stands and no revision is being made. */
  locked: boolean;
  method: Method;
  not_covered: Record<string, string>;
  objectives: string;
  objectives_met: string;
  objectives_outcome?: ObjectivesOutcome | null | undefined;
  obstacles: string;
  opening_held_at?: string | null | undefined;
  own_documents: string[];
  participants: Participant[];
  period_from?: string | null | undefined;
  period_to?: string | null | undefined;
  planned_days?: number | null | undefined;
  process_ids: string[];
  programme?: string | null | undefined;
  questions: number;
  reference: string;
  /** Why a new revision is being made; empty while none is. */
  revision_reason: string;
  scope_text: string;
  service_ids: string[];
  /** The revision of the report that was signed last. */
  signed_revision?: number | null | undefined;
  sites: SiteInScope[];
  stage: Stage2;
  stage_reason: string;
  team: TeamMemberView[];
  title: string;
}

export interface BackUp {
  passphrase?: string | null | undefined;
  to: string;
}

export interface Become {
  /** A reference such as IA-2026-01, or an id. */
  person: string;
}

export interface Benchmarks {
  /** Sites besides the central function. */
  sites?: number | null | undefined;
}

/** What is usual elsewhere; no rule of the standard. */
export interface BenchmarksView {
  /** How many records are usual by how often a control runs. */
  frequencies: FrequencyRow[];
  /** How many of those sites a certification body would visit, besides the central function. */
  sites?: SiteSizes | null | undefined;
}

/** A file as it is brought in: how to read it, what it holds and where it comes from. */
export interface BringIn {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** How it was made sure that nothing is missing. */
  completeness?: string;
  /** When it was exported. */
  extracted_at?: string | null | undefined;
  /** Which column holds which field. */
  mapping?: Record<string, string>;
  path: string;
  /** The query, view or report that was exported. */
  query?: string;
  /** The question it was asked for. */
  question?: string | null | undefined;
  /** What one row is, such as `incident`. */
  record_type?: string;
  /** How the file is read. */
  shape: Shape;
  /** Who supplied it. */
  supplied_by?: string;
  /** The time zone in which the file tells its moments. */
  timezone?: string;
  /** The records and their period: `Incidents 2025`. */
  title: string;
  /** The tool it was exported from. */
  tool?: string;
  /** How many records the tool itself showed. */
  tool_count?: number | null | undefined;
}

/** A file as base64. */
export interface Bytes {
  base64: string;
  file_name: string;
  media_type: string;
}

/** A piece of evidence that came with a request. */
export interface Came {
  id: string;
  reference: string;
}

/** What of a request is to be changed; what is absent stays. */
export interface Change {
  /** The day it was asked. */
  asked_on?: string | null | undefined;
  /** The clauses it is wanted for. */
  clauses?: string[] | null | undefined;
  /** Wanted by the end of this day. */
  due?: string | null | undefined;
  /** Who is asked, as a name or a function. */
  from_whom?: string | null | undefined;
  /** Who is asked; null takes it back. */
  person?: string | null | undefined;
  /** The population it is to show. */
  population?: string | null | undefined;
  /** A remark. */
  remark?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  request: string;
  /** What is to be seen. */
  what?: string | null | undefined;
}

export interface Change2 {
  attribute: string;
  /** No longer tests it. */
  dropped?: boolean;
  guidance?: string | null | undefined;
  name?: string | null | undefined;
  /** Why not; needed once the sample is drawn. */
  reason?: string | null | undefined;
}

/** What is to be changed; what is absent stays. */
export interface ChangeIt {
  /** A reference such as IA-2026-01, or an id. */
  action: string;
  /** What is to be done. */
  description?: string | null | undefined;
  /** Due at the end of this day. */
  due?: string | null | undefined;
  /** The day it was done. */
  implemented_on?: string | null | undefined;
  /** Who answers for it. */
  owner?: string | null | undefined;
  /** Why; needed to move the due date. */
  reason?: string | null | undefined;
}

export interface ChangePassphrase {
  /** The new one; absent to take the encryption off. */
  new?: string | null | undefined;
  /** The passphrase it has; absent where it has none. */
  old?: string | null | undefined;
}

/** What is to be changed; what is absent stays. */
export interface ChangeProgramme {
  /** Who runs it. */
  manager?: string | null | undefined;
  /** How audits are done. */
  methods?: string | null | undefined;
  /** What it is to achieve. */
  objectives?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  programme: string;
  /** Why; needed once the programme is approved. */
  reason?: string | null | undefined;
  /** Auditor-days of 8 hours there are. */
  resources_days?: number | null | undefined;
  /** What it covers. */
  scope?: string | null | undefined;
  /** Its title. */
  title?: string | null | undefined;
}

/** What may be said of a planned sample; what is absent stays. */
export interface ChangeRequest {
  /** How many failures are allowed; null takes it back. */
  allowed?: number | null | undefined;
  /** How the records are chosen. */
  by?: Method2 | null | undefined;
  /** A few words to call it by. */
  called?: string | null | undefined;
  /** Confidence in percent. */
  confidence?: Percent | null | undefined;
  /** The rate of failures that is expected, in percent; null takes it back. */
  expected?: Percent | null | undefined;
  /** What is filtered out before, as a rule; empty for nothing. */
  filter?: string | null | undefined;
  /** The records it is drawn from; null for none. */
  from?: string | null | undefined;
  /** By which model the size is worked out; null takes it back. */
  model?: Model | null | undefined;
  /** The questions it answers. */
  questions?: string[] | null | undefined;
  /** Why this size or these records. */
  rationale?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  sample: string;
  /** What chance is to start from. */
  seed?: string | null | undefined;
  /** Who chose the seed, and how. */
  seed_from?: string | null | undefined;
  /** How many are to be drawn. */
  size?: number | null | undefined;
  /** The strata and how many of each. */
  strata?: StratumPlan[] | null | undefined;
  /** The column whose values are the strata; empty for none. */
  stratum_column?: string | null | undefined;
  /** What is tested, in words. */
  tested_for?: string | null | undefined;
  /** The rate of failures that would still be tolerable, in percent; null takes it back. */
  tolerable?: Percent | null | undefined;
  /** The column whose amounts weigh the records; empty for none. */
  value_column?: string | null | undefined;
}

/** What of a plan is to be changed; what is absent stays, and null takes back what need not be said. */
export interface ChangeThePlan {
  /** Auditor-days it took. */
  actual_days?: number | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** The clauses in scope. */
  clauses?: string[] | null | undefined;
  /** Who asked for it. */
  client?: string | null | undefined;
  /** Who may read the report. */
  confidentiality?: string | null | undefined;
  /** The last day. */
  date_end?: string | null | undefined;
  /** The first day. */
  date_start?: string | null | undefined;
  /** Who gets the report. */
  distribution?: string | null | undefined;
  /** The method over all. */
  method?: Method | null | undefined;
  /** What it is to find out. */
  objectives?: string | null | undefined;
  /** Whether the objectives were met. */
  objectives_outcome?: ObjectivesOutcome | null | undefined;
  /** The organisation's own documents it is held against. */
  own_documents?: string[] | null | undefined;
  /** Records are examined from this day on. */
  period_from?: string | null | undefined;
  /** Records are examined up to this day. */
  period_to?: string | null | undefined;
  /** Auditor-days planned. */
  planned_days?: number | null | undefined;
  /** The processes the scope names. */
  processes?: string[] | null | undefined;
  /** The scope in words. */
  scope_text?: string | null | undefined;
  /** The services the scope names. */
  services?: string[] | null | undefined;
  /** The sites in scope. */
  sites?: SiteVisit[] | null | undefined;
  /** Its title. */
  title?: string | null | undefined;
}

export interface CheckIndependence {
  clauses: string[];
  date_start: string;
  /** A reference such as IA-2026-01, or an id. */
  person: string;
  processes?: string[];
  services?: string[];
  sites?: string[];
}

/** What a check looked at and what it found wrong. */
export interface CheckReport {
  /** Binders looked at. */
  binders: number;
  /** Files whose bytes were hashed. */
  blobs: number;
  /** Changes whose hash and parents were proven. */
  changes: number;
  /** What is wrong, in sentences; empty when all is well. */
  problems: string[];
  /** Records whose rows were compared with their binder. */
  records: number;
}

/** The checklist of an audit. */
export interface ChecklistView {
  answered: number;
  audit: string;
  clauses: ClauseOnList[];
  edition: string;
  /** What “not applicable” can mean for this standard. */
  not_applicable_hint: string;
  of: number;
  questions: QuestionView[];
}

/** One answer and what follows from it. */
export interface Choice {
  /** A stable word: `missed`. */
  answer: string;
  /** The canonical field to map the column to; none when the column stays unmapped. */
  field?: string | null | undefined;
  /** The answer as the screen shows it. */
  label: string;
  /** A rule that finds the missed targets under this reading. */
  test?: string | null | undefined;
}

export interface CiteIt {
  attribute: string;
  /** Whether it is cited from now on. */
  cited: boolean;
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
  item: string;
}

/** A sample in which a piece of evidence is cited. */
export interface CitingSample {
  id: string;
  reference: string;
}

/** Who may see it. */
export type Classification = "public" | "internal" | "confidential" | "personal_data";

/** Whether a clause can be audited. */
export type ClauseKind = "heading" | "auditable";

/** A clause of the checklist and what its answers come to. */
export interface ClauseOnList {
  answered: number;
  assigned?: string | null | undefined;
  number: string;
  position: number;
  questions: number;
  reason_not_covered?: string | null | undefined;
  result: ClauseResult;
  title: string;
}

/** What to ask for under one clause. */
export interface ClausePacks {
  clause: string;
  packs: Pack[];
  title: string;
}

/** What the answers of a clause come to. */
export type ClauseResult = "open" | "conforming" | "with_remarks" | "nonconforming" | "not_applicable" | "not_assessed";

/** A clause as the tree shows it. */
export interface ClauseView {
  /** The amendment that changed it. */
  amendment?: string | null | undefined;
  /** 0 for a top-level clause. */
  depth: number;
  /** What must be kept as documented information. */
  documented_information: string[];
  /** Whether it can be audited. */
  kind: ClauseKind;
  /** A remark for the auditor. */
  note?: string | null | undefined;
  /** Its number. */
  number: string;
  /** Whether the title is our own label. */
  own_label: boolean;
  /** The heading it stands under. */
  parent?: string | null | undefined;
  /** Where it is usually placed. */
  pdca: Pdca;
  /** Its place in the standard, counted from 0. */
  position: number;
  /** Questions of the library. */
  questions: number;
  /** Its short title. */
  title: string;
  /** What is usually kept. */
  usually_kept: string[];
}

/** That someone else saw that it worked. */
export interface CloseIt {
  /** A reference such as IA-2026-01, or an id. */
  action: string;
  /** The day it was done. */
  implemented_on: string;
  /** What they looked at and what it showed. */
  verification: string;
  /** Who saw that it worked; never the owner. */
  verified_by: string;
  /** When. */
  verified_on: string;
}

/** One column. */
export interface Column {
  /** How its moments are written, such as "YYYY-MM-DD HH:MM:SS"; empty unless they are moments. */
  form: string;
  /** The name as the file has it. */
  header: string;
  /** Words, numbers or moments. */
  kind: ColumnKind;
  /** The name, unique in the table: the second "Labels" is "Labels (2)". */
  name: string;
}

/** What a column's cells are. A hint for whoever compares them: the cells themselves stay text. */
export type ColumnKind = "text" | "number" | "moment";

/** What one column holds. */
export interface ColumnLook {
  /** Its name. */
  column: string;
  /** How many different values there are. */
  distinct: number;
  /** The earliest moment: `2026-01-31 14:00:00`. */
  earliest?: string | null | undefined;
  /** Rows in which it holds nothing but blanks. */
  empty: number;
  /** Rows in which it holds something. */
  filled: number;
  /** What its cells are. */
  kind: ColumnKind;
  /** The largest number. */
  largest?: Decimal | null | undefined;
  /** The latest moment. */
  latest?: string | null | undefined;
  /** Rows by month, months without any left out. */
  months: Month[];
  /** Whether there are more than that. Then the values listed are those among the first that were met. */
  more_distinct: boolean;
  /** Rows with a value that is not listed. */
  other_rows: number;
  /** The smallest number. */
  smallest?: Decimal | null | undefined;
  /** Cells that can't be read as the kind of the column. */
  unreadable: RowList;
  /** The most frequent values; equal counts by value. */
  values: Counted[];
}

/** One reason why somebody is not independent of what is examined. */
export interface Conflict {
  /** The clause it concerns, where it concerns one. */
  clause?: string | null | undefined;
  /** The last day on which it counts; none while the responsibility lasts. */
  until?: string | null | undefined;
  /** What binds them: `owner of 8.5.1.1 until 2025-12-31`. */
  what: string;
}

/** What a person put right after looking at the preview. Whatever is not said is recognised. */
export interface Corrections {
  /** What stands before the fraction of a number. */
  decimal?: DecimalSign | null | undefined;
  /** What stands between two cells. */
  delimiter?: string | null | undefined;
  /** How the file writes its letters. */
  encoding?: Encoding | null | undefined;
  /** How the moments of a column are written, by the column's name. */
  forms?: Record<string, string>;
  /** The row that holds the names, counted from 1; 0 when there are no names. */
  header_row?: number | null | undefined;
  /** What a column's cells are, by the column's name. */
  kinds?: Record<string, ColumnKind>;
  /** What stands around a cell that holds a delimiter; U+0000 for none. */
  quote?: string | null | undefined;
  /** The sheet of a workbook. */
  sheet?: string | null | undefined;
}

/** A value and how often it occurs. */
export interface Counted {
  /** Rows with it. */
  rows: number;
  /** The value without blanks around it. Capitals count. */
  value: string;
}

/** Counts as of today, each with what it is counted of. */
export interface Counts {
  actions: ActionCounts;
  audits: Record<string, number>;
  /** Of the programme whose period today lies in. */
  coverage?: Coverage | null | undefined;
  nonconformities: Nonconformities;
}

/** How many of the clauses that can be audited are covered. */
export interface Coverage {
  /** Looked at, in an audit whose report is signed. */
  covered: number;
  /** In an audit that is under way. */
  in_progress: number;
  /** In no audit of the programme. */
  not_planned: number;
  /** Those in no audit, in the standard's order. */
  not_planned_clauses: string[];
  /** All clauses that can be audited. */
  of: number;
  /** In an audit that has not begun. */
  planned: number;
}

export interface Create {
  email?: string | null | undefined;
  name: string;
  organisation?: string | null | undefined;
  passphrase?: string | null | undefined;
}

/** One point of an operating characteristic. Both are from 0 to 1. */
export interface CurvePoint {
  /** The chance that the sample holds no more deviations than allowed, so that the population is accepted. */
  chance_of_accepting: number;
  /** The rate of deviations in the population. */
  rate: number;
}

/** An exact decimal number with a point before its fraction. */
export type Decimal = string;

/** What stands before the fraction of a number. */
export type DecimalSign = "point" | "comma";

export interface Demo {
  /** Where it is to lie; in the program's own folder where absent. */
  path?: string | null | undefined;
}

/** What is to be said differently; what is absent stays. Bytes and hash never change. */
export interface Describe {
  /** Who may see it. */
  classification?: Classification | null | undefined;
  /** What it shows, in words. */
  description?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
  /** Where it was seen. */
  place?: string | null | undefined;
  /** Who provided it. */
  provided_by?: string | null | undefined;
  /** A remark. */
  remark?: string | null | undefined;
  /** From afar. */
  remote?: boolean | null | undefined;
  /** Where it comes from. */
  source?: string | null | undefined;
}

/** What of a finding is to be changed; what is absent stays. */
export interface Describe2 {
  /** The clauses it is held against. */
  clauses?: string[] | null | undefined;
  /** The evidence it rests on. */
  evidence?: string[] | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  finding: string;
  /** In which process; null takes it back. */
  process?: string | null | undefined;
  /** In which service; null takes it back. */
  service?: string | null | undefined;
  /** Where; null takes it back. */
  site?: string | null | undefined;
}

/**
 * What may be said differently of a population; what is absent stays. The bytes, how they are read and what the
 * columns mean are not among it.
 */
export interface Describe3 {
  /** How it was made sure that nothing is missing. */
  completeness?: string | null | undefined;
  /** When it was exported; null takes it back. */
  extracted_at?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  population: string;
  /** The query, view or report that was exported. */
  query?: string | null | undefined;
  /** Who supplied it. */
  supplied_by?: string | null | undefined;
  /** The time zone in which the file tells its moments. */
  timezone?: string | null | undefined;
  /** The records and their period. */
  title?: string | null | undefined;
  /** The tool it was exported from. */
  tool?: string | null | undefined;
  /** How many records the tool itself showed; null takes it back. */
  tool_count?: number | null | undefined;
}

/** What is to be changed; what is absent stays. */
export interface Description {
  /** The organisation's name. */
  name?: string | null | undefined;
  /** The SMS scope statement. */
  scope_statement?: string | null | undefined;
  /** An IANA time zone name. */
  timezone?: string | null | undefined;
}

/** Something that was recognised and may still be wrong, so a person looks at it. */
export interface Doubt {
  /** A stable name such as `table.day-or-month`. */
  code: string;
  /** The column it is about, if it is about one. */
  column?: string | null | undefined;
  /** What is in doubt, as a sentence. */
  message: string;
  /** What to do, starting with a verb. */
  remedy: string;
}

export interface DrawRequest {
  /** A reference such as IA-2026-01, or an id. */
  sample: string;
  /** What chance starts from; what was planned where absent. */
  seed?: string | null | undefined;
  /** Who chose the seed, and how. */
  seed_from?: string | null | undefined;
}

export interface Drop {
  question: string;
  reason: string;
}

/** An id that occurs more than once. */
export interface Duplicate {
  /** The id. */
  id: string;
  /** In how many rows, and the first of them. */
  rows: RowList;
}

/** Ids that occur more than once. Blanks around an id do not count, capitals do. */
export interface Duplicates {
  /** The first ones, in the order of their first rows. */
  first: Duplicate[];
  /** How many ids. */
  ids: number;
  /** How many rows have one of these ids. */
  rows: number;
}

/** An edition as a list shows it. */
export interface EditionView {
  /** Its amendments. */
  amendments: string[];
  /** Parts that can be audited. */
  auditable: number;
  /** Numbered parts. */
  clauses: number;
  /** Its id: `iso20000-1:2018+a1`. */
  id: string;
  /** The line as a report prints it. */
  line: string;
  /** Questions of the library. */
  questions: number;
  /** The standard with its year. */
  standard: string;
}

/** How a text file writes its letters. A byte order mark is skipped in any case. */
export type Encoding = "utf8" | "utf16_le" | "utf16_be" | "windows1252";

/** What sort of evidence it is. */
export type EvidenceKind = "file" | "photo" | "picture" | "interview" | "observation" | "record" | "document";

/** A piece of evidence with what it supports. */
export interface EvidenceView {
  /** The audit. */
  audit: string;
  /**
   * What is covered in the copy for reports, each an [`Area`](crate::Area) as text. A set, so that what two people
   * cover apart is all covered when their work comes together.
   */
  boxes: string[];
  /** When it was captured here; differs from `seen_at` where something was entered later. */
  captured_at: string;
  /** The samples in which it is cited, by reference. */
  cited_in_samples: CitingSample[];
  /** Who may see it. */
  classification: Classification;
  /** What is covered in the copy for reports. */
  covered: Area[];
  /** What it shows, in words. */
  description: string;
  /** The name the file had. */
  file_name?: string | null | undefined;
  /** Its id. */
  id: string;
  /** Whether it is a picture that can be shown. */
  is_picture: boolean;
  /** Whether it stays out of what the auditee is given. */
  kept_from_auditee: boolean;
  /** What sort it is. */
  kind: EvidenceKind;
  /** What sort of file. */
  media_type?: string | null | undefined;
  /** What its picture says of itself; none where the bytes are no picture that can be read. */
  pictured?: Pictured | null | undefined;
  /** Where it was seen. */
  place: string;
  /** Who provided it. */
  provided_by: string;
  /** The questions it supports. */
  questions: string[];
  /** Why it is covered. */
  redaction_note: string;
  /** What people call it: `IA-2026-01-E-003`. */
  reference: string;
  /** A remark. */
  remark: string;
  /** From afar. */
  remote: boolean;
  /** The copy for reports as it was made last. */
  report_copy?: ReportCopy | null | undefined;
  /** SHA-256 of that copy's bytes, by which the book finds them. */
  report_copy_sha256?: string | null | undefined;
  /** When it was seen. */
  seen_at: string;
  /** Who saw it. */
  seen_by?: string | null | undefined;
  /** Their name at the time. */
  seen_by_name: string;
  /** SHA-256 of the bytes at capture; none where there are no bytes. */
  sha256?: string | null | undefined;
  /** Their number. */
  size_bytes?: number | null | undefined;
  /** Where it comes from: a system, a register, a record number. */
  source: string;
  /** The findings that rest on it, by reference. */
  supports_findings: SupportedFinding[];
  /** The questions it supports, by code. */
  supports_questions: SupportedQuestion[];
  /** Whether it counts and supports nothing. */
  unlinked: boolean;
  /** Why it was withdrawn; empty while it counts. The bytes stay. */
  withdrawn_reason: string;
}

export interface ExtendRequest {
  /** How many more; of a stratified sample, spread as before where `strata` says nothing. */
  by: number;
  /** A reference such as IA-2026-01, or an id. */
  sample: string;
  /** How many more of each stratum. */
  strata?: Record<string, number>;
}

/** One field of one record, before and after. */
export interface FieldChange {
  /** The field. */
  field: string;
  /** What it was; null where it was empty. */
  from: unknown;
  /** What it became; null where it was cleared. */
  to: unknown;
}

/** What kind of file holds the table. */
export type FileKind = "text" | "workbook";

export interface Find {
  /** Only in this audit. */
  audit?: string | null | undefined;
  /** At most so many; 50 where absent. */
  most?: number | null | undefined;
  words: string;
}

/** A finding with its actions and what it still needs. */
export interface FindingView {
  /** The corrective actions for it. */
  actions: ActionCard[];
  /** The audit. */
  audit: string;
  /** Its reference. */
  audit_reference: string;
  /** In their words. */
  auditee_comment: string;
  /** What the auditee says to it. */
  auditee_position: Position;
  /** The titles of its clauses, in the order of the clauses. */
  clause_titles: string[];
  /** The clauses it is held against. */
  clauses: string[];
  /** The evidence it rests on. */
  evidence: string[];
  /** What was seen: who, what, where, when, how many. */
  evidence_words: string;
  /** How far it reaches: `3 of 25`. */
  extent: string;
  /** Whether the reference is the final one. */
  final_reference: boolean;
  /** How much it weighs. */
  grade: Grade;
  /** Why it weighs that much. */
  grade_reason: string;
  /** Its id. */
  id: string;
  /** When it was issued. */
  issued_at?: string | null | undefined;
  /** Whether a signed report quotes it and no revision is being made. */
  locked: boolean;
  /** What it still needs before it can be issued, in sentences. */
  missing: string[];
  /** In which process. */
  process?: string | null | undefined;
  /** The question it came from. */
  question?: string | null | undefined;
  /** When. */
  raised_at: string;
  /** Who raised it. */
  raised_by?: string | null | undefined;
  /** Their name at the time. */
  raised_by_name: string;
  /** What people call it: `IA-2026-03-D01` while it is a draft, `IA-2026-03-NC-01` once a report is issued. */
  reference: string;
  /** The earlier finding it repeats. */
  repeat_of: string;
  /** What is required, in our own words. */
  requirement: string;
  /** The sample it came from. */
  sample?: string | null | undefined;
  /** In which service. */
  service?: string | null | undefined;
  /** Where. */
  site?: string | null | undefined;
  /** The code of the site. */
  site_code?: string | null | undefined;
  /** Private: the verbs of this crate are the only doors between stages. */
  stage: Stage3;
  /** What is not fulfilled, in one sentence. */
  statement: string;
  /** A few words to call it by. */
  title: string;
  /** Why it was withdrawn; empty while it stands. */
  withdrawn_reason: string;
}

/** Some of the findings, and how many there are. */
export interface Findings {
  findings: FindingView[];
  of: number;
}

export interface Forget {
  path: string;
}

/** What sort of file. */
export type Format = "pdf" | "xlsx";

/** A record in which words were found, with what it is called. */
export interface Found {
  audit?: string | null | undefined;
  audit_reference?: string | null | undefined;
  binder: string;
  excerpt: string;
  kind: string;
  record: string;
  title: string;
}

export interface FoundValue {
  item: string;
  /** A decimal; empty takes it back. */
  value: string;
}

/**
 * How many performances of a recurring control are usually tested, by how often it is performed and how much depends
 * on it.
 */
export interface FrequencyRow {
  /** How often: `monthly`. */
  frequency: string;
  /** Where much depends on it. */
  high: number;
  /** Where little depends on it. */
  low: number;
  /** Where something depends on it. */
  medium: number;
}

/** Numbers that are missing in one go. */
export interface Gap {
  /** The first missing id. */
  from: string;
  /** How many. */
  missing: number;
  /** The last one. */
  to: string;
}

/**
 * How much a finding weighs.
 * 
 * Source: the grades of ISO/IEC 17021-1, which internal audits use as a convention. ISO/IEC 20000-1 itself knows none.
 */
export type Grade = "major" | "minor" | "observation" | "opportunity" | "good_practice";

export interface GradeIt {
  /** A reference such as IA-2026-01, or an id. */
  finding: string;
  grade: Grade;
  reason: string;
}

/** One act, as the history tells it. */
export interface HistoryEntry {
  /** The act's name. */
  act: string;
  /** When, by the clock of the computer it was done on. */
  at?: string | null | undefined;
  /** The binder. */
  binder: string;
  /** Who. */
  by: string;
  /** The change's hash; of the last one, where several were typed in one go. */
  change: string;
  /** From what to what. Only told for the history of one record. */
  fields: FieldChange[];
  /** The records touched, as `kind/id`. */
  records: string[];
  /** Why, where a reason was given. */
  why?: string | null | undefined;
}

/** A row that a rule hit. */
export interface Hit {
  /** The number of the record. */
  record_id: string;
  /** The row as a spreadsheet counts it. */
  row: number;
}

/** How a sample is spread over the strata. */
export type How = "proportional" | "equal" | "own";

/** Whether an identity can sign. */
export type IdentityState = "valid" | "not_yet_valid" | "expired";

export interface Import {
  /** The passphrase of the file. */
  file_passphrase?: string | null | undefined;
  /** The passphrase under which the key is kept from now on. */
  passphrase?: string | null | undefined;
  path: string;
}

export interface Issue {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** Why there is a new revision; opens one where a signed report stands. */
  change_note?: string | null | undefined;
  /** The signing identity, by id, name or fingerprint. */
  identity: string;
  passphrase?: string | null | undefined;
}

/** One record of a sheet. */
export interface ItemView {
  /** Evidence, each as `attribute id/evidence id`. */
  cited: string[];
  /** How often a draw by value hit it. */
  hits: number;
  /** Its id. */
  id: string;
  /** What was seen, by attribute. */
  marks: Record<string, Mark>;
  /** A note, by attribute. */
  notes: Record<string, string>;
  /** Its place in the order of the draw, from 1. */
  place: number;
  /** The number of the record: `INC0012345`. */
  record_id: string;
  /** Why it was replaced; empty while it counts. */
  replaced_reason: string;
  /** The item that this one stands in for. */
  replaces?: string | null | undefined;
  /** Its row in the file; 0 where there is none. */
  row: number;
  /** The sample. */
  sample: string;
  /** The cells of the record that the mapping names. */
  seen?: Seen[];
  /** Its stratum; empty where there are none. */
  stratum: string;
  /** Who looked, by attribute. */
  tested_by: Record<string, string>;
  /** Its value as a decimal; empty where none weighs. */
  value: string;
  /** The value that was found to be right; empty until somebody looked. */
  value_found: string;
  /** What the record says as a whole; absent while something is open. */
  whole?: Mark | null | undefined;
}

export interface Keep {
  /** What is filtered out before, as a rule; empty for nothing. */
  filter?: string;
  /** A reference such as IA-2026-01, or an id. */
  population: string;
  rule: string;
  title: string;
}

/** A signing identity and where it is kept. */
export interface KeptIdentity {
  /** How many certificates travel with a signature: the person's own and those that vouch for it. */
  certificates: number;
  /** When the identity was created or imported. */
  created_at: string;
  /** The e-mail address that stands in the certificate. */
  email?: string | null | undefined;
  /** SHA-256 over the certificate, in lower-case hexadecimal. */
  fingerprint: string;
  /** The id of the identity. */
  id: string;
  /** The whole name of who issued the certificate. */
  issuer: string;
  /** The kind of key. */
  key_kind: KeyKind;
  /** The name that stands in the certificate. */
  name: string;
  /** The last moment at which the certificate is valid. */
  not_after: string;
  /** The first moment at which the certificate is valid. */
  not_before: string;
  /** The organisation that stands in the certificate. */
  organisation?: string | null | undefined;
  /** Whether the certificate vouches for itself. */
  self_signed: boolean;
  /** Whether it can sign at this moment. */
  state: IdentityState;
  where: Where;
}

/** The kind of a signing key. */
export type KeyKind = "p256" | "rsa";

/** A report of the open workspace. */
export interface KnownAs {
  issued_at: string;
  reference: string;
  revision: number;
}

/** A ready test that can't be run yet. */
export interface Lacking {
  /** The canonical fields that no column is mapped to. */
  fields: string[];
  /** A stable name. */
  id: string;
  /** Whether the audited period has to be known. */
  period: boolean;
  /** Its title. */
  title: string;
}

/** How the file is written. */
export interface Layout {
  /** What stands before the fraction of a number. */
  decimal: DecimalSign;
  /** What stands between two cells; one ASCII character. Of no meaning for a workbook. */
  delimiter: string;
  /** How a text file writes its letters; of no meaning for a workbook. */
  encoding: Encoding;
  /** Text or workbook. */
  file: FileKind;
  /** The row that holds the names, counted from 1 as a spreadsheet does; 0 when the file has no names. */
  header_row: number;
  /**
   * What stands around a cell that holds a delimiter or a line break; one ASCII character, or U+0000 for none.
   * Of no meaning for a workbook.
   */
  quote: string;
  /** The sheet of a workbook. */
  sheet?: string | null | undefined;
}

/** A question of the built-in library. */
export interface LibraryQuestion {
  /** The clause it belongs to. */
  clause: string;
  /** Its code: `Q-8.5.1.3-01`. */
  id: string;
  /** What to look for. */
  look_for: string[];
  /** How it is usually answered. */
  method: string;
  /** The kind of record to sample, where there is one. */
  population?: string | null | undefined;
  /** The question. */
  question: string;
}

/** What that says about all the records. Rates are from 0 to 1. */
export interface LimitAnswer {
  /** With the confidence asked for, the rate is from this … */
  lower_two_sided: number;
  /** The model that was used. */
  model: Model;
  /** The rate in the sample. */
  rate: number;
  /** The same two as numbers of records. */
  two_sided_counts?: unknown[] | null | undefined;
  /** At most so many records of the population. */
  upper_count?: number | null | undefined;
  /** The rate in the population is at most this, with the confidence asked for. */
  upper_limit: number;
  /** … to this. */
  upper_two_sided: number;
}

export interface Link {
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
  question: string;
}

export interface LinkFinding {
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
  /** A reference such as IA-2026-01, or an id. */
  finding: string;
}

export interface List {
  /** A reference such as IA-2026-01, or an id. */
  audit?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  finding?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  owner?: string | null | undefined;
}

export interface List2 {
  /** Only of this programme. */
  programme?: string | null | undefined;
}

export interface List3 {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** Only what this finding rests on. */
  finding?: string | null | undefined;
  /** Only what supports this question. */
  question?: string | null | undefined;
  /** Only what counts and supports nothing. */
  unlinked?: boolean;
}

export interface List4 {
  /** A reference such as IA-2026-01, or an id. */
  audit?: string | null | undefined;
  clause?: string | null | undefined;
  grade?: Grade | null | undefined;
  /** At most so many; 100 where absent. */
  most?: number | null | undefined;
  offset?: number | null | undefined;
  sort?: SortBy;
  stage?: Stage3 | null | undefined;
}

export interface List5 {
  /** Only the clauses of this audit. */
  audit?: string | null | undefined;
}

/** What a pass over the rows showed. */
export interface Look {
  /** Whether all ids could be kept; if not, duplicates and gaps are those of the first ones. */
  all_ids_seen: boolean;
  /** The columns that were asked for, in the order of the table. */
  columns: ColumnLook[];
  /** Ids that occur more than once. */
  duplicates: Duplicates;
  /** Rows without an id. */
  empty_ids: RowList;
  /** The column whose cells are the ids; none when no column is mapped to them. */
  id_column?: string | null | undefined;
  /** Numberings among the ids, the largest first, and what is missing in them. */
  numbering: Series[];
  /** Rows outside of the period, when one was asked for and a column of moments is mapped. */
  outside?: Outside | null | undefined;
  /** How many rows there were. */
  rows: number;
}

export interface LookRequest {
  /** Columns whose values are counted; those with a meaning where absent. */
  count?: string[] | null | undefined;
  /** What is filtered out before, as a rule; empty for nothing. */
  filter?: string;
  /** A reference such as IA-2026-01, or an id. */
  population: string;
}

/** What was seen of one attribute of one record. */
export type Mark = "pass" | "fail" | "not_applicable" | "not_found";

export interface MarkIt {
  attribute: string;
  item: string;
  /** What was seen; absent takes it back. */
  mark?: Mark | null | undefined;
  /** A note, where there is one. */
  note?: string | null | undefined;
}

export interface Meeting {
  at: string;
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
}

/** How audit work is done at a place. */
export type Method = "onsite" | "remote" | "hybrid";

/** How records are chosen. Its word is part of what a draw depends on, so the words never change. */
export type Method2 = "random" | "systematic" | "stratified" | "mus" | "judgement" | "all";

/** How the number of deviations in a sample is thought to come about. */
export type Model = "hypergeometric" | "binomial" | "poisson";

/** A month and how many moments lie in it. */
export interface Month {
  /** `2026-01`. */
  month: string;
  /** Rows in it. */
  rows: number;
}

export interface Move {
  /** The question it comes before; the end of the clause where absent. */
  before?: string | null | undefined;
  question: string;
}

/** What the overstatements found say about all the records. Amounts are in minor units. */
export interface MusAnswer {
  /** The part of the upper limit that would be there if nothing had been found. */
  basic_precision: number;
  /** What was found in records as large as the interval or larger. All of those were tested, so this is exact. */
  certain: number;
  /** The distance from one point of the draw to the next, rounded down. */
  interval: number;
  /** The most likely overstatement of all the records, rounded to the nearest. */
  projected: number;
  /** The overstatement is at most this, with the confidence asked for; rounded up, and never more than the total value. */
  upper_limit: number;
}

/** Something a report still needs. */
export interface Need {
  /** Whether the report can't be issued without it. */
  blocking: boolean;
  /** The field of the audit that is empty. */
  field?: string | null | undefined;
  /** Where. */
  place: Place;
  /** The record it concerns. */
  record?: string | null | undefined;
  /** What to do about it. */
  remedy: string;
  /** What is missing. */
  sentence: string;
}

/** An attribute as it is first written down. */
export interface NewAttribute {
  /** How to tell. */
  guidance?: string;
  /** What is tested, in a few words. */
  name: string;
}

/** An audit that is to be planned. */
export interface NewAudit {
  /** Who accepts that the lead is not independent, where that is so. */
  accept_conflicts?: Acceptance | null | undefined;
  /** The clauses in scope. */
  clauses: string[];
  /** Who asked for it. */
  client?: string | null | undefined;
  /** Who may read the report. */
  confidentiality?: string;
  /** The last day. */
  date_end: string;
  /** The first day. */
  date_start: string;
  /** The edition of the standard, as `criteria.editions` lists it. */
  edition: string;
  /** Who leads it. */
  lead: string;
  /** The method over all. */
  method: Method;
  /** What it is to find out. */
  objectives: string;
  /** The organisation's own documents it is held against. */
  own_documents?: string[];
  /** Records are examined from this day on. */
  period_from?: string | null | undefined;
  /** Records are examined up to this day. */
  period_to?: string | null | undefined;
  /** Auditor-days planned. */
  planned_days?: number | null | undefined;
  /** The processes the scope names. */
  processes?: string[];
  /** The programme it belongs to. */
  programme?: string | null | undefined;
  /** The scope in words. */
  scope_text?: string;
  /** The services the scope names. */
  services?: string[];
  /** The sites in scope. */
  sites: SiteVisit[];
  /** Its title. */
  title: string;
}

/** A programme that is to be begun. */
export interface NewProgramme {
  /** Who runs it. */
  manager?: string | null | undefined;
  /** How audits are done. */
  methods?: string;
  /** What it is to achieve. */
  objectives?: string;
  /** The last day. */
  period_end: string;
  /** The first day. */
  period_start: string;
  /**
   * The reference people read, such as `AP-2026`; given from the first day's year where absent. Its year is the year
   * of everything numbered under it.
   */
  reference?: string | null | undefined;
  /** Auditor-days of 8 hours there are. */
  resources_days?: number | null | undefined;
  /** What it covers. */
  scope?: string;
  /** Its title. */
  title: string;
}

export interface NewWorkspace {
  /** The organisation that is audited. */
  organisation: string;
  /** Encrypts it; absent for a workspace that is not encrypted. */
  passphrase?: string | null | undefined;
  /** Where the file is to lie. */
  path: string;
  /** Who starts it. */
  person: string;
  /** An IANA time zone name; UTC where absent. */
  timezone?: string | null | undefined;
}

/** Nonconformities of internal audits. */
export interface Nonconformities {
  closed: number;
  draft: number;
  issued: number;
  major: number;
  minor: number;
  open: number;
}

export interface NotCovered {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  clause: string;
  /** Empty takes it back. */
  reason: string;
}

export interface Note {
  notes: string;
  question: string;
}

export interface NoteIt {
  attribute: string;
  item: string;
  text: string;
}

/** A request that says nothing. */
export type Nothing = Record<string, never>;

/** Whether an audit found out what it was to find out. */
export type ObjectivesOutcome = "fully" | "partly" | "not";

export interface OfAction {
  /** A reference such as IA-2026-01, or an id. */
  action: string;
}

export interface OfAudit {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
}

export interface OfEdition {
  edition: string;
}

export interface OfEvidence {
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
}

export interface OfFinding {
  /** A reference such as IA-2026-01, or an id. */
  finding: string;
}

export interface OfPopulation {
  /** A reference such as IA-2026-01, or an id. */
  population: string;
}

export interface OfProgramme {
  /** A reference such as IA-2026-01, or an id. */
  programme: string;
}

export interface OfQuestion {
  question: string;
}

export interface OfRecord {
  /** The kind of record; told from the reference where absent. */
  kind?: string | null | undefined;
  /** Its id, or the reference people read. */
  record: string;
}

export interface OfRequest {
  /** A reference such as IA-2026-01, or an id. */
  request: string;
}

export interface OfSample {
  /** A reference such as IA-2026-01, or an id. */
  sample: string;
}

/** A field with two or more answers that were written apart. */
export interface OpenQuestion {
  /** What was written; the last one stands until the question is settled. */
  answers: Answer2[];
  /** The binder it stands in. */
  binder: string;
  /** The field. */
  field: string;
  /** The kind of record. */
  kind: string;
  /** The record. */
  record: string;
}

export interface OpenQuestions {
  binder?: string | null | undefined;
}

export interface OpenRevision {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  reason: string;
}

/** Something to be done in an audit. */
export interface OpenWork {
  audit: string;
  audit_reference: string;
  place: Place;
  record?: string | null | undefined;
  sentence: string;
}

export interface OpenWorkspace {
  passphrase?: string | null | undefined;
  path: string;
  /** For reading only; any number of programs may. */
  read_only?: boolean;
}

/** The organisation as its screen shows it. */
export interface OrganisationView {
  /** The organisation's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its own documents that audits are held against, by title. */
  own_documents: OwnDocument[];
  /** Its people, by name. */
  people: PersonView[];
  /** Its processes, by name. */
  processes: Process[];
  /** The SMS scope statement. */
  scope_statement: string;
  /** Its services, by name. */
  services: Service[];
  /** Its sites, by code. */
  sites: Site[];
  /** An IANA time zone name. */
  timezone: string;
}

/** Where a question comes from. */
export type Origin = "library" | "own";

/** What a sample says so far about one attribute, or about the records as a whole. */
export interface Outcome {
  /** The attribute; none for the records as a whole. */
  attribute?: string | null | undefined;
  /** The same by the binomial model, for comparison. */
  binomial?: LimitAnswer | null | undefined;
  /** The small print under the sentence; may be empty. */
  bound: string;
  /** The estimate of a draw by value. */
  by_value?: MusAnswer | null | undefined;
  /** Records that count. */
  drawn: number;
  /** Records that failed; what could not be found has failed. */
  failed: number;
  /** What chance allows to say of the population; absent where chance did not decide. */
  limit?: LimitAnswer | null | undefined;
  /** What was tested, in words. */
  name: string;
  /** Records to which it does not apply. */
  not_applicable: number;
  /** Records that could not be found. */
  not_found: number;
  /** The failures among the records it applies to, as a share; absent where judgement chose or nothing was tested. */
  rate?: number | null | undefined;
  /** What it says, as a sentence. */
  sentence: string;
  /** The strata. */
  strata: StratumOutcome[];
  /** The estimate over the strata, weighted. */
  stratified?: StratifiedAnswer | null | undefined;
  /** Records that were tested, the ones to which it does not apply among them. */
  tested: number;
}

/** Where the rows lie against a period. */
export interface Outside {
  /** Rows after it. */
  after: number;
  /** Rows before it. */
  before: number;
  /** The column that holds it. */
  column: string;
  /** Rows without a moment. */
  empty: number;
  /** The canonical field that places a row in time. */
  field: string;
  /** The first rows before or after it. */
  first: OutsideRow[];
  /** The first day of the period. */
  from: string;
  /** Its last day. */
  to: string;
  /** Rows whose moment can't be read. */
  unreadable: number;
  /** Rows within it. */
  within: number;
}

/** A row that lies before or after the period. */
export interface OutsideRow {
  /** Its id; empty when it has none. */
  id: string;
  /** The moment as the file has it. */
  moment: string;
  /** The row as a spreadsheet counts it. */
  row: number;
}

/** A document of the organisation's own that an audit can be held against: a policy, a handbook, an SLA. */
export interface OwnDocument {
  /** The day it bears. */
  dated?: string | null | undefined;
  /** Its id. */
  id: string;
  /** Its title. */
  title: string;
  /** Its version, as the document says. */
  version: string;
}

/** What a responsibility is for. */
export type Owned = "clause" | "process" | "service" | "site";

/** What to ask for and what to look at, for one kind of record. */
export interface Pack {
  /** What to ask the client for. */
  ask_for: string;
  /** What is usually tested on each record drawn. */
  attributes: Attribute[];
  /** The columns to ask for. */
  columns: PackColumn[];
  /** What several are called. */
  plural: string;
  /** What one record is called in a sentence: “major incident”. */
  singular: string;
  /** By what to divide the records before drawing. */
  stratify_by: Stratum[];
  /** What to take all of. */
  take_all: TakeAll[];
  /** Rules that can be held against every row. */
  tests: ReadyTest[];
  /** The word of the question catalogue: `major_incident`. */
  word: string;
}

/** A column to ask for. */
export interface PackColumn {
  /** The canonical field that it is mapped to. */
  field: string;
  /** What it holds for this kind of record: “End of contract”. */
  holds: string;
  /** Whether the records can’t be judged without it. */
  needed: boolean;
}

/** A row of a population. */
export interface PageRow {
  /** Its cells, in the order of the columns. */
  cells: string[];
  /** The row as a spreadsheet counts it. */
  row: number;
}

/** Some rows of a population, and how many there are. */
export interface Pages {
  /** The names of the columns. */
  columns: string[];
  /** How many rows match in all. */
  matching: number;
  /** The rows. */
  rows: PageRow[];
}

/** A PDF as base64. */
export interface Pages2 {
  base64: string;
  draft: boolean;
}

/** The parts of a finding that are written in words. */
export type Part = "title" | "requirement" | "evidence_words" | "statement" | "extent" | "grade_reason" | "auditee_comment" | "repeat_of";

/** Somebody of the audited side who took part. */
export interface Participant {
  /** At the closing meeting. */
  closing: boolean;
  /** The id of their entry. */
  id: string;
  /** Interviewed. */
  interviewed: boolean;
  /** What they do. */
  job_title: string;
  /** Their name. */
  name: string;
  /** At the opening meeting. */
  opening: boolean;
  /** Their record, where they have one. */
  person?: string | null | undefined;
  /** Taken off the list, because they did not take part after all. */
  removed: boolean;
}

/** Where in plan–do–check–act a clause is usually placed. A reading aid, no requirement. */
export type Pdca = "plan" | "do" | "check" | "act";

/**
 * A share in percent, from 0 to 100, with at most six decimals: `5`, `2.5` or, as it is written in much of Europe, `3,5`.
 * It is kept exactly and travels as text, because 3.5 has no exact float.
 */
export type Percent = string;

/** What somebody may do in audits of this organisation. */
export type PersonRole = "top_management" | "programme_manager" | "lead_auditor" | "auditor" | "technical_expert" | "trainee" | "process_owner" | "reader";

/** A person with what they own and owned. */
export interface PersonView {
  /** Whether they still work here. */
  active: boolean;
  /** Where mail reaches them. */
  email?: string | null | undefined;
  /** Who employs them. */
  employed_by: string;
  /** Their id. */
  id: string;
  /** What they do. */
  job_title: string;
  /** Their name. */
  name: string;
  /** What they own and owned. */
  responsibilities: ResponsibilityView[];
  /** What they may do. */
  roles: PersonRole[];
}

/** A picture as base64, decoded and written anew: the bytes that came with the file are never shown. */
export interface PictureBytes {
  base64: string;
  /** Pixels from top to bottom. */
  height: number;
  media_type: string;
  /** Pixels from left to right. */
  width: number;
}

/** What a picture says of itself, read when it is captured. */
export interface Pictured {
  /** The camera's maker and model. */
  camera?: string | null | undefined;
  /** Pixels from top to bottom, the picture standing upright. */
  height: number;
  /** Where it was taken, in degrees; north is positive. */
  latitude?: number | null | undefined;
  /** Where it was taken, in degrees; east is positive. */
  longitude?: number | null | undefined;
  /** When it was taken by the camera's own clock: `2026-03-02T14:05:11`, with a zone where the camera knew one. */
  taken_at?: string | null | undefined;
  /** Pixels from left to right, the picture standing upright. */
  width: number;
}

/** Where in an audit something is to be done. */
export type Place = "plan" | "checklist" | "findings" | "report";

/** A sample as it is first thought of. */
export interface PlanRequest {
  /** How many failures are allowed; null takes it back. */
  allowed?: number | null | undefined;
  /** What every record is tested for. */
  attributes?: NewAttribute[];
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** How the records are chosen. */
  by?: Method2 | null | undefined;
  /** A few words to call it by. */
  called?: string | null | undefined;
  /** Confidence in percent. */
  confidence?: Percent | null | undefined;
  /** The rate of failures that is expected, in percent; null takes it back. */
  expected?: Percent | null | undefined;
  /** What is filtered out before, as a rule; empty for nothing. */
  filter?: string | null | undefined;
  /** The records it is drawn from; null for none. */
  from?: string | null | undefined;
  /** How the records are chosen. */
  method: Method2;
  /** By which model the size is worked out; null takes it back. */
  model?: Model | null | undefined;
  /** The records it is drawn from; none where nobody has a list of them. */
  population?: string | null | undefined;
  /** The question it answers. */
  question?: string | null | undefined;
  /** The questions it answers. */
  questions?: string[] | null | undefined;
  /** Why this size or these records. */
  rationale?: string | null | undefined;
  /** What chance is to start from. */
  seed?: string | null | undefined;
  /** Who chose the seed, and how. */
  seed_from?: string | null | undefined;
  /** How many are to be drawn. */
  size?: number | null | undefined;
  /** The strata and how many of each. */
  strata?: StratumPlan[] | null | undefined;
  /** The column whose values are the strata; empty for none. */
  stratum_column?: string | null | undefined;
  /** What is tested, in words. */
  tested_for?: string | null | undefined;
  /** A few words to call it by. */
  title: string;
  /** The rate of failures that would still be tolerable, in percent; null takes it back. */
  tolerable?: Percent | null | undefined;
  /** The column whose amounts weigh the records; empty for none. */
  value_column?: string | null | undefined;
}

/** A population and what rests on it. */
export interface PopulationView {
  /** The audit. */
  audit: string;
  /** When it was brought in. */
  brought_at: string;
  /** By whom. */
  brought_by?: string | null | undefined;
  /** Their name at the time. */
  brought_by_name: string;
  /** How it was made sure that nothing is missing. */
  completeness: string;
  /** Whether the file holds as many rows as the tool showed; absent where nobody wrote down what it showed. */
  count_agrees?: boolean | null | undefined;
  /** Rows whose number an earlier row already has. A record counts once. */
  duplicates: number;
  /** When it was exported. */
  extracted_at?: string | null | undefined;
  /** The name the file had. */
  file_name: string;
  /** Its id. */
  id: string;
  /** Whether a signed report stands that it must not contradict. */
  locked: boolean;
  /** Which column holds which field. */
  mapping: Record<string, string>;
  /** What one record is called, and several. */
  noun: string;
  nouns: string;
  /** The query, view or report that was exported, word for word. */
  query: string;
  /** The question it was asked for. */
  question?: string | null | undefined;
  /** The rules that fit records of this sort. */
  ready: Ready;
  /** What one row is: a word of the record packs, such as `incident`. */
  record_type: string;
  /** Records from which samples are drawn when nothing is filtered out. */
  records: number;
  /** What people call it: `IA-2026-01-P-01`. */
  reference: string;
  /** Rows below the header. */
  rows: number;
  /** The samples drawn from it, by reference. */
  samples: string[];
  /** The first of them, with the reason. */
  set_aside?: SetAside[];
  /** Rows that could not be read and are in no sample. */
  set_aside_count: number;
  /** SHA-256 of its bytes. */
  sha256: string;
  /** How the file is read. */
  shape: Shape;
  /** Their number. */
  size_bytes: number;
  /** The columns by which such records are usually stratified, as far as the file has them. */
  stratify_by: string[];
  /** Who supplied it. */
  supplied_by: string;
  /** The rules held against it that are part of the working paper. */
  tests: RuleTest[];
  /** The time zone in which the file tells its moments; the file mostly does not say. */
  timezone: string;
  /** The records and their period: `Incidents 2025`. */
  title: string;
  /** The tool it was exported from. */
  tool: string;
  /** How many records the tool itself showed. */
  tool_count?: number | null | undefined;
  /** The first of them. */
  unreadable?: SetAside[];
  /** Cells that are no moment or number though their column holds such. Their rows stay in. */
  unreadable_cells: number;
  /** Why it was withdrawn; empty while it counts. */
  withdrawn_reason: string;
}

/** What the auditee says to it. */
export type Position = "pending" | "agreed" | "disputed";

export interface PresentIt {
  /** What the auditee says, word for word. */
  comment?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  finding: string;
  position: Position;
}

/** A sentence and a next step: the one shape in which anything that went wrong reaches a person or a script. */
export interface Problem {
  /** A stable name such as `finding.no-evidence`; programs match on this, never on the words. */
  code: string;
  /** What is the matter, in the user's words. */
  message: string;
  /** What to do next, starting with a verb. */
  remedy: string;
  /** Refusal, fault or cancel. */
  severity: Severity;
}

/** A process of the SMS that can be audited. */
export interface Process {
  /** The clauses it answers to. */
  clauses: string[];
  /** 1 (least) to 5 (most critical). */
  criticality: number;
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** Who answers for it. */
  owner?: string | null | undefined;
  /** Where it is at work. */
  sites: string[];
}

/** A programme as a list shows it. */
export interface ProgrammeCard {
  audits: number;
  id: string;
  period_end: string;
  period_start: string;
  reference: string;
  revision: number;
  stage: Stage4;
  title: string;
}

/** A programme with its audits and its coverage. */
export interface ProgrammeView {
  approved_by?: string | null | undefined;
  approved_by_name?: string | null | undefined;
  approved_on?: string | null | undefined;
  audits: AuditCard[];
  change_reason: string;
  coverage: Coverage;
  id: string;
  manager?: string | null | undefined;
  manager_name?: string | null | undefined;
  methods: string;
  objectives: string;
  period_end: string;
  period_start: string;
  planned_days: number;
  reference: string;
  resources_days?: number | null | undefined;
  revision: number;
  scope: string;
  stage: Stage4;
  title: string;
}

/** What the columns of a table seem to hold. */
export interface Proposal {
  /** Columns whose meaning has to be asked; they are not mapped until it is answered. */
  asks: Ask[];
  /** For a canonical field the name of the column that seems to hold it. */
  mapping: Record<string, string>;
  /** What to know about exports of this tool. */
  notes: string[];
  /** The tool whose export it looks like. */
  tool?: string | null | undefined;
}

/** The longer texts of an audit. */
export type Prose = "objectives" | "scope_text" | "course" | "obstacles" | "conclusion" | "fulfilment" | "objectives_met" | "implications" | "follow_up_text" | "confidentiality" | "distribution";

/** A participant as they are to be; without an id, a new one. */
export interface PutAParticipant {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** At the closing meeting. */
  closing?: boolean;
  /** The entry to change; absent for a new one. */
  id?: string | null | undefined;
  /** Interviewed. */
  interviewed?: boolean;
  /** What they do. */
  job_title?: string;
  /** Their name. */
  name: string;
  /** At the opening meeting. */
  opening?: boolean;
  /** Their record, where they have one. */
  person?: string | null | undefined;
}

/** A document as it is to be; without an id, a new one. */
export interface PutOwnDocument {
  /** The day it bears. */
  dated?: string | null | undefined;
  /** The document to change; absent for a new one. */
  id?: string | null | undefined;
  /** Its title. */
  title: string;
  /** Its version. */
  version?: string;
}

/** A person as they are to be; without an id, a new one. */
export interface PutPerson {
  /** Whether they still work here. */
  active?: boolean;
  /** Where mail reaches them. */
  email?: string | null | undefined;
  /** Who employs them; the organisation when absent. */
  employed_by?: string | null | undefined;
  /** The person to change; absent for a new one. */
  id?: string | null | undefined;
  /** What they do. */
  job_title?: string;
  /** Their name. */
  name: string;
  /** What they may do. */
  roles?: PersonRole[];
}

/** A process as it is to be; without an id, a new one. */
export interface PutProcess {
  /** The clauses it answers to. */
  clauses?: string[];
  /** 1 (least) to 5 (most critical). */
  criticality: number;
  /** The process to change; absent for a new one. */
  id?: string | null | undefined;
  /** Its name. */
  name: string;
  /** Who answers for it. */
  owner?: string | null | undefined;
  /** Where it is at work. */
  sites?: string[];
}

/** A responsibility as it is to be; without an id, a new one. */
export interface PutResponsibility {
  /** The responsibility to change; absent for a new one. */
  id?: string | null | undefined;
  /** How they are bound to it. */
  kind: ResponsibilityKind;
  /** Which one: a clause number, or the id of a process, service or site. */
  object: string;
  /** What sort of thing. */
  of: Owned;
  /** Who. */
  person: string;
  /** The first day. */
  valid_from: string;
  /** The last day; absent while it lasts. */
  valid_to?: string | null | undefined;
}

/** A service as it is to be; without an id, a new one. */
export interface PutService {
  /** 1 (least) to 5 (most critical). */
  criticality: number;
  /** Who uses it. */
  customers?: string[];
  /** The service to change; absent for a new one. */
  id?: string | null | undefined;
  /** Its name. */
  name: string;
  /** Who answers for it. */
  owner?: string | null | undefined;
  /** Where it is in its life. */
  status: ServiceStatus;
}

/** A site as it is to be; without an id, a new one. */
export interface PutSite {
  /** Where it is. */
  address?: string;
  /** A short code, unique in the organisation. */
  code: string;
  /** People who work there. */
  headcount?: number | null | undefined;
  /** The site to change; absent for a new one. */
  id?: string | null | undefined;
  /** What sort of place. */
  kind: SiteKind;
  /** Its name. */
  name: string;
}

/** A question with its answer and what belongs to it. */
export interface QuestionView {
  /** When. */
  answered_at?: string | null | undefined;
  /** Who answered. */
  answered_by?: string | null | undefined;
  /** Who answered. */
  answered_by_name?: string | null | undefined;
  /** Who looks at its clause. */
  assigned?: string | null | undefined;
  /** The audit. */
  audit: string;
  /** The clause it belongs to. */
  clause: string;
  /** What people call it: `Q-8.5.1.3-01`. */
  code: string;
  /** Why it was switched off; empty while it is asked. */
  dropped_reason: string;
  /** Pieces of evidence that belong to it. */
  evidence: number;
  /** Findings that came from it. */
  findings: number;
  /** Its id. */
  id: string;
  /** Whether a signed report stands that it must not contradict. */
  locked: boolean;
  /** What to look for. */
  look_for?: string[];
  /** How it is usually answered. */
  method: string;
  /** What was heard and seen. */
  notes: string;
  /** Fields that two people set differently. */
  open_questions: number;
  /** Where it comes from. */
  origin: Origin;
  /** Where. */
  place: string;
  /** The kind of record to sample. */
  population?: string | null | undefined;
  /** Its place within the clause. */
  position: number;
  /** Why it is not applicable or was not assessed. */
  reason: string;
  /** From afar. */
  remote: boolean;
  /** When. */
  seen_at?: string | null | undefined;
  /** At which site. */
  site?: string | null | undefined;
  /** The question as it was asked. */
  text: string;
  /** What was concluded. */
  verdict?: Verdict | null | undefined;
  /** Who was interviewed. */
  with_whom: string;
}

export interface QuestionsOf {
  /** Only of this clause. */
  clause?: string | null | undefined;
  edition: string;
}

export interface Raise {
  description: string;
  due: string;
  /** The nonconformity it answers to; absent where it answers to something else. */
  finding?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  owner: string;
  /** What it answers to, where it is no finding. */
  source?: Source | null | undefined;
  /** That in words. */
  source_words?: string;
}

/** A finding as it is first written down. */
export interface Raise2 {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** The clauses it is held against. */
  clauses: string[];
  /** The evidence it rests on. */
  evidence?: string[];
  /** What was seen. */
  evidence_words?: string;
  /** How far it reaches: `6 of 40`. */
  extent?: string;
  /** How much it weighs. */
  grade: Grade;
  /** The question it came from. */
  question?: string | null | undefined;
  /** What is required, in our own words. */
  requirement?: string;
  /** The sample it came from. */
  sample?: string | null | undefined;
  /** Where. */
  site?: string | null | undefined;
  /** What is not fulfilled. */
  statement?: string;
  /** A few words to call it by. */
  title?: string;
}

export interface RaiseRequest {
  /** Which kind of failure; every kind together where absent. */
  attribute?: string | null | undefined;
  /** The clauses it is held against; those of the sample's questions where absent. */
  clauses?: string[];
  grade: Grade;
  requirement?: string;
  /** A reference such as IA-2026-01, or an id. */
  sample: string;
  site?: string | null | undefined;
  statement?: string;
  title?: string;
}

/** What a rule found. */
export interface RanView {
  /** The cells of the first hits, by row. */
  cells: Record<string, string[]>;
  /** The columns of `hits`. */
  columns: string[];
  /** The filter in its canonical form. */
  filter: string;
  /** Rows it hit. */
  hit_count: number;
  /** The first hits. */
  hits: Hit[];
  /** Rows it was held against. */
  rows: number;
  /** The rule in its canonical form. */
  rule: string;
  /** Cells that the rule could not read, by column. Their rows are no hits. */
  unreadable: UnreadableCells[];
}

/** The ready tests of a kind of record, sorted by whether they can be run. */
export interface Ready {
  /** The others, and what they lack. */
  lacking: Lacking[];
  /** Those whose fields are all mapped. */
  runnable: Runnable[];
}

/** A rule that is ready to be held against every row. */
export interface ReadyTest {
  /** The canonical fields that it needs. */
  fields?: string[];
  /** A stable name: `change.closed-not-approved`. */
  id: string;
  /** What a hit means. It is a row to look at, no verdict. */
  meaning: string;
  /** The rule. `{from}` and `{to}` stand for the first and the last day of the audited period. */
  rule: string;
  /** Its title. */
  title: string;
}

export interface Reason {
  question: string;
  reason: string;
}

/** What came. */
export interface Receive {
  /** The evidence that came with it; what was named before stays where absent. */
  evidence?: string[] | null | undefined;
  /** The day it came; today where absent. Null says that it has not come after all. */
  received_on?: string | null | undefined;
  /** A remark; what was remarked before stays where absent. */
  remark?: string | null | undefined;
  /** A reference such as IA-2026-01, or an id. */
  request: string;
}

export interface Recent {
  /** The hash of a change: only what came before it. */
  before?: string | null | undefined;
  binder?: string | null | undefined;
  /** At most so many; 100 where absent. */
  most?: number | null | undefined;
}

/** A workspace opened lately. */
export interface RecentWorkspace {
  /** Whether it is still there. */
  exists?: boolean;
  /** Its file name without the ending. */
  name: string;
  /** When it was opened last. */
  opened_at: string;
  /** Where it lies. */
  path: string;
}

export interface Recognise {
  /** What is to be read otherwise than it was recognised. */
  corrections?: Corrections;
  path: string;
  /** What one row is, such as `incident`. */
  record_type?: string;
}

/** A file as it would be read. */
export interface RecognisedView {
  /** What a person should look at before it is read. */
  doubts: Doubt[];
  file_name: string;
  /** How the remembered file was read where it matters: kinds of columns and forms of moments. */
  forms: string[];
  /** The first rows, up to fifty. */
  preview: string[][];
  /** What the columns mean. */
  proposal: Proposal;
  /** The population with the same columns from which the meaning was taken over. */
  remembered_from?: string | null | undefined;
  /** How to read it. */
  shape: Shape;
  /** The sheets of a workbook. */
  sheets: string[];
  size_bytes: number;
}

export interface Redact {
  /** The whole list of what is to be covered. */
  boxes: Area[];
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
  /** Why it is covered. */
  note?: string;
}

export interface RemoveMember {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  member: string;
  reason: string;
}

export interface RemoveParticipant {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  participant: string;
}

export interface Replace {
  item: string;
  /** Why it is none of the population after all. */
  reason: string;
}

/** A copy for reports, and what is covered in it. */
export interface ReportCopy {
  /**
   * What is covered in it. After work came together from two desks it may be less than what is to be covered; the
   * copy is then made anew from the original.
   */
  boxes: string[];
  /** SHA-256 of its bytes. */
  sha256: string;
}

/** What the report still needs, and the revisions signed so far. */
export interface ReportState {
  audit: string;
  /** A signed revision stands; a new one must be opened with a reason. */
  locked: boolean;
  needs: Need[];
  next_revision: number;
  /** Whether nothing is missing that it must have, and no signed revision stands. */
  ready: boolean;
  /** The latest first. */
  revisions: RevisionView[];
}

/** Where a request stands, told from its days. */
export type RequestState = "open" | "overdue" | "received" | "withdrawn";

/** A request as the list shows it. */
export interface RequestView {
  /** Who asks. */
  asked_by?: string | null | undefined;
  /** Their name at the time. */
  asked_by_name: string;
  /** The day it was asked. */
  asked_on: string;
  /** The audit. */
  audit: string;
  /** The evidence that came with it, by reference. */
  came: Came[];
  /** The clauses it is wanted for. */
  clauses: string[];
  /** Days until it is due; negative when the day has passed. */
  days_left: number;
  /** Wanted by the end of this day. */
  due: string;
  /** The evidence that came with it. */
  evidence: string[];
  /** Who is asked, as a name or a function. */
  from_whom: string;
  /** Its id. */
  id: string;
  /** Who is asked, where the organisation knows them. */
  person?: string | null | undefined;
  /** The population it is to show, as the question catalogue names it: `incident`; empty where it is something else. */
  population: string;
  /** The day it came. */
  received_on?: string | null | undefined;
  /** What people call it: `IA-2026-03-R-01`. */
  reference: string;
  /** A remark. */
  remark: string;
  state: RequestState;
  /** What is to be seen. */
  what: string;
  /** Why it was withdrawn; empty while it stands. */
  withdrawn_reason: string;
}

/** Who does or did which work: what the independence of an auditor is judged by. */
export interface Responsibility {
  /** Its id. */
  id: string;
  /** How they are bound to it. */
  kind: ResponsibilityKind;
  /** Which one: a clause number, or the id of a process, service or site. */
  object: string;
  /** What sort of thing. */
  of: Owned;
  /** Who. */
  person: string;
  /** The first day. */
  valid_from: string;
  /** The last day; none while it lasts. */
  valid_to?: string | null | undefined;
}

/** How somebody is bound to it. Each kind stands in the way of auditing it. */
export type ResponsibilityKind = "owner" | "performer" | "manager" | "consultant";

/** A responsibility with the name of what it is for. */
export interface ResponsibilityView {
  /** Its id. */
  id: string;
  /** How they are bound to it. */
  kind: ResponsibilityKind;
  /** Which one. */
  object: string;
  /** Its name; the number of a clause. */
  object_name: string;
  /** What sort of thing. */
  of: Owned;
  /** Who. */
  person: string;
  /** The first day. */
  valid_from: string;
  /** The last day. */
  valid_to?: string | null | undefined;
}

/** A signed revision. */
export interface RevisionView {
  /** SHA-256 of the certificate it was signed with. */
  certificate: string;
  /** What changed since the revision before, and why; empty for the first. */
  change_note: string;
  /** The state of the audit's binder that was printed: the hashes of its newest changes. */
  heads?: string[];
  /** Its id. */
  id: string;
  /** When it was issued. */
  issued_at: string;
  /** What people call the report: `IA-2026-01-R`. */
  reference: string;
  /** Counted from 0. */
  revision: number;
  /** SHA-256 of the signed PDF, which is kept as a blob. */
  sha256: string;
  /** Who signed as lead auditor. */
  signed_by?: string | null | undefined;
  /** Their name at the time. */
  signed_by_name: string;
  /** Bytes of the PDF. */
  size_bytes: number;
  superseded: boolean;
}

/** New words for a question. */
export interface Reword {
  /** What to look for; stays when absent. */
  look_for?: string[] | null | undefined;
  question: string;
  /** The question. */
  text: string;
}

/** How many rows, and the first of them. */
export interface RowList {
  /** How many. */
  count: number;
  /** The first ones, as a spreadsheet counts rows. */
  first: number[];
}

export interface Rows {
  /** What is filtered out before, as a rule; empty for nothing. */
  filter?: string;
  /** How many matching rows to pass over. */
  from?: number;
  /** Only rows one of whose cells holds these words. */
  holding?: string;
  /** How many to give, at most 500. */
  limit?: number;
  /** A reference such as IA-2026-01, or an id. */
  population: string;
}

export interface RuleRequest {
  /** What is filtered out before, as a rule; empty for nothing. */
  filter?: string;
  /** A reference such as IA-2026-01, or an id. */
  population: string;
  rule: string;
}

/** A rule that was held against every row, kept as part of the working paper. Its hits are records to look at. */
export interface RuleTest {
  /** What came of looking at them. */
  conclusion: string;
  /** What was filtered out before; may be empty. */
  filter: string;
  /** Rows it hit. */
  hit_count: number;
  /** The first of them. */
  hits?: Hit[];
  /** Its id. */
  id: string;
  /** The population. */
  population: string;
  /** Rows it was held against. */
  rows: number;
  /** The rule. */
  rule: string;
  /** When it was run. */
  run_at: string;
  /** By whom. */
  run_by_name: string;
  /** A few words to call it by: `Closed without approval`. */
  title: string;
}

/** A rule that can be read. */
export interface RuleView {
  /** In its canonical form. */
  rule: string;
}

/** A ready test that can be run on this table. */
export interface Runnable {
  /** A stable name. */
  id: string;
  /** What a hit means. */
  meaning: string;
  /** The rule in its canonical form, the period filled in. */
  rule: string;
  /** Its title. */
  title: string;
}

/** A sample in a list. */
export interface SampleCard {
  /** Cells of the sheet, and those that say something. */
  cells: number;
  /** Records that failed. */
  failed: number;
  filled: number;
  id: string;
  method: Method2;
  population?: string | null | undefined;
  population_size?: number | null | undefined;
  population_title?: string | null | undefined;
  random: boolean;
  reference: string;
  /** What it says so far, as a sentence. */
  sentence: string;
  size: number;
  stage: Stage5;
  title: string;
}

/** A sample with its sheet and what it says. */
export interface SampleView {
  /** The algorithm and its version. */
  algorithm: string;
  /** How many failures are allowed. */
  allowed?: number | null | undefined;
  /** What is tested, in the order of the columns. */
  attributes: Attribute2[];
  /** The audit. */
  audit: string;
  /** Cells of the sheet, and those that say something. */
  cells: number;
  /** The clauses of its questions. */
  clauses: string[];
  /** When it was concluded. */
  concluded_at?: string | null | undefined;
  /** By whom. */
  concluded_by_name: string;
  /** What the auditor concludes, in words. */
  conclusion: string;
  /** Confidence in percent, as typed. */
  confidence: string;
  /** When it was drawn. */
  drawn_at?: string | null | undefined;
  /** By whom. */
  drawn_by?: string | null | undefined;
  /** Their name at the time. */
  drawn_by_name: string;
  /** What was once tested and no longer is. */
  dropped: Attribute2[];
  /** Rows left out of the draw because an earlier row has the same number. */
  duplicates: number;
  /** The rate of failures that is expected, in percent; may be empty. */
  expected: string;
  filled: number;
  /** What was filtered out before, as a rule in its canonical form; may be empty. */
  filter: string;
  /** The findings that came from it, by reference. */
  findings: string[];
  /** Its id. */
  id: string;
  /** The sampling interval of a draw by value, as a decimal. */
  interval: string;
  items: ItemView[];
  /** Whether a signed report stands that it must not contradict. */
  locked: boolean;
  /** How the records are chosen. */
  method: Method2;
  /** By which model the size was worked out. */
  model?: Model | null | undefined;
  /** What one record is called, and several. */
  noun: string;
  nouns: string;
  /** What each attribute says, in the order of the columns. */
  outcomes: Outcome[];
  /** The records it is drawn from; none where nobody has a list of them. */
  population?: string | null | undefined;
  population_reference?: string | null | undefined;
  /** Records in the population as it was used. */
  population_size?: number | null | undefined;
  population_title?: string | null | undefined;
  /** The questions it answers. */
  questions: string[];
  /** Whether chance decided. */
  random: boolean;
  /** Why this size or these records; needed where judgement chooses. */
  rationale: string;
  /** The command that repeats the draw from the file; absent where nothing can be repeated. */
  redraw?: string | null | undefined;
  /** What people call it: `IA-2026-01-S-01`. */
  reference: string;
  /** What chance started from. */
  seed: string;
  /** Who chose the seed, and how. */
  seed_from: string;
  /** How many are to be drawn. */
  size: number;
  /** Private: the verbs of this crate are the only doors between stages. */
  stage: Stage5;
  /** The strata, in bytewise order. */
  strata?: StratumPlan[];
  /** The column whose values are the strata; empty where there are none. */
  stratum_column: string;
  /** What is tested, in words. */
  tested_for: string;
  /** A few words to call it by. */
  title: string;
  /** The rate of failures that would still be tolerable, in percent; may be empty. */
  tolerable: string;
  /** The sum of the values, as a decimal; empty where none weighs. */
  total_value: string;
  /** The column whose amounts weigh the records; empty where none does. */
  value_column: string;
  /** What the records say as a whole; absent while nothing is drawn. */
  whole?: Outcome | null | undefined;
  /** Why it was withdrawn; empty while it counts. */
  withdrawn_reason: string;
  /** Records left out of a draw by value because they have none above zero. */
  without_value: number;
}

export interface Save {
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
  /** The copy for reports at full size, without what is covered and without what a camera wrote. */
  report_copy?: boolean;
  to: string;
}

export interface Save2 {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** The draft, even where a revision is signed. */
  draft?: boolean;
  /** A signed revision; where absent, the latest signed one, and the draft where none is signed. */
  revision?: number | null | undefined;
  to: string;
}

export interface Save3 {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  format: Format;
  to: string;
}

export interface SaveCopy {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  to: string;
}

/** When something was saved. */
export interface Saved {
  saved_at: string;
}

/** A report that was saved. */
export interface SavedReport {
  draft: boolean;
  path: string;
  revision?: number | null | undefined;
  sha256: string;
  size_bytes: number;
}

/** Who was asked, where and when. What is absent stays. */
export interface SayWhere {
  /** Where. */
  place?: string | null | undefined;
  question: string;
  /** From afar. */
  remote?: boolean | null | undefined;
  /** When. */
  seen_at?: string | null | undefined;
  /** At which site; null takes it back. */
  site?: string | null | undefined;
  /** Who was interviewed. */
  with_whom?: string | null | undefined;
}

/** A cell of the drawn record as the export has it. */
export interface Seen {
  /** The column. */
  column: string;
  /** What stands in it. */
  value: string;
}

/** Ids with the same beginning and a number at their end. */
export interface Series {
  /** How many gaps these numbers make. */
  gap_count: number;
  /** The first gaps. */
  gaps: Gap[];
  /** The id with the highest number. */
  highest: string;
  /** The id with the lowest number. */
  lowest: string;
  /** How many numbers between them are missing. A numbering that several kinds of record share has gaps by nature. */
  missing: number;
  /** How many different numbers there are. */
  numbers: number;
  /** What stands before the number: `INC`; empty for plain numbers. */
  prefix: string;
}

/** A service in the scope of the SMS. */
export interface Service {
  /** 1 (least) to 5 (most critical). */
  criticality: number;
  /** Who uses it. */
  customers: string[];
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** Who answers for it. */
  owner?: string | null | undefined;
  /** Where it is in its life. */
  status: ServiceStatus;
}

/** Where a service is in its life. */
export type ServiceStatus = "pipeline" | "live" | "retired";

/** A row that could not be read, and why. It is not part of the table, and it is not forgotten. */
export interface SetAside {
  /** The column, if one is to blame. */
  column?: string | null | undefined;
  /** Why, such as "has 11 cells, the header has 12". */
  reason: string;
  /** The row as a spreadsheet counts it. */
  row: number;
}

export interface Settle {
  /** Which of the answers is to stand, counted from 0 in the order in which the question lists them. */
  answer: number;
  field: string;
  kind: string;
  reason?: string | null | undefined;
  record: string;
}

/** Whether a person can act on a problem, or something broke. */
export type Severity = "refusal" | "fault" | "cancelled";

/** Everything that is needed to read the same file the same way again. */
export interface Shape {
  /** Its columns, from left to right. */
  columns: Column[];
  /** How the file is written. */
  layout: Layout;
}

/** What changed when one cell did: the record, and the foot of the sheet. */
export interface SheetCell {
  cells: number;
  filled: number;
  item: ItemView;
  /** What each attribute says now, in the order of the columns. */
  outcomes: Outcome[];
  /** What the records say as a whole. */
  whole?: Outcome | null | undefined;
}

/** One signature and what was found out about it. */
export interface SignatureView {
  /** The moment of signing as the signer's computer said. */
  claimed_at?: string | null | undefined;
  /** How many bytes are covered. */
  covered_bytes: number;
  /** Whether it is the last signature and covers the file to its end. */
  covers_whole_file: boolean;
  /** The digest the signature rests on. */
  digest?: string | null | undefined;
  /** The name of the signature field. */
  field: string;
  /** The place the signer gave. */
  place?: string | null | undefined;
  /** Why the signature does not hold. */
  problems: Problem[];
  /** The reason the signer gave. */
  reason?: string | null | undefined;
  /** What a reader should know and that is no fault. */
  remarks: string[];
  /** Which revision of the file was signed: 1 is the first signature, 2 the one on top of it. */
  revision: number;
  /** The person who signed, as far as the signature can be read. */
  signer?: SignerView | null | undefined;
  /** Whether the signature holds, and with it every byte that it covers. `problems` says why not. */
  sound: boolean;
  /** The name the signer wrote beside the signature. */
  stated_name?: string | null | undefined;
}

/** What the certificate says of the person who signed. */
export interface SignerView {
  /** The e-mail address. */
  email?: string | null | undefined;
  /** SHA-256 over the certificate, in lower-case hexadecimal. Compare it with what the person told you. */
  fingerprint: string;
  /** The whole name of who issued the certificate. */
  issuer: string;
  /** Whether the certificate is meant for signing. */
  key_usage_fits: boolean;
  /** The name of the person or service. */
  name: string;
  /** The last moment at which the certificate is valid. */
  not_after: string;
  /** The first moment at which the certificate is valid. */
  not_before: string;
  /** The organisation. */
  organisation?: string | null | undefined;
  /** Whether the certificate vouches for itself. */
  self_signed: boolean;
  /** The serial number in lower-case hexadecimal. */
  serial: string;
  /** The whole name in the certificate. */
  subject: string;
  /** Whether the certificate is valid now. */
  valid_now: boolean;
  /** Whether the certificate was valid at the claimed moment of signing. `None` where no moment is claimed. */
  valid_when_signed?: boolean | null | undefined;
}

/** A place, physical or virtual, where the SMS is at work. */
export interface Site {
  /** Where it is. */
  address: string;
  /** A short code for tables: `AAR`. */
  code: string;
  /** People who work there. */
  headcount?: number | null | undefined;
  /** Its id. */
  id: string;
  /** What sort of place. */
  kind: SiteKind;
  /** Its name. */
  name: string;
}

/** A site in scope and how it is visited. */
export interface SiteInScope {
  code: string;
  method: Method;
  name: string;
  site: string;
}

/** What sort of place a site is. */
export type SiteKind = "central" | "branch" | "remote" | "datacentre" | "virtual";

/** How many sites to visit beside the central function, which is audited every time. */
export interface SiteSizes {
  /** In the first audit. */
  initial: number;
  /** In the recertification. */
  recertification: number;
  /** In each surveillance audit. */
  surveillance: number;
}

/** A site in scope and how it is visited. */
export interface SiteVisit {
  /** On site, remotely, or both. */
  method: Method;
  /** The site. */
  site: string;
}

/** How large the sample must be. */
export interface SizeAnswer {
  /** The deviations that they may show. */
  allowed_deviations: number;
  /** How many deviations in the whole population are too many: `max(1, ceil(tolerable · population))`. */
  deviations_in_population?: number | null | undefined;
  /** The model that was used. */
  model: Model;
  /** The records to test. */
  sample_size: number;
}

/** What is to be shown by a sample. */
export interface SizeQuestion {
  /** The deviations that the sample may hold; none where neither this nor an expected rate is given. */
  allowed?: number | null | undefined;
  /** How sure the conclusion is to be. */
  confidence: Percent;
  /** The rate that is expected; as many deviations are then allowed in the sample, rounded up. */
  expected?: Percent | null | undefined;
  /** The model; hypergeometric when the population is known, else binomial. */
  model?: Model | null | undefined;
  /** The records there are; nothing where they aren't counted. */
  population?: number | null | undefined;
  /** The rate of deviations that can't be tolerated any more. */
  tolerable: Percent;
}

/** A size, what it means, and how it compares. */
export interface SizeView {
  /** The deviations that they may show. */
  allowed_deviations: number;
  /** The size by the binomial model, for comparison. */
  binomial?: SizeAnswer | null | undefined;
  /** The chance of accepting, by the true rate. */
  curve: CurvePoint[];
  /** How many deviations in the whole population are too many: `max(1, ceil(tolerable · population))`. */
  deviations_in_population?: number | null | undefined;
  /** What the size means, in words. */
  meaning: string;
  /** The model that was used. */
  model: Model;
  /** The records to test. */
  sample_size: number;
  /** A plan in two stages; absent where failures are allowed from the start. */
  two_stage?: TwoStage | null | undefined;
}

/** What a list of findings is sorted by. */
export type SortBy = "reference" | "grade" | "clause" | "raised_at";

/** What it answers to. */
export type Source = "internal_audit" | "external_audit" | "complaint" | "incident" | "management_review" | "other";

/** Where it is in its life. */
export type Stage = "open" | "closed" | "cancelled";

/**
 * Where an audit is in its life:
 * 
 * Planned ──opening meeting──▶ InProgress ──closing meeting──▶ FieldworkDone ──report signed──▶ Reported / FollowUp
 *    └──────────── cancel ─────────┴─────▶ Cancelled
 */
export type Stage2 = "planned" | "in_progress" | "fieldwork_done" | "reported" | "follow_up" | "completed" | "postponed" | "cancelled";

/**
 * Where a finding is in its life:
 * 
 * Draft ──present──▶ Presented ──report signed──▶ Issued
 *   └───────────────────┴────── withdraw ─────▶ Withdrawn
 * 
 * There is no way back from Issued but a new revision of the report, because a signed report quotes it.
 */
export type Stage3 = "draft" | "presented" | "issued" | "closed" | "withdrawn";

/**
 * Where a programme is in its life:
 * 
 * Draft ──approve──▶ Approved ──change, with a reason──▶ Draft, next revision
 */
export type Stage4 = "draft" | "approved" | "active" | "closed";

/**
 * Where a sample is in its life:
 * 
 * Planned ──draw──▶ Drawn ──conclude──▶ Concluded
 *    └────────────────┴── withdraw ──▶ Withdrawn
 * 
 * What was drawn is never drawn again: another draw is another sample.
 */
export type Stage5 = "planned" | "drawn" | "concluded" | "withdrawn";

export interface StrataRequest {
  /** The column, or the field it holds. */
  column: string;
  /** What is filtered out before, as a rule; empty for nothing. */
  filter?: string;
  how: How;
  /** The least of each stratum that has as many. */
  minimum?: number;
  /** Own numbers, by stratum. */
  own?: Record<string, number>;
  /** A reference such as IA-2026-01, or an id. */
  population: string;
  /** How many in all. */
  size: number;
}

/** What that says about all the records together. Rates are from 0 to 1. */
export interface StratifiedAnswer {
  /** How sure the upper limits are. */
  confidence: Percent;
  /** The size of a simple random sample that would tell as much; nothing where it can't be formed. */
  effective_sample_size?: number | null | undefined;
  /** Those that failed. */
  failures: number;
  /** The records there are. */
  population: number;
  /** Failures over tests, whatever the strata: right only where each stratum was sampled in proportion. */
  raw_rate: number;
  /** The records tested. */
  sample_size: number;
  /** About the upper limit, mostly below the guaranteed one; nothing where it can't be formed. */
  upper_approximate?: number | null | undefined;
  /** The rate in the population is at most this, with the confidence asked for, whatever lies in which stratum. */
  upper_guaranteed: number;
  /** The same as a number of records. */
  upper_guaranteed_count: number;
  /** As many records as that makes; mostly not a whole number. */
  weighted_count: number;
  /** Each stratum's rate, weighted with its share of the population. */
  weighted_rate: number;
}

/** A way to divide the records. */
export interface Stratum {
  /** In words. */
  by: string;
  /** The canonical field, where there is one. */
  field?: string | null | undefined;
}

/** One stratum and what was seen in it. */
export interface StratumOutcome {
  /** How many were drawn. */
  drawn: number;
  /** How many of the tested failed. */
  failed: number;
  /** Its name. */
  name: string;
  /** How many records of it there are. */
  population: number;
  /** How many of them were tested. */
  tested: number;
}

/** A stratum and how many of it are to be drawn. */
export interface StratumPlan {
  /** As the column has it: `1 - Critical`. */
  name: string;
  /** How many records of it there are. */
  population: number;
  /** How many are to be drawn. */
  size: number;
}

/** A finding that rests on a piece of evidence. */
export interface SupportedFinding {
  id: string;
  reference: string;
  title: string;
}

/** A question that a piece of evidence supports. */
export interface SupportedQuestion {
  clause: string;
  code: string;
  id: string;
}

/** Records that are not sampled but all looked at. */
export interface TakeAll {
  /** A rule that finds them, where one can say it. May name the period as a ready test does. */
  rule?: string | null | undefined;
  /** In words. */
  what: string;
}

/** Somebody in the team. */
export interface TeamMemberView {
  accepted?: Accepted | null | undefined;
  conflicts: Conflict[];
  id: string;
  job_title: string;
  name: string;
  person: string;
  role: TeamRole;
}

/** What somebody does in an audit. */
export type TeamRole = "lead" | "auditor" | "technical_expert" | "trainee" | "observer" | "guide";

/** A person's own page. */
export interface TodayView {
  /** The open ones, the earliest due day first; at most 50. */
  actions: ActionCard[];
  /** Those under way first, then those planned, then the rest; at most 50. */
  audits: AuditCard[];
  counts: Counts;
  me?: PersonView | null | undefined;
  open_work: OpenWork[];
}

/**
 * A plan in two stages. No failure in the first: stop and accept. One: take the second, and accept when none of those
 * fails. Two or more: stop and reject.
 */
export interface TwoStage {
  /** The chance that as much as can't be tolerated is accepted all the same. */
  chance_of_accepting: number;
  /** How many deviations in the whole population are too many. */
  deviations_in_population?: number | null | undefined;
  /** The records to test first. */
  first: number;
  /** The failures with which the first stage is the last: none. */
  first_allowed: number;
  /** The model that was used. */
  model: Model;
  /** The records to test when exactly one of the first failed. */
  second: number;
  /** The failures allowed in both stages together: one. */
  total_allowed: number;
}

/** What undo and redo would do now. */
export interface UndoState {
  /** The act that redo does again. */
  redo?: UndoableAct | null | undefined;
  /** The act that undo takes back. */
  undo?: UndoableAct | null | undefined;
}

/** An act that can be taken back or done again. */
export interface UndoableAct {
  /** The act's name. */
  act: string;
  /** When it was done. */
  at?: string | null | undefined;
  /** The binder. */
  binder: string;
  /** The records it touched, as `kind/id`. */
  records: string[];
}

/** How many cells of a column a rule had to read and could not. */
export interface UnreadableCells {
  /** How many of its cells. */
  cells: number;
  /** The column's name. */
  column: string;
}

/** What the auditor concluded from a question. */
export type Verdict = "conforming" | "minor" | "major" | "observation" | "opportunity" | "good_practice" | "not_applicable" | "not_assessed";

/** Whether a PDF is as it was signed. */
export type Verdict2 = "valid" | "invalid" | "unsigned";

/** Who signed a PDF, whether it is as it was signed, and whether this workspace issued it. */
export interface Verified {
  /** Whether the first signature also certified the document. */
  certified: boolean;
  file_sha256: string;
  /** Where the open workspace issued exactly these bytes. */
  known_as?: KnownAs | null | undefined;
  /** The fields that are reserved and not yet signed. */
  open_fields: string[];
  /** What is wrong with the file as a whole. */
  problems: Problem[];
  /** The signatures, in the order in which they were made. */
  signatures: SignatureView[];
  size_bytes: number;
  /** The answer in one word. It is about whether the bytes are as they were signed, not about whom to trust. */
  verdict: Verdict2;
}

export interface Verify {
  /** Or a signed revision of this audit's report; the latest where none is named. */
  audit?: string | null | undefined;
  /** A PDF file. */
  path?: string | null | undefined;
  revision?: number | null | undefined;
}

/** Where an identity is kept. */
export type Where = "own" | "workspace";

export interface Which {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  /** A signed revision; the draft as it stands where absent. */
  revision?: number | null | undefined;
}

export interface WithReason {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  reason: string;
}

export interface WithReason2 {
  /** A reference such as IA-2026-01, or an id. */
  finding: string;
  reason: string;
}

export interface WithReason3 {
  reason: string;
  /** A reference such as IA-2026-01, or an id. */
  sample: string;
}

export interface Withdraw {
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
  reason: string;
}

export interface Withdraw2 {
  /** A reference such as IA-2026-01, or an id. */
  population: string;
  reason: string;
}

export interface Withdraw3 {
  reason: string;
  /** A reference such as IA-2026-01, or an id. */
  request: string;
}

export interface Word {
  /** Such as `incident`; all of them where absent. */
  word?: string | null | undefined;
}

/** What is open, for whom, and what day it is. */
export interface WorkspaceStatus {
  demo?: boolean | null | undefined;
  encrypted?: boolean | null | undefined;
  me?: PersonView | null | undefined;
  name?: string | null | undefined;
  open: boolean;
  organisation?: string | null | undefined;
  path?: string | null | undefined;
  read_only?: boolean | null | undefined;
  today: string;
  version: string;
}

export interface Write {
  field: Part;
  /** A reference such as IA-2026-01, or an id. */
  finding: string;
  text: string;
}

export interface Write2 {
  /** A reference such as IA-2026-01, or an id. */
  sample: string;
  text: string;
}

export interface WriteProse {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  field: Prose;
  text: string;
}

export interface WriteRequest {
  test: string;
  text: string;
}

/** Where a file was written. */
export interface Written {
  /** Its path. */
  path: string;
}

export const operations = {
  action: {
    /** Changes a corrective action; moving its due date needs a reason. */
    change: (request: ChangeIt): Promise<ActionCard> => call("action.change", request),
    /** Closes a corrective action that someone other than its owner saw to work. */
    close: (request: CloseIt): Promise<ActionCard> => call("action.close", request),
    /** The corrective actions, the earliest due day first. */
    list: (request: List): Promise<ActionCard[]> => call("action.list", request),
    /** Raises a corrective action from a nonconformity or another source. */
    raise: (request: Raise): Promise<ActionCard> => call("action.raise", request),
    /** One corrective action. */
    view: (request: OfAction): Promise<ActionCard> => call("action.view", request),
  },
  audit: {
    /** Takes somebody into the team. */
    addMember: (request: AddMember): Promise<AuditView> => call("audit.add-member", request),
    /** Gives clauses to a member of the team, or takes them back. */
    assign: (request: AssignClauses): Promise<AuditView> => call("audit.assign", request),
    /** Calls an audit off. */
    cancel: (request: WithReason): Promise<AuditView> => call("audit.cancel", request),
    /** Changes the plan; new clauses get their questions. */
    changePlan: (request: ChangeThePlan): Promise<AuditView> => call("audit.change-plan", request),
    /** Why a person could not audit this; empty when they can. */
    checkIndependence: (request: CheckIndependence): Promise<Conflict[]> => call("audit.check-independence", request),
    /** Records the closing meeting. */
    holdClosing: (request: Meeting): Promise<AuditView> => call("audit.hold-closing", request),
    /** Records the opening meeting. */
    holdOpening: (request: Meeting): Promise<AuditView> => call("audit.hold-opening", request),
    /** The audits, the latest first. */
    list: (request: List2): Promise<AuditCard[]> => call("audit.list", request),
    /** Says why a clause was not looked at. */
    notCovered: (request: NotCovered): Promise<AuditView> => call("audit.not-covered", request),
    /** Plans an audit and draws its checklist. */
    plan: (request: NewAudit): Promise<AuditView> => call("audit.plan", request),
    /** Puts somebody on the attendance list, or changes their entry. */
    putParticipant: (request: PutAParticipant): Promise<Participant> => call("audit.put-participant", request),
    /** Lets somebody go from the team. */
    removeMember: (request: RemoveMember): Promise<AuditView> => call("audit.remove-member", request),
    /** Takes somebody off the attendance list. */
    removeParticipant: (request: RemoveParticipant): Promise<AuditView> => call("audit.remove-participant", request),
    /** An audit with its plan and team. */
    view: (request: OfAudit): Promise<AuditView> => call("audit.view", request),
    /** Writes one of the longer texts, as it is typed. */
    write: (request: WriteProse): Promise<Saved> => call("audit.write", request),
  },
  checklist: {
    /** Adds a question of one's own. */
    add: (request: AddQuestion): Promise<QuestionView> => call("checklist.add", request),
    /** Answers a question, or takes the answer back. */
    answer: (request: Answer): Promise<QuestionView> => call("checklist.answer", request),
    /** Leaves a question out, with a reason. */
    drop: (request: Drop): Promise<ChecklistView> => call("checklist.drop", request),
    /** Moves a question within its clause. */
    move: (request: Move): Promise<ChecklistView> => call("checklist.move", request),
    /** Writes what was heard and seen, as it is typed. */
    note: (request: Note): Promise<QuestionView> => call("checklist.note", request),
    /** One question with its answer. */
    question: (request: OfQuestion): Promise<QuestionView> => call("checklist.question", request),
    /** Writes why a question is not applicable or was not assessed. */
    reason: (request: Reason): Promise<QuestionView> => call("checklist.reason", request),
    /** Words a question differently, as long as it is not answered. */
    reword: (request: Reword): Promise<QuestionView> => call("checklist.reword", request),
    /** The checklist of an audit with its answers. */
    view: (request: OfAudit): Promise<ChecklistView> => call("checklist.view", request),
    /** Says who was asked, where and when. */
    where: (request: SayWhere): Promise<QuestionView> => call("checklist.where", request),
  },
  criteria: {
    /** The clause tree of an edition. */
    clauses: (request: OfEdition): Promise<ClauseView[]> => call("criteria.clauses", request),
    /** The standards that are built in. */
    editions: (request: Nothing = {}): Promise<EditionView[]> => call("criteria.editions", request),
    /** The questions of the library. */
    questions: (request: QuestionsOf): Promise<LibraryQuestion[]> => call("criteria.questions", request),
  },
  evidence: {
    /** Takes bytes along that were pasted or dropped. */
    addBytes: (request: AddBytes): Promise<EvidenceView> => call("evidence.add-bytes", request),
    /** Takes a file along: its bytes, and their SHA-256. */
    addFile: (request: AddFile): Promise<EvidenceView> => call("evidence.add-file", request),
    /** Writes down what was said or seen. */
    addWords: (request: AddWords): Promise<EvidenceView> => call("evidence.add-words", request),
    /** The bytes of a piece of evidence, as base64. */
    bytes: (request: OfEvidence): Promise<Bytes> => call("evidence.bytes", request),
    /** Says more precisely what a piece of evidence shows. */
    describe: (request: Describe): Promise<EvidenceView> => call("evidence.describe", request),
    /** Says that a piece of evidence supports a question. */
    link: (request: Link): Promise<EvidenceView> => call("evidence.link", request),
    /** Rests a finding on a piece of evidence. */
    linkFinding: (request: LinkFinding): Promise<EvidenceView> => call("evidence.link-finding", request),
    /** The evidence of an audit, a question or a finding, or what supports nothing. */
    list: (request: List3): Promise<EvidenceView[]> => call("evidence.list", request),
    /** A picture, upright and as small as is asked for, as base64. */
    picture: (request: AsPicture): Promise<PictureBytes> => call("evidence.picture", request),
    /** Covers areas in the copy for reports; an empty list uncovers all. */
    redact: (request: Redact): Promise<EvidenceView> => call("evidence.redact", request),
    /** The picture as a report prints it, as base64. */
    reportPicture: (request: OfEvidence): Promise<PictureBytes> => call("evidence.report-picture", request),
    /** Saves the file of a piece of evidence, or its copy for reports. */
    save: (request: Save): Promise<Written> => call("evidence.save", request),
    /** Says that a piece of evidence does not support a question after all. */
    unlink: (request: Link): Promise<EvidenceView> => call("evidence.unlink", request),
    /** Takes a piece of evidence off a finding. */
    unlinkFinding: (request: LinkFinding): Promise<EvidenceView> => call("evidence.unlink-finding", request),
    /** One piece of evidence. */
    view: (request: OfEvidence): Promise<EvidenceView> => call("evidence.view", request),
    /** Withdraws a piece of evidence, with a reason; it stays readable. */
    withdraw: (request: Withdraw): Promise<EvidenceView> => call("evidence.withdraw", request),
  },
  finding: {
    /** Says what a finding is held against, where it is and what it rests on. */
    describe: (request: Describe2): Promise<FindingView> => call("finding.describe", request),
    /** Grades a finding differently, with a reason. */
    grade: (request: GradeIt): Promise<FindingView> => call("finding.grade", request),
    /** Findings of the workspace or of one audit, filtered and sorted. */
    list: (request: List4): Promise<Findings> => call("finding.list", request),
    /** Shows a finding to the auditee and writes down what they say. */
    present: (request: PresentIt): Promise<FindingView> => call("finding.present", request),
    /** Writes a finding down. */
    raise: (request: Raise2): Promise<FindingView> => call("finding.raise", request),
    /** One finding with its actions and what it still needs. */
    view: (request: OfFinding): Promise<FindingView> => call("finding.view", request),
    /** Withdraws a finding, with a reason; it stays readable. */
    withdraw: (request: WithReason2): Promise<FindingView> => call("finding.withdraw", request),
    /** Writes one part of a finding, as it is typed. */
    write: (request: Write): Promise<FindingView> => call("finding.write", request),
  },
  history: {
    /** The history of one record: who, when, from what to what, why. */
    ofRecord: (request: OfRecord): Promise<HistoryEntry[]> => call("history.of-record", request),
    /** Fields that two people set differently and nobody has settled. */
    openQuestions: (request: OpenQuestions): Promise<OpenQuestion[]> => call("history.open-questions", request),
    /** The newest acts of the workspace or of one binder. */
    recent: (request: Recent): Promise<HistoryEntry[]> => call("history.recent", request),
    /** Settles a field that two people set differently. */
    settle: (request: Settle): Promise<OpenQuestion[]> => call("history.settle", request),
  },
  identity: {
    /** Makes a signing key and its certificate. */
    create: (request: Create): Promise<KeptIdentity> => call("identity.create", request),
    /** Takes a signing key over from a PKCS#12 file. */
    import: (request: Import): Promise<KeptIdentity> => call("identity.import", request),
    /** The signing identities at hand. */
    list: (request: Nothing = {}): Promise<KeptIdentity[]> => call("identity.list", request),
  },
  organisation: {
    /** Names the organisation and its SMS scope. */
    describe: (request: Description): Promise<OrganisationView> => call("organisation.describe", request),
    /** Writes down a document of the organisation's own that audits are held against. */
    putOwnDocument: (request: PutOwnDocument): Promise<OwnDocument> => call("organisation.put-own-document", request),
    /** Writes a person down, or changes them. */
    putPerson: (request: PutPerson): Promise<PersonView> => call("organisation.put-person", request),
    /** Writes a process down, or changes it. */
    putProcess: (request: PutProcess): Promise<Process> => call("organisation.put-process", request),
    /** Writes down who answers for what, or when that ended. */
    putResponsibility: (request: PutResponsibility): Promise<Responsibility> => call("organisation.put-responsibility", request),
    /** Writes a service down, or changes it. */
    putService: (request: PutService): Promise<Service> => call("organisation.put-service", request),
    /** Writes a site down, or changes it. */
    putSite: (request: PutSite): Promise<Site> => call("organisation.put-site", request),
    /** The organisation with its sites, services, processes and people. */
    view: (request: Nothing = {}): Promise<OrganisationView> => call("organisation.view", request),
  },
  pack: {
    /** What records to ask for, by clause; of one audit or of all. */
    list: (request: List5): Promise<ClausePacks[]> => call("pack.list", request),
    /** What to ask for and to test of one sort of record. */
    view: (request: Word): Promise<Pack[]> => call("pack.view", request),
  },
  population: {
    /** Freezes a file as a population. */
    bringIn: (request: BringIn): Promise<PopulationView> => call("population.bring-in", request),
    /** A rule in its canonical form, or what is wrong with it. */
    checkRule: (request: RuleRequest): Promise<RuleView> => call("population.check-rule", request),
    /** Says more precisely where a population comes from. */
    describe: (request: Describe3): Promise<PopulationView> => call("population.describe", request),
    /** Keeps what a rule found as part of the working paper. */
    keepTest: (request: Keep): Promise<PopulationView> => call("population.keep-test", request),
    /** The populations of an audit. */
    list: (request: OfAudit): Promise<PopulationView[]> => call("population.list", request),
    /** Counts, dates, gaps and duplicates of a population. */
    look: (request: LookRequest): Promise<Look> => call("population.look", request),
    /** How a file would be read as a table, and what its columns mean. */
    recognise: (request: Recognise): Promise<RecognisedView> => call("population.recognise", request),
    /** Rows of a population, filtered. */
    rows: (request: Rows): Promise<Pages> => call("population.rows", request),
    /** Holds a rule against every row. */
    runRule: (request: RuleRequest): Promise<RanView> => call("population.run-rule", request),
    /** One population with its tests. */
    view: (request: OfPopulation): Promise<PopulationView> => call("population.view", request),
    /** Withdraws a population, with a reason; it stays readable. */
    withdraw: (request: Withdraw2): Promise<PopulationView> => call("population.withdraw", request),
    /** Writes what came of looking at the hits, as it is typed. */
    writeTest: (request: WriteRequest): Promise<RuleTest> => call("population.write-test", request),
  },
  programme: {
    /** Approves the revision as it stands. */
    approve: (request: ApproveProgramme): Promise<ProgrammeView> => call("programme.approve", request),
    /** Opens a programme for a period. */
    begin: (request: NewProgramme): Promise<ProgrammeView> => call("programme.begin", request),
    /** Changes a programme; an approved one gets its next revision. */
    change: (request: ChangeProgramme): Promise<ProgrammeView> => call("programme.change", request),
    /** The programmes, the latest first. */
    list: (request: Nothing = {}): Promise<ProgrammeCard[]> => call("programme.list", request),
    /** A programme with its audits and its coverage. */
    view: (request: OfProgramme): Promise<ProgrammeView> => call("programme.view", request),
  },
  report: {
    /** Issues and signs the next revision. */
    issue: (request: Issue): Promise<ReportState> => call("report.issue", request),
    /** Opens the audit for a new revision of its signed report. */
    openRevision: (request: OpenRevision): Promise<ReportState> => call("report.open-revision", request),
    /** The report as PDF in base64: a draft, or a signed revision. */
    pages: (request: Which): Promise<Pages2> => call("report.pages", request),
    /** Saves the report as a PDF file: a draft, or a signed revision. */
    save: (request: Save2): Promise<SavedReport> => call("report.save", request),
    /** Saves a copy without confidential evidence and the auditors' notes; not signed. */
    saveAuditeesCopy: (request: SaveCopy): Promise<Written> => call("report.save-auditees-copy", request),
    /** What the report still needs, and the revisions signed so far. */
    state: (request: OfAudit): Promise<ReportState> => call("report.state", request),
    /** Says who signed a PDF and whether it is as it was signed. */
    verify: (request: Verify): Promise<Verified> => call("report.verify", request),
  },
  request: {
    /** Asks the auditee for something. */
    add: (request: Add): Promise<RequestView> => call("request.add", request),
    /** Changes what the auditee is asked for. */
    change: (request: Change): Promise<RequestView> => call("request.change", request),
    /** What the auditee is asked to hand over for an audit. */
    list: (request: OfAudit): Promise<RequestView[]> => call("request.list", request),
    /** Says that what was asked for came, or did not after all. */
    receive: (request: Receive): Promise<RequestView> => call("request.receive", request),
    /** Saves the list for the auditee as PDF or XLSX. */
    save: (request: Save3): Promise<Written> => call("request.save", request),
    /** One thing that the auditee is asked to hand over. */
    view: (request: OfRequest): Promise<RequestView> => call("request.view", request),
    /** Withdraws a request, with a reason; it stays readable. */
    withdraw: (request: Withdraw3): Promise<RequestView> => call("request.withdraw", request),
  },
  sample: {
    /** Adds a thing that every record is tested for. */
    addAttribute: (request: Add2): Promise<SampleView> => call("sample.add-attribute", request),
    /** Adds chosen records to a sample by judgement. */
    addRecords: (request: AddRecords): Promise<SampleView> => call("sample.add-records", request),
    /** How many sites and how many records are usual. */
    benchmarks: (request: Benchmarks): Promise<BenchmarksView> => call("sample.benchmarks", request),
    /** Plans a sample differently, as long as nothing is drawn. */
    change: (request: ChangeRequest): Promise<SampleView> => call("sample.change", request),
    /** Says differently what is tested, or no longer tests it. */
    changeAttribute: (request: Change2): Promise<SampleView> => call("sample.change-attribute", request),
    /** Cites evidence in one cell, or no longer. */
    cite: (request: CiteIt): Promise<SheetCell> => call("sample.cite", request),
    /** Concludes a sample; its sheet is fixed from then on. */
    conclude: (request: OfSample): Promise<SampleView> => call("sample.conclude", request),
    /** Draws a sample; from then on its records are fixed. */
    draw: (request: DrawRequest): Promise<SampleView> => call("sample.draw", request),
    /** Draws the next records of the same draw. */
    extend: (request: ExtendRequest): Promise<SampleView> => call("sample.extend", request),
    /** Writes down the value found to be right. */
    foundValue: (request: FoundValue): Promise<SheetCell> => call("sample.found-value", request),
    /** The samples of an audit. */
    list: (request: OfAudit): Promise<SampleCard[]> => call("sample.list", request),
    /** Writes down what was seen of one attribute of one record. */
    mark: (request: MarkIt): Promise<SheetCell> => call("sample.mark", request),
    /** Writes a note to one cell, as it is typed. */
    note: (request: NoteIt): Promise<SheetCell> => call("sample.note", request),
    /** Plans a sample. */
    plan: (request: PlanRequest): Promise<SampleView> => call("sample.plan", request),
    /** Writes a finding down from what failed in a sample. */
    raise: (request: RaiseRequest): Promise<FindingView> => call("sample.raise", request),
    /** Opens a concluded sample again, with a reason. */
    reopen: (request: WithReason3): Promise<SampleView> => call("sample.reopen", request),
    /** Takes a record out that is none of the population, with a reason. */
    replace: (request: Replace): Promise<SampleView> => call("sample.replace", request),
    /** How many records to draw, and what that means. */
    size: (request: SizeQuestion): Promise<SizeView> => call("sample.size", request),
    /** The strata of a population and how many to draw of each. */
    strata: (request: StrataRequest): Promise<StratumPlan[]> => call("sample.strata", request),
    /** One sample with its sheet and what it says. */
    view: (request: OfSample): Promise<SampleView> => call("sample.view", request),
    /** Withdraws a sample, with a reason; it stays readable. */
    withdraw: (request: WithReason3): Promise<SampleView> => call("sample.withdraw", request),
    /** Writes the conclusion, as it is typed. */
    write: (request: Write2): Promise<SampleView> => call("sample.write", request),
  },
  today: {
    /** What is next, what is open and what is due. */
    view: (request: Nothing = {}): Promise<TodayView> => call("today.view", request),
  },
  undo: {
    /** Does again what was last undone. */
    redo: (request: Nothing = {}): Promise<UndoableAct> => call("undo.redo", request),
    /** What undo and redo would do now. */
    state: (request: Nothing = {}): Promise<UndoState> => call("undo.state", request),
    /** Takes back the last act of this desk. */
    undo: (request: Nothing = {}): Promise<UndoableAct> => call("undo.undo", request),
  },
  workspace: {
    /** Copies the workspace to another file under the same passphrase. */
    backUp: (request: BackUp): Promise<Written> => call("workspace.back-up", request),
    /** Sits down as another person of the workspace. */
    become: (request: Become): Promise<WorkspaceStatus> => call("workspace.become", request),
    /** Encrypts the workspace under another passphrase. */
    changePassphrase: (request: ChangePassphrase): Promise<WorkspaceStatus> => call("workspace.change-passphrase", request),
    /** Proves the whole file; changes nothing. */
    check: (request: Nothing = {}): Promise<CheckReport> => call("workspace.check", request),
    /** Closes the workspace. */
    close: (request: Nothing = {}): Promise<WorkspaceStatus> => call("workspace.close", request),
    /** Opens the demo workspace; makes it on first use. */
    demo: (request: Demo): Promise<WorkspaceStatus> => call("workspace.demo", request),
    /** Finds records by the words people typed. */
    find: (request: Find): Promise<Found[]> => call("workspace.find", request),
    /** Takes a workspace off the list of recent ones; the file stays. */
    forget: (request: Forget): Promise<RecentWorkspace[]> => call("workspace.forget", request),
    /** Makes a new workspace and opens it. */
    new: (request: NewWorkspace): Promise<WorkspaceStatus> => call("workspace.new", request),
    /** Opens a workspace. */
    open: (request: OpenWorkspace): Promise<WorkspaceStatus> => call("workspace.open", request),
    /** Makes the tables anew from the changes. */
    rebuild: (request: Nothing = {}): Promise<CheckReport> => call("workspace.rebuild", request),
    /** The workspaces opened lately on this computer. */
    recent: (request: Nothing = {}): Promise<RecentWorkspace[]> => call("workspace.recent", request),
    /** What is open, for whom, and what day it is. */
    status: (request: Nothing = {}): Promise<WorkspaceStatus> => call("workspace.status", request),
  },
};
