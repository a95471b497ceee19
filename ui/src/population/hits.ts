// What a rule found, in words, and as the beginning of a sample.
import type { RowHit, SamplePreset } from "./types";
import { many, thousands } from "./words";

/** `12 of 4,812 rows hit` */
export function hitWords(hits: number, rows: number): string {
  return hits === 0 ? `No hit in ${many(rows, "row")}` : `${thousands(hits)} of ${many(rows, "row")} hit`;
}

/** The records that were hit, each once, as a sample by judgement. */
export function sampleOf({ title, rule, filter, hits = [], hit_count }: { title: string; rule: string; filter: string; hits?: readonly RowHit[]; hit_count: number }): SamplePreset {
  const records = [...new Set(hits.map(({ record_id }) => record_id).filter(Boolean))];
  const first = hit_count > hits.length ? `, the first ${thousands(hits.length)} of ${thousands(hit_count)}` : "";
  return { title, records, ...(filter && { filter }), rationale: `Hit by the rule ${rule}${first}.` };
}
