// What lies open on the desk, and nothing that the workspace itself knows.

export interface Opening {
  workspace?: string | null;
  demo: boolean;
}

class Desk {
  /** The sheet that lies over the screen. */
  sheet = $state<"palette" | "keys" | "person" | "about">();
  /** What the first page is to begin with. */
  wish = $state<"new" | "open">();
  /** A workspace that the program was asked to open. */
  asked = $state.raw<Opening>();
  /** Does what unsaved words stand in the way of, and loses them. */
  anyway = $state.raw<() => void>();
}

export const desk = new Desk();
