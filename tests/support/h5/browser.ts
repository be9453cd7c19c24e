import { chromium, type Browser } from "playwright-core";

const flags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
];

/** The browser that this run of the tests found, by path; null where none starts. */
export const browserProgram: string | null = process.env.CHROMIUM || null;

/** `describe` where there is a browser; without one the tests are reported as skipped, by name. */
export const describeInBrowser = browserProgram ? describe : describe.skip;

/** Starts the browser headless with an empty profile. One for a file of tests is enough. */
export async function launchBrowser(): Promise<Browser> {
  if (!browserProgram) throw new Error("CHROMIUM should name the browser for the tests");
  return chromium.launch({ executablePath: browserProgram, headless: true, args: flags });
}
