/** Ports: PORT is the product, one more the simulator, two more the database engine. */
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Stop } from "./log.mjs";

const DEFAULT_PORT = 3000;
// The parts of a start that was killed end by themselves within this time.
const PATIENCE_MS = 4_000;

/** The three ports that PORT asks for; anything but a usable number stops the start. */
export function portsFrom(portText) {
  const product = portText === undefined || portText === "" ? DEFAULT_PORT : Number(portText);
  if (!Number.isInteger(product) || product < 1 || product > 65_533) {
    throw new Stop(`PORT must be a whole number from 1 to 65533, and is "${portText}".`);
  }
  return { product, simulator: product + 1, database: product + 2 };
}

/** Three ports that nobody uses now, for a run that must not disturb any other. */
export async function freePorts() {
  const [product, simulator, database] = await freePortsOf(3);
  return { product, simulator, database };
}

// Below what systems give to connections that go out: one of those might take a port before its server listens.
const FREE_FROM = 20_000;
const FREE_COUNT = 12_000;

/** As many ports that nobody uses now. */
export async function freePortsOf(count) {
  const ports = new Set();
  while (ports.size < count) {
    const port = FREE_FROM + Math.floor(Math.random() * FREE_COUNT);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

/** Stops with a sentence where one of the ports is somebody else's. */
export async function requireFree(ports, host = "127.0.0.1", patienceMs = PATIENCE_MS) {
  const uses = { product: "the product", simulator: "the WeCom simulator", database: "the database engine" };
  for (const [use, port] of Object.entries(ports)) {
    if (await isFreeSoon(port, host, patienceMs)) continue;
    throw new Stop(
      `Port ${port}, needed for ${uses[use]}, is taken by another program (perhaps by this product, already running). ` +
        `End that program, or start on other ports: PORT=${ports.product + 10} npm start`,
    );
  }
}

async function isFreeSoon(port, host, patienceMs) {
  for (const startedMs = performance.now(); ; await sleep(200)) {
    if (await isFree(port, host)) return true;
    if (performance.now() - startedMs > patienceMs) return false;
  }
}

/** Whether a port is free on the host, and on the loopback addresses that a browser tries for a name under .localhost. */
export async function isFree(port, host = "127.0.0.1") {
  for (const address of new Set([host, "127.0.0.1", "::1"])) {
    try {
      const server = await listen(port, address);
      await new Promise((resolve) => server.close(resolve));
    } catch (error) {
      // A machine without IPv6 has nothing on ::1 that could be in the way.
      if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") continue;
      if (error.code === "EACCES")
        throw new Stop(`Port ${port} may not be opened by this account: choose a PORT above 1023.`);
      return false;
    }
  }
  return true;
}

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}
