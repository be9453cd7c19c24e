import { engine } from "./engine";
import { type Figure, figureText, isKept } from "./measure";

/** `npm run bench -- engine`: measures, prints each figure beside its promise, exits with 1 where one is not kept. */
const benches: Record<string, () => Promise<Figure[]>> = { engine };

async function run(names: string[]): Promise<boolean> {
  let kept = true;
  for (const name of names) {
    const bench = benches[name];
    if (bench === undefined) {
      process.stderr.write(`There is no bench "${name}"; there are: ${Object.keys(benches).join(", ")}.\n`);
      return false;
    }
    process.stdout.write(`${name}\n`);
    for (const figure of await bench()) {
      process.stdout.write(`${figureText(figure)}\n`);
      kept &&= isKept(figure);
    }
  }
  return kept;
}

const asked = process.argv.slice(2);
void run(asked.length > 0 ? asked : Object.keys(benches)).then((kept) => process.exit(kept ? 0 : 1));
