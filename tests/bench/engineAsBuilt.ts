import { Module } from "node:module";
import { build } from "esbuild";
import type * as Engine from "@shared/domain/pay";

const entry = "shared/domain/pay/index.ts";

/**
 * The engine as the server carries it: bundled as its programs are (`config/run/bundleServer.mjs`). Run from its sources it takes half as
 * long again, since every function is given its name once more.
 */
export async function engineAsBuilt(): Promise<typeof Engine> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    ...{ bundle: true, platform: "node", target: "node20", format: "cjs", packages: "external", write: false },
    tsconfig: "tsconfig.json",
    logLevel: "warning",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`${entry} was not bundled`);
  const made = new Module(entry);
  // Node's own way to run a text as a file's, which its types do not name.
  (made as unknown as { _compile(source: string, name: string): void })._compile(file.text, `${entry}.bundled.js`);
  return made.exports as typeof Engine;
}
