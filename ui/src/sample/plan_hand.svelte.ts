// A sample while it is being planned. It comes into the workspace with its title and is written on from there;
// what was said before the title waits here and is told together with it.
//
// Invariant: one hand plans at most one sample.
import type { Id } from "../ground/operations";
import type { NewAttribute, NewSample, SampleMethod, SampleView, Told } from "./nouns";
import type { Said } from "./plan";

/** How a plan gets to the desk. */
export interface Plans {
  plan(request: NewSample): Promise<SampleView>;
  change(request: { sample: Id } & Told): Promise<SampleView>;
  addAttribute(request: { sample: Id } & NewAttribute): Promise<SampleView>;
}
export interface Start {
  audit: Id;
  population?: Id;
  question?: Id;
  method?: SampleMethod;
  /** What is suggested of it from where it was begun. */
  told?: Told;
}

let hands = 0;

export class PlanHand {
  /** What was planned; nothing before there is a title. */
  view = $state.raw<SampleView>();
  population = $state.raw<Id>();
  question = $state.raw<Id>();
  /** What will be tested, as long as nothing is planned. */
  attributes = $state.raw<readonly NewAttribute[]>([]);
  #waiting = $state.raw<Told>({});
  /** What was typed where the desk trims: a blank at the end is the beginning of the next word. */
  #typed: { title?: string; seed?: string } = {};
  #planning: Promise<SampleView> | undefined;
  /** The drafts' name, which stays the same before and after the sample is planned. */
  readonly key: string;

  constructor(
    private readonly start: Start,
    private readonly desk: Plans,
    view?: SampleView,
  ) {
    this.population = view?.population ?? start.population;
    this.question = view?.questions[0] ?? start.question;
    this.view = view;
    this.#waiting = start.told ?? {};
    this.#planning = view && Promise.resolve(view);
    hands += 1;
    this.key = view ? `sample/${view.id}` : `sample/new-${hands}`;
  }

  /** What stands in the plan, heard by the desk or not. */
  get said(): Said {
    const [view, waiting] = [this.view, this.#waiting];
    return {
      title: this.#asTyped("title", view?.title) ?? waiting.called ?? "",
      method: view?.method ?? waiting.by ?? this.start.method ?? (this.population ? "random" : "judgement"),
      population: view ? view.population : this.population,
      tested_for: view?.tested_for ?? waiting.tested_for ?? "",
      filter: view?.filter ?? waiting.filter ?? "",
      stratum_column: view?.stratum_column ?? waiting.stratum_column ?? "",
      strata: view?.strata ?? waiting.strata ?? [],
      value_column: view?.value_column ?? waiting.value_column ?? "",
      confidence: view?.confidence ?? waiting.confidence ?? "95",
      tolerable: view?.tolerable ?? waiting.tolerable ?? "",
      expected: view?.expected ?? waiting.expected ?? "",
      allowed: view ? view.allowed : (waiting.allowed ?? undefined),
      size: view?.size ?? waiting.size ?? 0,
      rationale: view?.rationale ?? waiting.rationale ?? "",
      seed: this.#asTyped("seed", view?.seed) ?? waiting.seed ?? "",
      seed_from: view?.seed_from ?? waiting.seed_from ?? "",
    };
  }

  /** Says something of the sample. With a title it is planned; before that it waits. */
  async say(told: Told): Promise<void> {
    this.#typed = { ...this.#typed, ...(typeof told.called === "string" && { title: told.called }), ...(typeof told.seed === "string" && { seed: told.seed }) };
    if (!this.view) this.#waiting = { ...this.#waiting, ...told };
    if (this.#planning !== undefined) {
      const { id } = await this.#planning;
      this.view = await this.desk.change({ sample: id, ...told });
    } else if (this.said.title.trim() !== "") await this.#plan();
  }

  /** The sample, planned now when nothing that was typed has planned it yet. */
  async planned(): Promise<SampleView> {
    if (this.#planning === undefined) await this.#plan();
    else await this.#planning;
    return this.view!;
  }

  /** Chooses where the records come from. Only before the sample is planned. */
  async choose(population: Id | undefined, question: Id | undefined): Promise<void> {
    if (this.view) return;
    [this.population, this.question] = [population, question];
    // A title that was refused for want of a population is told again.
    if (this.said.title.trim() !== "") await this.#plan();
  }

  /** Tests one thing more. */
  async test(attribute: NewAttribute): Promise<void> {
    if (this.#planning !== undefined) {
      const { id } = await this.#planning;
      this.view = await this.desk.addAttribute({ sample: id, ...attribute });
      return;
    }
    const name = attribute.name.trim();
    const isSame = (one: NewAttribute): boolean => one.name.toLocaleLowerCase() === name.toLocaleLowerCase();
    if (name !== "" && !this.attributes.some(isSame)) this.attributes = [...this.attributes, { ...attribute, name }];
  }
  /** Leaves out what was to be tested, as long as nothing is planned. */
  untest(name: string): void {
    this.attributes = this.attributes.filter((one) => one.name !== name);
  }

  /** The desk told the sample anew. */
  take(view: SampleView): void {
    this.view = view;
  }

  #asTyped(field: "title" | "seed", told: string | undefined): string | undefined {
    const typed = this.#typed[field];
    return told !== undefined && typed?.trim() === told ? typed : told;
  }

  async #plan(): Promise<void> {
    if (this.#planning !== undefined) return;
    const { called, by: _, ...rest } = this.#waiting;
    const { audit } = this.start;
    this.#planning = this.desk.plan({ ...rest, audit, ...(this.population && { population: this.population }), ...(this.question && { question: this.question }), title: called ?? "", method: this.said.method, attributes: [...this.attributes] });
    try {
      this.view = await this.#planning;
    } catch (refused) {
      this.#planning = undefined;
      throw refused;
    }
  }
}
