/** The H5 page while it is edited: built again after each edit by Taro's own watching build, into files that the server serves. */
import path from "node:path";
import { freePortsOf } from "./ports.mjs";
import { log, secondsSince } from "./log.mjs";
import { at, root } from "./paths.mjs";

/**
 * Starts the build.
 * @param proxy is told when an edit is being built, and when it can be seen
 * @returns when the first one is done
 */
export async function startReloadingPage({ supervisor, folder, proxy }) {
  const [port] = await freePortsOf(1);
  const env = { NODE_ENV: "development", BUILD_DIR: path.relative(root, folder), BUILD_PORT: `${port}` };
  let startedMs = null;
  let isBuilt = false;
  const onMessage = ({ kind, errors }) => {
    if (kind === "building") {
      proxy.began("page");
      startedMs ??= performance.now();
    }
    if (kind !== "built") return;
    for (const error of errors) log(`✗ ${withoutGenerated(error)}`);
    if (errors.length > 0) log("✗ The page from before the edit stays; the next edit builds it again.");
    else if (startedMs !== null) log(`· Page built again (${secondsSince(startedMs)})`);
    startedMs = null;
    isBuilt = true;
    proxy.ended("page", errors.length === 0);
  };
  const taro = at("node_modules", "@tarojs", "cli", "bin", "taro");
  // What Taro prints is progress, and mistakes a second time.
  const part = supervisor.start("page", [taro, "build", "--type", "h5", "--watch"], { env, onMessage, isSilent: true });
  await supervisor.until("The page's build", part, () => isBuilt, 300_000);
}

/** The mistake and its place, without the code that a loader made of it and the loader's own stack. */
function withoutGenerated(error) {
  return error
    .split("\nGenerated code for ")[0]
    .split("\n")
    .filter((line) => !/^\s+at /.test(line))
    .join("\n")
    .trimEnd();
}
