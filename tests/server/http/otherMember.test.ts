import { type Company, givenRep, type Person, prepare } from "../../support/given";
import { stored } from "../../support/testDatabase";

/* A page that still shows the person before, while the browser's session is the next one's. */

const start = prepare(async (company) => ({ rep: await givenRep(company), other: await givenRep(company) }));

let company: Company;
let rep: Person;
let other: Person;

beforeEach(async () => {
  ({ company, rep, other } = await start());
});

const asked = async (id: "me.read" | "me.setLanguage", askedAs: string, body?: object) =>
  company.app.api.send(id, {
    ...(body && { body }),
    headers: { authorization: `Bearer ${await company.app.tokenOf(rep.memberId)}`, "x-member-id": askedAs },
  });

it("is answered by name where it asks for whoever is signed in", async () => {
  const answer = await asked("me.read", rep.memberId);
  expect([answer.status, answer.headers.get("x-member-id")]).toEqual([200, rep.memberId]);
});

it("reads nothing of the next one", async () => {
  const answer = await asked("me.read", other.memberId);
  expect(answer.body).toMatchObject({ status: 403, code: "session.otherMember" });
  expect(answer.headers.get("x-member-id")).toBe(rep.memberId);
});

it("does nothing in the name of the next one", async () => {
  const body = { commandId: company.newId(), revision: 1, language: "en" };
  expect((await asked("me.setLanguage", other.memberId, body)).body).toMatchObject({ code: "session.otherMember" });
  expect(await stored("commands")).toEqual([]);
});
