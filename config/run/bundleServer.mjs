/** Bundles the server's process and every program beside it into a folder. As a command, with the folder as its argument. */
import { createRequire } from "node:module";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { at, programFolders, programsIn, root } from "./paths.mjs";

const allPrograms = [
  "main",
  ...programFolders.flatMap((folder) => programsIn(folder).map((name) => `${folder}/${name}`)),
];

/** esbuild, once the packages are installed. */
export const bundler = () => createRequire(at("package.json"))("esbuild");

/** How programs of the server are bundled, by their names in server/. */
export const bundleOptions = (programs, folder) => ({
  absWorkingDir: root,
  entryPoints: programs.map((name) => `server/${name}.ts`),
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  packages: "external",
  sourcemap: true,
  outbase: "server",
  outdir: folder,
  tsconfig: "tsconfig.json",
  logLevel: "warning",
});

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  // esbuild has said what is wrong, with the place; its stack says nothing more.
  await bundler()
    .build(bundleOptions(allPrograms, process.argv[2]))
    .catch(() => process.exit(1));
}
