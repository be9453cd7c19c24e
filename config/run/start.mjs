/**
 * npm start: sets up what is missing and runs the demo company, or the real thing with WECOM_CORP_ID and MONGODB_URI.
 *   --fresh   wipes the demo's data first
 *   --demo large   a company of 500 people with half a year behind it, in a data folder of its own; --demo small is the usual one
 *   --check   plays the main loop once on a database, ports and folder of its own, and says whether it works
 */
import { chmodSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { build } from "./build.mjs";
import { runCheck } from "./check.mjs";
import { chooseDatabase } from "./database.mjs";
import { logHowToUse, startDemo, startServer } from "./demo.mjs";
import { install } from "./install.mjs";
import { endEngineLeftIn, startEngine } from "./lastingEngine.mjs";
import { at, dataDirs, shown } from "./paths.mjs";
import { portsFrom, requireFree } from "./ports.mjs";
import { main, log, step, Stop } from "./log.mjs";
import { Supervisor } from "./supervisor.mjs";

await main(async (args) => {
  const { fresh, check, demo } = optionsFrom(args);
  const mode = modeFrom(process.env);
  const supervisor = new Supervisor();
  supervisor.obeySignals();
  const run = check ? runCheck : mode === "demo" ? runDemo : runReal;
  try {
    // A signal during set-up ends the wait; what set-up has started ends with this process.
    const code = await Promise.race([supervisor.ended, run({ supervisor, mode, fresh, demo })]);
    process.exit(code);
  } catch (error) {
    await supervisor.stop(1);
    throw error;
  }
});

function optionsFrom(args) {
  const rest = [...args];
  const at = rest.indexOf("--demo");
  const [, demo = ""] = at < 0 ? [null, "small"] : rest.splice(at, 2);
  if (!(demo in dataDirs)) throw new Stop(`npm start knows --demo small and --demo large, not --demo ${demo}.`);
  const unknown = rest.filter((arg) => arg !== "--fresh" && arg !== "--check");
  if (unknown.length > 0) throw new Stop(`npm start knows --fresh, --check and --demo, not ${unknown.join(" ")}.`);
  if (rest.includes("--check") && at >= 0)
    throw new Stop("--check plays the main loop of the small demo: leave --demo out.");
  return { fresh: rest.includes("--fresh"), check: rest.includes("--check"), demo };
}

/** "demo", "real", or "production" (real, and nothing is installed, fetched or built). */
function modeFrom({ NODE_ENV, WECOM_CORP_ID, MONGODB_URI }) {
  const missing = Object.entries({ WECOM_CORP_ID, MONGODB_URI }).flatMap(([name, value]) => (value ? [] : [name]));
  if (NODE_ENV === "production") {
    if (missing.length === 0) return "production";
    throw new Stop(
      `NODE_ENV=production needs ${missing.join(" and ")}; every setting is described in config/env.example.`,
    );
  }
  if (!WECOM_CORP_ID) return "demo";
  if (MONGODB_URI) return "real";
  throw new Stop(
    "WECOM_CORP_ID is set, so this is meant for real, but MONGODB_URI is not. Set both, or neither for the demo.",
  );
}

async function runDemo({ supervisor, fresh, demo }) {
  const dataDir = dataDirs[demo];
  const ports = portsFrom(process.env.PORT);
  const external = Boolean(process.env.MONGODB_URI);
  if (fresh) await wipe(dataDir, external);
  makePrivate(dataDir);
  // Finds out before minutes of set-up whether this start can work at all.
  if (!external) await endEngineLeftIn(dataDir);
  await requireFree(
    external ? { product: ports.product, simulator: ports.simulator } : ports,
    process.env.HOST || "127.0.0.1",
  );

  await install();
  const database = await chooseDatabase();
  await build(["server", "h5"]);
  // From here on only data are written: nobody else on this machine reads them.
  process.umask(0o077);
  const engine = database.uri
    ? null
    : await startEngine(database, { port: ports.database, productPort: ports.product, dataDir });
  if (engine) supervisor.keep("database", engine);
  const { peopleCount } = await step("Starting the demo company", () =>
    startDemo({ supervisor, ports, dataDir, databaseUri: engine?.uri ?? database.uri, demo }),
  );
  logHowToUse({ ports, dataDir, ownDatabase: engine !== null, demo, peopleCount });
  return supervisor.ended;
}

async function runReal({ supervisor, mode, fresh, demo }) {
  if (demo !== "small") throw new Stop("--demo large is a demo company; with WECOM_CORP_ID set there is none.");
  if (fresh) throw new Stop("--fresh wipes the demo's data; with WECOM_CORP_ID set there is no demo.");
  const { product } = portsFrom(process.env.PORT);
  await requireFree({ product }, process.env.HOST || "127.0.0.1");
  if (mode === "production") requireBuilt();
  else {
    await install();
    await build(["server", "h5"]);
  }
  await chooseDatabase();
  await step("Starting the server", () => startServer({ supervisor, port: product, env: {} }));
  log(`\n销励 Xiaoli is running: ${process.env.PUBLIC_URL || `http://localhost:${product}`}`);
  log("Stop: Ctrl-C or SIGTERM\n");
  return supervisor.ended;
}

/** The data's folder is its owner's alone, also one that an earlier version has made for all to read. */
function makePrivate(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** In production nothing is installed, fetched or built here: what is missing stops the start. */
function requireBuilt() {
  const built = [at("dist", "server", "main.js"), at(process.env.H5_DIR || "dist/h5", "index.html")];
  const missing = built.filter((file) => !existsSync(file)).map(shown);
  if (missing.length > 0) {
    throw new Stop(
      `With NODE_ENV=production nothing is built here, and ${missing.join(" and ")} is missing: build it before, or copy it here.`,
    );
  }
  try {
    createRequire(at("package.json")).resolve("mongoose");
  } catch {
    throw new Stop(
      "With NODE_ENV=production nothing is installed here, and the packages are missing: run npm install --omit=dev before.",
    );
  }
}

async function wipe(dataDir, external) {
  if (external)
    throw new Stop(
      `--fresh wipes ${shown(dataDir)} only, and MONGODB_URI is set: drop that database yourself, or unset it.`,
    );
  await endEngineLeftIn(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  log(`· ${shown(dataDir)} wiped`);
}
