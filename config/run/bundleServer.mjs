/** Bundles the server's process and every program beside it into a folder. Argument: the folder. */
import { createRequire } from "node:module";
import process from "node:process";
import { at, programFolders, programsIn, root } from "./paths.mjs";

const programs = programFolders.flatMap((folder) => programsIn(folder).map((name) => `server/${folder}/${name}.ts`));

const bundled = createRequire(at("package.json"))("esbuild").build({
  absWorkingDir: root,
  entryPoints: ["server/main.ts", ...programs],
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  packages: "external",
  sourcemap: true,
  outbase: "server",
  outdir: process.argv[2],
  tsconfig: "tsconfig.json",
  logLevel: "warning",
});
// esbuild has said what is wrong, with the place; its stack says nothing more.
await bundled.catch(() => process.exit(1));
