import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { freePortsOf } from "../../config/run/ports.mjs";
import { spawnChildProgram } from "../server/run/childProgram";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { h5Dir } from "../support/h5/builtH5";
import { H5Phone } from "../support/h5/h5Phone";
import { length } from "../support/length";

/*
 * `npm run dev` as somebody uses it who changes the product: on a copy of the sources, with 小王's page open all the while. Each test
 * leaves the copy as it was.
 */

const root = path.resolve(__dirname, "..", "..");
const edited = ["config", "miniapp", "server", "shared"];
const beside = ["package.json", "package-lock.json", "tsconfig.json", "babel.config.js", "project.config.json"];
// Generous: how fast it is on an idle machine is measured, not tested.
const seenMs = 30_000;
const startedMs = 240_000;
/** What the page says as long as nothing is changed. */
const asItWas = "已完成月度目标60%";

// Always the same place: what webpack has kept of the last run halves the time of the next one.
const copy = path.join(root, "dist", "dev-test");
let port: number;
let output = "";
let ended: Promise<number | null>;
let stop: () => void;
let browser: Browser;
let wang: H5Phone;

const file = (name: string) => path.join(copy, name);

/** Changes one place of a file. @returns puts it back */
function edit(name: string, from: string, to: string): () => void {
  const before = readFileSync(file(name), "utf8");
  expect(before).toContain(from);
  writeFileSync(file(name), before.replace(from, to));
  return () => writeFileSync(file(name), before);
}

async function says(words: string | RegExp, from = 0, withinMs = 2 * seenMs): Promise<void> {
  for (const endsAt = Date.now() + withinMs; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const since = output.slice(from);
    if (typeof words === "string" ? since.includes(words) : words.test(since)) return;
    if (Date.now() > endsAt) throw new Error(`npm run dev has not said 「${String(words)}」:\n${output}`);
  }
}

/** What the server says of itself to other systems. */
async function description(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/openapi.json`)).text();
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (const endsAt = Date.now() + seenMs; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    // While the page is loaded again there is none to be asked.
    if (await isTrue().catch(() => false)) return;
    if (Date.now() > endsAt) throw new Error(`it is not seen: ${await wang.text()}\n${output}`);
  }
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
    const linked = ["node_modules", ".engine"];
    for (const name of [...edited, ...beside, ...linked, ".data"]) rmSync(file(name), { recursive: true, force: true });
    mkdirSync(copy, { recursive: true });
    for (const name of [...edited, ...beside])
      cpSync(path.join(root, name), file(name), { recursive: true, preserveTimestamps: true });
    for (const name of linked) symlinkSync(path.join(root, name), file(name));
    [port = 0] = await freePortsOf(1);
    const { NODE_ENV: _, MONGODB_URI: __, ...env } = process.env;
    const child = spawnChildProgram([file("config/run/dev.mjs")], { cwd: copy, env: { ...env, PORT: `${port}` } });
    for (const pipe of [child.stdout, child.stderr])
      pipe?.setEncoding("utf8").on("data", (text: string) => (output += text));
    ended = new Promise((resolve) => child.once("exit", resolve));
    stop = () => child.kill("SIGINT");
    browser = await launchBrowser();
    await says("Stop: Ctrl-C", 0, startedMs);
    wang = await H5Phone.open(browser, `http://xiaowang.localhost:${port}`);
    await wang.signIn("小王");
    await wang.reads(asItWas);
  }, startedMs + seenMs);

  afterAll(async () => {
    stop();
    await browser.close();
    expect(await ended).toBe(0);
  }, 60_000);

  // What is compiled, and what is started, is seen in the tests below as well: each kind for itself is for the soak.
  for (const [kind, name, from, to, isSeen] of pageEdits.slice(0, length(0, pageEdits.length)))
    it(`is seen on the open page where it is a ${kind}, done or undone`, async () => {
      const undo = edit(name, from, to);
      await until(isSeen);
      undo();
      await until(async () => !(await isSeen()) && (await wang.text()).includes(asItWas));
    });

  it("is followed by the open page and the server where it is a rule of both", async () => {
    const said = output.length;
    const undo = edit("shared/domain/moneyText.ts", "  return `${text}%`;", "  return `${text}.0%`;");
    await wang.reads("已完成月度目标60.0%", seenMs);
    await says("· Server started again", said);
    undo();
    await wang.reads(asItWas, seenMs);
  });

  it("that does not compile leaves the page from before it, until it does", async () => {
    const said = output.length;
    const undoText = edit("miniapp/texts/zhCN/today.ts", "export const today = {", "export const today = {{");
    await says("✗ The page from before the edit stays", said);
    expect(output.slice(said)).toContain("miniapp/texts/zhCN/today.ts");
    await wang.page.reload();
    await wang.reads(asItWas);

    undoText();
    const undo = edit("miniapp/texts/zhCN/today.ts", "`已完成月度目标${p.percent}`", "`又能编译了${p.percent}`");
    await wang.reads("又能编译了60%", seenMs);
    undo();
    await wang.reads(asItWas, seenMs);
  });

  it("by which the server cannot go on leaves the one from before it, until it can", async () => {
    let said = output.length;
    const undoSyntax = edit("server/app.ts", "export function createApp(", "export function createApp((");
    await says("✗ The server from before the edit goes on", said);
    expect(output.slice(said)).toContain("server/app.ts:");
    undoSyntax();

    said = output.length;
    const undoStart = edit("server/main.ts", "void main();", 'throw new Error("broken by an edit");\nvoid main();');
    await says("✗ The server does not start after this edit", said);
    expect(output.slice(said)).toContain("broken by an edit");
    expect(await description()).toContain('"3.1.0"');

    undoStart();
    const undo = edit("server/http/openapi.ts", '"3.1.0"', '"3.1.9"');
    await until(async () => (await description()).includes('"3.1.9"'));
    undo();
    await until(async () => (await description()).includes('"3.1.0"'));
  });

  it("leaves nothing of development in the product's page", () => {
    const listens = (folder: string) =>
      readdirSync(path.join(folder, "js"))
        .filter((name) => name.endsWith(".js"))
        .some((name) => readFileSync(path.join(folder, "js", name), "utf8").includes("/dev/edits"));
    expect([listens(file("dist/dev/small/h5")), listens(h5Dir)]).toEqual([true, false]);
  });

  it("never meets a second npm run dev on the same data", async () => {
    const [other = 0] = await freePortsOf(1);
    const second = spawnChildProgram([file("config/run/dev.mjs")], {
      cwd: copy,
      env: { ...process.env, PORT: `${other}`, MONGODB_URI: "", NODE_ENV: "" },
    });
    let words = "";
    second.stderr?.setEncoding("utf8").on("data", (text: string) => (words += text));
    const code = await new Promise((resolve) => second.once("exit", resolve));
    expect(words).toContain(`belongs to a start that is running already`);
    expect(words).toContain(`http://localhost:${port}`);
    expect(code).toBe(1);
  });
});
