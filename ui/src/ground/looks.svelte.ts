// How the window looks to this person on this machine: theme, density, size. Remembered between starts.
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { inShell } from "./call";

export type Theme = "system" | "light" | "dark";
export type Density = "comfortable" | "compact";

const SIZES = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5];
const night = matchMedia("(prefers-color-scheme: dark)");

class Looks {
  #theme = $state<Theme>(remembered("theme", ["system", "light", "dark"], "system"));
  #density = $state<Density>(remembered("density", ["comfortable", "compact"], "comfortable"));
  #size = $state(Number(remembered("size", SIZES.map(String), "1")));
  #night = $state(night.matches);
  #onward = $state(remembered("onward", ["yes", "no"], "no") === "yes");

  constructor() {
    night.addEventListener("change", () => {
      this.#night = night.matches;
      this.apply();
    });
    this.apply();
  }

  get theme(): Theme {
    return this.#theme;
  }
  set theme(theme: Theme) {
    this.#theme = theme;
    remember("theme", theme);
    this.apply();
  }
  /** The theme as it is seen now. */
  get dark(): boolean {
    return this.#theme === "dark" || (this.#theme === "system" && this.#night);
  }
  get density(): Density {
    return this.#density;
  }
  set density(density: Density) {
    this.#density = density;
    remember("density", density);
    this.apply();
  }
  /** 1 is the actual size, 2 twice as large. */
  get size(): number {
    return this.#size;
  }
  set size(size: number) {
    this.#size = size;
    remember("size", String(size));
    this.apply();
  }
  /** Whether an answer given by key goes on to what comes next. */
  get onward(): boolean {
    return this.#onward;
  }
  set onward(onward: boolean) {
    this.#onward = onward;
    remember("onward", onward ? "yes" : "no");
  }

  larger(): void {
    this.size = SIZES.find((size) => size > this.size) ?? this.size;
  }
  smaller(): void {
    this.size = SIZES.findLast((size) => size < this.size) ?? this.size;
  }

  apply(): void {
    const page = document.documentElement;
    page.dataset.theme = this.dark ? "dark" : "light";
    page.dataset.density = this.#density;
    if (inShell) void getCurrentWebview().setZoom(this.#size).catch(() => undefined);
    else page.style.setProperty("zoom", String(this.#size));
  }
}

function remembered<T extends string>(name: string, known: readonly T[], otherwise: T): T {
  const kept = localStorage.getItem(`looks.${name}`) as T | null;
  return kept !== null && known.includes(kept) ? kept : otherwise;
}
function remember(name: string, value: string): void {
  localStorage.setItem(`looks.${name}`, value);
}

export const looks = new Looks();
export { SIZES };
