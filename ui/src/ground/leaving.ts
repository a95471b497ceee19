/**
 * Tells whenever the person turns away from the window: to another window, away with the pointer, or for good.
 * A crash can then take at most the words of the last moment before the hand stopped.
 */
export function turningAway(told: () => void): () => void {
  const hidden = (): void => {
    if (document.visibilityState === "hidden") told();
  };
  window.addEventListener("pagehide", told);
  window.addEventListener("blur", told);
  document.addEventListener("visibilitychange", hidden);
  document.documentElement.addEventListener("mouseleave", told);
  return () => {
    window.removeEventListener("pagehide", told);
    window.removeEventListener("blur", told);
    document.removeEventListener("visibilitychange", hidden);
    document.documentElement.removeEventListener("mouseleave", told);
  };
}
