/** A demo company on its data folder, from set-up to the words that say how to use it. */
import { chmodSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import process from "node:process";
import { chooseDatabase } from "./database.mjs";
import { logHowToUse } from "./demo.mjs";
import { install } from "./install.mjs";
import { endEngineLeftIn, startEngine } from "./lastingEngine.mjs";
import { log, step, Stop } from "./log.mjs";
import { dataDirs, shown } from "./paths.mjs";
import { portsFrom, requireFree } from "./ports.mjs";

/** Says what a command takes, where somebody asks with `--help`: the words at the head of its file. */
export function saysHelp(args, url) {
  if (!args.includes("--help")) return false;
  const [, head = ""] = /\/\*\*\n([^]*?)\n \*\//.exec(readFileSync(new URL(url), "utf8")) ?? [];
  log(head.replace(/^ \* ?/gm, ""));
  log("  PORT=4000 before it takes other ports: the product's, one more for WeCom, two more for the database");
  return true;
}

/** @returns `{ fresh, demo }` from what stands behind the command, which may have further `flags` */
export function demoOptions(command, args, flags = ["--fresh"]) {
  const rest = [...args];
  const at = rest.indexOf("--demo");
  const [, demo = ""] = at < 0 ? [null, "small"] : rest.splice(at, 2);
  if (!(demo in dataDirs))
    throw new Stop(`${command} knows --demo small, --demo pharma and --demo large, not --demo ${demo}.`);
  const unknown = rest.filter((arg) => !flags.includes(arg));
  if (unknown.length > 0) throw new Stop(`${command} knows ${flags.join(", ")} and --demo, not ${unknown.join(" ")}.`);
  return { fresh: rest.includes("--fresh"), demo, flags: rest };
}

/**
 * @param demo "small" or "large"
 * @param command what somebody has typed for this
 * @param what takes its time, in words
 * @param prepare makes what is started; it has the packages, and no database yet
 * @param start starts everything but the database; resolves to `{ peopleCount }` when the product answers
 * @returns the exit code, once everything has stopped
 */
export async function runDemo({ supervisor, fresh, demo, command, what, prepare, start }) {
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
  await prepare();
  // From here on only data are written: nobody else on this machine reads them.
  process.umask(0o077);
  const engine = database.uri
    ? null
    : await startEngine(database, { port: ports.database, productPort: ports.product, dataDir });
  if (engine) supervisor.keep("database", engine);
  const { peopleCount } = await step(what, () =>
    start({ supervisor, ports, dataDir, databaseUri: engine?.uri ?? database.uri, demo }),
  );
  logHowToUse({ ports, dataDir, ownDatabase: engine !== null, demo, peopleCount, command });
  return supervisor.ended;
}

/** The data's folder is its owner's alone, also one that an earlier version has made for all to read. */
function makePrivate(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
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
