// The nouns of a sample, drawn from the client.
import { operations } from "../ground/operations";

type Door = (...request: never[]) => Promise<unknown>;
type Answer<Of extends Door> = Awaited<ReturnType<Of>>;
type One<List> = List extends readonly (infer Single)[] ? Single : never;

export type SampleCard = One<Answer<typeof operations.sample.list>>;
export type SampleView = Answer<typeof operations.sample.view>;
export type SampleStage = SampleView["stage"];
export type SampleMethod = SampleView["method"];
export type Attribute = One<SampleView["attributes"]>;
export type ItemView = One<SampleView["items"]>;
export type Outcome = One<SampleView["outcomes"]>;
export type StratumPlan = One<SampleView["strata"]>;
export type SheetCell = Answer<typeof operations.sample.mark>;
export type Mark = NonNullable<ItemView["whole"]>;

export type NewSample = Parameters<typeof operations.sample.plan>[0];
/** What may be said of a planned sample; what is absent stays. */
export type Told = Omit<Parameters<typeof operations.sample.change>[0], "sample">;
export type NewAttribute = One<NonNullable<NewSample["attributes"]>>;
export type Model = NonNullable<Told["model"]>;

export type SizeQuestion = Parameters<typeof operations.sample.size>[0];
export type SizeView = Answer<typeof operations.sample.size>;
export type CurvePoint = One<SizeView["curve"]>;

export type PopulationView = One<Answer<typeof operations.population.list>>;
export type Pack = One<Answer<typeof operations.pack.view>>;
