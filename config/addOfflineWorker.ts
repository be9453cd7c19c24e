import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Compiler } from "webpack";

/**
 * The text of worker.js for a build: config/offlineWorker.js with each file's address and hash. It differs for each version.
 * @param files what was built, by path below the folder
 */
export function offlineWorker(files: Iterable<readonly [string, Buffer]>): string {
  const hashes = [...files]
    // Licences, which nobody loads; packed twins, which have no address.
    .filter(([name]) => !/\.(txt|br)$/.test(name))
    .map(([name, content]) => [name === "index.html" ? "/" : `/${name}`, `sha256-${sha256(content)}`])
    .sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
  const list = JSON.stringify(Object.fromEntries(hashes));
  const worker = readFileSync(path.resolve(__dirname, "offlineWorker.js"), "utf8");
  const version = createHash("sha256").update(worker).update(list).digest("hex").slice(0, 16);
  return worker.replace("FILES", () => list).replace("VERSION", version);
}

const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("base64");

/** Adds worker.js to what webpack has built, when all of it has its final name. */
export class AddOfflineWorker {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap("AddOfflineWorker", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "AddOfflineWorker", stage }, (assets) => {
        const files = Object.entries(assets).map(([name, asset]) => [name, asset.buffer()] as const);
        compilation.emitAsset("worker.js", new compiler.webpack.sources.RawSource(offlineWorker(files)));
      });
    });
  }
}
