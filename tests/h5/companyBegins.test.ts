import type { Browser } from "playwright-core";
import sharp from "sharp";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { asBrowserPlace, h5Dir } from "../support/h5/builtH5";
import { desktopWindow, H5Phone } from "../support/h5/h5Phone";
import { length } from "../support/length";
import { Somebody } from "../support/h5/somebody";
import { type NewCompany, startNewCompany } from "../support/journeys/newCompany";
import { story } from "../support/story";

/*
 * A company begins: an empty database, a WeCom, one setting. Whatever is done is a tap on what is seen, or typed there: nobody types an
 * address, calls the interface, or is told anything beside the screen. Typing and choosing who holds a phone in WeCom are no taps.
 */

/** Taps of all four people until the rep has opened what the first sale pays; more is a longer way. */
const tapsMax = 130;
const atTheClient = { latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 };
const clients = [
  "客户编号,甲方,简称,级别,负责人,联系人,电话,地址",
  "K001,海岳机械有限公司,海岳机械,A,小王,张主任,13800000001,广州市海珠区",
  "K002,远大仪器有限公司,远大仪器,B,张三,,,",
  "K003,,无名,B,小李,,,",
].join("\n");

/** What the server finds by itself. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 200) throw new Error("the server does not come to it");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

let company: NewCompany;
let browser: Browser;
const everybody: Somebody[] = [];

async function comes(name: string, shape: Parameters<typeof H5Phone.open>[2] = {}): Promise<Somebody> {
  const somebody = new Somebody(name, await H5Phone.open(browser, company.app.baseUrl, shape));
  everybody.push(somebody);
  await somebody.window.signIn(name);
  return somebody;
}

describeInBrowser("A company that begins", () => {
  beforeAll(async () => {
    company = await startNewCompany({ H5_DIR: h5Dir });
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await company?.stop();
  });

  let admin: Somebody;
  let hr: Somebody;
  let rep: Somebody;
  let leader: Somebody;

  /** Away in the middle of a step, and back to it by what the guide says is next. */
  async function leavesAndComesBack(who: Somebody, step: string): Promise<void> {
    await who.goTo(/^待办/);
    await who.goTo("开始使用");
    await who.tap(`下一步：${step}`);
  }

  const steps = {
    "says on the page and to whoever watches that WeCom is out of reach, and stays up": async () => {
      admin = await comes("周敏", desktopWindow);
      await admin.reads("服务器连不上企业微信", 25_000);
      await admin.window.picture("begins-out-of-reach");
      const answer = await fetch(`${company.app.baseUrl}/readyz`);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ wecom: { state: "failing", fault: "unreachable" } });
    },

    "lets its first administrator in once WeCom answers": async () => {
      company.app.wecom.clearFaults();
      await until(async () => (await company.app.api.call("setup.ready")).directoryReadAt !== null);
      // The page would come to it by itself some seconds later.
      await admin.tap("再试一次");
      await admin.window.page.getByRole("button", { name: "周敏" }).first().click();
      await admin.reads("等你处理 1 件");
      await admin.window.picture("begins-todo");
    },

    "shows what has been read of WeCom's directory": async () => {
      await admin.tap(/^开始使用，/);
      await admin.window.picture("begins-steps");
      await admin.tap(/^读通讯录/);
      await admin.reads("在职 8 人");
      await admin.reads("2 个团队");
      await admin.tap("现在读一次");
      await admin.reads(/读完的通讯录/);
    },

    "has her name HR and finance": async () => {
      await admin.tap("下一步：定身份");
      await leavesAndComesBack(admin, "定身份");
      for (const [role, typed, name] of [
        ["人事", "hm", "何敏"],
        ["财务", "林", "林静"],
      ] as const) {
        await admin.tap(`定一位${role}`);
        await admin.fill(/^姓名或拼音首字母/, typed);
        await admin.tap("找人");
        await admin.tap(new RegExp(`^${name}`));
        await admin.tap(`定为${role}`);
        await admin.reads(`${name} 现在是${role}了`);
      }
      await admin.window.picture("begins-roles");
    },

    "has her name who leads the team that has nobody": async () => {
      await admin.tap("下一步：核对团队和负责人");
      await leavesAndComesBack(admin, "核对团队和负责人");
      await admin.tap("给华南直销二队定一位负责人");
      await admin.fill(/^姓名或拼音首字母/, "zj");
      await admin.tap("找人");
      await admin.tap(/^赵静/);
      await admin.tap("定为负责人");
      await admin.reads("赵静 现在负责华南直销二队了");
      await admin.window.picture("begins-units");
    },

    "leads her on to the month from which plans pay": async () => {
      await admin.tap("下一步：定从哪个月起发薪酬");
      await leavesAndComesBack(admin, "定从哪个月起发薪酬");
      await admin.tap("3月1日", "radio");
      await admin.tap("就从这天起");
      await admin.reads("从3月1日起按方案发薪酬，周敏 定的");
    },

    "leads her on to what people had before, of which there is nothing": async () => {
      await admin.tap("下一步：带上期初余额");
      await leavesAndComesBack(admin, "带上期初余额");
      await admin.tap("没有期初");
      await admin.reads(/周敏在 .* 确认了没有期初余额/);
    },

    "leads her on to the first plan, whose numbers are still there when she comes back": async () => {
      await admin.tap("下一步：写第一个佣金方案");
      await admin.tap("写一个方案");
      await admin.tap(/^每单按比例/, "radio");
      await admin.fill(/^销售提成：算多少/, "2");
      await admin.reads("销售提成 2000.00元");
      await leavesAndComesBack(admin, "写第一个佣金方案");
      await admin.tap("写一个方案");
      await admin.reads("从上次没写完的继续");
      await admin.reads("金额 × 2%");
      await admin.window.picture("begins-plan");
      await admin.tap("存好，做体检");
      await admin.reads(/试了 \d+ 种情况/);
      await admin.window.picture("begins-plan-checked");
      await admin.tap("送审");
      await admin.reads("已经请 何敏 来看");
      await admin.window.picture("begins-plan-sent");
    },

    "leads her on to clients, of whom a table is looked at before anything is written": async () => {
      await admin.tap("下一步：放进客户");
      await leavesAndComesBack(admin, "放进客户");
      await admin.tap("从表格导入");
      await admin.give("import-pick", { name: "clients.csv", mimeType: "text/csv", buffer: Buffer.from(clients) });
      await admin.reads("没有哪一列是「客户名称」");
      await admin.window.picture("begins-import-nameless");
    },

    "brings the clients once she has said which column is their name": async () => {
      await leavesAndComesBack(admin, "放进客户");
      await admin.tap("从表格导入");
      await admin.tap(/^clients\.csv/);
      await admin.tap(/^甲方/);
      await admin.tap("客户名称", "radio");
      await admin.reads("导入这 2 行");
      await admin.tap(/^有错/);
      await admin.reads("没有名称。补上再传。");
      await admin.goTo("返回");
      await admin.tap("导入这 2 行");
      await admin.reads("导入的结果");
      await admin.window.picture("begins-import-done");
    },

    "lets her look at calendar and robots, of which nothing is left to do": async () => {
      await admin.goTo("开始使用");
      await admin.tap(/^核对工作日历/);
      await admin.reads("节假日已经有了");
      await admin.goTo("开始使用");
      await admin.tap(/^接上群机器人/);
      await admin.tap("华南直销一队 发一条测试");
      await admin.reads("发出去了，到群里看看");
      expect(company.app.wecom.robot("华南直销一队").sentences).toHaveLength(1);
    },

    "tells her in 系统体检 when WeCom is out of reach": async () => {
      // Where the last question has failed, the next one is for the whole directory, within seconds.
      for (const path of ["department/get", "department/list"])
        company.app.wecom.failNext({ path, cut: "before", times: 1_000_000 });
      await until(async () => (await company.app.api.call("setup.ready")).fault !== null);
      await admin.goTo("系统体检");
      await admin.reads("连不上。看服务器能不能访问外网");
      await admin.window.picture("begins-health");
      company.app.wecom.clearFaults();
    },

    "brings the plan to HR, who publishes it": async () => {
      expect(company.app.wecom.member("hemin").sentences.at(-1)).toContain("送审了，等你审核");
      hr = await comes("何敏", desktopWindow);
      await hr.tap(/^销售提成方案 V1，待审核/);
      await hr.reads("金额 × 2%");
      await hr.tapOn("plan-publish");
      await hr.tapOn("plan-publish-confirm");
      await hr.reads("已发布");
      await hr.window.picture("begins-published");
    },

    "leads HR on to the first targets": async () => {
      await hr.tap("下一步：定第一批目标");
      await leavesAndComesBack(hr, "定第一批目标");
      // The list beside the step leads nowhere else meanwhile.
      expect(await hr.window.page.locator(".action-bar").filter({ visible: true }).count()).toBe(1);
      await hr.tap("去定目标");
      await hr.fill(/^制造集团/, "600000");
      await hr.tap(/^存为草稿/);
      await hr.tap(/^制造集团 往下分/);
      await hr.fill(/^华南分公司/, "600000");
      await hr.tap(/^存为草稿/);
      await hr.tap(/^华南分公司 往下分/);
      await hr.fill(/^华南直销一队/, "400000");
      await hr.fill(/^华南直销二队/, "200000");
      await hr.tap(/^存为草稿/);
      for (const [team, targets] of [
        ["华南直销一队", { 小王: "200000", 小李: "200000" }],
        ["华南直销二队", { 张三: "200000" }],
      ] as const) {
        await hr.tap(new RegExp(`^${team} 往下分`));
        for (const [name, yuan] of Object.entries(targets)) await hr.fill(new RegExp(`^${name}`), yuan);
        await hr.tap(/^存为草稿/);
        await hr.reads("这一层正好分完");
        await hr.goTo("返回");
      }
      await hr.goTo("返回");
      await hr.goTo("返回");
      await hr.window.picture("begins-targets");
      await hr.tap("发布 7 个目标");
      await hr.tapOn("publish-send");
      await hr.reads("已发布");
      await hr.goTo("开始使用");
      await hr.window.named("定第一批目标，已完成").waitFor();
      await hr.window.picture("begins-hr-done");
    },

    "asks a rep for consent, and takes the check-in at a client without a pin": async () => {
      rep = await comes("小王", { place: asBrowserPlace(atTheClient) });
      await rep.goTo(/^打卡/);
      await rep.tap(/^先看位置说明/);
      await rep.tap("同意并继续");
      await rep.tap(/^海岳机械/, "radio");
      const buffer = await sharp({ create: { width: 1_200, height: 900, channels: 3, background: "#406080" } })
        .jpeg()
        .toBuffer();
      await rep.give("tap-take", { name: "door.jpg", mimeType: "image/jpeg", buffer });
      await rep.tap(/^在 海岳机械 打卡，.*这里还没有定位点/);
      await rep.window.picture("begins-check-in");
      await rep.tap("写拜访记录");
      await rep.fill(/^客户说了什么/, "看了样机，合同今天签");
      await rep.fill(/^下一步/, "下周三安排培训");
      await rep.tap("提交记录");
      await rep.window.picture("begins-visit");
    },

    "takes the sale, and says who confirms it and what it will bring": async () => {
      await rep.tap("在这家记销售");
      await rep.fill(/^金额/, "100000");
      await rep.reads("+2,000.00 元");
      await rep.tap("提交 100,000.00 元");
      await rep.reads("已提交，等陈浩确认");
      await rep.window.picture("begins-sale");
    },

    "brings the sale to the rep's leader, who confirms it": async () => {
      leader = await comes("陈浩");
      await leader.tap(/^海岳机械，100,000\.00 元，待确认/);
      await leader.tap("确认 100,000.00 元");
      await leader.reads("已确认");
      await leader.window.picture("begins-confirmed");
    },

    "shows the rep the amount on 今日 and 收入, down to rule, sale, visit and check-in": async () => {
      await rep.backToTabs();
      await rep.goTo(/^今日/);
      await rep.reads("已完成月度目标50%");
      await rep.reads("2,500.00");
      await rep.window.picture("begins-today");
      await rep.goTo(/^收入/);
      await rep.tap(/^销售提成，海岳机械/);
      await rep.reads(/100,000\.00[\s\S]*2%[\s\S]*2,000\.00/);
      await rep.window.picture("begins-line");
      await rep.tap(/^比例 2%/);
      await rep.reads("销售提成方案");
      await rep.tap("关闭");
      await rep.tap(/^金额 100,000\.00/);
      await rep.tap("看这一单");
      await rep.reads("陈浩 确认");
      await rep.tap(/有效拜访，看了样机，合同今天签/);
      await rep.reads("下周三安排培训");
      await rep.tap(/^为什么|打卡/);
      await rep.reads("我拍的照片");
      await rep.window.picture("begins-behind");
    },

    "leaves its administrator nothing to be done": async () => {
      await admin.goTo(/^待办/);
      await admin.reads("现在没有等你处理的事");
      await admin.goTo("开始使用");
      await admin.reads("必须做的都做完了");
      const taps = everybody.map(({ name, taps: count }) => `${name} ${count}`);
      const all = everybody.reduce((sum, { taps: count }) => sum + count, 0);
      console.info(`Taps from an empty database to the first sale that pays: ${all} (${taps.join(", ")})`);
      expect(all).toBeLessThanOrEqual(tapsMax);
    },
  };

  /** What follows is for the soak: the server's side of it, to the first sale that pays, is setup/firstSale.test. */
  const begun = length(5, Object.keys(steps).length);

  story(
    "comes from an empty database towards its first sale that pays by what the screen says",
    Object.fromEntries(Object.entries(steps).slice(0, begun)),
    {
      timeoutMs: 120_000,
      afterEachStep: () => expect(everybody.flatMap(({ window }) => window.faults)).toEqual([]),
    },
  );
});
