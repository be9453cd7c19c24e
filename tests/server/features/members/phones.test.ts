import { FieldKeys, opened } from "../../../../server/db/encryptedFields";
import { findMemberIdsByLastFour, findMemberIdsByPhone, syncDirectory } from "../../../../server/features/members";
import { memberPhone } from "../../../../server/features/members/memberModel";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ people: false });
});

const tells = (does: boolean) => {
  for (const agent of app.wecom.world.agents) agent.createdAfter20220620 = !does;
};
const setMobile = (memberId: string, mobile: string) => {
  for (const member of app.wecom.world.members) if (member.userid === memberId) member.mobile = mobile;
};
const sync = () => syncDirectory(app.deps);
const memberStored = async (memberId: string) => (await stored("members", { _id: memberId }))[0] ?? {};
const phoneOf = async (memberId: string) =>
  // Written by the directory's reading.
  opened(app.deps.fieldKeys, memberPhone, (await memberStored(memberId)) as { _id: string });

describe("a phone number that WeCom tells", () => {
  beforeEach(() => tells(true));

  it("is stored so that nobody reads it in the database", async () => {
    await sync();
    expect(await phoneOf("xiaowang")).toBe("8613900000002");
    expect(JSON.stringify(await stored("members"))).not.toMatch(/1390{6}/);
    expect(JSON.stringify(await stored("auditEntries"))).not.toMatch(/1390{6}/);
  });

  it("is found whole or by its last four digits", async () => {
    await sync();
    expect(await findMemberIdsByPhone(app.deps, "+86 139-0000-0002")).toEqual(["xiaowang"]);
    expect(await findMemberIdsByLastFour(app.deps, "0002")).toEqual(["xiaowang"]);
    expect(await findMemberIdsByPhone(app.deps, "13900000099")).toEqual([]);
    expect(await findMemberIdsByPhone(app.deps, "no number")).toEqual([]);
  });

  it("is written once", async () => {
    await sync();
    expect(await sync()).toEqual({ people: 0, units: 0 });
  });

  it("is written again when it changes, with an audit entry that does not tell it", async () => {
    await sync();
    setMobile("xiaowang", "13700001234");
    expect(await sync()).toEqual({ people: 1, units: 0 });
    expect(await phoneOf("xiaowang")).toBe("8613700001234");
    expect(await findMemberIdsByPhone(app.deps, "13900000002")).toEqual([]);
    const [entry] = await stored("auditEntries", { _id: "directory:xiaowang:2" });
    expect(entry).toMatchObject({ action: "member.changed", detail: { phone: "changed" } });
  });

  it.each(["", "10086"])(
    "and later gives as %p stays as it was: WeCom not telling is no order to forget",
    async (mobile) => {
      await sync();
      setMobile("xiaowang", mobile);
      await sync();
      expect(await phoneOf("xiaowang")).toBe("8613900000002");
      tells(false);
      expect(await sync()).toEqual({ people: 0, units: 0 });
      expect(await phoneOf("xiaowang")).toBe("8613900000002");
    },
  );

  it("is all of the directory that is not kept where there is no key", async () => {
    const deps = { ...app.deps, fieldKeys: new FieldKeys(undefined) };
    await syncDirectory(deps);
    expect(await memberStored("xiaowang")).toMatchObject({ name: "小王", phone: null });
  });

  it("is shown on no page", async () => {
    await sync();
    expect(JSON.stringify(await app.me("xiaowang"))).not.toMatch(/phone|1390{6}/i);
  });
});

it("people whose number WeCom does not tell are known as before", async () => {
  tells(false);
  await sync();
  expect(await memberStored("xiaowang")).toMatchObject({ name: "小王", phone: null, phoneIndex: null });
});
