// Drawing the pages of a PDF. Only what is looked at is drawn, and the drawing stays inside the window.
import { bytesOf } from "../evidence/attach";

export interface Pages {
  count: number;
  /** Width and height of a page in points. */
  sizes: { width: number; height: number }[];
  /** Draws a page so wide. A later drawing on the same canvas replaces an earlier one. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
  close(): void;
}

/** Opens a PDF. The reader is loaded with the first page that anyone looks at. */
export async function openPages(base64: string): Promise<Pages> {
  const reader = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { default: worker } = await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs?url");
  reader.GlobalWorkerOptions.workerSrc = worker;
  // Glyphs are drawn as shapes and nothing is compiled, because the window's rules allow no other code.
  const task = reader.getDocument({ data: bytesOf(base64), disableFontFace: true, isEvalSupported: false, useSystemFonts: false, useWasm: false });
  const file = await task.promise;
  const sizes: Pages["sizes"] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { width, height } = (await file.getPage(number)).getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  const under = new WeakMap<HTMLCanvasElement, { cancel(): void }>();
  return {
    count: file.numPages,
    sizes,
    async draw(number, canvas, width) {
      const page = await file.getPage(number);
      const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(2, devicePixelRatio || 1);
      const viewport = page.getViewport({ scale });
      under.get(canvas)?.cancel();
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      const drawing = page.render({ canvas, viewport });
      under.set(canvas, drawing);
      await drawing.promise.catch((thrown: unknown) => {
        if (!(thrown instanceof reader.RenderingCancelledException)) throw thrown;
      });
    },
    close: () => void task.destroy(),
  };
}
