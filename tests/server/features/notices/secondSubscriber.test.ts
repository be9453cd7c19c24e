import { saleConfirmed } from "../../../../server/features/sales";
import { listDead, resendDead, subscribe } from "../../../../server/outbox";
import { stored } from "../../../support/testDatabase";
import { givenNotices } from "./givenNotices";

/* All that another feature needs to hear of confirmed sales is in this file. */
class Counter {
  totalFen = 0;
  fails: Error | null = null;
  readonly subscription = subscribe("counter.sum", saleConfirmed, async ({ amountFen }) => {
    if (this.fails) throw this.fails;
    this.totalFen += amountFen;
  });
}

const wan = 1_000_000;
/** Comes back in a minute, so that a slow machine sees one try. */
const busy = Object.assign(new Error("the counter is busy"), { retry: "later", waitMs: 60_000 });
const refused = Object.assign(new Error("the counter is closed"), { retry: "never" });

it("lets another feature hear of confirmed sales beside the notices", async () => {
  const counter = new Counter();
  const { confirmed, work, sentences } = await givenNotices({}, [counter.subscription]);
  await confirmed({ amountFen: 10 * wan });
  await confirmed({ amountFen: 5 * wan });
  await work();
  expect(counter.totalFen).toBe(15 * wan);
  expect(sentences("xiaowang")).toHaveLength(2);
  expect(await stored("events")).toEqual([]);
});

it("goes on telling while the other feature fails", async () => {
  const counter = new Counter();
  const { confirmed, work, sentences } = await givenNotices({}, [counter.subscription]);
  counter.fails = busy;
  await confirmed();
  await work();
  expect(sentences("xiaowang")).toHaveLength(1);
  expect(await stored("events")).toMatchObject([{ _id: "sale-1:sale.confirmed@counter.sum", attempts: 1 }]);
});

describe("when the other feature has refused for good", () => {
  const afterRefusals = async () => {
    const counter = new Counter();
    const notices = await givenNotices({}, [counter.subscription]);
    counter.fails = refused;
    await notices.confirmed();
    await notices.confirmed();
    await notices.work(120_000);
    return { counter, ...notices };
  };

  it("tells everybody as before", async () => {
    const { sentences, group } = await afterRefusals();
    expect([sentences("xiaowang").length, group().length]).toEqual([2, 2]);
  });

  it("gives up what was for that one alone", async () => {
    await afterRefusals();
    expect((await listDead()).map(({ deliveryId, subscription }) => [deliveryId, subscription]).sort()).toEqual([
      ["sale-1:sale.confirmed@counter.sum", "counter.sum"],
      ["sale-2:sale.confirmed@counter.sum", "counter.sum"],
    ]);
  });

  it("lets it catch up without telling anybody twice", async () => {
    const { app, counter, work, sentences } = await afterRefusals();
    counter.fails = null;
    for (const { deliveryId } of await listDead()) await resendDead(deliveryId, app.deps.realNow());
    await work();
    expect(counter.totalFen).toBe(20 * wan);
    expect(sentences("xiaowang")).toHaveLength(2);
  });
});

it("lets the notices wait for WeCom alone", async () => {
  const counter = new Counter();
  const { app, confirmed, work, sentences } = await givenNotices({}, [counter.subscription]);
  app.wecom.failNext({ path: "message/send", errcode: 45009 });
  await confirmed();
  await work();
  expect(counter.totalFen).toBe(10 * wan);
  expect(sentences("xiaowang")).toEqual([]);
});
