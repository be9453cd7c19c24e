import { dev } from "./dev";
import { engine } from "./engine";
import { field } from "./field";
import { http } from "./http";
import { phone } from "./phone";
import { rows } from "./rows";
import { type Figure, figureText, isKept } from "./measure";

/** `npm run bench -- engine http`: measures, prints each figure beside its promise, exits with 1 where one is not kept. */
const benches: Record<string, () => Promise<Figure[]>> = { dev, engine, field, http, phone, rows };

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

// Options after the names are read by the benches themselves.
const given = process.argv.slice(2);
const options = given.findIndex((one) => one.startsWith("--"));
const asked = options === -1 ? given : given.slice(0, options);
void run(asked.length > 0 ? asked : Object.keys(benches)).then((kept) => process.exit(kept ? 0 : 1));
