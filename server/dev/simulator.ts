import { parseArgs } from "node:util";
import { largeWorld } from "./demoCompany/large/world";
import { Misuse, understood } from "../cli/operator/arguments";
import { demoWorld, freshWorld, printedWorld, startSimulator, trustedDomainsOf, type World } from "./wecom";

const usage = `Runs the WeCom simulator alone and prints one JSON line with all that a WeCom SDK needs to be pointed at it.

  npm run simulator -- --port 3001

  --port PORT     where it listens; 3001 without it, any free one with 0
  --product URL   the product: its origins are trusted, its clock is followed, cards open its pages
  --trust HOST    one more trusted domain, with its port; may be repeated
  --state FILE    keeps messages and read marks there; without it every start is fresh
  --demo          the fixed secrets of the demo; without it every start has new ones
  --large         the people of the large demo, with the same fixed secrets
`;

const values = understood(usage, process.argv.slice(2), () => {
  const given = parseArgs({
    options: {
      port: { type: "string", default: "3001" },
      product: { type: "string" },
      trust: { type: "string", multiple: true, default: [] },
      state: { type: "string" },
      demo: { type: "boolean", default: false },
      large: { type: "boolean", default: false },
    },
  }).values;
  const port = Number(given.port);
  if (!/^\d+$/.test(given.port) || port > 65_535) throw new Misuse(`--port ${JSON.stringify(given.port)} is no port`);
  return { ...given, port };
});

const parentPollMs = 1000;

function worldOf(trusted: string[]): World {
  if (values.large) return largeWorld(trusted);
  return values.demo ? demoWorld(trusted) : freshWorld(trusted);
}

async function run(): Promise<void> {
  const people = values.large ? largeWorld([]).members : undefined;
  const trusted = [...trustedDomainsOf(values.product ?? "http://localhost:3000", people), ...values.trust];
  const simulator = await startSimulator({
    world: worldOf(trusted),
    port: values.port,
    stateFile: values.state ?? null,
    productUrl: values.product ?? null,
  });
  process.stdout.write(`${JSON.stringify(printedWorld(simulator))}\n`);

  const stop = () => void simulator.stop().then(() => process.exit(0));
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
  process.once("disconnect", stop);
  // A parent that was killed says nothing, but leaves its children to another one.
  const parentPid = process.ppid;
  setInterval(() => process.ppid !== parentPid && stop(), parentPollMs).unref();
}

run().catch((error: unknown) => {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(taken ? `The simulator's port ${values.port} is taken.\n` : `${reason}\n`);
  process.exit(1);
});
