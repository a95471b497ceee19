import { expect, test } from "vitest";
import { Keeper } from "../src/ground/keeper";

interface Site {
  id: string;
  code: string;
  name: string;
}
/** A desk that keeps one site, and answers only when the test lets it. */
function aDesk() {
  let kept: Site = { id: "s", code: "AAR", name: "Aarhus" };
  const waiting: (() => void)[] = [];
  const seen = { ...kept };
  const keeper = new Keeper<Site>(
    () => ({ ...seen }),
    (record) =>
      new Promise((done) =>
        waiting.push(() => {
          kept = record;
          done({ ...record });
        }),
      ),
  );
  const answer = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    waiting.shift()?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { keeper, answer, kept: () => kept, waiting };
}

test("two fields of one record changed in quick succession never undo each other", async () => {
  const { keeper, answer, kept, waiting } = aDesk();
  void keeper.change("s", { name: "Aarhus C" });
  void keeper.change("s", { code: "AHC" });
  await answer();
  expect(waiting.length, "one after another").toBe(1);
  await answer();

  expect(kept()).toEqual({ id: "s", code: "AHC", name: "Aarhus C" });
});

test("a refused change leaves the next one its turn", async () => {
  let tries = 0;
  const keeper = new Keeper<Site>(
    () => ({ id: "s", code: "AAR", name: "Aarhus" }),
    async (record) => {
      tries += 1;
      if (tries === 1) throw { code: "organisation.code-taken", message: "", remedy: "", severity: "refusal" };
      return record;
    },
  );

  await expect(keeper.change("s", { code: "GDN" })).rejects.toMatchObject({ code: "organisation.code-taken" });
  await expect(keeper.change("s", { name: "Aarhus C" })).resolves.toEqual({ id: "s", code: "AAR", name: "Aarhus C" });
});

test("a text finds its way to the record it was typed for", async () => {
  const sent: Site[] = [];
  const records = new Map([["a", { id: "a", code: "A", name: "" }], ["b", { id: "b", code: "B", name: "" }]]);
  const keeper = new Keeper<Site>((id) => records.get(id), async (record) => (sent.push(record), record));
  const save = keeper.text("a", "name");

  await save("late words");

  expect(sent).toEqual([{ id: "a", code: "A", name: "late words" }]);
});
