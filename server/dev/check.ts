import { parseArgs } from "node:util";
import { mainLoop } from "./mainLoop/steps";
import { Misuse, understood } from "../cli/operator/arguments";
import { simulatorAt } from "./mainLoop/simulator";

const usage = `Plays the main loop once against a demo company that runs, over HTTP only, and says of each step whether it works.

  check --product URL --simulator URL

  --product URL     the product, such as http://localhost:3000
  --simulator URL   its WeCom, such as http://localhost:3001

  It sells: use it on a demo company of its own, as npm start -- --check does.
`;

const where = understood(usage, process.argv.slice(2), () => {
  const { values } = parseArgs({ options: { product: { type: "string" }, simulator: { type: "string" } } });
  const { product, simulator } = values;
  if (!product) throw new Misuse("--product is missing");
  if (!simulator) throw new Misuse("--simulator is missing");
  return { product, simulator };
});

async function check(productUrl: string, simulatorUrl: string): Promise<boolean> {
  for (const { number, name, play } of mainLoop({ productUrl, simulator: simulatorAt(simulatorUrl) })) {
    const startedMs = performance.now();
    try {
      const seen = await play();
      process.stdout.write(`✓ ${number} ${name}: ${seen} (${((performance.now() - startedMs) / 1000).toFixed(1)} s)\n`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`The main loop stops at step ${number}, ${name}: ${reason}\n`);
      return false;
    }
  }
  return true;
}

void check(where.product, where.simulator).then((works) => process.exit(works ? 0 : 1));
