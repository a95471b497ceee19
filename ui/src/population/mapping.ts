// Which column holds which field: the proposal, and what the person decided instead.

/** A decision: this column holds that field, or none. Later ones stand before earlier ones. */
export interface Decision {
  column: string;
  field: string | undefined;
}

/** For each field the name of its column. No column holds two fields, and no field has two columns. */
export function mapped(proposed: Readonly<Record<string, string>>, decisions: readonly Decision[], columns: readonly string[]): Record<string, string> {
  const there = new Set(columns);
  const byField = new Map(Object.entries(proposed).filter(([, column]) => there.has(column)));
  for (const { column, field } of decisions) {
    if (!there.has(column)) continue;
    for (const [other, of] of byField) if (of === column) byField.delete(other);
    if (field) byField.set(field, column);
  }
  return Object.fromEntries(byField);
}

/** The decision that gives a field to a column, or takes it from the one it had. */
export function give(field: string, column: string | undefined, mapping: Readonly<Record<string, string>>): Decision | undefined {
  if (column !== undefined) return { column, field };
  const before = mapping[field];
  return before === undefined ? undefined : { column: before, field: undefined };
}

/** The field that a column holds. */
export function fieldOf(column: string, mapping: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(mapping).find(([, of]) => of === column)?.[0];
}
