import { register } from "prom-client";
import { listDead, resendDead } from "../../../../server/outbox";
import { stored } from "../../../support/testDatabase";
import { givenNotices, team1, type GivenNotices } from "./givenNotices";

const wan = 1_000_000;

/** What operators read of it: the process counts from its start on. */
async function counted(): Promise<{ unknown: number; unanswered: number }> {
  const text = await register.metrics();
  const countOf = (series: string) => Number(text.split(`\n${series} `)[1]?.split("\n")[0] ?? 0);
  return {
    unknown: countOf('xiaoli_notices_total{kind="sale_win_group",outcome="unknown"}'),
    unanswered: countOf('xiaoli_wecom_call_seconds_count{api="webhook/send",errcode="none"}'),
  };
}

/** The group of team 1 is behind, so that there is something to alert it of. */
function behind({ world }: GivenNotices): void {
  world.team("u3", { doneFen: 100 * wan, targetFen: 240 * wan });
  world.teams.delete("u4");
}

describe("limits", () => {
  it("sends a robot 20 messages a minute, the others as soon as there is room", async () => {
    const { app, confirmed, work, group, justSent } = await givenNotices();
    await justSent("robot:u3", 19);
    await confirmed();
    await confirmed();
    await work();
    expect(group()).toHaveLength(1);
    app.passRealTime({ seconds: 30 });
    await work();
    expect(group()).toHaveLength(1);
    app.passRealTime({ seconds: 33 });
    await work();
    expect(group()).toHaveLength(2);
  });

  it("sends a member 30 messages a minute, beyond which WeCom drops them without a word", async () => {
    const { app, confirmed, work, sentences, justSent } = await givenNotices();
    await justSent("notices:xiaowang", 29);
    await confirmed();
    await confirmed();
    await work();
    expect(sentences("xiaowang")).toHaveLength(1);
    app.passRealTime({ seconds: 63 });
    await work();
    expect(sentences("xiaowang")).toHaveLength(2);
  });

  it("reads nothing for the words of what has to wait", async () => {
    const { confirmed, work, world, justSent } = await givenNotices();
    const asked: string[] = [];
    world.reads.person = async (memberId) => {
      asked.push(memberId);
      return null;
    };
    await justSent("notices:xiaowang", 30);
    await justSent("notices:chenhao", 30);
    await justSent("robot:u3", 20);
    await confirmed();
    await work();
    expect(asked).toEqual([]);
  });

  it("sends nobody more than six unasked messages a day", async () => {
    const { app, confirmed, work, sentences } = await givenNotices();
    for (let sales = 0; sales < 7; sales += 1) await confirmed({ confirmedById: "linjing" });
    await work();
    expect(sentences("chenhao")).toHaveLength(6);
    expect(sentences("xiaowang")).toHaveLength(7); // answers to the rep's own sales
    app.clock.set("2026-03-27T10:05:00+08:00");
    await confirmed({ confirmedById: "linjing" });
    await work();
    expect(sentences("chenhao")).toHaveLength(7);
  });

  it("keeps in the list what is over the day's six", async () => {
    const { confirmed, work } = await givenNotices();
    for (let sales = 0; sales < 7; sales += 1) await confirmed({ confirmedById: "linjing" });
    await work();
    expect(await stored("notices", { inboxOf: "chenhao" })).toHaveLength(7);
  });

  it("sends what is above 200 messages a day and account on the next day", async () => {
    const { app, confirmed, work, sentences, justReserved } = await givenNotices();
    await justReserved(190);
    await confirmed();
    await work();
    // The rep's block of ten was the last; the manager waits.
    expect(sentences("xiaowang").length + sentences("chenhao").length).toBe(1);
    const told = sentences("xiaowang").length === 1 ? "xiaowang" : "chenhao";
    for (let more = 0; more < 9; more += 1) await confirmed({ confirmedById: "chenhao" });
    await work();
    expect(sentences(told)).toHaveLength(10);
    app.passRealTime({ hours: 24 });
    await work();
    expect(sentences("xiaowang")).toHaveLength(10);
    expect(sentences("chenhao")).toHaveLength(10);
    expect(await stored("events", { state: "dead" })).toEqual([]);
  });

  it("waits as long as WeCom says where a limit is reached all the same", async () => {
    const { app, confirmed, work, group, history } = await givenNotices();
    app.wecom.failNext({ path: "webhook/send", errcode: 45009 });
    await confirmed();
    await work();
    expect(group()).toEqual([]);
    app.passRealTime({ seconds: 61 });
    await work();
    expect(group()).toHaveLength(1);
    expect((await history("sale-1:group")).map((step) => step.split(":")[0])).toEqual([
      "pending",
      "sending",
      "pending",
      "sending",
      "sent",
    ]);
  });
});

describe("hours", () => {
  it("answers an own act at any hour, while the group sleeps", async () => {
    const { app, confirmed, work, sentences, group } = await givenNotices({ now: "2026-03-27T21:30:00+08:00" });
    await confirmed();
    await work();
    expect([sentences("xiaowang"), sentences("chenhao"), group()].map((told) => told.length)).toEqual([1, 1, 0]);
    // Friday evening: the next morning is a day off.
    app.clock.set("2026-03-28T10:05:00+08:00");
    await work();
    expect(group()).toEqual([]);
    app.clock.set("2026-03-30T08:00:30+08:00");
    await work();
    expect(group()).toEqual([]);
    app.clock.set("2026-03-30T08:01:00+08:00");
    await work();
    expect(group()).toHaveLength(1);
  });

  it("does not wake a manager with what somebody else confirmed", async () => {
    const { app, confirmed, work, sentences } = await givenNotices({ now: "2026-03-26T20:00:00+08:00" });
    await confirmed({ confirmedById: "linjing" });
    await work();
    expect(sentences("chenhao")).toEqual([]);
    app.clock.set("2026-03-27T08:01:00+08:00");
    await work();
    expect(sentences("chenhao")).toHaveLength(1);
  });
});

describe("what WeCom answers", () => {
  it("is read once when WeCom's answer was lost, since the same bytes are sent again", async () => {
    const { app, confirmed, work, sentences, notice, history } = await givenNotices();
    app.wecom.failNext({ path: "message/send", cut: "after" });
    await confirmed();
    await work(60_000);
    expect(sentences("xiaowang")).toHaveLength(1);
    expect(await notice("sale-1:rep")).toMatchObject({ state: "sent" });
    expect((await history("sale-1:rep")).map((step) => step.split(":")[0])).toEqual([
      "pending",
      "sending",
      "sending",
      "sending",
      "sent",
    ]);
  });

  it("sends again what never arrived", async () => {
    const { app, confirmed, work, sentences } = await givenNotices();
    app.wecom.failNext({ path: "message/send", cut: "before" });
    app.wecom.failNext({ path: "message/send", errcode: -1 });
    await confirmed();
    await work(60_000);
    expect(sentences("xiaowang")).toHaveLength(1);
    expect(sentences("chenhao")).toHaveLength(1);
  });

  it("leaves praise alone when nobody knows whether the group has read it", async () => {
    const { app, confirmed, work, group, notice, history } = await givenNotices();
    app.wecom.failNext({ path: "webhook/send", cut: "before" });
    const before = await counted();
    await confirmed();
    await work(60_000);
    expect(group()).toEqual([]);
    expect(await notice("sale-1:group")).toMatchObject({ state: "unknown" });
    expect((await history("sale-1:group")).at(-1)).toMatch(/^unknown: the answer was lost/);
    expect(await counted()).toEqual({ unknown: before.unknown + 1, unanswered: before.unanswered + 1 });
  });

  it.each([
    ["arrived", "after", 2],
    ["did not arrive", "before", 1],
  ] as const)("sends an alert once more when its answer was lost, so that it %s", async (_, cut, read) => {
    const given = await givenNotices();
    behind(given);
    given.app.wecom.failNext({ path: "webhook/send", cut });
    await given.remind();
    await given.work(60_000);
    await given.work(60_000);
    expect(given.group()).toHaveLength(read);
    const steps = await given.history("lag_alert:u3:2026-03-26");
    expect(steps.filter((step) => step.includes("sent once more and may be read twice"))).toHaveLength(1);
    expect(steps.at(-1)).toMatch(/^sent:/);
  });

  it("does not send an alert a third time", async () => {
    const given = await givenNotices();
    behind(given);
    given.app.wecom.failNext({ path: "webhook/send", cut: "after", times: 2 });
    await given.remind();
    await given.work(60_000);
    await given.work(60_000);
    expect(given.group()).toHaveLength(2);
    expect(await given.notice("lag_alert:u3:2026-03-26")).toMatchObject({ state: "unknown" });
  });

  it("gives up on a robot that is gone until it is asked to send again", async () => {
    const { app, confirmed, work, group, notice } = await givenNotices();
    app.wecom.setRobotState(team1, "removed");
    await confirmed();
    await work();
    expect(await notice("sale-1:group")).toMatchObject({ state: "failed" });
    const dead = await listDead();
    expect(dead).toMatchObject([{ deliveryId: "sale-1:group:notice.send@notices.send", attempts: 1 }]);

    app.wecom.setRobotState(team1, "active");
    await resendDead("sale-1:group:notice.send@notices.send", app.deps.realNow());
    await work();
    expect(group()).toHaveLength(1);
    expect(await notice("sale-1:group")).toMatchObject({ state: "sent" });
  });

  it("says that a member outside the app's scope was not reached", async () => {
    const { confirmed, work, notice, world } = await givenNotices();
    world.leaders.set("u3", ["stranger"]);
    world.person("stranger", {});
    await confirmed();
    await work();
    expect(await notice("sale-1:manager:stranger")).toMatchObject({ state: "failed" });
  });
});
