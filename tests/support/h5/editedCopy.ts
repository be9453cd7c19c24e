import type { ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePortsOf } from "../../../config/run/ports.mjs";
import { spawnChildProgram } from "../../server/run/childProgram";

const root = path.resolve(__dirname, "..", "..", "..");
const edited = ["config", "miniapp", "server", "shared"];
const beside = ["package.json", "package-lock.json", "tsconfig.json", "babel.config.js", "project.config.json"];
const linked = ["node_modules", ".engine"];
const startedMs = 240_000;
const lookMs = 25;

/** The list of pages without those that lie behind the tabs. */
function withFirstPagesOnly(source: string): string {
  const fewer = source.replace(
    /const subPackages = \[[^]*?\n\];/,
    "const subPackages: { root: string; pages: string[] }[] = [];",
  );
  if (fewer === source) throw new Error("miniapp/app.config.ts no longer has its list of subPackages");
  return fewer;
}

/** `npm run dev` on a copy of the sources, which tests and the bench edit. */
export class EditedCopy {
  /** All that it has said until now. */
  output = "";
  readonly ended: Promise<number | null>;

  private constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly child: ChildProcess,
  ) {
    for (const pipe of [child.stdout, child.stderr])
      pipe?.setEncoding("utf8").on("data", (text: string) => (this.output += text));
    this.ended = new Promise((resolve) => child.once("exit", resolve));
  }

  /**
   * @param name a folder of `dist`, always the same one for one purpose: what webpack has kept of the last run halves the time of the
   *   next one
   * @param firstPagesOnly builds and checks what a test of 今日 needs, which is a fraction of it
   * @param serverOnly `npm run dev -- --server`
   */
  static async start(name: string, { firstPagesOnly = false, serverOnly = false } = {}): Promise<EditedCopy> {
    const folder = path.join(root, "dist", name);
    const file = (one: string) => path.join(folder, one);
    for (const one of [...edited, ...beside, ...linked, ".data"]) rmSync(file(one), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const one of [...edited, ...beside])
      cpSync(path.join(root, one), file(one), { recursive: true, preserveTimestamps: true });
    for (const one of linked) symlinkSync(path.join(root, one), file(one));
    if (firstPagesOnly) {
      const pages = file("miniapp/app.config.ts");
      writeFileSync(pages, withFirstPagesOnly(readFileSync(pages, "utf8")));
      const types = file("tsconfig.json");
      writeFileSync(types, JSON.stringify({ ...JSON.parse(readFileSync(types, "utf8")), include: ["config"] }));
    }
    const [port = 0] = await freePortsOf(1);
    const flags = serverOnly ? ["--server"] : [];
    const { child } = EditedCopy.run(folder, port, flags);
    const copy = new EditedCopy(folder, port, child);
    await copy.says("Stop: Ctrl-C", 0, startedMs);
    return copy;
  }

  private static run(folder: string, port: number, flags: string[] = []) {
    const { NODE_ENV: _, MONGODB_URI: __, ...env } = process.env;
    const program = path.join(folder, "config", "run", "dev.mjs");
    return { child: spawnChildProgram([program, ...flags], { cwd: folder, env: { ...env, PORT: `${port}` } }) };
  }

  file(name: string): string {
    return path.join(this.folder, name);
  }

  /** Another one on the same sources and data. */
  async startSecond(): Promise<{ code: number | null; words: string }> {
    const [port = 0] = await freePortsOf(1);
    const { child } = EditedCopy.run(this.folder, port);
    let words = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (words += text));
    const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
    return { code, words };
  }

  /**
   * Changes one place of a file.
   * @returns puts it back
   */
  edit(name: string, from: string, to: string): () => void {
    const before = readFileSync(this.file(name), "utf8");
    if (!before.includes(from)) throw new Error(`${name} no longer has: ${from}`);
    writeFileSync(this.file(name), before.replace(from, to));
    return () => writeFileSync(this.file(name), before);
  }

  async says(words: string | RegExp, from = 0, withinMs = 60_000): Promise<void> {
    const isSaid = async () => {
      const since = this.output.slice(from);
      return typeof words === "string" ? since.includes(words) : words.test(since);
    };
    await this.until(isSaid, withinMs, `npm run dev has not said 「${String(words)}」`);
  }

  async until(isTrue: () => Promise<boolean>, withinMs = 30_000, otherwise = "it is not seen"): Promise<void> {
    for (const endsAt = Date.now() + withinMs; ; await new Promise((resolve) => setTimeout(resolve, lookMs))) {
      // While the page is loaded again there is none to be asked.
      if (await isTrue().catch(() => false)) return;
      if (Date.now() > endsAt) throw new Error(`${otherwise}:\n${this.output}`);
    }
  }

  async stop(): Promise<number | null> {
    this.child.kill("SIGINT");
    return this.ended;
  }
}
