/**
 * The password of the embedded engine of `npm start`: made at the first start, kept beside the data for its owner alone, and
 * handed on in the environment, never as an argument.
 */
import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ENGINE_USER } from "./engine.mjs";
import { Stop } from "./log.mjs";
import { ask } from "./wire.mjs";

const fileIn = (dataDir) => path.join(dataDir, "engine.password");

/** A mongod wants a key file of its set as well: who installs one also says who may use it, with MONGODB_URI. */
export const asksForPassword = ({ kind }) => kind === "secantus";

/** null before the first start, and for data of before there were passwords. */
export function readPassword(dataDir) {
  try {
    return readFileSync(fileIn(dataDir), "utf8").trim() || null;
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Makes the user of an engine that does not ask for a password yet. The file is written once the engine knows the password: a
 * start that ends in between begins again, and never finds an engine that nobody can enter.
 */
export async function makePassword(dataDir, port) {
  const password = randomBytes(24).toString("base64url");
  const user = { pwd: password, roles: [{ role: "root", db: "admin" }] };
  const made = await ask(port, { createUser: ENGINE_USER, ...user });
  // An earlier start has come as far as this.
  const known = made.ok === 1 ? made : await ask(port, { updateUser: ENGINE_USER, ...user });
  if (known.ok !== 1) throw new Stop("The database engine took no password; begin again with: npm start -- --fresh");
  writeFileSync(`${fileIn(dataDir)}.new`, `${password}\n`, { mode: 0o600 });
  renameSync(`${fileIn(dataDir)}.new`, fileIn(dataDir));
  return password;
}
