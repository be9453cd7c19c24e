/** Installs the packages of package-lock.json when they are not there yet, and heals an install that was killed. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { holdLock } from "./lock.mjs";
import { root } from "./paths.mjs";
import { commandLineOf, endProcess, findOnPath, finished, spawnNode } from "./processes.mjs";
import { lastLines, log, step, Stop } from "./log.mjs";
import { thisMachine } from "./wheels.mjs";

const INSTALL_TIMEOUT_MS = 900_000;
const npmArgs = ["install", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
// A network that is not there should be noticed in seconds.
const retryArgs = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];

/** @returns whether packages had to be installed */
export async function install({ folder = root, npm = npmProgram } = {}) {
  if (isInstalled(folder)) return false;
  // Two runs at once (npm start and npm test, say) must not install into the same folder.
  return holdLock(path.join(folder, ".engine", "install.lock"), "another run installs packages", async () => {
    if (isInstalled(folder)) return false;
    await installInto(folder, npm);
    return true;
  });
}

const markIn = (folder) => path.join(folder, ".engine", "installing.json");
const stampIn = (folder) => path.join(folder, "node_modules", ".xiaoli-lock");

function isInstalled(folder) {
  const [mark, stamp] = [markIn(folder), stampIn(folder)];
  const wanted = stampOf(readFileSync(path.join(folder, "package-lock.json")));
  return !existsSync(mark) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

async function installInto(folder, npm) {
  const lockFile = path.join(folder, "package-lock.json");
  const modules = path.join(folder, "node_modules");
  // Outside node_modules, so that it survives the removal of a half-made one.
  const mark = markIn(folder);
  const lock = readFileSync(lockFile);
  await clearInterrupted(modules, mark);

  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, "{}");
  const what = existsSync(modules) ? "package-lock.json has changed" : "one to three minutes the first time";
  await step(`Installing packages (${what})`, async () => {
    const child = spawnNode([npm(), ...npmArgs, ...retryArgs], { cwd: folder });
    writeFileSync(mark, JSON.stringify({ pid: child.pid }));
    const result = await finished(child, { timeoutMs: INSTALL_TIMEOUT_MS });
    if (result.code === 0) return;
    restore(lockFile, lock);
    // npm has put things back as they were, unless it was killed.
    if (result.code !== null) rmSync(mark, { force: true });
    throw new Stop(whyInstallFailed(result));
  });
  if (restore(lockFile, lock))
    log("  npm wanted to change package-lock.json for this machine; it was put back as it was");
  writeFileSync(stampIn(folder), stampOf(lock));
  rmSync(mark, { force: true });
}

/** The same lock makes other packages on another system (in a folder that is shared with a container, say). */
export function stampOf(lock, machine = thisMachine()) {
  const hash = createHash("sha256").update(lock).digest("hex");
  return `${hash} ${machine.platform} ${machine.arch} ${machine.glibc === null ? "other" : "glibc"}\n`;
}

async function clearInterrupted(modules, mark) {
  if (existsSync(mark)) {
    const { pid } = readJson(mark);
    if (pid && commandLineOf(pid).includes("install")) await endProcess(pid);
  } else if (!existsSync(modules) || existsSync(path.join(modules, ".package-lock.json"))) {
    return;
  }
  if (!existsSync(modules)) return;
  // A package that is half there looks complete to npm.
  await step("Removing packages of an install that was interrupted", () =>
    rmSync(modules, { recursive: true, force: true, maxRetries: 5 }),
  );
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

function restore(file, bytes) {
  if (readFileSync(file).equals(bytes)) return false;
  writeFileSync(file, bytes);
  return true;
}

/** npm's own script, so that it runs by this Node and ends with it. */
function npmProgram() {
  const besideNode = path.dirname(process.execPath);
  const onPath = findOnPath("npm");
  const places = [
    process.env.npm_execpath ?? "",
    onPath ? realpathSync(onPath) : "",
    path.join(besideNode, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(besideNode, "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const found = places.find((file) => file.endsWith("npm-cli.js") && existsSync(file));
  if (!found) throw new Stop("npm was not found; it comes with Node. Install Node 20.19 or newer and try again.");
  return found;
}

function whyInstallFailed({ output, timedOut }) {
  if (timedOut)
    return "npm did not finish installing within 15 minutes. Check the network and run the same command again.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(output)) {
    return "The package registry could not be reached; installing needs the network. Run the same command again when it is there.";
  }
  if (/ENOSPC/.test(output))
    return "The disk is full: the packages need 1 GB. Make room and run the same command again.";
  if (/EACCES|EPERM|EROFS/.test(output))
    return `npm may not write here. Check who owns this folder. npm said:\n${lastLines(output, 4)}`;
  return `npm could not install the packages. It said:\n${lastLines(output, 10)}`;
}
