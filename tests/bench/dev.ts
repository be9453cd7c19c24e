import os from "node:os";
import { chromium } from "playwright-core";
import { EditedCopy } from "../support/h5/editedCopy";
import { H5Phone } from "../support/h5/h5Phone";
import type { Figure } from "./measure";
import { browserProgram } from "./setUp";

/*
 * How long somebody who changes the product waits under `npm run dev` from an edit to seeing it, on an open page or from the server.
 * Each kind of edit is made and undone several times; the median of all counts. Option:
 *   --runs 3   of each edit
 */

const mostSeconds = 3;
// Between two edits the background work of the one before (worker, types) is let end, as somebody's hands let it.
const restMs = 8_000;
const asItWas = "已完成月度目标60%";

export async function dev(): Promise<Figure[]> {
  const runs = Number(process.argv[process.argv.indexOf("--runs") + 1] ?? 3) || 3;
  const copy = await EditedCopy.start("dev-bench");
  const browser = await chromium.launch({
    executablePath: await browserProgram(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const phone = await H5Phone.open(browser, `http://xiaowang.localhost:${copy.port}`);
    await phone.signIn("小王");
    await phone.reads(asItWas);
    process.stdout.write(`  load ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} processors\n`);
    const pageSays = (words: string) => async () => (await phone.text()).includes(words);
    const describes = (words: string) => async () =>
      (await (await fetch(`http://127.0.0.1:${copy.port}/openapi.json`)).text()).includes(words);
    const hasStyle = (style: string) => () =>
      phone.page.evaluate((wanted) => getComputedStyle(document.body).outlineStyle === wanted, style);
    const edits: [kind: string, file: string, from: string, to: string, isDone: Look, isUndone: Look][] = [
      [
        "text",
        "miniapp/texts/zhCN/today.ts",
        "`已完成月度目标${p.percent}`",
        "`这个月做到了${p.percent}`",
        pageSays("这个月做到了60%"),
        pageSays(asItWas),
      ],
      [
        "rule",
        "shared/domain/moneyText.ts",
        "40)}%`;",
        "40)}.0%`;",
        pageSays("已完成月度目标60.0%"),
        pageSays(asItWas),
      ],
      [
        "screen",
        "miniapp/pages/tabs/home/MoneyCard.tsx",
        "title={t.today.money}",
        'title="换了的标题"',
        pageSays("换了的标题"),
        pageSays(asItWas),
      ],
      [
        "style",
        "miniapp/app.scss",
        "/* #endif */",
        "/* #endif */\nbody { outline-style: dashed; }",
        hasStyle("dashed"),
        hasStyle("none"),
      ],
      ["server file", "server/http/openapi.ts", '"3.1.0"', '"3.1.9"', describes('"3.1.9"'), describes('"3.1.0"')],
    ];
    const figures: Figure[] = [];
    for (const [kind, file, from, to, isDone, isUndone] of edits) {
      const seconds: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const startedMs = performance.now();
        const undo = copy.edit(file, from, to);
        await copy.until(isDone);
        seconds.push((performance.now() - startedMs) / 1000);
        await rest();
        const undoneMs = performance.now();
        undo();
        await copy.until(async () => !(await isDone()) && (await isUndone()));
        seconds.push((performance.now() - undoneMs) / 1000);
        await rest();
      }
      process.stdout.write(`  ${kind}: ${seconds.map((one) => one.toFixed(1)).join(", ")} s\n`);
      const sorted = seconds.toSorted((a, b) => a - b);
      figures.push({
        name: `an edit of a ${kind} until it is seen`,
        value: sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN,
        unit: "s",
        most: mostSeconds,
      });
    }
    return figures;
  } finally {
    await browser.close();
    await copy.stop();
  }
}

type Look = () => Promise<boolean>;

const rest = () => new Promise((resolve) => setTimeout(resolve, restMs));
