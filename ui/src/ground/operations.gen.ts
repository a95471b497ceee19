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

export interface AssignClauses {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  clauses: string[];
  /** Absent takes them back. */
  person?: string | null | undefined;
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

/** A file as base64. */
export interface Bytes {
  base64: string;
  file_name: string;
  media_type: string;
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

/** One reason why somebody is not independent of what is examined. */
export interface Conflict {
  /** The clause it concerns, where it concerns one. */
  clause?: string | null | undefined;
  /** The last day on which it counts; none while the responsibility lasts. */
  until?: string | null | undefined;
  /** What binds them: `owner of 8.5.1.1 until 2025-12-31`. */
  what: string;
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

/** What is to be changed; what is absent stays. */
export interface Description {
  /** The organisation's name. */
  name?: string | null | undefined;
  /** The SMS scope statement. */
  scope_statement?: string | null | undefined;
  /** An IANA time zone name. */
  timezone?: string | null | undefined;
}

export interface Drop {
  question: string;
  reason: string;
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

/** What sort of evidence it is. */
export type EvidenceKind = "file" | "photo" | "picture" | "interview" | "observation" | "record" | "document";

/** A piece of evidence with what rests on it. */
export interface EvidenceView {
  /** The audit. */
  audit: string;
  /** When it was captured here; differs from `seen_at` where something was entered later. */
  captured_at: string;
  /** Who may see it. */
  classification: Classification;
  /** The clause of that question. */
  clause?: string | null | undefined;
  /** What it shows, in words. */
  description: string;
  /** The name the file had. */
  file_name?: string | null | undefined;
  /** The findings that rest on it, by reference. */
  findings: string[];
  /** Its id. */
  id: string;
  /** Whether a window can show it as a picture. */
  is_picture: boolean;
  /** What sort it is. */
  kind: EvidenceKind;
  /** What sort of file. */
  media_type?: string | null | undefined;
  /** Where it was seen. */
  place: string;
  /** Who provided it. */
  provided_by: string;
  /** The question it was captured for. */
  question?: string | null | undefined;
  /** The code of the question it was captured for. */
  question_code?: string | null | undefined;
  /** What people call it: `IA-2026-01-E-003`. */
  reference: string;
  /** A remark. */
  remark: string;
  /** From afar. */
  remote: boolean;
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
  /** Why it was withdrawn; empty while it counts. The bytes stay. */
  withdrawn_reason: string;
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
  /** Only what was captured for this question. */
  question?: string | null | undefined;
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

export interface Meeting {
  at: string;
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
}

/** How audit work is done at a place. */
export type Method = "onsite" | "remote" | "hybrid";

export interface Move {
  /** The question it comes before; the end of the clause where absent. */
  before?: string | null | undefined;
  question: string;
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

/** A PDF as base64. */
export interface Pages {
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

/** Where in an audit something is to be done. */
export type Place = "plan" | "checklist" | "findings" | "report";

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
  /** What was seen. */
  evidence_words?: string;
  /** How much it weighs. */
  grade: Grade;
  /** The question it came from. */
  question?: string | null | undefined;
  /** What is required, in our own words. */
  requirement?: string;
  /** Where. */
  site?: string | null | undefined;
  /** What is not fulfilled. */
  statement?: string;
  /** A few words to call it by. */
  title?: string;
}

export interface Reason {
  question: string;
  reason: string;
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

export interface Save {
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
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

/** A site in scope and how it is visited. */
export interface SiteVisit {
  /** On site, remotely, or both. */
  method: Method;
  /** The site. */
  site: string;
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
  /** Or a signed revision of this audit's report. */
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

export interface Withdraw {
  /** A reference such as IA-2026-01, or an id. */
  evidence: string;
  reason: string;
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

export interface WriteProse {
  /** A reference such as IA-2026-01, or an id. */
  audit: string;
  field: Prose;
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
    /** The evidence of an audit, a question or a finding. */
    list: (request: List3): Promise<EvidenceView[]> => call("evidence.list", request),
    /** Saves the file of a piece of evidence outside the workspace. */
    save: (request: Save): Promise<Written> => call("evidence.save", request),
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
    pages: (request: Which): Promise<Pages> => call("report.pages", request),
    /** Saves the report as a PDF file: a draft, or a signed revision. */
    save: (request: Save2): Promise<SavedReport> => call("report.save", request),
    /** What the report still needs, and the revisions signed so far. */
    state: (request: OfAudit): Promise<ReportState> => call("report.state", request),
    /** Says who signed a PDF and whether it is as it was signed. */
    verify: (request: Verify): Promise<Verified> => call("report.verify", request),
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
