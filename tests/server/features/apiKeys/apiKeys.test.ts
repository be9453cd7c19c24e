import { actorKeyOf, jobActor } from "@shared/domain/actor";
import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type Contract } from "@shared/contracts";
import { addApiKey, revokeApiKey } from "../../../../server/features/apiKeys";
import { mayCall } from "../../../../server/http/router";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

let app: TestApp;
const administrator = jobActor("api-key");
const add = (commandId: string, name = "crm") =>
  addApiKey(app.deps, { actor: administrator, commandId, name, scopes: ["customers.write"] });
const callWith = async (token: string, id: OperationId = "me.read") =>
  app.api.send(id, { headers: { authorization: `Bearer ${token}` } });

beforeEach(async () => {
  app = await startTestApp({ people: false });
});

describe("an API key", () => {
  it("is refused what no scope opens to it, by a clear answer", async () => {
    const token = await add("c1");
    expect(await callWith(token)).toMatchObject({ status: 403, body: { code: "right.missing" } });
  });

  it("may call only what names one of its scopes", () => {
    const key = { kind: "apiKey", id: "crm", roles: [], scopes: ["customers.write"] } as const;
    expect(mayCall(key, { scope: "customers.write" })).toBe(true);
    expect(mayCall(key, { scope: "targets.write" })).toBe(false);
    expect(mayCall(key, {})).toBe(false);
  });

  it("reads nobody's pay, whatever its scopes", () => {
    const personal = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].path.includes("/me"));
    expect(personal.length).toBeGreaterThan(5);
    for (const id of personal) expect((contracts[id] as Contract).scope).toBeUndefined();
  });

  it("is kept nowhere but as a hash", async () => {
    const token = await add("c1");
    const everything = JSON.stringify([
      await stored("apiKeys"),
      await stored("commands"),
      await stored("auditEntries"),
    ]);
    expect(everything).not.toContain(token.slice(4));
    expect(everything).toContain("crm");
  });

  it("is refused five seconds after it was revoked, also where it was used a moment before", async () => {
    const token = await add("c1");
    await callWith(token);
    await revokeApiKey(app.deps, { actor: administrator, commandId: "c2", name: "crm" });
    app.passRealTime({ seconds: 5 });
    expect(await callWith(token)).toMatchObject({ status: 401, body: { code: "apiKey.unknown" } });
  });

  it("is unknown when it only looks like one", async () => {
    expect((await callWith(`xlk_${"A".repeat(43)}`)).status).toBe(401);
    expect((await callWith("xlk_short")).status).toBe(401);
  });

  it("is shown once under one name", async () => {
    await add("c1");
    await expect(add("c1")).rejects.toMatchObject({ code: "command.reused" });
    await expect(add("c2")).rejects.toMatchObject({ code: "input.invalid" });
    expect(await stored("apiKeys")).toHaveLength(1);
  });

  it("is made and revoked under a name of its own in the audit log", async () => {
    await add("c1");
    await revokeApiKey(app.deps, { actor: administrator, commandId: "c2", name: "crm" });
    expect(await stored("auditEntries", { subject: "apiKey:crm" })).toMatchObject([
      { _id: "job:api-key:c1", actor: { kind: "job", id: "api-key" }, action: "apiKey.add" },
      { _id: "job:api-key:c2", action: "apiKey.revoke" },
    ]);
  });
});

describe("the key of an actor", () => {
  it("tells a member from another system and from a job of the same name", () => {
    const keys = (["member", "apiKey", "job", "wecom"] as const).map((kind) => actorKeyOf({ kind, id: "crm" }));
    expect(new Set(keys).size).toBe(4);
    expect(keys[0]).toBe("crm");
  });
});
