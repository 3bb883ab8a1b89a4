// Builds the page into the folder that is its only argument. The same sources give the same bytes.
import { build } from "esbuild";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const target = process.argv[2];
if (!target) {
  console.error("usage: node build.mjs FOLDER");
  process.exit(64);
}
mkdirSync(target, { recursive: true });
await build({
  entryPoints: { console: "src/main.tsx" },
  outdir: target,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "inline",
  charset: "utf8",
  logLevel: "warning",
});
await build({ entryPoints: { console: "src/style.css" }, outdir: target, minify: true, charset: "utf8", logLevel: "warning" });
for (const file of ["index.html", "icon.svg"]) {
  copyFileSync(join("src", file), join(target, file));
}
