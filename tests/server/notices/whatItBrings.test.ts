import { sumFen } from "@shared/domain/money";
import { remindLaggingTeams } from "../../../server/features/notices";
import { noticeReads } from "../../../server/noticeReads";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";

const wan = 1_000_000;

/** What a message promises, and what the statement then says. */
const payOf = async (world: DemoWorld, memberId: string): Promise<number> =>
  sumFen((await world.statement(memberId)).lines.map(({ amountFen }) => amountFen));
const yuanIn = (text: string): number => Math.round(Number(text.replace(/,/g, "")) * 100);
const rowOf = (world: DemoWorld, memberId: string, keyname: string): string => {
  const { content } = world.app.wecom.member(memberId).messages.at(-1) ?? {};
  const rows = (content as { horizontal_content_list: { keyname: string; value: string }[] }).horizontal_content_list;
  return rows.find((row) => row.keyname === keyname)?.value ?? "";
};
const remind = async (world: DemoWorld): Promise<void> => {
  const { deps } = world.app;
  await remindLaggingTeams(deps.clock.now(), "run", noticeReads(deps), deps);
  await world.workAll();
};

/** Team 2 at 70 % and 张三 at 90 %; the company stands where team 1 takes it. */
async function lagging(teamOneFen: number): Promise<DemoWorld> {
  const world = await startDemoWorld({ now: "2026-03-26T09:21:00+08:00" });
  await world.sale("zhangsan", "c-hongda", 27 * wan);
  await world.sale("lisi", "c-hongyuan", 43 * wan);
  await world.sale("xiaowang", "c-haiyue", teamOneFen);
  await world.workAll();
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
  await world.workAll();
  expect(await payOf(world, "zhangsan")).toBe(beforeFen);
  await world.sale("lisi", "c-hongyuan", 1);
  await world.workAll();
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
  await world.workAll();
  await remind(world);
  const alert = world.app.wecom.robot("华南直销一队").sentences.at(-1) ?? "";
  expect(alert).toContain("> 到目标还差 70万，人均 17.5万，还有 3 个工作日");
});

it("tells who is near the target what the way there brings, and so it comes", async () => {
  const world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
  await world.sale("xiaowang", "c-haiyue", 56 * wan);
  await world.workAll();
  const row = rowOf(world, "xiaowang", "最划算");
  const [, amount = "", gain = ""] = /^再签 ([\d,.]+) 元 \+([\d,.]+) 元$/.exec(row) ?? [];
  const beforeFen = await payOf(world, "xiaowang");
  await world.sale("xiaowang", "c-haiyue", yuanIn(amount));
  expect((await payOf(world, "xiaowang")) - beforeFen).toBe(yuanIn(gain));
  expect(yuanIn(amount)).toBe(66_666_667 - 56 * wan);
});
