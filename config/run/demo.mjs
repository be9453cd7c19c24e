/** The demo company: a WeCom on this machine, the seed, one process that answers and one that works in the background. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { at, shown } from "./paths.mjs";
import { log, Stop } from "./log.mjs";

const bundle = (name) => at("dist", "server", `${name}.js`);

/**
 * Starts everything but the database; resolves when the product answers.
 * @param demo "small" or "large"
 * @returns `{ env, peopleCount }`
 */
export async function startDemo({ supervisor, ports, ...company }) {
  const { env, peopleCount } = await startCompany({ supervisor, ports, ...company });
  await startServer({ supervisor, port: ports.product, env });
  return { env, peopleCount };
}

/**
 * Starts the WeCom of this machine and puts the company's people, plans and sales in place where they are not there yet.
 * @param program where a program of the server is, by its name in the bundle
 * @returns `{ env, peopleCount, simulator, startSimulator() }`; `env` is what the product's processes are to be given
 */
export async function startCompany({ supervisor, ports, dataDir, databaseUri, demo = "small", program = bundle }) {
  const settings = demoSettings({ ports, databaseUri });
  const args = ["--port", `${ports.simulator}`, "--product", settings.PUBLIC_URL, "--demo"];
  if (demo === "large") args.push("--large");
  args.push("--state", path.join(dataDir, "simulator.json"));
  const startSimulator = () =>
    startSimulatorWith({ supervisor, ports, args: [program("dev/simulator"), ...args], settings });

  const { simulator, world } = await startSimulator();
  const robots = Object.fromEntries(world.robots.map(({ departmentid, key }) => [`u${departmentid}`, key]));
  const env = { ...settings, WECOM_ROBOTS: JSON.stringify(robots) };
  await supervisor.runOnce("seed", [program("dev/seed"), demo], { env });
  return { env, peopleCount: world.members.length, simulator, startSimulator };
}

async function startSimulatorWith({ supervisor, ports, args, settings }) {
  let world = null;
  const simulator = supervisor.start("simulator", args, {
    env: settings,
    // Its first line is the world as JSON.
    onLine: (line) => line.startsWith("{") && Boolean((world ??= JSON.parse(line))),
  });
  await supervisor.until(
    "The WeCom simulator",
    simulator,
    async () => world !== null && (await answers(`http://127.0.0.1:${ports.simulator}/`)),
  );
  return { simulator, world };
}

/** One process for requests, one for the background; with ROLES set by the operator, one process that does just that. */
export async function startServer({ supervisor, port, env }) {
  const ready = () => answers(readyAddress(port));
  if (process.env.ROLES) {
    const server = supervisor.start("server", [bundle("main")], { env });
    const listens = process.env.ROLES.includes("http");
    await supervisor.until("The server", server, () => !listens || ready());
    return;
  }
  const worker = supervisor.start("worker", [bundle("main")], { env: { ...env, ROLES: "worker,cron" } });
  // Started last, so that it is stopped first: no request meets a server without its worker.
  const http = supervisor.start("http", [bundle("main")], { env: { ...env, ROLES: "http" } });
  await supervisor.until("The server", http, ready);
  await supervisor.until("The background worker", worker, () => worker.ended === undefined);
}

function readyAddress(port) {
  const host = process.env.HOST || "127.0.0.1";
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}/readyz`;
}

/** Whether somebody answers there, and well. */
export async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** The settings that all of the demo's processes have; those that somebody has set in the environment stay as they are where that makes sense. */
export function demoSettings({ ports, databaseUri }) {
  const world = readWorld();
  const [agent] = world.agents;
  const simulator = `http://localhost:${ports.simulator}`;
  return {
    DEMO: "1",
    PORT: `${ports.product}`,
    PUBLIC_URL: `http://localhost:${ports.product}`,
    MONGODB_URI: databaseUri,
    WECOM_CORP_ID: world.corpId,
    WECOM_AGENT_ID: `${agent.agentId}`,
    WECOM_APP_SECRET: agent.secret,
    WECOM_CONTACTS_SECRET: world.contactsSecret,
    // The server's own calls do not depend on how this machine resolves names.
    WECOM_API_URL: `http://127.0.0.1:${ports.simulator}`,
    WECOM_OAUTH_URL: simulator,
    WECOM_LOGIN_URL: simulator,
    // Made up like the people whose phone numbers it hides; the same each time, so that a database outlives .data.
    FIELD_KEYS: `demo:${createHash("sha256").update("the demo company's key").digest("base64")}`,
    PRIVACY_CONTACT: "privacy@xiaoli.example",
    SIMULATOR_URL: simulator,
    APP_MINI_APPID: agent.miniProgramAppId,
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  };
}

function readWorld() {
  const file = at("server", "dev", "wecom", "world.json");
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Stop(`The demo's people could not be read from ${shown(file)}: ${error.message}`);
  }
}

/** What a person needs to know once it runs; the product's address comes first. */
export function logHowToUse({ ports, dataDir, ownDatabase, demo, peopleCount, command }) {
  const { members, departments } = readWorld();
  const departmentOf = new Map(departments.map(({ id, name }) => [id, name]));
  log(`\n销励 Xiaoli is running: http://localhost:${ports.product}\n`);
  log("Log in as one of these people. Each has an own address, so that several can be open side by side:");
  for (const { userid, name, position, department } of members) {
    const address = `http://${userid}.localhost:${ports.product}`;
    log(`  ${address.padEnd(34)} ${wide(name, 6)} ${wide(position, 12)} ${departmentOf.get(department)}`);
  }
  if (peopleCount > members.length) log(`  and ${peopleCount - members.length} more, whom the login page shows`);
  log(`\nWeCom on this machine (phones, group chats, the clock): http://localhost:${ports.simulator}`);
  log(
    `Data: ${ownDatabase ? shown(dataDir) : `${shown(dataDir)} and the database of MONGODB_URI`} (begin again with: ${command} -- ${demo === "small" ? "--fresh" : `--demo ${demo} --fresh`})`,
  );
  log("Stop: Ctrl-C\n");
}

// Chinese characters are two columns wide in a terminal.
function wide(text, columns) {
  const width = [...text].reduce((sum, char) => sum + (char > "\u2e7f" ? 2 : 1), 0);
  return text + " ".repeat(Math.max(0, columns - width));
}
