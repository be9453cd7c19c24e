import path from "node:path";
import { pathToFileURL } from "node:url";

/** Set-up is done by Node's own modules, as `npm start` does it. */
export async function setUp<Module>(name: string): Promise<Module> {
  return (await import(pathToFileURL(path.join(process.cwd(), "config", "run", name)).href)) as Module;
}

/** The browser to measure in. */
export async function browserProgram(): Promise<string> {
  const { findBrowser } = await setUp<{ findBrowser: () => Promise<{ program?: string; reason?: string }> }>(
    "browser.mjs",
  );
  const { program, reason } = await findBrowser();
  if (program === undefined) throw new Error(`There is no browser to measure in: ${reason}`);
  return program;
}
