/**
 * npm start: sets up what is missing and runs the demo company, or the real thing with WECOM_CORP_ID and MONGODB_URI.
 *   --fresh   wipes the demo's data first
 *   --demo pharma  the usual one with 王芳 seeing doctors, paid by the visit, in a data folder of its own
 *   --demo large   a company of 500 people with half a year behind it, in a data folder of its own; --demo small is the usual one
 *   --check   plays the main loop once on a database, ports and folder of its own, and says whether it works
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { build } from "./build.mjs";
import { runCheck } from "./check.mjs";
import { chooseDatabase } from "./database.mjs";
import { startDemo, startServer } from "./demo.mjs";
import { install } from "./install.mjs";
import { at, shown } from "./paths.mjs";
import { portsFrom, requireFree } from "./ports.mjs";
import { main, log, step, Stop } from "./log.mjs";
import { demoOptions, runDemo, saysHelp } from "./runDemo.mjs";
import { supervised } from "./supervisor.mjs";

await main(async (args) => {
  if (saysHelp(args, import.meta.url)) return;
  const { fresh, check, demo } = optionsFrom(args);
  const mode = modeFrom(process.env);
  const run = check ? runCheck : mode === "demo" ? startDemoCompany : runReal;
  await supervised((supervisor) => run({ supervisor, mode, fresh, demo }));
});

function startDemoCompany(options) {
  const what = "Starting the demo company";
  return runDemo({ ...options, command: "npm start", what, prepare: () => build(["server", "h5"]), start: startDemo });
}

function optionsFrom(args) {
  const check = args.includes("--check");
  if (check && args.includes("--demo"))
    throw new Stop("--check plays the main loop of the small demo: leave --demo out.");
  return { ...demoOptions("npm start", args, ["--fresh", "--check"]), check };
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

async function runReal({ supervisor, mode, fresh, demo }) {
  if (demo !== "small") throw new Stop(`--demo ${demo} is a demo company; with WECOM_CORP_ID set there is none.`);
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
