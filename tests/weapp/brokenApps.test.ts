import { launchWeapp, type WeappHost } from "../support/weapp/launchWeapp";
import { compileWeapp } from "../support/weapp/compile/compileWeapp";
import { editedCopy, weappDir } from "../support/weapp/builtWeapp";

/*
 * Each mistake is one that builds without a word and fails on a phone alone. It is put into a copy of the built
 * mini-program, and the host has to say what the client would.
 */

const start = compileWeapp(weappDir).pages[0] ?? "";
const tabPage = compileWeapp(weappDir).appConfig.tabBar?.list[1]?.pagePath ?? "";
const script = `${start}.js`;
const atStart = (code: string) => ({ [script]: (text: string) => `${code};${text}` });
const later = (code: string) => atStart(`setTimeout(function(){${code}},0)`);

/** A phone without a network and without WeCom: what the app does then is not the point here. */
const native = {
  request: () => Promise.reject(Object.assign(new Error(), { errMsg: "request:fail timeout" })),
  getLocation: { latitude: 23.1, longitude: 113.2 },
  "qy.login": { code: "CODE" },
};
const mistakes = (app: WeappHost) => [...app.errors, ...app.problems].map(({ message }) => message).join("\n");

let app: WeappHost | undefined;
afterEach(() => app?.close());

async function mistakesOf(edits: Record<string, (text: string) => string>, expected: RegExp): Promise<string> {
  const started = await launchWeapp(editedCopy(edits), { native });
  app = started;
  await started.until(() => expected.test(mistakes(started)), 2_000).catch(() => undefined);
  return mistakes(started);
}

it("says nothing of the mini-program as it was built", async () => {
  app = await launchWeapp(weappDir, { native });
  await app.until(() => app?.text());
  expect(mistakes(app)).toBe("");
});

it.each([
  ["a browser's storage", atStart('localStorage.getItem("x")'), /localStorage|Cannot read properties of undefined/],
  ["a browser's fetch", atStart('fetch("https://example.com")'), /fetch is not a function/],
  ["a browser's document", atStart("document.body.querySelectorAll('a')"), /Cannot read properties of undefined/],
  ["a function that WeChat does not have", atStart("wx.getLocaton({})"), /wx\.getLocaton is not a function/],
  [
    "a tab page opened like another",
    later(`wx.navigateTo({url:"/${tabPage}",fail:function(){}})`),
    /navigateTo:fail can not navigateTo a tabbar page/,
  ],
  [
    "a page that is not there",
    later('wx.navigateTo({url:"/pages/gone/index",fail:function(){}})'),
    /page "pages\/gone\/index" is not found/,
  ],
  [
    "a position that app.json does not name",
    {
      ...later("wx.getLocation({fail:function(){}})"),
      "app.json": (text: string) => text.replace('"getLocation"', '"chooseAddress"'),
    },
    /getLocation:fail the api need to be declared in the requiredPrivateInfos/,
  ],
  [
    "a kind of element without a template",
    {
      "base.wxml": (text: string) =>
        text.replace(/<template name="(tmpl_\d+_\w+)">(\s*)<text /g, '<template name="gone_$1">$2<text '),
    },
    /Template "tmpl_0_\w+" not found/,
  ],
  [
    "a page of app.json that has no files",
    { "app.json": (text: string) => text.replace(/"pages\/tabs\/me\/index",/, '"pages/gone/index",') },
    /The page pages\/gone\/index has no/,
  ],
  [
    "more data at once than the client takes",
    later("getCurrentPages()[0].setData({big:new Array(1200000).join('x')})"),
    /the client takes at most 1 MiB/,
  ],
  [
    "a local picture in a style sheet",
    { "app.wxss": (text: string) => `${text}\n.a{background:url(/a.png)}` },
    /loads only data: and https:/,
  ],
])("catches %s", async (_what, edits, expected) => {
  expect(await mistakesOf(edits, expected)).toMatch(expected);
});
