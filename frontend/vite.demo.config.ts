import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

/** The page of `flickbook demo`: one classic script and one style sheet, which cli/demo.py puts into the page itself. */
export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("media-") } } })],
  build: {
    outDir: "../src/flickbook/web/page",
    emptyOutDir: false, // the other pages are there already
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: "src/demo/main.ts",
      output: { format: "iife", inlineDynamicImports: true, entryFileNames: "demo.js", assetFileNames: "demo.[ext]" },
    },
  },
});
