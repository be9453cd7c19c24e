import path from "node:path";
import process from "node:process";
import type { UserConfigExport } from "@tarojs/cli";
import type { Compiler } from "webpack";
import type { Chain } from "./index";

/** How `npm run dev` builds the H5 page: into files, which the product's own server serves, again after each edit. */
export default {
  h5: {
    // Taro watches by webpack's own server alone. That one listens on loopback and serves nothing.
    devServer: {
      ...{ host: "127.0.0.1", port: Number(process.env.BUILD_PORT ?? 10086), open: false },
      ...{ hot: false, liveReload: false, client: false, static: false, setupMiddlewares: () => [] },
      devMiddleware: { writeToDisk: true },
    },
    // As in the product, whose headers forbid eval: styles and source maps are files.
    enableExtract: true,
    sourceMapType: "cheap-module-source-map",
    // The same names after each edit, so that nothing piles up.
    output: { filename: "js/[name].js", chunkFilename: "js/[name].js" },
    miniCssExtractPluginOption: { filename: "css/[name].css", chunkFilename: "css/[name].css" },
  },
} satisfies UserConfigExport<"webpack5">;

// As watchFiles.mjs waits for the server's files; Taro's own wait is three times as long.
const QUIET_MS = 60;

/** What the page of development has beside the product's: it loads itself again, and its builder tells how that went. */
export function developmentPage(chain: Chain): void {
  chain.entry("app").prepend(path.resolve(__dirname, "run", "reloadItself.js"));
  // Files of the last good build stay.
  chain.optimization.set("emitOnErrors", false);
  chain.merge({ watchOptions: { aggregateTimeout: QUIET_MS } });
  chain.plugin("tellBuilds").use(TellBuilds);
}

/** Tells config/run/reloadPage.mjs when an edit is being built, and what became of it. */
class TellBuilds {
  apply(compiler: Compiler): void {
    compiler.hooks.invalid.tap("TellBuilds", () => process.send?.({ kind: "building" }));
    compiler.hooks.done.tap("TellBuilds", (stats) => {
      const { errors = [] } = stats.toJson({ all: false, errors: true });
      const said = errors.map(({ moduleName = "", message }) => `${moduleName}\n${message}`);
      process.send?.({ kind: "built", errors: said });
    });
  }
}
