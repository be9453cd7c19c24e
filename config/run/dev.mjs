/**
 * npm run dev: the demo company of npm start, on the same data, for somebody who changes the product. An edit of the server starts it
 * again, an edit of the page builds it again, and open pages show it. What does not compile or start is said, and what was there goes on;
 * so is what is wrong in the types, a little later.
 *   --fresh, --demo large   as npm start has them
 *   --server                the server alone, there within seconds: its page is the one that was built last
 */
import path from "node:path";
import process from "node:process";
import { startCompany } from "./demo.mjs";
import { startDevProxy } from "./devProxy.mjs";
import { main, step, Stop } from "./log.mjs";
import { at } from "./paths.mjs";
import { portsFrom } from "./ports.mjs";
import { startReloadingPage } from "./reloadPage.mjs";
import { serverBundle, serverSources, startReloadingServer } from "./reloadServer.mjs";
import { demoOptions, runDemo, saysHelp } from "./runDemo.mjs";
import { supervised } from "./supervisor.mjs";
import { watchFiles } from "./watchFiles.mjs";
import { watchTypes } from "./watchTypes.mjs";

const notForDevelopment = {
  HOST: "npm run dev is for this machine alone: leave HOST out.",
  WECOM_CORP_ID: "npm run dev runs the demo company: leave WECOM_CORP_ID out, or use npm start.",
  ROLES: "npm run dev starts a server and a worker of its own: leave ROLES out.",
};

await main(async (args) => {
  if (saysHelp(args, import.meta.url)) return;
  const { fresh, demo, flags } = demoOptions("npm run dev", args, ["--fresh", "--server"]);
  const isServerOnly = flags.includes("--server");
  if (process.env.NODE_ENV === "production") throw new Stop("npm run dev is not for production: leave NODE_ENV out.");
  for (const [name, sentence] of Object.entries(notForDevelopment)) if (process.env[name]) throw new Stop(sentence);
  const edits = watchEdits();
  await supervised((supervisor) => runEditable({ supervisor, fresh, demo, edits, isServerOnly }), { edited: true });
});

function runEditable({ supervisor, demo, edits, isServerOnly, ...options }) {
  let bundle;
  const prepare = () =>
    step("Bundling the server", async () => {
      bundle = await serverBundle(path.join(filesOf(demo), "server"));
      supervisor.add("bundler", bundle.close);
      await bundle.make().catch(() => {
        throw new Stop("The server does not compile; put that right first.");
      });
    });
  const start = (parts) => startEditable({ ...parts, bundle, edits, isServerOnly });
  const what = isServerOnly
    ? "Starting the demo company"
    : "Starting the demo company and building its page (up to a minute the first time)";
  return runDemo({ ...options, supervisor, demo, command: "npm run dev", what, prepare, start });
}

/** What is built goes beside what npm start and npm test build, and for each company apart. */
function filesOf(demo) {
  const name = process.env.MONGODB_URI ? `${portsFrom(process.env.PORT).product}` : demo;
  return at("dist", "dev", name);
}

async function startEditable({ supervisor, ports, demo, bundle, edits, isServerOnly, ...rest }) {
  const proxy = await startDevProxy(ports.product);
  supervisor.add("proxy", proxy.stop);
  const h5Dir = isServerOnly ? at("dist", "h5") : path.join(filesOf(demo), "h5");
  const page = isServerOnly ? Promise.resolve() : startReloadingPage({ supervisor, folder: h5Dir, proxy });
  // Awaited below, where it may have failed long before.
  page.catch(() => undefined);
  const company = await startCompany({ supervisor, ports, demo, ...rest, program: bundle.fileOf });
  const env = { ...company.env, HOST: "127.0.0.1", H5_DIR: h5Dir };
  edits.listener = await startReloadingServer({ supervisor, bundle, env, proxy, company });
  // What was edited since the bundle was made; where nothing was, nothing happens.
  edits.listener();
  await page;
  supervisor.add("types", watchTypes({ reloaded: proxy.pageDone }));
  return company;
}

/** Edits of the server from now on, for a listener that is there later. */
function watchEdits() {
  const edits = { listener: () => undefined };
  watchFiles(serverSources, () => edits.listener());
  return edits;
}
