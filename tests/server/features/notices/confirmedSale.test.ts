import type { SaleIncrement } from "../../../../server/features/sales";
import type { TestApp } from "../../../support/startTestApp";
import { decimal } from "@shared/domain/pay/numbers/number";
import { anIncrement, aSale, givenNotices, team2 } from "./givenNotices";

const wan = 1_000_000;

describe("a confirmed sale", () => {
  it("is told to its rep, to the manager and to the group, in the agreed words", async () => {
    const { confirmed, work, sentences, group, app } = await givenNotices();
    await confirmed();
    await work();
    expect(sentences("xiaowang")).toEqual(["恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!"]);
    expect(sentences("chenhao")).toEqual(["小王完成10万元订单,建议给予公开表扬。"]);
    const link = `${app.baseUrl}/#/pages/tabs/home/index?notice=sale-1%3Agroup`;
    expect(group()).toEqual([
      [
        '**签单 <font color="info">10万元</font>**',
        "<@xiaowang> 签下一家设备制造客户",
        '> 华南直销一队本月 **163.2万 / 240万**，<font color="info">68%</font>',
        `[看团队进度](${link})`,
      ].join("\n"),
    ]);
    expect(group(team2)).toEqual([]);
  });

  it("opens its sale below the pay, the month and the team", async () => {
    const { confirmed, work, app } = await givenNotices();
    await confirmed();
    await work();
    expect(app.wecom.member("xiaowang").messages[0]?.content).toEqual({
      card_type: "text_notice",
      source: { desc: "销励" },
      main_title: { title: "订单已确认", desc: "海岳机械 · 3月26日 16:05" },
      emphasis_content: { title: "+1,500.00 元", desc: "这一单的提成，已得" },
      sub_title_text: "恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!",
      horizontal_content_list: [
        { keyname: "本月销售", value: "50万 / 66.67万，75%" },
        { keyname: "团队", value: "163.2万 / 240万，68%" },
      ],
      jump_list: [
        {
          title: "看这笔怎么算",
          type: 1,
          url: `${app.baseUrl}/#/pages/earnings/line/index?period=2026-03&saleId=sale-1&notice=sale-1%3Arep`,
        },
      ],
      card_action: { type: 1, url: `${app.baseUrl}/#/pages/sales/detail/index?id=sale-1&notice=sale-1%3Arep` },
    });
    expect(app.wecom.member("chenhao").messages[0]?.content).toMatchObject({
      main_title: { title: "团队签单", desc: "小王 · 海岳机械" },
      horizontal_content_list: [
        { keyname: "团队进度", value: "63.83% → 68%" },
        { keyname: "公开表扬", value: "小王同意点名" },
      ],
    });
  });

  it("opens the mini-program where the company has one", async () => {
    const { confirmed, work, app } = await givenNotices({ settings: { APP_MINI_APPID: "wx0123456789abcdef" } });
    await confirmed();
    await work();
    expect(app.wecom.member("xiaowang").messages[0]?.content.card_action).toEqual({
      type: 2,
      appid: "wx0123456789abcdef",
      pagepath: "pages/sales/detail/index?id=sale-1&notice=sale-1%3Arep",
    });
  });

  it("says why it brings none in place of a commission", async () => {
    const { confirmed, work, sentences, app, world } = await givenNotices();
    world.step = { edge: decimal("0.8"), doneFen: 80 * wan, factorNow: decimal("0"), factor: decimal("0.8") };
    world.gainFen = 1;
    const team = { kind: "teamFactor", unitId: "u4" } as const;
    await confirmed({ increment: { ownFen: 0, zeroReason: team } });
    await confirmed({ increment: { ownFen: 0, zeroReason: { kind: "noPlan" } } });
    const line = { kind: "line", sentence: { "zh-CN": "还没到起提点。", en: "Below it." } } as const;
    await confirmed({ increment: { ownFen: 0, zeroReason: line } });
    await confirmed({ increment: { ownFen: 0, zeroReason: null }, amountFen: 12_345_67 });
    await work();
    expect(sentences("xiaowang")).toEqual([
      "恭喜你完成10万元订单,继续加油!目前团队完成率70%,系数为0,本单佣金待团队达标后计入。",
      "恭喜你完成10万元订单,继续加油!你目前没有按销售计酬的方案，这一单暂不计佣金。",
      "恭喜你完成10万元订单,继续加油!还没到起提点。",
      "恭喜你完成12,345.67元订单,继续加油!",
    ]);
    expect(app.wecom.member("xiaowang").messages[0]?.content.emphasis_content).toBeUndefined();
  });

  it("says why it counts in another month than the one in which it was signed", async () => {
    const { confirmed, work, sentences, world } = await givenNotices();
    world.sales.set("late", { state: "confirmed", revision: 2, signedOn: "2026-02-26" });
    world.sales.set("same", { state: "confirmed", revision: 2, signedOn: "2026-03-02" });
    await confirmed({ saleId: "late" });
    await confirmed({ saleId: "same" });
    await work();
    const usual = "恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!";
    expect(sentences("xiaowang")).toEqual([`${usual}2月26日签的单，3月26日确认，计入3月。`, usual]);
  });

  it("says in which month it counts, also where there is no room for why", async () => {
    const { confirmed, work, sentences, world } = await givenNotices();
    world.person("xiaowang", { language: "en" });
    for (const saleId of ["late", "later"])
      world.sales.set(saleId, { state: "confirmed", revision: 2, signedOn: "2026-02-26" });
    await confirmed({ saleId: "late", increment: { ownFen: 0, zeroReason: { kind: "noPlan" } } });
    const sentence = { "zh-CN": "没到。", en: "The condition is not met. ".repeat(6).trim() };
    await confirmed({ saleId: "later", increment: { ownFen: 0, zeroReason: { kind: "line", sentence } } });
    await work();
    expect(sentences("xiaowang").map((told) => told.includes("It counts in Mar."))).toEqual([true, true]);
  });

  it("is told once, however often its event is worked off", async () => {
    const { confirmed, work, sentences, group } = await givenNotices();
    await confirmed({ saleId: "one" });
    await work();
    await confirmed({ saleId: "one" });
    await work();
    expect([sentences("xiaowang"), sentences("chenhao"), group()].map((told) => told.length)).toEqual([1, 1, 1]);
  });

  it("is told in the language of each receiver", async () => {
    const { confirmed, work, sentences, world } = await givenNotices();
    world.person("xiaowang", { language: "en" });
    await confirmed();
    await work();
    expect(sentences("xiaowang")).toEqual([
      "Congratulations on the order of 100,000 CNY. Its commission is in this month's pay. Keep it up!",
    ]);
    expect(sentences("chenhao")).toEqual(["小王完成10万元订单,建议给予公开表扬。"]);
  });

  it.each([
    ["would rather not be named", "no", "小王不希望被点名"],
    ["wants to be asked first", "ask", "小王希望先问一声"],
  ] as const)("names nobody in the group who %s", async (_, publicPraise, toManager) => {
    const { confirmed, work, group, world, app } = await givenNotices();
    world.person("xiaowang", { publicPraise });
    await confirmed({ customerId: "c-other" });
    await work();
    expect(group()[0]).toContain("组里有人签下一家客户");
    expect(group()[0]).not.toMatch(/小王|xiaowang|海岳/);
    expect(app.wecom.member("chenhao").messages[0]?.content).toMatchObject({
      horizontal_content_list: [{ keyname: "团队进度" }, { value: toManager }],
    });
  });

  it("tells no group where there is no robot", async () => {
    const { confirmed, work, group } = await givenNotices({ settings: { WECOM_ROBOTS: "{}" } });
    await confirmed();
    await work();
    expect(group()).toEqual([]);
  });

  it("asks nobody to praise their own sale", async () => {
    const { confirmed, work, sentences, world } = await givenNotices();
    world.leaders.set("u3", ["xiaowang"]);
    await confirmed();
    await work();
    expect(sentences("xiaowang")).toHaveLength(1);
  });

  it("is not told to somebody who has left meanwhile", async () => {
    const { confirmed, work, sentences, world, history } = await givenNotices();
    world.persons.delete("chenhao");
    await confirmed();
    await work();
    expect(sentences("chenhao")).toEqual([]);
    expect((await history("sale-1:manager:chenhao")).at(-1)).toBe("dropped: the member is no longer here");
  });
});

describe("the week's calls in a group", () => {
  it("ring a person's phone twenty times a week at most", async () => {
    const { confirmed, work, group, app } = await givenNotices();
    const winAfterAWhile = async () => {
      // Wins that come close together are gathered, and a digest calls nobody.
      app.clock.advance({ minutes: 11 });
      app.passRealTime({ seconds: 63 });
      await confirmed({ customerId: "c-haiyue" });
      await work();
      return group().at(-1)?.split("\n")[1];
    };
    app.clock.set("2026-03-26T09:05:00+08:00");
    const wins: (string | undefined)[] = [];
    for (let win = 0; win < 21; win += 1) wins.push(await winAfterAWhile());
    expect(wins.slice(0, 20)).toEqual(Array(20).fill("<@xiaowang> 签下一家设备制造客户"));
    expect(wins[20]).toBe("小王 签下一家设备制造客户");
    app.clock.set("2026-03-27T09:05:00+08:00");
    expect(await winAfterAWhile()).toBe("小王 签下一家设备制造客户");
    app.clock.set("2026-03-30T09:05:00+08:00");
    expect(await winAfterAWhile()).toBe("<@xiaowang> 签下一家设备制造客户");
  });
});

describe("a sale of several people", () => {
  const shared = (memberId: string, teamId: string, creditFen: number, ownFen: number): SaleIncrement => ({
    ...anIncrement({ ...aSale("any", new Date(0)), repId: memberId, teamId, amountFen: creditFen }),
    ownFen,
    month: { doneBeforeFen: 0, doneFen: creditFen, targetFen: null },
  });
  const cardOf = (app: TestApp, memberId: string) => app.wecom.member(memberId).messages[0]?.content;

  it("is told to each of them with the own part, and with nothing of the others", async () => {
    const { confirmed, work, sentences, app } = await givenNotices();
    await confirmed({
      increments: [shared("wanglei", "u3", 3 * wan, 45_000), shared("xiaowang", "u3", 7 * wan, 105_000)],
    });
    await work();
    for (const memberId of ["wanglei", "xiaowang"])
      expect(sentences(memberId)).toEqual(["恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!"]);
    expect(cardOf(app, "wanglei")).toMatchObject({
      emphasis_content: { title: "+450.00 元", desc: "这一单的提成，已得" },
      horizontal_content_list: [
        { keyname: "我的部分", value: "3万 / 10万" },
        { keyname: "本月销售" },
        { keyname: "团队" },
      ],
    });
    expect(cardOf(app, "xiaowang")).toMatchObject({ emphasis_content: { title: "+1,050.00 元" } });
    expect(JSON.stringify(cardOf(app, "wanglei"))).not.toContain("1,050");
    expect(sentences("chenhao")).toHaveLength(1);
  });

  it("is told plainly to whoever recorded it for somebody else's client", async () => {
    const { confirmed, work, sentences, app } = await givenNotices();
    await confirmed({ increments: [shared("wanglei", "u3", 10 * wan, 150_000)] });
    await work();
    expect(sentences("wanglei")).toEqual(["恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!"]);
    expect(sentences("xiaowang")).toEqual([
      "恭喜你完成10万元订单,继续加油!这一单计给这家客户的负责人，你这里不计佣金。",
    ]);
    expect(JSON.stringify(cardOf(app, "xiaowang"))).not.toMatch(/1,500|看这笔怎么算/);
  });

  it("is told to its rep as the house's where nobody owned the client", async () => {
    const { confirmed, work, sentences } = await givenNotices();
    await confirmed({ increments: [] });
    await work();
    expect(sentences("xiaowang")).toEqual([
      "恭喜你完成10万元订单,继续加油!这家客户在签单那天没有负责人，这一单计入公司户，不计个人佣金。",
    ]);
    expect(sentences("chenhao")).toHaveLength(1);
  });

  it("moves a leader's team by what counts for it alone", async () => {
    const { confirmed, work, app } = await givenNotices();
    await confirmed({
      increments: [shared("xiaowang", "u3", 5 * wan, 75_000), shared("zhangsan", "u4", 5 * wan, 75_000)],
    });
    await work();
    expect(cardOf(app, "chenhao")).toMatchObject({
      horizontal_content_list: [{ keyname: "团队进度", value: "65.92% → 68%" }, { keyname: "公开表扬" }],
    });
  });
});

describe("what a sale does to the rest of the month", () => {
  const rest = (othersFen: number, others: SaleIncrement["others"]) => ({ othersFen, others });
  const part = (zh: string, en: string, fen: number) => ({ name: { "zh-CN": zh, en }, fen });
  const rowsOf = (app: TestApp) => {
    const card = app.wecom.member("xiaowang").messages[0]?.content as
      | { horizontal_content_list?: { keyname: string; value: string }[]; emphasis_content?: { title: string } }
      | undefined;
    return { big: card?.emphasis_content?.title, rows: card?.horizontal_content_list?.slice(0, -2) };
  };

  it("is said beside its own part, by name", async () => {
    const { confirmed, work, app } = await givenNotices();
    await confirmed({ increment: { ownFen: 25_600, ...rest(73_600, [part("销售提成", "commission", 73_600)]) } });
    await work();
    expect(rowsOf(app)).toEqual({ big: "+256.00 元", rows: [{ keyname: "本月另计", value: "销售提成 +736.00" }] });
  });

  it("is said also where the order itself is too small to bring anything, without the sentence about commission", async () => {
    const { confirmed, work, app, sentences } = await givenNotices();
    const others = [part("销售提成", "commission", 100_000), part("超额奖金", "bonus", 500_000)];
    await confirmed({ increment: { ownFen: 0, ...rest(600_000, others) } });
    await work();
    expect(sentences("xiaowang")).toEqual(["恭喜你完成10万元订单,继续加油!"]);
    const value = "销售提成 +1,000.00 超额奖金 +5,000.00";
    expect(rowsOf(app)).toEqual({ big: undefined, rows: [{ keyname: "本月另计", value }] });
  });

  it("is said as one sum where its names do not fit", async () => {
    const { confirmed, work, app } = await givenNotices();
    const long = [part("一个名字很长的提成组成部分", "long", -60_000), part("另一个名字也很长的部分", "long", -40_000)];
    await confirmed({ increment: { ownFen: 150_000, ...rest(-100_000, long) } });
    await work();
    expect(rowsOf(app).rows).toEqual([{ keyname: "本月另计", value: "−1,000.00 元" }]);
  });
});

describe("near target", () => {
  const crossing = { increment: { month: { doneBeforeFen: 15 * wan, doneFen: 16 * wan, targetFen: 20 * wan } } };

  it("is said when a sale takes the month over 80%", async () => {
    const { confirmed, work, sentences, world, app } = await givenNotices();
    world.months.set("xiaowang", { doneFen: 16 * wan, targetFen: 20 * wan });
    await confirmed(crossing);
    await work();
    expect(sentences("xiaowang")[1]).toBe("你已完成月度销售额16万,距离目标还差4万,继续加油!");
    expect(app.wecom.member("xiaowang").messages[1]?.content).toMatchObject({
      main_title: { title: "离目标不远了", desc: "3月26日" },
      emphasis_content: { title: "80%", desc: "月度目标" },
    });
  });

  it("is said once a month, also when a refund takes the rep below and another sale above again", async () => {
    const { confirmed, work, sentences, world } = await givenNotices();
    world.months.set("xiaowang", { doneFen: 16 * wan, targetFen: 20 * wan });
    await confirmed(crossing);
    await work();
    await confirmed(crossing);
    await work();
    expect(sentences("xiaowang").filter((sentence) => sentence.includes("距离目标"))).toHaveLength(1);
  });

  it.each([
    ["a sale that stays below", { doneBeforeFen: 10 * wan, doneFen: 15 * wan, targetFen: 20 * wan }],
    ["a sale from above the mark", { doneBeforeFen: 16 * wan, doneFen: 17 * wan, targetFen: 20 * wan }],
    ["a month without a target", { doneBeforeFen: 15 * wan, doneFen: 16 * wan, targetFen: null }],
  ])("is not said after %s", async (_, month) => {
    const { confirmed, work, sentences } = await givenNotices();
    await confirmed({ increment: { month } });
    await work();
    expect(sentences("xiaowang")).toHaveLength(1);
  });

  it("is dropped when the target is reached before it could be said", async () => {
    const { confirmed, work, sentences, world, history } = await givenNotices();
    world.months.set("xiaowang", { doneFen: 20 * wan, targetFen: 20 * wan });
    await confirmed(crossing);
    await work();
    expect(sentences("xiaowang")).toHaveLength(1);
    expect((await history("near_target:xiaowang:2026-03")).at(-1)).toMatch(/^dropped: no longer near/);

    world.months.set("xiaowang", { doneFen: 16 * wan, targetFen: 20 * wan });
    await confirmed(crossing);
    await work();
    expect(sentences("xiaowang").filter((sentence) => sentence.includes("距离目标"))).toHaveLength(1);
  });
});
