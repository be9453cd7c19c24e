/** Bundles the server's process and every operator command into a folder. Argument: the folder. */
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { at, root } from "./paths.mjs";

const commands = at("server", "commands");
const commandFiles = existsSync(commands) ? readdirSync(commands).filter((name) => name.endsWith(".ts")) : [];

const bundled = createRequire(at("package.json"))("esbuild").build({
  absWorkingDir: root,
  entryPoints: ["server/main.ts", ...commandFiles.map((name) => `server/commands/${name}`)],
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
