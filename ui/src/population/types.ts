// The nouns of a population, drawn from the client.
import { operations } from "../ground/operations";

type Door = (...request: never[]) => Promise<unknown>;
type Answer<Of extends Door> = Awaited<ReturnType<Of>>;
type One<List> = List extends readonly (infer Single)[] ? Single : never;
type Desk = (typeof operations)["population"];
type Packs = (typeof operations)["pack"];

export type PopulationView = Answer<Desk["view"]>;
export type Shape = PopulationView["shape"];
export type Column = One<Shape["columns"]>;
export type ColumnKind = Column["kind"];
export type Encoding = Shape["layout"]["encoding"];
export type DecimalSign = Shape["layout"]["decimal"];
export type SetAside = One<NonNullable<PopulationView["set_aside"]>>;
export type RuleTest = One<PopulationView["tests"]>;
export type ReadyTest = One<PopulationView["ready"]["runnable"]>;

export type Recognised = Answer<Desk["recognise"]>;
export type Corrections = NonNullable<Parameters<Desk["recognise"]>[0]["corrections"]>;
export type Ask = One<Recognised["proposal"]["asks"]>;
export type Choice = One<Ask["choices"]>;
export type Arrival = Parameters<Desk["bringIn"]>[0];

export type Pages = Answer<Desk["rows"]>;
export type PageRow = One<Pages["rows"]>;
export type Look = Answer<Desk["look"]>;
export type ColumnLook = One<Look["columns"]>;
export type Month = One<ColumnLook["months"]>;
/** What a rule found; the cells of the first hits stand under the number of their row. */
export type Ran = Omit<Answer<Desk["runRule"]>, "cells"> & { cells: Record<string, string[]> };
export type RowHit = One<Ran["hits"]>;

export type Pack = One<Answer<Packs["view"]>>;
export type ClausePacks = One<Answer<Packs["list"]>>;

/** What a sample begins with when it is begun from a population. */
export interface SamplePreset {
  title?: string;
  filter?: string;
  records?: string[];
  rationale?: string;
}
