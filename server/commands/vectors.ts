import { readFileSync } from "node:fs";
import { runVectors } from "./vectors/run";

/**
 * Evaluates worked cases with the product's own functions and compares the answers: `npm run vectors -- <file>`.
 * Exits with 1 where one differs.
 */
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("Say which file: npm run vectors -- tests/vectors/vectors.json\n");
  process.exit(1);
}

let results: ReturnType<typeof runVectors>;
try {
  results = runVectors(readFileSync(file, "utf8"));
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${file} could not be read as worked cases: ${why}\n`);
  process.exit(1);
}
const failed = results.filter((result) => result.outcome === "failed");
const notComputed = results.filter((result) => result.outcome === "not computed");
for (const { id, kind, detail } of failed) process.stdout.write(`✗ ${id} ${kind}: ${detail}\n`);
for (const { id, kind, detail } of notComputed) process.stdout.write(`– ${id} ${kind}: not computed, ${detail}\n`);
process.stdout.write(
  `${notComputed.length} not computed\n${results.length - failed.length - notComputed.length} passed, ${failed.length} failed\n`,
);
process.exit(failed.length > 0 ? 1 : 0);
