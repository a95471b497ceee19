// Requests to the auditee: what is late comes first and is told without colour.
import { inOrder, stateTone, stateWords, suggested } from "../src/evidence/requests";
import { copyName, placeWords, takenWords } from "../src/evidence/words";
import type { DataRequest } from "../src/ground/operations";

const request = (over: Partial<DataRequest>): DataRequest =>
  ({ id: "r", reference: "IA-2026-01-R-01", audit: "a", what: "Rota", population: "", clauses: [], from_whom: "", asked_on: "2026-10-01", asked_by_name: "Jonas", due: "2026-10-08", evidence: [], came: [], remark: "", withdrawn_reason: "", state: "open", days_left: 2, ...over }) as DataRequest;

describe("requests", () => {
  it("stand in the order of what is wanted first", () => {
    const list = [
      request({ id: "gone", state: "withdrawn", reference: "IA-2026-01-R-01" }),
      request({ id: "here", state: "received", reference: "IA-2026-01-R-02" }),
      request({ id: "later", due: "2026-10-20", reference: "IA-2026-01-R-100" }),
      request({ id: "late", state: "overdue", due: "2026-10-02", reference: "IA-2026-01-R-09" }),
      request({ id: "same day", due: "2026-10-20", reference: "IA-2026-01-R-20" }),
    ];
    expect(inOrder(list).map(({ id }) => id)).toEqual(["late", "same day", "later", "here", "gone"]);
  });

  it("say in words where they stand", () => {
    expect(stateWords(request({ state: "overdue", days_left: -3 }))).toBe("◆ 3 days overdue");
    expect(stateWords(request({ days_left: 0 }))).toBe("▲ Due today");
    expect(stateWords(request({ days_left: 1 }))).toBe("▲ Due in 1 day");
    expect(stateWords(request({ days_left: 30 }))).toBe("In 30 days");
    expect(stateWords(request({ state: "received", received_on: "2026-10-06" }))).toBe("✓ Received 6 Oct 2026");
    expect([stateTone(request({ state: "overdue" })), stateTone(request({ days_left: 30 }))]).toEqual(["bad", "mute"]);
  });
});

describe("what is usually asked for", () => {
  const pack = (word: string) => ({ word, plural: `${word}s`, singular: word, ask_for: `All ${word}s of the period.`, columns: [{ field: "number", holds: "Number", needed: true }, { field: "note", holds: "Note", needed: false }], attributes: [], stratify_by: [], take_all: [], tests: [] });
  const packs = [{ clause: "8.6.1", title: "", packs: [pack("incident")] }, { clause: "8.6.3", title: "", packs: [pack("problem"), pack("incident")] }] as Parameters<typeof suggested>[0];

  it("names each sort of records once, with all its clauses and what it needs", () => {
    expect(suggested(packs, [])).toEqual([
      { population: "incident", name: "Incidents", what: "All incidents of the period. Columns that are needed: Number.", clauses: ["8.6.1", "8.6.3"] },
      { population: "problem", name: "Problems", what: "All problems of the period. Columns that are needed: Number.", clauses: ["8.6.3"] },
    ]);
  });

  it("leaves out what is asked for, but not what was withdrawn", () => {
    expect(suggested(packs, [request({ population: "incident" }), request({ population: "problem", state: "withdrawn" })]).map(({ population }) => population)).toEqual(["problem"]);
  });
});

describe("what a camera wrote", () => {
  it("is told in the camera's own time", () => {
    expect(takenWords("2026-10-06T14:05:11+02:00")).toBe("6 Oct 2026, 14:05:11 (+02:00)");
    expect(takenWords("2026-10-06T14:05:11")).toBe("6 Oct 2026, 14:05:11 by the camera's clock");
  });

  it("is told as a map has it, and only where both halves are known", () => {
    expect(placeWords(56.156517, 10.2033)).toBe("56.15652° N, 10.20330° E");
    expect(placeWords(-33.5, -70.75)).toBe("33.50000° S, 70.75000° W");
    expect(placeWords(0, undefined)).toBeUndefined();
  });

  it("gives the copy a name of its own", () => {
    expect(copyName({ file_name: "rack.room.JPG", reference: "E-1", media_type: "image/jpeg" })).toBe("rack.room-report.jpg");
    expect(copyName({ file_name: "screen.bmp", reference: "E-1", media_type: "image/bmp" })).toBe("screen-report.png");
    expect(copyName({ reference: "IA-2026-01-E-003", media_type: "image/png" })).toBe("IA-2026-01-E-003-report.png");
  });
});
