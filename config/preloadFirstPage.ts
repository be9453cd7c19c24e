import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Chunk, Compilation, Compiler, Module } from "webpack";

/** 今日 in its roles: where whoever comes begins. */
const firstPage = path.join("miniapp", "pages", "tabs", "home", "index.tsx");

/**
 * What is asked before the program is there: who this is, and what every role's first page shows (miniapp/features/today/askEarly), at
 * the addresses that shared/api names: nothing compiles that for the build's own code.
 */
export const earlyQuestions = {
  page: "/pages/tabs/home/index",
  addresses: ["/api/v1/me", "/api/v1/me/today", "/api/v1/me/todos"],
  /** Whom to see next. */
  ofRep: ["/api/v1/me/customers"],
  headers: { "X-Requested-With": "xiaoli", Accept: "application/json" },
};

/**
 * Has the browser fetch the files of the first page, and ask for what it shows, beside the program's files: the program would do both
 * only when it runs, which on a slow network is a second later.
 */
export class PreloadFirstPage {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap("PreloadFirstPage", (compilation) => {
      const { RawSource } = compiler.webpack.sources;
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "PreloadFirstPage", stage }, () => {
        const early = earlyScript();
        compilation.emitAsset(early.name, new RawSource(early.text));
        compilation.updateAsset("index.html", (page) => {
          const html = page.source().toString();
          // Scripts that run when all is there would be fetched last, after the stylesheets: the program is what everybody waits for.
          const program = [...html.matchAll(/<script defer="defer" src="\/([^"]+)"/g)].map(([, file = ""]) => file);
          const links = [...program, ...filesOfFirstPage(compilation)].map(linkTo).join("");
          const first = `<script src="/${early.name}"></script>${links}`;
          return new RawSource(html.replace("<script ", () => `${first}<script `));
        });
      });
    });
  }
}

/** The file that the page runs before the program, with a name that changes with its text. */
export function earlyScript(): { name: string; text: string } {
  const source = readFileSync(path.resolve(__dirname, "earlyQuestions.js"), "utf8");
  const text = source.replace(/^\/\/.*\n/gm, "").replace("QUESTIONS", () => JSON.stringify(earlyQuestions));
  return { name: `js/early.${createHash("sha256").update(text).digest("hex").slice(0, 8)}.js`, text };
}

function filesOfFirstPage(compilation: Compilation): string[] {
  const chunks = [...compilation.chunks].filter((chunk) => !chunk.canBeInitial() && holdsFirstPage(compilation, chunk));
  const groups = chunks.flatMap((chunk) => [...chunk.groupsIterable]);
  const files = new Set(groups.flatMap((group) => group.getFiles()).filter((file) => /\.(js|css)$/.test(file)));
  if (files.size === 0) throw new Error(`No file of the build holds ${firstPage}.`);
  return [...files].sort();
}

function holdsFirstPage(compilation: Compilation, chunk: Chunk): boolean {
  const isFirstPage = (module: Module) => module.nameForCondition()?.endsWith(firstPage) ?? false;
  return [...compilation.chunkGraph.getChunkModulesIterable(chunk)].some(isFirstPage);
}

const linkTo = (file: string): string =>
  `<link rel="preload" as="${file.endsWith(".js") ? "script" : "style"}" href="/${file}">`;
