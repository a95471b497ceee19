import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, watch: { ignored: ["**/src-tauri/**"] } },
  // The page's content policy allows no data: address for a font or a script, so nothing is inlined.
  build: { target: "safari16", minify: "oxc", sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  test: { environment: "jsdom", globals: true, include: ["tests/**/*.test.ts"], setupFiles: ["tests/setup.ts"] },
});
