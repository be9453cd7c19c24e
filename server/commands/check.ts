import { parseArgs } from "node:util";
import { mainLoop } from "./mainLoop/steps";
import { simulatorAt } from "./mainLoop/simulator";

/**
 * Plays the main loop once against a demo company that runs, over HTTP only, and says of each step whether it works.
 *
 *   --product URL     the product
 *   --simulator URL   its WeCom
 *
 * It sells: use it on a demo company of its own, as `npm start -- --check` does.
 */
const { values } = parseArgs({ options: { product: { type: "string" }, simulator: { type: "string" } } });

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

if (!values.product || !values.simulator) {
  process.stderr.write("Say where: --product http://localhost:3000 --simulator http://localhost:3001\n");
  process.exit(1);
}
void check(values.product, values.simulator).then((works) => process.exit(works ? 0 : 1));
