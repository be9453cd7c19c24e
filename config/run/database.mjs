/**
 * Which database: MONGODB_URI, else mongod, else secantusd-rs, else the embedded engine fetched once, else a sentence that says
 * how to get one. Nothing is started here.
 */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import process from "node:process";
import { at, shown } from "./paths.mjs";
import { findOnPath, isProgram } from "./processes.mjs";
import { log, Stop } from "./log.mjs";
import { embeddedEngine } from "./wheel.mjs";

/** The replica set's name decides what an engine is called in its address. */
export const engines = {
  mongod: { kind: "mongod", setName: "xiaoli" },
  secantus: { kind: "secantus", setName: "secantus" },
};

/**
 * Walks down the ladder and says which step holds.
 * @returns `{ uri, name }` for a server that runs already, or `{ kind, setName, program, name }` for one to be started
 */
export async function chooseDatabase({
  env = process.env,
  engineDir = at(".engine"),
  fetchEngine = embeddedEngine,
} = {}) {
  const chosen =
    (env.MONGODB_URI && (await runningServer(env.MONGODB_URI))) ||
    named(env, "MONGOD", engines.mongod) ||
    onPath("mongod", engines.mongod) ||
    named(env, "SECANTUSD", engines.secantus) ||
    onPath("secantusd-rs", engines.secantus) ||
    (await embedded(engineDir, fetchEngine));
  log(`· Database: ${chosen.name}`);
  return chosen;
}

function named(env, setting, engine) {
  const program = env[setting];
  if (!program) return null;
  const version = isProgram(program) ? versionOf(program) : null;
  if (!version) throw new Stop(`${setting} should name a database program that runs here, and is "${program}".`);
  return { ...engine, program, name: `${version} (${setting}=${program})` };
}

function onPath(programName, engine) {
  const program = findOnPath(programName);
  if (!program) return null;
  const version = versionOf(program);
  if (!version) log(`  ${program} is on PATH but does not run; looking further`);
  return version && { ...engine, program, name: `${version} (${program}, found on PATH)` };
}

async function embedded(engineDir, fetchEngine) {
  const found = await fetchEngine(engineDir);
  if (!found.program) throw new Stop(waysToADatabase(found.reason));
  const version = versionOf(found.program);
  return {
    ...engines.secantus,
    program: found.program,
    name: `embedded engine SecantusDB ${found.version} (${version}, ${shown(engineDir)})`,
  };
}

function waysToADatabase(reason) {
  return [
    `There is no database. ${reason}`,
    "Any one of these will do; then run the same command again:",
    "  1. set MONGODB_URI to a MongoDB replica set, as mongodb://host:27017/xiaoli?replicaSet=rs0",
    "  2. install MongoDB (mongod on PATH, or MONGOD=/path/to/mongod)",
    "  3. install Python 3.8 or newer with pip, on a machine with network: the embedded engine is then fetched by itself",
    "  4. put secantusd-rs on PATH, or name it: SECANTUSD=/path/to/secantusd-rs",
  ].join("\n");
}

function versionOf(program) {
  try {
    const output = execFileSync(program, ["--version"], {
      encoding: "utf8",
      timeout: 10_000,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return output
      .split("\n")[0]
      .replace(/^db version v/, "MongoDB ")
      .trim();
  } catch {
    return null;
  }
}

/** Asks the server of MONGODB_URI who it is; it must answer and be able to do transactions. */
async function runningServer(uri) {
  const { mongo } = createRequire(at("package.json"))("mongoose");
  let client;
  try {
    client = await new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 5_000 }).connect();
    const hello = await client.db("admin").command({ hello: 1 });
    const { version } = await client.db("admin").command({ buildInfo: 1 });
    if (!hello.setName && hello.msg !== "isdbgrid") {
      throw new Stop(
        "The server of MONGODB_URI is not a replica set, which transactions need: start it with --replSet and initiate it.",
      );
    }
    const name = hello.setName === engines.secantus.setName ? "SecantusDB" : `MongoDB ${version}`;
    return {
      uri,
      name: `${name} (MONGODB_URI, ${hello.setName ? `replica set ${hello.setName}` : "sharded cluster"})`,
    };
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`The database of MONGODB_URI does not answer: ${withoutSecrets(error.message)}`);
  } finally {
    await client?.close();
  }
}

function withoutSecrets(text) {
  return text.replace(/\/\/[^@/\s]*@/g, "//…@");
}
