/**
 * Runs one operator command of server/cli, or a program of server/dev, from the bundle, built if it is stale:
 *   node config/run/command.mjs <name> [arguments]
 * Beside a demo company that runs it has that one's settings and database. The command's own output has stdout to itself.
 */
import { existsSync } from "node:fs";
import process from "node:process";
import { build } from "./build.mjs";
import { commandSettings } from "./commandSettings.mjs";
import { install } from "./install.mjs";
import { at, programFolders, programsIn } from "./paths.mjs";
import { spawnNode, whenNpmIsGone } from "./processes.mjs";
import { main, logToStderr, Stop } from "./log.mjs";

await main(async ([name, ...args]) => {
  logToStderr();
  const folder = programFolders.find((each) => programsIn(each).includes(name)) ?? "cli";
  const bundle = at("dist", "server", folder, `${name}.js`);
  const deployed = process.env.NODE_ENV === "production" && existsSync(bundle);
  const known = programFolders.flatMap(programsIn);
  if (!deployed && !known.includes(name))
    throw new Stop(`There is no command "${name ?? ""}"; there are: ${known.join(", ")}.`);
  if (process.env.NODE_ENV !== "production") {
    await install();
    await build(["server"]);
  }
  const child = spawnNode([bundle, ...args], {
    stdio: ["inherit", "inherit", "inherit"],
    cwd: process.cwd(),
    env: settingsOf(name),
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill("SIGTERM"));
  return new Promise((resolve) => child.once("close", (code, signal) => resolve(code ?? (signal ? 1 : 0))));
});

/** Where it has no settings the command says so itself, after what is wrong with its arguments. */
function settingsOf(name) {
  try {
    return commandSettings(name, process.env);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { COMMAND_REFUSED: error.message };
  }
}
