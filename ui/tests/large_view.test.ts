// A picture as large as the window: leafed through, and covered with the keyboard alone.
import { fireEvent, render, screen } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import LargeView from "../src/evidence/LargeView.svelte";
import { answerWith } from "../src/ground/call";
import type { EvidenceView } from "../src/ground/operations";

const picture = (over: Partial<EvidenceView>): EvidenceView =>
  ({
    id: "e1", reference: "IA-2026-01-E-001", audit: "a1", kind: "photo", description: "The rack", source: "", place: "", provided_by: "", remark: "", seen_at: "2026-10-06T08:00:00Z", captured_at: "2026-10-06T08:00:00Z",
    seen_by_name: "Jonas Berg", remote: false, classification: "internal", sha256: "a", size_bytes: 1, file_name: "rack.jpg", media_type: "image/jpeg", questions: [], boxes: [], redaction_note: "", withdrawn_reason: "",
    pictured: { width: 1000, height: 500, taken_at: "2026-10-06T14:05:11+02:00", latitude: 56.156517, longitude: 10.2033, camera: "Nordlys Phone 7" },
    supports_questions: [], supports_findings: [], cited_in_samples: [], unlinked: true, covered: [], kept_from_auditee: false, is_picture: true, ...over,
  }) as EvidenceView;

interface Said {
  name: string;
  request: Record<string, unknown>;
}
function aDesk(): Said[] {
  const said: Said[] = [];
  answerWith({
    call: (name, request) => {
      said.push({ name, request: request as Record<string, unknown> });
      return Promise.resolve(name === "evidence.picture" ? { base64: "AAAA", media_type: "image/jpeg", width: 10, height: 5 } : picture({}));
    },
  });
  return said;
}

beforeEach(() => {
  URL.createObjectURL = () => "blob:made";
  URL.revokeObjectURL = () => undefined;
  globalThis.requestAnimationFrame = (run) => setTimeout(() => run(0), 0) as unknown as number;
});

const settle = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done, 5));
  await tick();
};
const press = async (key: string, held: KeyboardEventInit = {}): Promise<void> => {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, ...held });
  await settle();
};

function shown(over: { frozen?: boolean; pictures?: EvidenceView[] } = {}) {
  const left = { closed: 0, shown: [] as string[] };
  const pictures = over.pictures ?? [picture({}), picture({ id: "e2", description: "The door" })];
  const view = render(LargeView, { pictures, shown: "e1", frozen: over.frozen ?? false, onclose: () => (left.closed += 1), onshow: (one: EvidenceView) => left.shown.push(one.id) });
  return { left, view, pictures };
}

describe("a picture as large as the window", () => {
  it("comes from the desk decoded, never as the bytes of the file", async () => {
    const said = aDesk();
    shown();
    await settle();
    expect(said.map(({ name }) => name)).toEqual(["evidence.picture"]);
    expect(screen.getByAltText("The rack").getAttribute("src")).toBe("blob:made");
    expect(screen.getByTestId("evidence-camera").textContent).toContain("6 Oct 2026, 14:05:11 (+02:00)");
    expect(screen.getByTestId("evidence-camera").textContent).toContain("taken out of the report's copy");
  });

  it("is leafed through with the arrows and left with Escape", async () => {
    aDesk();
    const { left } = shown();
    await settle();
    await press("ArrowRight");
    await press("ArrowLeft");
    expect(left.shown).toEqual(["e2"]);
    await press("Escape");
    expect(left.closed).toBe(1);
  });

  it("is covered with the keyboard alone, and what is kept is the whole list", async () => {
    const said = aDesk();
    const { left } = shown({ pictures: [picture({ covered: [{ left: 0, top: 0, width: 50, height: 50 }], boxes: ["0,0,50,50"] })] });
    await settle();
    await press("c");
    expect(screen.getByTestId("cover-count").textContent).toBe("1 area covered.");
    expect((screen.getByTestId("cover-keep") as HTMLButtonElement).disabled).toBe(true);
    await press("a");
    await settle();
    expect(document.activeElement).toBe(screen.getByTestId("cover-2"));
    await press("ArrowRight");
    await press("ArrowDown", { shiftKey: true });
    expect(left.shown, "an arrow that moves an area turns no page").toEqual([]);
    await fireEvent.input(screen.getByTestId("cover-note"), { target: { value: "A name" } });
    await fireEvent.click(screen.getByTestId("cover-keep"));
    await settle();
    expect(said.find(({ name }) => name === "evidence.redact")?.request).toEqual({
      evidence: "e1", note: "A name", boxes: [{ left: 0, top: 0, width: 50, height: 50 }, { left: 395, top: 219, width: 250, height: 83 }],
    });
    expect(left.closed).toBe(0);
  });

  it("takes an area away with Delete, and Escape leaves covering before it leaves the picture", async () => {
    const said = aDesk();
    const { left } = shown({ pictures: [picture({ covered: [{ left: 0, top: 0, width: 50, height: 50 }] })] });
    await settle();
    await press("c");
    screen.getByTestId("cover-1").focus();
    await press("Delete");
    expect(screen.getByTestId("cover-count").textContent).toBe("Nothing is covered.");
    await press("Escape");
    expect(screen.queryByTestId("cover-count")).toBeNull();
    expect(left.closed).toBe(0);
    expect(said.some(({ name }) => name === "evidence.redact"), "what was left is not kept").toBe(false);
  });

  it("keeps the areas in sight when they can not be kept, and says why", async () => {
    aDesk();
    shown();
    await settle();
    await press("c");
    await press("a");
    await settle();
    answerWith({ call: () => Promise.reject({ code: "audit.locked", message: "The report is signed.", remedy: "Open a new revision.", severity: "refusal" }) });
    await fireEvent.click(screen.getByTestId("cover-keep"));
    await settle();
    expect(screen.getByText(/The report is signed/)).toBeTruthy();
    expect(screen.getByTestId("cover-1")).toBeTruthy();
  });

  it("offers no covering while a signed report stands", async () => {
    aDesk();
    shown({ frozen: true });
    await settle();
    expect(screen.queryByTestId("cover-begin")).toBeNull();
    await press("c");
    expect(screen.queryByTestId("cover-count")).toBeNull();
  });

  it("has no fault that axe finds", async () => {
    aDesk();
    shown();
    await settle();
    await press("c");
    await press("a");
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false }, "page-has-heading-one": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
});
