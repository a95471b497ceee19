// What to ask the client for, in the order of the clauses, and as words for a mail.
import type { AuditView } from "../ground/operations";
import { days } from "../ground/words";
import type { ClausePacks, Pack } from "./types";
import { capital } from "./words";

/** A sort of records under a clause; told in full where it stands first. */
export interface Entry {
  pack: Pack;
  /** The clause under which it is told in full, where that is another one. */
  under?: string;
}
export interface Chapter {
  clause: string;
  title: string;
  entries: Entry[];
}

/** Each sort of records in full once, under its first clause. */
export function chapters(clauses: readonly ClausePacks[]): Chapter[] {
  const first = new Map<string, string>();
  return clauses.map(({ clause, title, packs }) => ({
    clause,
    title,
    entries: packs.map((pack) => {
      const under = first.get(pack.word);
      if (under === undefined) first.set(pack.word, clause);
      return under === undefined || under === clause ? { pack } : { pack, under };
    }),
  }));
}

/** The clauses under which a sort of records stands. */
export function clausesOf(word: string, clauses: readonly ClausePacks[]): string[] {
  return clauses.filter(({ packs }) => packs.some((pack) => pack.word === word)).map(({ clause }) => clause);
}

/** The names of the columns that are needed, or that help. */
export function columnsOf(pack: Pack, needed: boolean): string[] {
  return pack.columns.filter((column) => column.needed === needed).map(({ holds }) => holds);
}
/** The fields among them. */
export function fieldsOf(pack: Pack | undefined, needed: boolean): string[] {
  return (pack?.columns ?? []).flatMap((column) => (column.needed === needed ? [column.field] : []));
}

/** Whether the words are found in what a person would look for. */
export function holds(pack: Pack, words: string): boolean {
  const wanted = words.trim().toLocaleLowerCase();
  return wanted === "" || [pack.plural, pack.singular, pack.ask_for].some((text) => text.toLocaleLowerCase().includes(wanted));
}

const ALIKE = [
  "Every list as the tool exports it (CSV or XLSX), with all rows and without changes afterwards.",
  "The query, view or report that was exported, with its filters.",
  "The number of records that the tool itself shows for it.",
  "Who exported it and when, and the time zone of the dates.",
];

/** One sort of records, as lines. */
export function packText(pack: Pack, clauses: readonly string[] = []): string {
  const lines = [`${capital(pack.plural)}${clauses.length > 0 ? ` (${clauses.join(", ")})` : ""}`, pack.ask_for];
  const [needed, useful] = [columnsOf(pack, true), columnsOf(pack, false)];
  if (needed.length > 0) lines.push(`Columns that are needed: ${needed.join(", ")}.`);
  if (useful.length > 0) lines.push(`Columns that help: ${useful.join(", ")}.`);
  return lines.join("\n");
}

/** All that an audit asks for, as the text of a mail. */
export function mailText(audit: Pick<AuditView, "reference" | "title"> & { period_from?: string; period_to?: string }, clauses: readonly ClausePacks[], words = ""): string {
  const once = chapters(clauses).flatMap(({ entries }) => entries.filter(({ under, pack }) => under === undefined && holds(pack, words)));
  const period = days(audit.period_from, audit.period_to);
  return [
    `Records for the audit ${audit.reference}, ${audit.title}${period ? `\nPeriod: ${period}` : ""}`,
    ...once.map(({ pack }, index) => `${index + 1}. ${packText(pack, clausesOf(pack.word, clauses))}`),
    `For each list\n${ALIKE.map((line) => `- ${line}`).join("\n")}`,
  ].join("\n\n");
}
