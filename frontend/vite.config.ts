import vue from "@vitejs/plugin-vue";
import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { licences } from "./licences";

const FIRST_LOAD_LIMIT = 200_000;

// Every .html here is a page of its own.
const pages = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".html"));

/** Print what a page's first view weighs compressed, and refuse a build that outgrows the limit. */
function firstLoad(): Plugin {
  return {
    name: "first-load",
    writeBundle(_, bundle) {
      for (const page of pages) {
        const html = bundle[page];
        if (html?.type !== "asset") continue;
        const named = [...String(html.source).matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((match) => match[1] ?? "");
        const weights = [page, ...named].map((file) => {
          const output = bundle[file];
          if (output === undefined) return 0;
          return gzipSync(output.type === "chunk" ? output.code : output.source).length;
        });
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        this.info(`${page}: first load ${(total / 1000).toFixed(1)} kB compressed`);
        if (total > FIRST_LOAD_LIMIT) this.error(`${page}: first load is over ${FIRST_LOAD_LIMIT / 1000} kB`);
      }
    },
  };
}

/** Leave the fonts of other hosts out of the players' style sheets: the page loads nothing from elsewhere. */
function ownFonts(): Plugin {
  return {
    name: "own-fonts",
    enforce: "pre",
    transform: (code, id) => (id.endsWith(".css") ? code.replace(/@font-face\s*{[^}]*https:[^}]*}/g, "") : null),
  };
}

export default defineConfig({
  // Relative, so that the same build works at a server's root and in any folder of a bucket.
  base: "./",
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("media-") } } }),
    firstLoad(),
    ownFonts(),
    licences(),
  ],
  // The whole of Video.js has an engine for HLS and DASH, more than half of its bytes, and Flickbook's videos are files.
  resolve: { alias: [{ find: /^video\.js$/, replacement: "video.js/core.es.js" }] },
  build: {
    outDir: "../src/flickbook/web/page",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // the page's policy (CSP) allows no data: scripts and few data: pictures
    chunkSizeWarningLimit: 1000, // players.html loads whole players, one chunk each
    modulePreload: { polyfill: false },
    rollupOptions: { input: pages },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000", "/v": "http://127.0.0.1:8000" } },
  test: { include: ["tests/**/*.test.ts"] },
});
