// Short words about what just happened, with at most one thing to do about it.

export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "good" | "bad";
  act?: { label: string; run: () => void };
}

let next = 0;
let shown = $state.raw<readonly Toast[]>([]);

export const toasts = {
  get list(): readonly Toast[] {
    return shown;
  },
};

/** Says something for a few seconds; a toast that offers an act stays longer. */
export function tell(text: string, { tone = "plain", act, ms = act ? 8000 : 4000 }: { tone?: Toast["tone"]; act?: Toast["act"]; ms?: number } = {}): void {
  const toast: Toast = { id: next++, text, tone, ...(act && { act }) };
  shown = [...shown.slice(-2), toast];
  setTimeout(() => dismiss(toast.id), ms);
}

export function dismiss(id: number): void {
  shown = shown.filter((toast) => toast.id !== id);
}
