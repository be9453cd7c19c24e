import { readFileSync } from "node:fs";
import path from "node:path";
import { compileWeapp } from "../support/weapp/compile/compileWeapp";
import { clientRefusal } from "../support/weapp/gate/clientCompiler";
import { scriptFaults } from "../support/weapp/gate/scripts";
import { packageSizes } from "../support/weapp/gate/sizes";
import { filesNaming } from "../support/filesNaming";
import { handMade, weappDir } from "../support/weapp/builtWeapp";

const MAX_MAIN_BYTES = 1.2 * 1024 * 1024;
const MAX_SUB_PACKAGE_BYTES = 1024 * 1024;
const MAX_ALL_BYTES = 6 * 1024 * 1024;
const MAX_PRELOADED_BYTES = 2 * 1024 * 1024;
const MAX_TAB_ICON_BYTES = 3 * 1024;

describe("The built mini-program", () => {
  const built = compileWeapp(weappDir);

  it("is taken whole by WeChat's own compilers", () => {
    expect(clientRefusal(weappDir)).toBeNull();
  });

  it("compiles without a complaint into the files of every page", () => {
    expect(built.problems).toEqual([]);
    expect(built.pages.length).toBeGreaterThan(5);
  });

  it("holds only ES5, and no code made from text", () => {
    expect(Object.entries(built.scripts).flatMap(([file, code]) => scriptFaults(file, code))).toEqual([]);
  });

  it("fits: main package below 1.2 MB, each sub-package below 1 MB, all below 6 MB", () => {
    const sizes = packageSizes(built.files, built.appConfig);
    const tooBig = sizes.filter(
      ({ name, bytes }) => bytes > (name === "main" ? MAX_MAIN_BYTES : MAX_SUB_PACKAGE_BYTES),
    );
    expect(tooBig).toEqual([]);
    expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MAX_ALL_BYTES);
  });

  it("has every page on the phone once a tab was opened with a network, within the 2 MB that WeCom fetches beforehand", () => {
    const { preloadRule, tabBar } = built.appConfig;
    const fetchedBy = (page: string) => [...(preloadRule?.[page]?.packages ?? [])].sort();
    const packages = packageSizes(built.files, built.appConfig).filter(({ name }) => name !== "main");
    const roots = packages.map(({ name }) => name.replace(/\/$/, "")).sort();
    for (const { pagePath } of tabBar?.list ?? []) expect(fetchedBy(pagePath)).toEqual(roots);
    expect(packages.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MAX_PRELOADED_BYTES);
  });

  it("carries nothing of the developers' gallery", () => {
    expect(built.pages.filter((page) => /gallery/i.test(page))).toEqual([]);
    expect(filesNaming("gallery", weappDir)).toEqual([]);
  });

  it("has tab icons of at most 3 KB each", () => {
    const { tabBar } = JSON.parse(readFileSync(path.join(weappDir, "app.json"), "utf8")) as {
      tabBar: { list: { iconPath: string; selectedIconPath: string }[] };
    };
    const icons = tabBar.list.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath]);
    expect(icons.filter((icon) => !((built.files[icon] ?? Infinity) <= MAX_TAB_ICON_BYTES))).toEqual([]);
  });

  it("asks for a position by name, or the client would refuse every check-in", () => {
    expect(built.appConfig.requiredPrivateInfos).toEqual(["getLocation"]);
  });

  it("carries labels and roles to screen readers on everything that can be touched or read", () => {
    const base = readFileSync(path.join(weappDir, "base.wxml"), "utf8");
    const openings = base.match(/<(view|text|image|button|input|textarea|scroll-view|picker) [^>]*>/g) ?? [];
    // Views without any property at all have a template of their own, which a label would take them out of.
    const mute = openings.filter(
      (opening) =>
        /hover-class|selectable|src=|form-type|value=|scroll-y/.test(opening) &&
        !/aria-role=.*aria-label=/.test(opening),
    );
    expect(openings.length).toBeGreaterThan(5);
    expect(mute).toEqual([]);
  });
});

describe("The gate itself", () => {
  it("refuses a template that the client cannot compile, with file and line", () => {
    const dir = handMade({ "app.json": "{}", "a.wxml": '<view>\n<text wx:for="{{[1}}"></view>' });
    expect(clientRefusal(dir)).toMatch(/a\.wxml/);
  });

  it("refuses newer syntax, eval, and code made from text", () => {
    expect(scriptFaults("a.js", "var a = b?.c")).toEqual([expect.stringMatching(/a\.js is not ES5/)]);
    expect(scriptFaults("a.js", "eval('1')")).toEqual([expect.stringMatching(/^eval in a\.js/)]);
    expect(scriptFaults("a.js", "new Function('return 1')()")).toEqual([expect.stringMatching(/^Function\(text\)/)]);
    expect(scriptFaults("runtime.js", "var g = Function('return this')()")).toEqual([]);
  });
});
