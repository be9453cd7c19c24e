import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { h5Dir } from "../support/h5/builtH5";
import { EditedCopy } from "../support/h5/editedCopy";
import { H5Phone } from "../support/h5/h5Phone";
import { length } from "../support/length";

/*
 * `npm run dev` as somebody uses it who changes the product: on a copy of the sources, in the whole length with 小王's page open all the
 * while; its build takes half a minute of both processors, so that usually the server alone is edited. Each test leaves the copy as it was.
 */

const seesPage = length(0, 1) === 1;

// Generous: how fast it is on an idle machine is measured (npm run bench -- dev), not tested.
const seenMs = 30_000;
const startedMs = 240_000;
/** What the page says as long as nothing is changed. */
const asItWas = "已完成月度目标60%";

let dev: EditedCopy;
let browser: Browser;
let wang: H5Phone;

/** What the server says of itself to other systems. */
async function description(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${dev.port}/openapi.json`)).text();
}

type PageEdit = [kind: string, file: string, from: string, to: string, isSeen: () => Promise<boolean>];
const pageEdits: PageEdit[] = [
  [
    ...(["text", "miniapp/texts/zhCN/today.ts", "`已完成月度目标${p.percent}`", "`这个月做到了${p.percent}`"] as const),
    async () => (await wang.text()).includes("这个月做到了60%"),
  ],
  [
    ...(["screen", "miniapp/pages/tabs/home/MoneyCard.tsx", "title={t.today.money}", 'title="换了的标题"'] as const),
    async () => (await wang.text()).includes("换了的标题"),
  ],
  [
    ...(["style", "miniapp/app.scss", "/* #endif */", "/* #endif */\nbody { outline-style: dashed; }"] as const),
    () => wang.page.evaluate(() => getComputedStyle(document.body).outlineStyle === "dashed"),
  ],
];

describeInBrowser("A change of the product under npm run dev", () => {
  beforeAll(async () => {
    dev = await EditedCopy.start("dev-test", { firstPagesOnly: true, serverOnly: !seesPage });
    if (!seesPage) return;
    browser = await launchBrowser();
    wang = await H5Phone.open(browser, `http://xiaowang.localhost:${dev.port}`);
    await wang.signIn("小王");
    await wang.reads(asItWas);
  }, startedMs + seenMs);

  afterAll(async () => {
    const code = dev.stop();
    if (seesPage) await browser.close();
    expect(await code).toBe(0);
  }, 60_000);

  for (const [kind, name, from, to, isSeen] of seesPage ? pageEdits : [])
    it(`is seen on the open page where it is a ${kind}, done or undone`, async () => {
      const undo = dev.edit(name, from, to);
      await dev.until(isSeen);
      undo();
      await dev.until(async () => !(await isSeen()) && (await wang.text()).includes(asItWas));
    });

  if (seesPage) {
    it("is followed by the open page and the server where it is a rule of both", async () => {
      const said = dev.output.length;
      const undo = dev.edit("shared/domain/moneyText.ts", "40)}%`;", "40)}.0%`;");
      await wang.reads("已完成月度目标60.0%", seenMs);
      await dev.says("· Server started again", said);
      undo();
      await wang.reads(asItWas, seenMs);
    });

    it("that does not compile leaves the page from before it, until it does", async () => {
      const said = dev.output.length;
      const undoText = dev.edit("miniapp/texts/zhCN/today.ts", "export const today = {", "export const today = {{");
      await dev.says("✗ The page from before the edit stays", said);
      expect(dev.output.slice(said)).toContain("miniapp/texts/zhCN/today.ts");
      await wang.page.reload();
      await wang.reads(asItWas);

      undoText();
      const undo = dev.edit("miniapp/texts/zhCN/today.ts", "`已完成月度目标${p.percent}`", "`又能编译了${p.percent}`");
      await wang.reads("又能编译了60%", seenMs);
      undo();
      await wang.reads(asItWas, seenMs);
    });
  }

  it("is followed by the server where it is a rule", async () => {
    const said = dev.output.length;
    const undo = dev.edit("shared/domain/moneyText.ts", "40)}%`;", "40)}.0%`;");
    await dev.says("· Server started again", said);
    undo();
  });

  it("by which the server cannot go on leaves the one from before it, until it can", async () => {
    let said = dev.output.length;
    const undoSyntax = dev.edit("server/app.ts", "export function createApp(", "export function createApp((");
    await dev.says("✗ The server from before the edit goes on", said);
    expect(dev.output.slice(said)).toContain("server/app.ts:");
    undoSyntax();

    said = dev.output.length;
    const undoStart = dev.edit("server/main.ts", "void main();", 'throw new Error("broken by an edit");\nvoid main();');
    await dev.says("✗ The server does not start after this edit", said);
    expect(dev.output.slice(said)).toContain("broken by an edit");
    expect(await description()).toContain('"3.1.0"');

    undoStart();
    const undo = dev.edit("server/http/openapi.ts", '"3.1.0"', '"3.1.9"');
    await dev.until(async () => (await description()).includes('"3.1.9"'));
    undo();
    await dev.until(async () => (await description()).includes('"3.1.0"'));
  });

  it("leaves nothing of development in the product's page", () => {
    const listens = (folder: string) =>
      readdirSync(path.join(folder, "js"))
        .filter((name) => name.endsWith(".js"))
        .some((name) => readFileSync(path.join(folder, "js", name), "utf8").includes("/dev/edits"));
    expect(listens(h5Dir)).toBe(false);
    if (seesPage) expect(listens(dev.file("dist/dev/small/h5"))).toBe(true);
  });

  it("never meets a second npm run dev on the same data", async () => {
    const { code, words } = await dev.startSecond();
    expect(words).toContain(`belongs to a start that is running already`);
    expect(words).toContain(`http://localhost:${dev.port}`);
    expect(code).toBe(1);
  });
});
