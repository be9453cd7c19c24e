import { readFileSync } from "node:fs";
import { Arguments, understood } from "./operator/arguments";
import { runVectors } from "./vectors/run";

const usage = `Evaluates worked cases with the product's own functions and compares the answers.

  npm run vectors -- FILE

  Such as tests/vectors/vectors.json. Exit code 1 where an answer differs.
`;

const given = process.argv.slice(2);
const file = understood(usage, given, () => {
  const args = new Arguments(given);
  const name = args.word("FILE");
  args.end();
  return name;
});

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
