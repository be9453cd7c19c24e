import { handMade } from "../support/weapp/builtWeapp";
import { launchWeapp, type LaunchOptions, type WeappHost } from "../support/weapp/launchWeapp";

/* The host's own rules, on mini-programs of a few lines. */

let app: WeappHost;
afterEach(() => app.close());

const page = (methods: string, data = "{}") => `Page({data:${data},${methods}})`;

/** Pages `a` (first) and `c`, tab pages `t` and `u`. */
async function launch(files: Record<string, string>, options: Partial<LaunchOptions> = {}): Promise<WeappHost> {
  const pages = ["a/a", "t/t", "u/u", "c/c"];
  const empty = pages.flatMap((name) => [
    [`${name}.js`, "Page({})"],
    [`${name}.json`, "{}"],
    [`${name}.wxml`, `<view>${name}</view>`],
  ]);
  const appJson = {
    pages,
    window: { navigationBarTitleText: "Title" },
    tabBar: { list: ["t/t", "u/u"].map((pagePath) => ({ pagePath, text: pagePath })) },
  };
  const dir = handMade({
    ...Object.fromEntries<string>(empty as [string, string][]),
    "app.json": JSON.stringify(appJson),
    "app.js": "App({})",
    ...files,
  });
  app = await launchWeapp(dir, { native: {}, ...options });
  return app;
}

const errors = () => app.errors.map(({ message }) => message);
const now = (call: string) => page(`onLoad:function(){${call}}`);

describe("Pages", () => {
  it("live as in the client: loaded with an undecoded query, shown, ready, hidden below another, unloaded", async () => {
    const told = (name: string) => `${name}:function(x){getApp().told.push(this.route+" ${name}"+(x&&x.q?" "+x.q:""))}`;
    const life = page(["onLoad", "onShow", "onReady", "onHide", "onUnload"].map(told).join(","));
    await launch({
      "app.js": "App({told:[],onLaunch:function(x){this.told.push('launch '+x.path)}})",
      "a/a.js": life,
      "c/c.js": life + ";getApp().told",
    });
    await app.open("/c/c?q=%E7%8E%8B");
    await app.back();
    const { told: list } = app.app() as { told: string[] };
    expect(list).toEqual([
      ...["launch a/a", "a/a onLoad", "a/a onShow", "a/a onReady", "a/a onHide"],
      ...["c/c onLoad %E7%8E%8B", "c/c onShow", "c/c onReady", "c/c onUnload", "a/a onShow"],
    ]);
  });

  it("keep what a tab page has, whatever was opened above it", async () => {
    await launch(
      {
        "t/t.js": page("onLoad:function(){this.setData({n:1})},up:function(){this.setData({n:this.data.n+1})}"),
        "t/t.wxml": '<view id="n" bindtap="up">{{n}}</view>',
      },
      { path: "t/t" },
    );
    await app.tap("#n");
    await app.open("/c/c");
    await app.tab(1);
    expect(app.route()).toBe("u/u");
    await app.tab(0);
    expect(app.text("#n")).toBe("2");
  });

  it.each([
    [
      "an eleventh page",
      "for(var i=0;i<11;i++)wx.navigateTo({url:'/c/c',fail:function(){}})",
      /webview count limit exceed/,
    ],
    [
      "switchTab to a page that is no tab",
      "wx.switchTab({url:'/c/c',fail:function(){}})",
      /can not switch to no-tabBar page/,
    ],
    ["a query for a tab page", "wx.switchTab({url:'/t/t?x=1',fail:function(){}})", /takes no query/],
    ["back from the first page", "wx.navigateBack({fail:function(){}})", /cannot navigate back at first page/],
    ["redirectTo a tab page", "wx.redirectTo({url:'/t/t',fail:function(){}})", /can not redirectTo a tabbar page/],
  ])("refuse %s", async (_what, call, expected) => {
    await launch({ "a/a.js": now(call) });
    await app.until(() => expected.test(errors().join("\n")));
  });

  it("survive what a lifetime, a handler or a timer throws", async () => {
    await launch({
      "a/a.js": page(
        "onLoad:function(){throw new Error('in onLoad')},go:function(){throw new Error('in go')},onShow:function(){setTimeout(function(){throw new Error('in timer')})}",
      ),
      "a/a.wxml": '<view id="go" bindtap="go">go</view>',
    });
    await app.tap("#go");
    await app.until(() => errors().length === 3);
    expect(errors()).toEqual([
      "in onLoad",
      expect.stringMatching(/in (go|timer)/),
      expect.stringMatching(/in (go|timer)/),
    ]);
  });
});

describe("Controls", () => {
  const shows = {
    "a/a.js": page(
      "say:function(e){this.setData({said:JSON.stringify(e.detail.value===undefined?e.type:e.detail.value)})}",
    ),
  };
  const withView = (wxml: string) => launch({ ...shows, "a/a.wxml": `${wxml}<view id="said">{{said}}</view>` });

  it("pass on what a person types, cut at the length that the client allows", async () => {
    await withView('<input id="x" maxlength="3" bindinput="say"/>');
    await app.input("#x", "王小明的");
    expect(app.text("#said")).toBe('"王小明"');
  });

  it("stay silent while they are disabled, with everything inside", async () => {
    await withView(
      '<button id="x" disabled="{{true}}" bindtap="say"><text id="in">t</text></button><input id="y" disabled/>',
    );
    await app.tap("#in");
    expect(app.text("#said")).toBe("");
    await expect(app.input("#y", "a")).rejects.toThrow("Nobody can type into a disabled input");
  });

  it("tell a group's choice, also by the label of one of its boxes", async () => {
    await withView(
      '<checkbox-group bindchange="say"><checkbox value="a"/><label id="l"><checkbox value="b"/>b</label></checkbox-group>',
    );
    await app.tap("#l");
    expect(app.text("#said")).toBe('["b"]');
  });

  it("offer in a picker only what a person could choose", async () => {
    await withView('<picker id="d" mode="date" start="2026-01-01" end="2026-03-26" bindchange="say">day</picker>');
    await app.choose("#d", "2026-03-01");
    expect(app.text("#said")).toBe('"2026-03-01"');
    await expect(app.choose("#d", "2026-03-27")).rejects.toThrow("lies outside");
    await expect(app.choose("#d", "27.3.")).rejects.toThrow("is no day");
  });

  it("hand a form's fields over by name", async () => {
    await withView(
      '<form bindsubmit="say"><input name="who" id="w"/><switch name="on" id="s"/><button form-type="submit" id="b">ok</button></form>',
    );
    await app.input("#w", "王");
    await app.tap("#s");
    await app.tap("#b");
    expect(app.text("#said")).toBe('{"who":"王","on":true}');
  });

  it("load the pictures that are in the package", async () => {
    await launch({
      ...shows,
      "p.png": "x",
      "a/a.wxml": '<image src="/p.png" bindload="say"/><image src="/gone.png"/><view id="said">{{said}}</view>',
    });
    await app.until(() => app.text("#said") === '"load"');
    expect(errors()).toEqual(["The package has no picture /gone.png"]);
  });

  it("know no tag of the web", async () => {
    await withView("<div>x</div>");
    expect(errors()).toEqual(["<div> is no tag of a mini-program"]);
  });
});

describe("wx", () => {
  const keep = "getApp().kept=";
  const kept = () => app.until(() => (app.app() as { kept?: unknown }).kept);

  it("fails loudly where a test gives no answer for the phone", async () => {
    await launch({ "a/a.js": now("wx.scanCode({fail:function(){}})") });
    await app.until(() => errors().length);
    expect(errors()).toEqual([expect.stringContaining('the test gives no answer for it in "native"')]);
  });

  it("answers by promise and by callbacks, with the client's errMsg", async () => {
    const refused = () => {
      throw Object.assign(new Error(), { errMsg: "scanCode:fail cancel" });
    };
    await launch(
      {
        "a/a.js": now(
          `wx.scanCode().catch(function(e){wx.login({complete:function(r){${keep}[e.errMsg,r.errMsg,r.code]}})})`,
        ),
      },
      { native: { scanCode: refused, login: { code: "C" } } },
    );
    expect(await kept()).toEqual(["scanCode:fail cancel", "login:ok", "C"]);
  });

  it("answers wx.qy by callbacks alone", async () => {
    await launch(
      { "a/a.js": now(`${keep}[String(wx.qy.login({success:function(r){getApp().kept.push(r.errMsg,r.code)}}))]`) },
      { native: { "qy.login": { code: "C" } } },
    );
    await app.until(() => (app.app() as { kept: unknown[] }).kept.length === 3);
    expect(await kept()).toEqual(["undefined", "qy__login:ok", "C"]);
  });

  it("has no wx.qy outside WeCom", async () => {
    await launch({ "a/a.js": now(`${keep}typeof wx.qy`) }, { device: { wecom: false } });
    expect(await kept()).toBe("undefined");
  });

  it("keeps storage as JSON within the client's limits, also for the next launch", async () => {
    const code = `wx.setStorageSync('d',{at:undefined,n:1});${keep}[wx.getStorageSync('d'),wx.getStorageSync('x')];try{wx.setStorageSync('big',new Array(1100000).join('x'))}catch(e){getApp().kept.push(e.errMsg)}`;
    await launch({ "a/a.js": now(code) });
    expect(await kept()).toEqual([{ n: 1 }, "", "setStorageSync:fail entry size limit reached"]);
    const { storage } = app;
    app.close();
    await launch({ "a/a.js": now(`${keep}wx.getStorageSync('d')`) }, { storage });
    expect(await kept()).toEqual({ n: 1 });
  });

  it("lacks what is newer than the phone, and what a test takes away", async () => {
    await launch(
      { "a/a.js": now(`${keep}[typeof wx.getWindowInfo,typeof wx.vibrateShort,typeof wx.request]`) },
      { device: { baseLibrary: "2.19.0" }, without: ["vibrateShort"] },
    );
    expect(await kept()).toEqual(["undefined", "undefined", "function"]);
  });

  it("tells the mini-program what the phone tells it", async () => {
    await launch({ "a/a.js": now(`wx.onNetworkStatusChange(function(x){${keep}x.isConnected===false})`) });
    app.emit("onNetworkStatusChange", { isConnected: false });
    expect(await kept()).toBe(true);
  });

  it.each([
    ["refuses a request to no whole address", "wx.request({url:'/api',fail:f})", 'request:fail invalid url "/api"'],
    ["aborts a request on demand", "wx.request({url:'https://a',fail:f}).abort()", "request:fail abort"],
  ])("%s", async (_name, call, errMsg) => {
    const heard = `var f=function(e){${keep}e.errMsg};${call}`;
    await launch({ "a/a.js": now(heard) }, { native: { request: () => new Promise(() => undefined) } });
    expect(await kept()).toBe(errMsg);
  });
});

describe("Two phones in one test", () => {
  it("do not meet: each has its own pages, storage and mistakes", async () => {
    await launch({
      "a/a.js": page("go:function(){throw new Error('mine')}"),
      "a/a.wxml": '<view id="go" bindtap="go">a</view>',
    });
    const first = app;
    await launch({});
    await first.tap("#go");
    expect(first.errors).toHaveLength(1);
    expect(app.errors).toHaveLength(0);
    first.close();
    expect(app.text()).toContain("a/a");
  });
});
