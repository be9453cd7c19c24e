import { stored } from "../../../support/testDatabase";
import { deferred } from "../../outbox/givenRelay";
import { givenNotices } from "./givenNotices";

it("neither sends nor counts once another worker has taken the receiver over", async () => {
  const { app, world, confirmed, work, sentences, history } = await givenNotices();
  const gate = deferred();
  const begun = deferred();
  const reads = { ...world.reads };
  let asked = 0;
  world.reads.person = async (memberId) => {
    asked += 1;
    if (asked === 1) {
      begun.settle();
      await gate.promise;
    }
    return reads.person(memberId);
  };
  await confirmed();
  const slow = work();
  await begun.promise;
  app.passRealTime({ seconds: 31 });
  await work(5_000);
  gate.settle();
  await slow;

  for (const [memberId, noticeId] of [
    ["xiaowang", "sale-1:rep"],
    ["chenhao", "sale-1:manager:chenhao"],
  ] as const) {
    expect(sentences(memberId)).toHaveLength(1);
    expect(await history(noticeId)).toEqual([
      "pending: asked for",
      "sending: handed to WeCom",
      "sent: WeCom has accepted it",
    ]);
  }
  const counted = (await stored("sendCounts")).map(({ _id, counts }): [string, number] => [
    String(_id),
    (counts as { sentAtMs: number[] }).sentAtMs.length, // as SendCounts
  ]);
  expect(counted).toEqual([
    ["notices:chenhao", 1],
    ["notices:xiaowang", 1],
    ["robot:u3", 1],
  ]);
});
