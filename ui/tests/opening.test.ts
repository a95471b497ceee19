// Opening a workspace: its passphrase, and what to do when someone else has it open.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import OpenWorkspace from "../src/desk/OpenWorkspace.svelte";
import Frame from "../src/desk/Frame.svelte";
import { answerWith } from "../src/ground/call";
import type { WorkspaceStatus } from "../src/ground/operations";
import { workspace } from "../src/ground/workspace.svelte";

const status = (over: Partial<WorkspaceStatus> = {}): WorkspaceStatus => ({ open: true, name: "Fjordlicht", path: "/audits/fjordlicht.tickmark", encrypted: false, read_only: false, demo: false, today: "2026-10-06", version: "1.0.0", ...over }) as WorkspaceStatus;
const problem = (code: string) => ({ code, message: `It says ${code}.`, remedy: "Do something.", severity: "refusal" });

function aDesk(open: (request: { passphrase?: string; read_only?: boolean }) => WorkspaceStatus) {
  const asked: Record<string, unknown>[] = [];
  answerWith({
    async call(name, request) {
      if (name === "workspace.open") {
        asked.push({ ...(request as object) });
        return open(request as object);
      }
      return name === "undo.state" ? {} : [];
    },
  });
  return asked;
}
afterEach(() => workspace.set({ open: false, today: "2026-10-06", version: "1.0.0" } as WorkspaceStatus));

describe("an encrypted workspace", () => {
  it("asks for the passphrase only when one is needed, and again when it was wrong", async () => {
    const asked = aDesk(({ passphrase }) => {
      if (!passphrase) throw problem("workspace.needs-passphrase");
      if (passphrase !== "four good words here") throw problem("workspace.wrong-passphrase");
      return status({ encrypted: true });
    });
    let closed = 0;
    render(OpenWorkspace, { path: "/audits/fjordlicht.tickmark", onclose: () => (closed += 1) });
    const field = await screen.findByTestId("open-passphrase");
    expect(screen.queryByTestId("problem"), "nothing went wrong yet").toBeNull();

    await fireEvent.input(field, { target: { value: "guess" } });
    await fireEvent.click(screen.getByTestId("open-go"));
    expect((await screen.findByTestId("problem")).dataset.code).toBe("workspace.wrong-passphrase");
    expect(closed).toBe(0);

    await fireEvent.input(screen.getByTestId("open-passphrase"), { target: { value: "four good words here" } });
    await fireEvent.click(screen.getByTestId("open-go"));
    await waitFor(() => expect(closed).toBe(1));
    expect(asked.map(({ passphrase }) => passphrase)).toEqual([undefined, "guess", "four good words here"]);
    expect(workspace.status?.encrypted).toBe(true);
  });
});

describe("a workspace that someone else has open", () => {
  it("is offered for reading, and nothing is opened before that is chosen", async () => {
    const asked = aDesk(({ read_only }) => {
      if (!read_only) throw problem("workspace.held");
      return status({ read_only: true });
    });
    let closed = 0;
    render(OpenWorkspace, { path: "/audits/fjordlicht.tickmark", onclose: () => (closed += 1) });
    await fireEvent.click(await screen.findByTestId("open-readonly-offer"));
    await waitFor(() => expect(closed).toBe(1));
    expect(asked.map(({ read_only }) => read_only)).toEqual([undefined, true]);
    expect(workspace.readOnly).toBe(true);
  });
});

describe("the frame", () => {
  it("says that nothing can be saved while a workspace is only read", () => {
    aDesk(() => status());
    workspace.set(status({ read_only: true }));
    location.hash = "#/nowhere";
    render(Frame, { status: status({ read_only: true }) });
    expect(screen.getByTestId("readonly-banner").textContent).toContain("open for reading only");
    expect(screen.getByTestId("status-saved").textContent?.trim()).toBe("Reading only");
  });

  it("tells an encrypted file from one that anybody can read", () => {
    aDesk(() => status());
    const shown = render(Frame, { status: status({ encrypted: true }) });
    expect(screen.getByRole("img", { name: "Encrypted" })).toBeTruthy();
    expect(screen.queryByText("Not encrypted")).toBeNull();
    shown.unmount();
    render(Frame, { status: status({ demo: true }) });
    expect(screen.getByText("Not encrypted")).toBeTruthy();
    expect(screen.getByText("Demo")).toBeTruthy();
    expect(screen.queryByTestId("readonly-banner")).toBeNull();
  });
});
