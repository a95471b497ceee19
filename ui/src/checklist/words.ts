// The words of the question library, as a person reads them.

const METHODS: Record<string, string> = { document: "Read documents", interview: "Ask people", observation: "Watch the work", "record-sample": "Sample records", own: "" };

/** How a question is looked at; an unknown word stands as it is. */
export function methodWord(method: string): string {
  return METHODS[method] ?? method;
}

/** `external_supplier` → `external supplier` */
export function populationWord(population: string): string {
  return population.replaceAll("_", " ");
}
