// Which workspace is open, for whoever asks.
import { hear } from "./call";
import { localDay } from "./words";
import { operations, type Day, type WorkspaceStatus } from "./operations";

class Workspace {
  #status = $state.raw<WorkspaceStatus>();

  /** `undefined` until the desk has answered for the first time. */
  get status(): WorkspaceStatus | undefined {
    return this.#status;
  }
  get readOnly(): boolean {
    return this.#status?.read_only ?? false;
  }
  /** The desk's day. */
  get today(): Day {
    return this.#status?.today ?? localDay(new Date());
  }

  /** Takes the status that an operation answered with. */
  set(status: WorkspaceStatus): void {
    this.#status = status;
  }
  async again(): Promise<void> {
    this.#status = await operations.workspace.status();
  }
}

export const workspace = new Workspace();
hear("touched", (payload) => {
  if ((payload as string[]).some((kind) => ["workspace", "person", "organisation"].includes(kind))) void workspace.again();
});
