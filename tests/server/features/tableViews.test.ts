import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import { erasePerson } from "../../../server/features/privacy/erasePerson";
import { type Company, givenMember, type Person, prepare } from "../../support/given";
import { stored } from "../../support/testDatabase";

const start = prepare(async (company) => ({
  rep: await givenMember(company),
  other: await givenMember(company),
}));

let company: Company;
let rep: Person;
let other: Person;
beforeEach(async () => {
  ({ company, rep, other } = await start());
});

type View = BodyOf<"tableViews.set">["views"][number];
const view = (name: string, more: Partial<View> = {}): View => ({
  ...{ table: "sales", name, columns: [{ column: "rep", isShown: false }], search: null },
  ...{ sort: { by: "amount", isDescending: true }, filters: [{ filter: "state", value: "submitted" }] },
  ...more,
});
const read = (by: Person) => company.as(by).call("tableViews.read");
const set = (by: Person, revision: number, views: View[], commandId: string = randomUUID()) =>
  company.as(by).call("tableViews.set", undefined, { commandId, revision, views });

describe("Views of tables", () => {
  it("are none before somebody keeps one", async () => {
    expect(await read(rep)).toEqual({ views: [], revision: 0 });
  });

  it("are there as they were kept, for whoever has kept them alone", async () => {
    await set(rep, 0, [view("待确认的"), view("待确认的", { table: "customers", sort: null, search: "海岳" })]);
    const kept = await read(rep);
    expect(kept).toEqual({
      views: [view("待确认的"), view("待确认的", { table: "customers", sort: null, search: "海岳" })],
      revision: 1,
    });
    expect(await read(other)).toEqual({ views: [], revision: 0 });
  });

  it("that are kept twice by one tap are kept once", async () => {
    const commandId = randomUUID();
    const once = await set(rep, 0, [view("大单")], commandId);
    expect(await set(rep, 0, [view("大单")], commandId)).toEqual(once);
    expect(await read(rep)).toMatchObject({ revision: 1 });
  });

  it("are not written over by whoever has not seen the newest", async () => {
    await set(rep, 0, [view("大单")]);
    await expect(set(rep, 0, [])).rejects.toMatchObject({ code: "stale" });
    expect((await read(rep)).views).toHaveLength(1);
  });

  it("of one table have different names", async () => {
    await expect(set(rep, 0, [view("大单"), view("大单")])).rejects.toMatchObject({ code: "input.invalid" });
    expect(await stored("tableViews")).toEqual([]);
  });

  it("are in one's own export", async () => {
    await set(rep, 0, [view("大单")]);
    const { tableViews } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    expect(tableViews).toEqual([view("大单")]);
  });

  it("go with all else that is kept of somebody who has left", async () => {
    await set(rep, 0, [view("大单")]);
    await set(other, 0, [view("本月")]);
    await erasePerson(company.app.deps, rep.memberId, "person-erase:test");
    expect(await stored("tableViews")).toMatchObject([{ _id: other.memberId }]);
  });
});
