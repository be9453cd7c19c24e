import { decimal } from "@shared/domain/pay/number";
import { givenNotices, team2 } from "./givenNotices";

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

  it("shows its rep the pay, the month and the team, and opens the sale", async () => {
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
        { keyname: "团队进度", value: "63.8% → 68%" },
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

  it("speaks of no commission where it brings none, and says why", async () => {
    const { confirmed, work, sentences, app, world } = await givenNotices();
    world.step = { edge: decimal("0.8"), doneFen: 80 * wan, factorNow: decimal("0"), factor: decimal("0.8") };
    world.gainFen = 1;
    const team = { kind: "teamFactor", unitId: "u4" } as const;
    await confirmed({ incrementFen: 0, zeroReason: team });
    await confirmed({ incrementFen: 0, zeroReason: { kind: "noPlan" } });
    await confirmed({
      incrementFen: 0,
      zeroReason: { kind: "line", sentence: { "zh-CN": "还没到起提点。", en: "Below it." } },
    });
    await confirmed({ incrementFen: 0, zeroReason: null, amountFen: 12_345_67 });
    await work();
    expect(sentences("xiaowang")).toEqual([
      "恭喜你完成10万元订单,继续加油!目前团队完成率70%,系数为0,本单佣金待团队达标后计入。",
      "恭喜你完成10万元订单,继续加油!你目前没有按销售计酬的方案，这一单暂不计佣金。",
      "恭喜你完成10万元订单,继续加油!还没到起提点。",
      "恭喜你完成12345.67元订单,继续加油!",
    ]);
    expect(app.wecom.member("xiaowang").messages[0]?.content.emphasis_content).toBeUndefined();
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
      "Congratulations on the order of 100,000 yuan. Its commission is in this month's pay. Keep it up!",
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

  it("tells no group where there is no robot, and no manager of their own sale", async () => {
    const { confirmed, work, group, sentences, world } = await givenNotices({ settings: { WECOM_ROBOTS: "{}" } });
    world.leaders.set("u3", ["xiaowang"]);
    await confirmed();
    await work();
    expect(group()).toEqual([]);
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
  it("stop ringing people's phones after twenty, and begin anew on Monday", async () => {
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

describe("near target", () => {
  const crossing = { month: { doneBeforeFen: 15 * wan, doneFen: 16 * wan, targetFen: 20 * wan } };

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
    await confirmed({ month });
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
