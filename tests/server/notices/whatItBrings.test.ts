import { sumFen } from "@shared/domain/money";
import { internetCompany } from "@shared/domain/pay/plans";
import { syncDirectory } from "../../../server/features/members";
import { noticeReads, remindLaggingTeams } from "../../../server/features/notices";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";

const wan = 1_000_000;

/** What the statement says once the ticks of team and company have come: what a message has promised. */
const payOf = async (world: DemoWorld, memberId: string): Promise<number> => {
  await world.workAll();
  return sumFen((await world.statement(memberId)).lines.map(({ amountFen }) => amountFen));
};
const yuanIn = (text: string): number => Math.round(Number(text.replace(/,/g, "")) * 100);
/** The value of the newest row of this name that a member was sent. */
const rowOf = (world: DemoWorld, memberId: string, keyname: string): string => {
  const rows = world.app.wecom
    .member(memberId)
    .messages.flatMap(
      ({ content }) =>
        (content as { horizontal_content_list?: { keyname: string; value: string }[] }).horizontal_content_list ?? [],
    );
  return rows.filter((row) => row.keyname === keyname).at(-1)?.value ?? "";
};
const remind = async (world: DemoWorld): Promise<void> => {
  const { deps } = world.app;
  await remindLaggingTeams(deps.clock.now(), "run", noticeReads(deps), deps);
  await world.workDue();
};

/** Team 2 at 70 % and 张三 at 90 %; the company stands where team 1 takes it. */
async function lagging(teamOneFen: number): Promise<DemoWorld> {
  const world = await startDemoWorld({ now: "2026-03-26T09:21:00+08:00" });
  await world.sale("zhangsan", "c-hongda", 27 * wan);
  await world.sale("lisi", "c-hongyuan", 43 * wan);
  await world.sale("xiaowang", "c-haiyue", teamOneFen);
  await world.workDue();
  return world;
}

it.each([
  ["the company's factor stays", 125 * wan, 345_600],
  ["the company's factor rises with it", 118 * wan, 345_600],
])("tells who is ahead what the team's next step is worth, and so it comes: %s", async (_, teamOneFen, worthFen) => {
  const world = await lagging(teamOneFen);
  await remind(world);
  const row = rowOf(world, "zhangsan", "对你");
  expect(row).toMatch(/^团队到80%，提成多 [\d,.]+ 元$/);
  const promisedFen = yuanIn(/多 ([\d,.]+) 元/.exec(row)?.[1] ?? "");
  expect(promisedFen).toBe(worthFen);

  const beforeFen = await payOf(world, "zhangsan");
  await world.sale("lisi", "c-hongyuan", 10 * wan - 1);
  await world.workDue();
  expect(await payOf(world, "zhangsan")).toBe(beforeFen);
  await world.sale("lisi", "c-hongyuan", 1);
  await world.workDue();
  expect((await payOf(world, "zhangsan")) - beforeFen).toBe(promisedFen);
});

it("tells the group how far it is to where everybody's factor rises", async () => {
  const world = await lagging(125 * wan);
  await remind(world);
  const alert = world.app.wecom.robot("华南直销二队").sentences.at(-1) ?? "";
  expect(alert).toContain("> 到 80% 还差 10万，人均 2.5万，还有 3 个工作日；到了全组系数 0 变 0.8");
  expect(alert).not.toMatch(/张三|李四|zhangsan|lisi/);
});

it("tells the group of its target where no factor depends on it", async () => {
  const world = await startDemoWorld({ now: "2026-03-26T09:21:00+08:00" });
  await world.sale("xiaowang", "c-haiyue", 69.666667 * wan);
  await world.workDue();
  await remind(world);
  const alert = world.app.wecom.robot("华南直销一队").sentences.at(-1) ?? "";
  expect(alert).toContain("> 到目标还差 70万，人均 17.5万，还有 3 个工作日");
});

it("tells who is near the target what the way there brings, and so it comes", async () => {
  const world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
  await world.sale("xiaowang", "c-haiyue", 56 * wan);
  await world.workDue();
  const row = rowOf(world, "xiaowang", "最划算");
  const [, amount = "", gain = ""] = /^再签 ([\d,.]+) 元 \+([\d,.]+) 元$/.exec(row) ?? [];
  const beforeFen = await payOf(world, "xiaowang");
  await world.sale("xiaowang", "c-haiyue", yuanIn(amount));
  expect((await payOf(world, "xiaowang")) - beforeFen).toBe(yuanIn(gain));
  expect(yuanIn(amount)).toBe(66_666_667 - 56 * wan);
});

describe("an order that brings nothing while the team's factor is 0", () => {
  const sentence = (world: DemoWorld, memberId: string): string =>
    world.app.wecom
      .member(memberId)
      .sentences.filter((text) => text.startsWith("恭喜"))
      .at(-1) ?? "";

  it("promises to count once the team gets there, with the team's figure as it is read", async () => {
    const world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
    await world.sale("xiaowang", "c-haiyue", 130 * wan);
    await world.sale("lisi", "c-hongyuan", 60 * wan);
    await world.workDue();
    await world.sale("zhangsan", "c-hongda", 19.999 * wan);
    await world.workDue();
    expect(sentence(world, "zhangsan")).toBe(
      "恭喜你完成199990元订单,继续加油!目前团队完成率79.999%,系数为0,本单佣金待团队达标后计入。",
    );
  });

  it("promises nothing where the company's factor is 0 as well", async () => {
    const world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
    await world.sale("zhangsan", "c-hongda", 5 * wan);
    await world.workDue();
    expect(sentence(world, "zhangsan")).toBe("恭喜你完成5万元订单,继续加油!目前团队完成率5%,系数为0,本单暂不计佣金。");
  });

  it("does not deny what it pays by having taken the team there itself", async () => {
    const world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
    await world.sale("xiaowang", "c-haiyue", 130 * wan);
    await world.sale("lisi", "c-hongyuan", 76 * wan);
    await world.workDue();
    await world.sale("zhangsan", "c-hongda", 5 * wan);
    await world.workDue();
    expect(await payOf(world, "zhangsan")).toBeGreaterThan(0);
    expect(sentence(world, "zhangsan")).toBe("恭喜你完成5万元订单,继续加油!");
  });

  it("speaks of the team that somebody who has moved is in now", async () => {
    const world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
    await world.sale("xiaoli", "c-nanyue", 5 * wan);
    await world.sale("xiaowang", "c-haiyue", 130 * wan);
    await world.sale("lisi", "c-hongyuan", 60 * wan);
    await world.workDue();
    world.app.wecom.putMember({ userid: "xiaoli", department: [4] });
    await syncDirectory(world.app.deps);
    world.app.clock.set("2026-03-27T10:05:00+08:00");
    const sale = await world.submitSale("xiaoli", "c-nanyue", 5 * wan, "2026-03-27");
    await world.confirmSale("zhaojing", sale);
    await world.workDue();
    expect(sentence(world, "xiaoli")).toContain("目前团队完成率65%,系数为0");
  });
});

it("asks somebody who is ahead by what was sold before a move as well", async () => {
  const world = await lagging(60.1 * wan);
  world.app.wecom.putMember({ userid: "xiaowang", department: [4] });
  await syncDirectory(world.app.deps);
  world.app.clock.set("2026-03-27T09:21:00+08:00");
  await remind(world);
  expect(world.app.wecom.member("xiaowang").sentences.at(-1)).toMatch(/^你的个人进度领先/);
});

it.each([
  ["from 0", 51 * wan],
  ["from 0.8", 61 * wan],
])("counts what the way to the target does to the team: its factor rises %s", async (_, othersFen) => {
  const world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
  await world.sale("xiaowang", "c-haiyue", 125 * wan);
  await world.sale("lisi", "c-hongyuan", othersFen);
  await world.workDue();
  await world.sale("zhangsan", "c-hongda", 25 * wan);
  await world.workDue();
  const [, amount = "", gain = ""] =
    /^再签 ([\d,.]+) 元 \+([\d,.]+) 元$/.exec(rowOf(world, "zhangsan", "最划算")) ?? [];
  const beforeFen = await payOf(world, "zhangsan");
  await world.sale("zhangsan", "c-hongda", yuanIn(amount));
  await world.workDue();
  expect((await payOf(world, "zhangsan")) - beforeFen).toBe(yuanIn(gain));
});

it("speaks of everybody's factor only where everybody has it", async () => {
  const world = await lagging(125 * wan);
  const flat = { ...internetCompany, code: "flat-lisi", scope: { members: ["lisi"] } };
  await world.publishPlan(flat);
  await remind(world);
  const alert = world.app.wecom.robot("华南直销二队").sentences.at(-1) ?? "";
  expect(alert).toContain("> 到目标还差 30万，人均 7.5万，还有 3 个工作日");
});

it("does not let a team that is short of an edge read as if it had reached it", async () => {
  const world = await startDemoWorld({ now: "2026-03-26T09:21:00+08:00" });
  await world.sale("lisi", "c-hongyuan", 79.9699 * wan);
  await world.workDue();
  expect(world.app.wecom.robot("华南直销二队").sentences.at(-1)).toContain('<font color="info">79.97%</font>');
  expect(rowOf(world, "lisi", "团队")).toBe("79.97万 / 100万，79.97%");
  expect(rowOf(world, "zhaojing", "团队进度")).toBe("0% → 79.97%");
});

it("tells of two sales of one night what each did to the team", async () => {
  const world = await startDemoWorld({ now: "2026-03-26T21:05:00+08:00" });
  for (const amountFen of [10 * wan, 20 * wan]) {
    const sale = await world.submitSale("zhangsan", "c-hongda", amountFen);
    await world.confirmSale("linjing", sale);
    world.app.clock.advance({ minutes: 1 });
  }
  world.app.clock.set("2026-03-27T08:01:00+08:00");
  await world.workDue();
  const progress = world.app.wecom.member("zhaojing").messages.map(({ content }) => {
    const rows = (content as { horizontal_content_list: { value: string }[] }).horizontal_content_list;
    return rows[0]?.value;
  });
  expect(progress.sort()).toEqual(["0% → 10%", "10% → 30%"]);
});
