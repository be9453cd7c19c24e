import path from "node:path";
import type { Chunk, Compilation, Compiler, Module } from "webpack";

/** 今日 in its roles: where whoever comes begins. */
const firstPage = path.join("miniapp", "pages", "tabs", "home", "index.tsx");

/**
 * Has the browser fetch the files of the first page beside the program's: the program would ask for them only when it runs, which
 * on a slow network is a third of a second later.
 */
export class PreloadFirstPage {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap("PreloadFirstPage", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "PreloadFirstPage", stage }, () => {
        compilation.updateAsset("index.html", (page) => {
          const html = page.source().toString();
          const links = filesOfFirstPage(compilation).map(linkTo).join("");
          return new compiler.webpack.sources.RawSource(html.replace("<script ", () => `${links}<script `));
        });
      });
    });
  }
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
