// What the report needs, in which order, and where it leads.
import { fireEvent, render, screen } from "@testing-library/svelte";
import type { Problem, ReportNeed, ReportState } from "../src/ground/operations";
import Needs from "../src/report/Needs.svelte";
import VerificationCard from "../src/report/VerificationCard.svelte";
import { grouped, inOrder } from "../src/report/words";

const need = (over: Partial<ReportNeed>): ReportNeed => ({ sentence: "Something is missing.", remedy: "Add it.", place: "plan", blocking: true, ...over });
const state = (needs: ReportNeed[]): ReportState => ({ audit: "a1", next_revision: 0, ready: false, locked: false, needs, revisions: [] });

describe("what the report needs", () => {
  it("puts what stops the report before what is only advised, each in the desk's order", () => {
    const needs = [need({ sentence: "1", blocking: false }), need({ sentence: "2" }), need({ sentence: "3" })];
    expect(inOrder(needs).stops.map(({ sentence }) => sentence)).toEqual(["2", "3"]);
    expect(inOrder(needs).advises.map(({ sentence }) => sentence)).toEqual(["1"]);
  });

  it("leads to the record that is meant", () => {
    render(Needs, { report: state([need({ place: "findings", record: "f1" }), need({ place: "checklist" })]), onwrite: () => undefined });
    expect(screen.getByRole("link", { name: "Open the finding" }).getAttribute("href")).toBe("#/audit/a1/findings/f1");
    expect(screen.getByRole("link", { name: "Open the checklist" }).getAttribute("href")).toBe("#/audit/a1/checklist");
    expect(screen.getByRole("heading").textContent).toBe("2 things are missing before the report");
  });

  it("leads to the very field of the plan, and to the history for what was written twice", () => {
    render(Needs, { report: state([need({ place: "plan", field: "closing_held_at" }), need({ place: "report" })]), onwrite: () => undefined });
    expect(screen.getByRole("link", { name: "Open the plan" }).getAttribute("href")).toBe("#/audit/a1/plan/closing_held_at");
    expect(screen.getByRole("link", { name: "Open the history" }).getAttribute("href")).toBe("#/history");
  });

  it("names the text that is to be written", async () => {
    const asked: string[] = [];
    render(Needs, { report: state([need({ place: "report", field: "conclusion" }), need({ place: "report", field: "objectives_outcome", blocking: false })]), onwrite: (field: string) => asked.push(field) });
    for (const button of screen.getAllByRole("button", { name: "Write it" })) await fireEvent.click(button);
    expect(asked).toEqual(["conclusion", "objectives_outcome"]);
  });
});

const wrong = (message: string): Problem => ({ code: "seal.flaw", message, remedy: "Ask the signer for the file again.", severity: "refusal" });

describe("a verification", () => {
  it("names what is wrong in words", () => {
    render(VerificationCard, {
      result: {
        verdict: "invalid", file_sha256: "ab", size_bytes: 9, certified: true, open_fields: [], problems: [wrong("Bytes after the signature were changed.")],
        signatures: [{ field: "signature-lead", revision: 0, covered_bytes: 5, signer: { name: "Jonas Berg", subject: "CN=Jonas Berg", issuer: "CN=Jonas Berg", self_signed: true, fingerprint: "ab12", serial: "1", not_before: "2026-01-01T00:00:00.000Z", not_after: "2029-01-01T00:00:00.000Z", key_usage_fits: true, valid_now: true }, covers_whole_file: false, sound: false, remarks: [], problems: [wrong("The digest differs.")] }],
      },
    });
    const result = screen.getByTestId("verify-result");
    expect(result.dataset.verdict).toBe("invalid");
    for (const words of ["This file must not be trusted as signed.", "Bytes after the signature were changed.", "The digest differs.", "Does not cover the whole file", "Signature broken"]) expect(result.textContent).toContain(words);
  });

  it("writes a fingerprint in groups that two people can read to each other", () => {
    expect(grouped("ab:12:9f:77:03")).toBe("AB12 9F77 03");
  });
});
