import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const script = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const options: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  // It joins what is read without spaces and takes Chinese commas for letters, so that no row of two texts passes;
  // `unnamedWords` asks the same word by word.
  rules: { "label-content-name-mismatch": { enabled: false } },
  resultTypes: ["violations"],
};

/** What axe finds against WCAG 2.2 AA and good practice on the page as it is, each with what it is about. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(script);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    // The script above has put it there.
    (given) => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(given),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = "" }) =>
        `${id}: ${html.slice(0, 200)} (${failureSummary.split("\n").slice(1).join("; ").trim()})`,
    ),
  );
}
