import nodeCron from "node-cron";
import { crontab } from "../../../server/jobs";
import { subscriptions } from "../../../server/subscriptions";
import { workAll } from "../../../server/outbox";
import { scheduler } from "../../../server/jobs";
import { givenNotices, team1, team2, type GivenNotices } from "../features/notices/givenNotices";
import { startTestApp } from "../../support/startTestApp";
import { stored } from "../../support/testDatabase";
import { remindLaggingTeams } from "../../../server/features/notices";

const wan = 1_000_000;
const agreed = "你的个人进度领先,但团队整体滞后,请协助提升团队效率(如分享客户资源)";

/** Team 2 at 70% with 张三 at 90%, as the demo begins; the reminders' own job on the business clock. */
async function givenLaggingTeam(now: string): Promise<GivenNotices & { lookAt: (time: string) => Promise<void> }> {
  const given = await givenNotices({ now: `${now}:00+08:00` });
  const { app, world } = given;
  world.teams.delete("u3");
  const members = [
    { memberId: "zhangsan", doneFen: 27 * wan, targetFen: 30 * wan },
    { memberId: "lisi", doneFen: 15 * wan, targetFen: 30 * wan },
    { memberId: "sunwei", doneFen: 50 * wan, targetFen: null },
  ];
  world.team("u4", { doneFen: 70 * wan, targetFen: 100 * wan, members });
  world.months.set("zhangsan", { doneFen: 27 * wan, targetFen: 30 * wan });
  const jobs = crontab(app.deps, world.reads).filter(({ name }) => name === "remind-lagging-teams");
  const { tick } = scheduler(app.deps, jobs);
  await tick();
  return {
    ...given,
    async lookAt(time) {
      app.clock.set(`${time}:00+08:00`);
      await tick();
      await given.work();
    },
  };
}

describe("the table", () => {
  it("keeps every job off the times at which it would disturb", async () => {
    const { app, world } = await givenNotices();
    const jobs = crontab(app.deps, world.reads);
    expect(jobs.map(({ name }) => name)).toEqual([
      "owners-of-the-day",
      "erase-positions",
      "erase-devices",
      "erase-files",
      "erase-reports",
      "erase-messages",
      "erase-contacts",
      "learn-pins",
      "find-duplicates",
      "erase-tasks",
      "erase-imports",
      "directory-sync",
      "price-months",
      "remind-next-steps",
      "remind-records",
      "remind-targets",
      "remind-plans",
      "remind-clients-left",
      "remind-roles",
      "remind-month-end",
      "remind-lagging-teams",
      "remind-approvers",
      "look-for-signals",
      "close-reviews",
      "roll-up-check",
    ]);
    for (const { name, schedule } of jobs) {
      expect(nodeCron.validate(schedule)).toBe(true);
      const { minute, hour } = nodeCron.parse(schedule);
      expect([name, minute.filter((one) => one % 30 === 0)]).toEqual([name, []]);
      if (name.startsWith("remind")) expect(hour.filter((one) => one < 8 || one >= 20)).toEqual([]);
    }
  });

  it("runs the night's and the hour's jobs in their slots", async () => {
    const app = await startTestApp({ now: "2026-03-27T03:00:00+08:00", people: false });
    const { tick } = scheduler(app.deps, crontab(app.deps));
    await tick();
    app.clock.set("2026-03-27T03:50:00+08:00");
    await tick();
    expect((await stored("members")).map(({ _id }) => String(_id))).toContain("xiaowang");
    const checks = await stored("events", { type: "rollup.due" });
    expect(checks.map(({ partition }) => String(partition))).toEqual(
      expect.arrayContaining(["performance.rollUp/rollup:u1", "performance.rollUp/rollup:u3"]),
    );
    await workAll(app.deps, subscriptions(app.deps));
    expect(await stored("events")).toEqual([]);
  });
});

describe("a lagging team", () => {
  it("is told once a month to who is ahead, once a day to the group", async () => {
    const { lookAt, sentences, group, app } = await givenLaggingTeam("2026-03-26T09:00");
    await lookAt("2026-03-26T09:20");
    expect(sentences("zhangsan")).toEqual([agreed]);
    for (const other of ["lisi", "sunwei", "zhaojing"]) expect(app.wecom.member(other).sentences).toEqual([]);
    expect(group(team2)).toHaveLength(1);
    expect(group(team2)[0]).toContain("70万 / 100万");
    expect(group(team2)[0]).not.toMatch(/张三|李四/);
    expect(group(team1)).toEqual([]);

    await lookAt("2026-03-26T10:20");
    await lookAt("2026-03-26T19:20");
    expect([sentences("zhangsan").length, group(team2).length]).toEqual([1, 1]);
    await lookAt("2026-03-27T09:20");
    expect([sentences("zhangsan").length, group(team2).length]).toEqual([1, 2]);
  });

  it("is told when the demo's clock is moved over the slot by an hour or a day", async () => {
    const { lookAt, sentences, group } = await givenLaggingTeam("2026-03-26T09:00");
    await lookAt("2026-03-26T10:00");
    expect(sentences("zhangsan")).toEqual([]); // on the hour everybody sends
    await lookAt("2026-03-26T10:01");
    expect([sentences("zhangsan").length, group(team2).length]).toEqual([1, 1]);
  });

  it("is left in peace at night and on days off, also those of the public calendar", async () => {
    const { lookAt, sentences, group } = await givenLaggingTeam("2026-03-27T19:55");
    await lookAt("2026-03-27T23:20");
    await lookAt("2026-03-28T10:20"); // a Saturday
    await lookAt("2026-04-06T10:20"); // the Monday of the Qingming holiday
    expect([sentences("zhangsan"), group(team2)]).toEqual([[], []]);
  });

  it("has its own working Saturdays", async () => {
    const given = await givenLaggingTeam("2026-02-14T09:00"); // made up for the Spring Festival
    given.world.months.set("zhangsan", { doneFen: 27 * wan, targetFen: 30 * wan });
    await given.lookAt("2026-02-14T09:20");
    expect(given.sentences("zhangsan")).toEqual([agreed]);
  });

  it("is not told of when it has caught up between the look and the message", async () => {
    const { app, world, sentences, group, work, history } = await givenLaggingTeam("2026-03-26T10:00");
    await remindLaggingTeams(app.clock.now(), "run-1", world.reads, app.deps);
    world.team("u4", { doneFen: 95 * wan });
    app.clock.advance({ minutes: 1 });
    await work();
    expect([sentences("zhangsan"), group(team2)]).toEqual([[], []]);
    expect((await history("lag_alert:u4:2026-03-26")).at(-1)).toBe("dropped: the team is no longer behind");

    world.team("u4", { doneFen: 70 * wan });
    await remindLaggingTeams(app.clock.now(), "run-2", world.reads, app.deps);
    await work();
    expect([sentences("zhangsan").length, group(team2).length]).toEqual([1, 1]);
  });

  it("speaks to a group only from ten points behind pace on", async () => {
    const { lookAt, group, world } = await givenLaggingTeam("2026-03-26T09:00");
    world.team("u4", { doneFen: 77 * wan });
    await lookAt("2026-03-26T09:20");
    expect(group(team2)).toEqual([]); // 9.4 points behind
    world.team("u4", { doneFen: 76 * wan });
    await lookAt("2026-03-26T10:20");
    expect(group(team2)).toHaveLength(1); // 10.4 points behind
  });
});
