import { noticesOf } from "./givenNotices";
import { noticeReads } from "../../../../server/features/notices";
import { addNotices, type NewNotice, sendEvent } from "../../../../server/features/notices/notices";
import { inTransaction } from "../../../../server/db";
import { emitOnce } from "../../../../server/outbox";
import { type Company, givenTeam, type Person, prepare } from "../../../support/given";

/* Messages that wait for the morning, or for something to run again. */

const start = prepare(async (company) => {
  const { manager } = await givenTeam(company, { reps: [{}] });
  return { manager };
});

let company: Company;
let manager: Person;
let given: ReturnType<typeof noticesOf>;
const begin = async (now: string) => {
  ({ company, manager } = await start({ now }));
  given = noticesOf(company.app);
  const reads = noticeReads(company.app.deps, () => Promise.resolve([]));
  given.world.reads.heldTitles = (digestId) => reads.heldTitles(digestId);
  given.world.person(manager.memberId, { name: manager.name });
};

/** Somebody names the manager as a deputy, so many times. */
async function named(count: number): Promise<void> {
  const { deps } = company.app;
  const notices = Array.from({ length: count }, (_, n): NewNotice => ({
    noticeId: `deputy_released:somebody${n}:1`,
    kind: "deputy_released",
    params: { byName: `主管${n + 1}` },
    channel: "member",
    receiverId: manager.memberId,
    cause: `cause-${n}`,
    answersAct: false,
    at: deps.clock.now(),
  }));
  await inTransaction(async (session) => {
    for (const added of await addNotices(notices, deps.realNow(), session))
      await emitOnce(sendEvent(added), session, deps.realNow());
  });
  await given.work();
}
const listed = async () => (await company.as(manager).call("notices.list", {})).items.length;
const morning = async () => {
  company.app.clock.set("2026-03-27T08:02:00+08:00");
  await given.work();
  company.app.clock.set("2026-03-27T08:14:00+08:00");
  await given.work();
};
const more = (count: number) => `还有 ${count} 条消息等你看，都在「消息」里，没有一条条发。`;

it("come in the morning as two and one that tells of the others", async () => {
  await begin("2026-03-26T21:00:00+08:00");
  await named(6);
  expect(company.toldTo(manager)).toEqual([]);
  await morning();
  expect(company.toldTo(manager)).toEqual([
    "主管1改了安排，不再由你代为审批。",
    "主管2改了安排，不再由你代为审批。",
    more(4),
  ]);
});

it("all stand in the list, each once", async () => {
  await begin("2026-03-26T21:00:00+08:00");
  await named(6);
  await morning();
  await morning();
  expect([await listed(), company.toldTo(manager).length]).toEqual([6, 3]);
});

it("come each by itself where two were held", async () => {
  await begin("2026-03-26T21:00:00+08:00");
  await named(2);
  await morning();
  expect(company.toldTo(manager)).toHaveLength(2);
});

it("come each by itself by day", async () => {
  await begin("2026-03-26T10:05:00+08:00");
  await named(5);
  expect(company.toldTo(manager)).toHaveLength(5);
});
