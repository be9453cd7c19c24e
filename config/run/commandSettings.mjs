/** The settings of an operator command: those of the environment or, for the demo company, those of the `npm start` beside it. */
import { demoSettings } from "./demo.mjs";
import { runningEngine } from "./lastingEngine.mjs";
import { dataDirs, programsIn } from "./paths.mjs";
import { portsFrom } from "./ports.mjs";
import { Stop } from "./log.mjs";

/** They work without the product's database, or are given its settings by whoever starts them. */
const needNone = new Set(["vectors", ...programsIn("dev")]);

/**
 * What is to be set beside the environment.
 * @throws Stop where no demo runs, or where two do and PORT does not say which
 */
export function commandSettings(name, env, folders = Object.values(dataDirs)) {
  // Who names a database or a company means it: the demo's keys and secrets are never mixed in, and the command itself says
  // what is missing.
  const named = env.MONGODB_URI || env.WECOM_CORP_ID || env.NODE_ENV === "production";
  if (needNone.has(name) || named) return {};
  if (name === "upgrade") {
    throw new Stop("The demo's database is brought to this version by npm start; for a company's, set MONGODB_URI.");
  }
  const { uri, productPort } = theRunning(env, folders);
  return demoSettings({ ports: portsFrom(productPort), databaseUri: uri });
}

function theRunning(env, folders) {
  const running = folders.flatMap((folder) => runningEngine(folder) ?? []);
  const meant = running.filter(({ productPort }) => !env.PORT || env.PORT === `${productPort}`);
  if (meant.length === 1) return meant[0];
  if (meant.length > 1) {
    const ports = meant.map(({ productPort }) => `PORT=${productPort}`).join(" or ");
    throw new Stop(`Two demo companies are running: say which one is meant, with ${ports} before the command.`);
  }
  throw new Stop(
    `No demo company is running${env.PORT ? ` with PORT=${env.PORT}` : ""}: start it with npm start, and run this beside it. ` +
      "For a company's own installation set MONGODB_URI and WECOM_CORP_ID as its server has them.",
  );
}
