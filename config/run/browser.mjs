/** A Chromium that really starts: CHROMIUM, else one on PATH, else the packaged one unpacked to .engine/. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { holdLock } from "./lock.mjs";
import { at } from "./paths.mjs";
import { findOnPath, finished, forEachLine, isProgram } from "./processes.mjs";
import { lastLines, log, step, Stop } from "./log.mjs";
import { untar } from "./untar.mjs";

const unbrotli = promisify(brotliDecompress);
const START_TIMEOUT_MS = 30_000;
const MARK = "chromium-starts";
const namesOnPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const macPrograms = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const flags = [
  ...[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ],
  ...["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
];

/**
 * The first browser of the ladder that starts headless and renders a page.
 * @returns `{ program, name }`, or `{ reason }` where none does
 */
export async function findBrowser({ env = process.env, engineDir = at(".engine"), packaged = packagedBrowser } = {}) {
  const reasons = [];
  const tryOne = async (program, name) => {
    const refusal = program && (await doesNotStart(program));
    if (program && !refusal) return { program, name };
    if (refusal) reasons.push(`${name}: ${refusal}`);
    return null;
  };
  if (env.CHROMIUM) {
    const named = isProgram(env.CHROMIUM) ? await tryOne(env.CHROMIUM, `CHROMIUM=${env.CHROMIUM}`) : null;
    if (named) return named;
    throw new Stop(`CHROMIUM should name a browser that starts here, and is "${env.CHROMIUM}". ${reasons.join("; ")}`);
  }
  const onPath = findOnPath(...namesOnPath) ?? macPrograms.find(isProgram);
  const found =
    (await tryOne(onPath, onPath)) ?? (await tryOne(await packaged(engineDir), "the packaged @sparticuz/chromium"));
  if (found) return found;
  return {
    reason:
      reasons.join("; ") ||
      `there is none on PATH, and the packaged one is not for ${process.platform} ${process.arch}`,
  };
}

/** Starts the browser, opens a page and waits until that page has told its title. */
async function doesNotStart(program) {
  const profile = mkdtempSync(path.join(os.tmpdir(), "xiaoli-browser-"));
  const args = [...flags, `--user-data-dir=${profile}`, "--remote-debugging-port=0"];
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = finished(child, { timeoutMs: START_TIMEOUT_MS });
  try {
    const address = await new Promise((resolve) => {
      forEachLine(
        child.stderr,
        (line) => line.startsWith("DevTools listening on ") && resolve(new URL(line.slice(22))),
      );
      ended.then(() => resolve(null));
    });
    if (address && (await rendersAPage(`http://${address.host}`).catch(() => false))) return null;
    child.kill("SIGKILL");
    const { output, timedOut } = await ended;
    return timedOut || address
      ? "it did not render a page within 30 s"
      : lastLines(output, 1) || "it ended without a word";
  } finally {
    child.kill("SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function rendersAPage(address) {
  const page = `data:text/html,<script>document.title="${MARK.toUpperCase()}".toLowerCase()</script>`;
  await fetch(`${address}/json/new?${encodeURIComponent(page)}`, { method: "PUT" });
  for (let tries = 0; tries < 100; tries += 1, await sleep(100)) {
    const pages = await (await fetch(`${address}/json/list`)).json();
    if (pages.some(({ title }) => title === MARK)) return true;
  }
  return false;
}

/** The npm package holds the program and the libraries that a bare Linux lacks, compressed. */
async function packagedBrowser(engineDir) {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  let packageDir;
  try {
    packageDir = path.join(path.dirname(createRequire(at("package.json")).resolve("@sparticuz/chromium")), "..", "..");
  } catch {
    return null;
  }
  const { version } = JSON.parse(await readFile(path.join(packageDir, "package.json"), "utf8"));
  const folder = path.join(engineDir, `chromium-${version}`);
  if (!existsSync(folder)) {
    await holdLock(path.join(engineDir, "browser.lock"), "another run unpacks the browser", async () => {
      if (existsSync(folder)) return;
      await step("Unpacking the browser for the tests (once)", () => unpack(path.join(packageDir, "bin"), folder));
    });
  }
  return path.join(folder, "run");
}

async function unpack(packed, folder) {
  const temporary = `${folder}.unpacking`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const unpacked = async (name) => unbrotli(await readFile(path.join(packed, name)));
  await writeFile(path.join(temporary, "chromium"), await unpacked("chromium.br"), { mode: 0o755 });
  for (const name of ["al2023.tar.br", "swiftshader.tar.br", "fonts.tar.br"]) untar(await unpacked(name), temporary);
  const fonts = `<?xml version="1.0"?><fontconfig><dir>${path.join(folder, "fonts")}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>`;
  await writeFile(path.join(temporary, "fonts.conf"), fonts);
  // Only the browser sees these libraries, not the tests that start it.
  const script = `#!/bin/sh
here="\${0%/*}"
if [ ! -f /etc/fonts/fonts.conf ]; then export FONTCONFIG_PATH="$here"; fi
LD_LIBRARY_PATH="$here/lib:$LD_LIBRARY_PATH" exec "$here/chromium" "$@"
`;
  await writeFile(path.join(temporary, "run"), script, { mode: 0o755 });
  rmSync(folder, { recursive: true, force: true });
  renameSync(temporary, folder);
}

/** Says which browser was taken; without one the tests that need it are left out, by name, or stop the run where CI=true. */
export async function browserOrNone(options) {
  const browser = await findBrowser(options);
  if (browser.program) {
    log(`· Browser: ${browser.name}`);
    return browser.program;
  }
  if (process.env.CI === "true")
    throw new Stop(`With CI=true the browser tests must run, and no browser starts: ${browser.reason}.`);
  log(`· Browser: none starts (${browser.reason}). Set CHROMIUM=/path/to/chromium to run the browser tests.`);
  return null;
}
