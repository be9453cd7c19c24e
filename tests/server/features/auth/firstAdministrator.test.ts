import { type Company, givenCompany, givenMember } from "../../../support/given";
import { stored } from "../../../support/testDatabase";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import { emptyCompany } from "../../../support/given/company";
import { freshWorld } from "../../../../server/dev/wecom";
import { syncDirectory } from "../../../../server/features/members";

const settings = { FIRST_ADMIN_USERID: "HeMin" };

/** A company whose directory has been read, and in which nobody has been given anything. */
async function begun(given: Record<string, string> = settings): Promise<TestApp> {
  const app = await startTestApp({
    world: (domains) => emptyCompany(freshWorld(domains)),
    people: false,
    settings: given,
  });
  await syncDirectory(app.deps);
  return app;
}

async function logIn(app: TestApp, userid: string): Promise<string[]> {
  const { token } = await app.api.call("auth.loginWeapp", {}, { code: app.wecom.issueLoginCode(userid) });
  const me = await app.api.send("me.read", { headers: { authorization: `Bearer ${token}` } });
  return (me.body as { member: { roles: string[] } }).member.roles;
}

const grantsOf = async (userid: string) =>
  (await stored("members", { _id: userid })).flatMap(({ grants }) => grants as unknown[]);

describe("the first administrator", () => {
  it("is whom the setting names, from her first login on", async () => {
    expect(await logIn(await begun(), "hemin")).toEqual(["admin"]);
  });

  it("is named in the audit log by the installation", async () => {
    await logIn(await begun(), "hemin");
    expect(await stored("auditEntries", { subject: "member:hemin", action: "roles.grant" })).toMatchObject([
      { actor: { kind: "job", id: "installation" }, detail: { role: "admin", first: true } },
    ]);
  });

  it("is nobody else who logs in", async () => {
    expect(await logIn(await begun(), "qianfang")).toEqual([]);
  });

  it("is nobody where no setting says who", async () => {
    expect(await logIn(await begun({}), "hemin")).toEqual([]);
  });

  it("is named once, however often she logs in", async () => {
    const app = await begun();
    await Promise.all([logIn(app, "hemin"), logIn(app, "hemin")]);
    await logIn(app, "hemin");
    expect(await grantsOf("hemin")).toHaveLength(1);
  });

  it("is who was named otherwise before: then the setting says nothing", async () => {
    const company: Company = await givenCompany({ settings: { FIRST_ADMIN_USERID: "newcomer" } });
    await givenMember(company, { memberId: "newcomer" });
    expect(await logIn(company.app, "newcomer")).toEqual([]);
  });

  it("whose role was taken back does not get it again by the setting", async () => {
    const app = await begun();
    await logIn(app, "hemin");
    const grant = { unitId: null, lastOn: null };
    await app.api
      .as("hemin")
      .call(
        "roles.grant",
        { memberId: "qianfang" },
        { commandId: "c1c1c1c1-0000-4000-8000-000000000001", role: "admin", ...grant },
      );
    app.passRealTime({ seconds: 6 });
    await app.api
      .as("qianfang")
      .call(
        "roles.revoke",
        { memberId: "hemin" },
        { commandId: "c1c1c1c1-0000-4000-8000-000000000002", role: "admin", unitId: null },
      );
    expect(await logIn(app, "hemin")).toEqual([]);
  });

  it("is told to a stranger as who can add them", async () => {
    const app = await begun();
    await logIn(app, "hemin");
    app.wecom.putMember({ userid: "newcomer", name: "新同事", department: [1] });
    const refused = await app.api.send("auth.loginWeapp", { body: { code: app.wecom.issueLoginCode("newcomer") } });
    expect(refused.body).toMatchObject({ code: "login.notMember", administratorNames: ["何敏"] });
  });
});
