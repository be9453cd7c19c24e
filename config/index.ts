import path from "node:path";
import { defineConfig } from "@tarojs/cli";
import webpack from "webpack";
import dev, { developmentPage } from "./dev";
import { AddOfflineWorker } from "./addOfflineWorker";
import { PackFiles } from "./packFiles";
import { PreloadFirstPage } from "./preloadFirstPage";
import prod from "./prod";
import { version } from "../package.json";

const at = (...parts: string[]) => path.resolve(__dirname, "..", ...parts);

// Babel sees sourceRoot only: shared/ and packages that are published as ES2022 have to be named, or old phones stop there.
const modern = /node_modules[\\/](@tanstack|zustand|axios|gcoord)[\\/]/;
const compile = { include: [(file: string) => file.startsWith(at("shared")) || modern.test(file)] };

// One folder per target, else the two builds overwrite each other; set-up builds into a temporary one.
const outputRoot = process.env.BUILD_DIR ?? `dist/${process.env.TARO_ENV}`;

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * The gallery of all parts (miniapp/gallery), which app.config.ts adds to the pages: "with" the product, as in development;
 * "only" the gallery, for its tests; "" in what people are given.
 */
const gallery = (process.env.GALLERY ??= isDevelopment ? "with" : "");

// Taro's own cache stores nothing while sourceRoot is not "src"; webpack's does.
const diskCache = {
  cache: {
    type: "filesystem",
    // Two companies may run at once under npm run dev, each with a build of its own.
    ...(isDevelopment && { cacheDirectory: at(outputRoot, "..", "webpack") }),
    name: [process.env.NODE_ENV, process.env.TARO_ENV, gallery].filter(Boolean).join("-"),
    buildDependencies: {
      config: [
        "config/index.ts",
        "config/dev.ts",
        "config/prod.ts",
        "config/ariaTemplates.ts",
        "babel.config.js",
        "tsconfig.json",
        "package-lock.json",
        "miniapp/app.config.ts",
      ].map((file) => at(file)),
    },
  },
};

// Private fields of packages become plain properties, and the like: same behaviour for code that plays by the rules, half the bytes.
const assumptions = {
  privateFieldsAsProperties: true,
  setPublicClassFields: true,
  noDocumentAll: true,
  noClassCalls: true,
  ignoreFunctionLength: true,
  objectRestNoSymbols: true,
  setComputedProperties: true,
  setSpreadProperties: true,
  superIsCallableConstructor: true,
};

/**
 * Makes the programs small by swc in place of Terser, which takes several times as long and leaves more: 5.70 MB of the page for
 * 5.25 MB, and 2.43 MB of the mini-program for 2.41 MB.
 * @param ecma what may be written of ECMAScript: shorter ways of later years
 */
function makeSmall(chain: Chain, ecma: 5 | 2017): void {
  const minimizer = chain.optimization.minimizer("terserPlugin");
  const { swcMinify } = minimizer.get("plugin") as { swcMinify: unknown };
  const format = { ecma, comments: false, ascii_only: false }; // Chinese as it is: else each letter is written as six
  minimizer.use(minimizer.get("plugin"), [
    {
      minify: swcMinify,
      extractComments: false,
      terserOptions: { ecma, compress: { ecma, passes: 2 }, mangle: true, format },
    },
  ]);
}

/** Puts a small file of ours in place of one of a package that nothing here runs. */
const leaveOut = (chain: Chain, file: string, stub: string) =>
  chain.resolve.alias.set(at("node_modules", file), at(stub));

/** What Babel is told beside its own config. */
function tellBabel(chain: Chain, options: object): void {
  const loader = chain.module.rule("script").use("babelLoader");
  loader.tap((given) => ({ ...given, ...options }));
}

/** What is done with the pages when all files have their final names, in this order. */
function finishPages(chain: Chain): void {
  // Tests alone read it, from the machine it is built on.
  if (gallery === "only") return;
  chain.plugin("preloadFirstPage").use(PreloadFirstPage);
  chain.plugin("offlineWorker").use(AddOfflineWorker);
  chain.plugin("packFiles").use(PackFiles);
}

export default defineConfig<"webpack5">(async (merge) => {
  const base = {
    projectName: "xiaoli",
    date: "2026-03-26",
    framework: "react" as const,
    sourceRoot: "miniapp",
    outputRoot,
    compiler: { type: "webpack5" as const, prebundle: { enable: false } },
    cache: { enable: false },
    plugins: [at("config/ariaTemplates.ts")],
    // Suffix files (`index.weapp.ts`) are found through this alias, not through a tsconfig plugin.
    alias: { "@": at("miniapp"), "@shared": at("shared") },
    // The mini-program has no origin of its own; the page on H5 asks where it came from.
    defineConstants: {
      SERVER_URL: JSON.stringify(process.env.PUBLIC_URL ?? "http://localhost:3000"),
      PROGRAM_VERSION: JSON.stringify(version),
    },
    copy: {
      // The browser's bar is drawn by the page.
      patterns:
        process.env.TARO_ENV === "h5" ? [] : [{ from: "miniapp/assets/tabs/", to: `${outputRoot}/assets/tabs/` }],
      options: {},
    },
    designWidth: 750,
    deviceRatio: { 750: 1 },
    mini: {
      compile,
      miniCssExtractPluginOption: { ignoreOrder: true },
      // No disk cache here: with it, files that subpackages share miss exports that only a changed file uses.
      webpackChain(chain: Chain) {
        tellBabel(chain, { assumptions });
        if (!isDevelopment) makeSmall(chain, 5);
        leaveOut(chain, "axios/lib/adapters/fetch.js", "miniapp/stubs/axiosFetch.ts");
        // react-query makes an AbortController for each query, and mini-program cores have none.
        chain
          .plugin("abort")
          .use(webpack.ProvidePlugin, [{ AbortController: [at("miniapp/polyfill/abort.ts"), "AbortController"] }]);
      },
    },
    h5: {
      compile,
      publicPath: "/",
      staticDirectory: "static",
      router: { mode: "hash" as const },
      // Plain elements in place of custom ones: smaller, and roles and focus are the browser's own.
      useHtmlComponents: true,
      output: { filename: "js/[name].[contenthash:8].js", chunkFilename: "js/[name].[contenthash:8].js" },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: "css/[name].[contenthash:8].css",
        chunkFilename: "css/[name].[contenthash:8].css",
      },
      // Taro scales rem with the window; without bounds a monitor shows everything twice as big.
      postcss: {
        pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 22 } },
        autoprefixer: { enable: true, config: {} },
      },
      webpackChain(chain: Chain) {
        chain.merge(diskCache);
        // WeCom's browsers of the phones that the mini-program supports know ES2017.
        tellBabel(chain, { assumptions, targets: { chrome: "64", ios: "11" } });
        leaveOut(chain, "axios/lib/adapters/fetch.js", "miniapp/stubs/axiosFetch.ts");
        leaveOut(chain, "@tarojs/router/dist/tabbar.js", "miniapp/stubs/routerTabbar.ts");
        // The kit's stylesheet serves elements that we do not use and names a picture on a vendor's server.
        chain.resolve.alias.set("@tarojs/components-react/dist/index.css", at("miniapp/ui/elements.scss"));
        leaveOut(
          chain,
          "@tarojs/components/dist/taro-components/taro-components.css",
          "miniapp/stubs/elementsKit.scss",
        );
        if (isDevelopment) developmentPage(chain);
        else finishPages(chain);
        if (!isDevelopment && gallery !== "only") makeSmall(chain, 2017);
      },
    },
  };
  // As small as it gets is only what people are given.
  const asBuilt = gallery === "only" ? { terser: { enable: false } } : {};
  return merge({}, base, isDevelopment ? dev : prod, asBuilt);
});

/** What these files use of webpack-chain, whose types come nested inside Taro's own packages. */
export interface Chain {
  entry(name: string): { prepend(file: string): void };
  merge(part: object): void;
  optimization: {
    set(name: string, value: unknown): void;
    minimizer(name: string): { get(part: "plugin"): unknown; use(plugin: unknown, options: object[]): void };
  };
  plugin(name: string): { use(plugin: unknown, options?: unknown[]): void };
  resolve: { alias: { set(from: string, to: string): void } };
  module: { rule(name: string): { use(name: string): { tap(change: (given: object) => object): void } } };
}
