import { type Actor, jobActor, type MemberActor, type Role, wecomActor } from "@shared/domain/actor";
import {
  mayAssignCustomer,
  mayConfirmPin,
  mayCreateCustomer,
  mayEditCustomer,
  mayMergeCustomers,
  mayReadCustomer,
} from "../../../../server/features/customers/policy";

const member = (id: string, roles: Role[], leads: string[] = [], teamId: string | null = null): MemberActor => ({
  kind: "member",
  id,
  name: id,
  roles,
  scopes: [],
  teamId,
  leads,
  language: "zh-CN",
});
const key = (...scopes: ("targets.write" | "customers.write")[]): Actor => ({
  kind: "apiKey",
  id: "crm",
  roles: [],
  scopes,
});

const unitPaths = new Map([
  ["rep", ["team", "branch", "company"]],
  ["mate", ["team", "branch", "company"]],
  ["leader", ["team", "branch", "company"]],
  ["far", ["elsewhere", "branch", "company"]],
]);
const owned = (memberId: string) => ({ owners: [{ memberId, share: "1" }], unitPaths });
const customer = owned("rep");
const none = { create: false, edit: false, pin: false, toMate: false, toFar: false, read: false };
const all = { create: true, edit: true, pin: true, toMate: true, toFar: true, read: true };

it.each<[string, Actor, typeof all]>([
  ["its owner", member("rep", ["rep"], [], "team"), { ...none, create: true, edit: true, read: true }],
  ["who serves it beside", member("mate", ["rep"], [], "team"), { ...none, read: true }],
  ["another rep", member("other", ["rep"], [], "team"), none],
  ["the team's leader", member("leader", ["manager"], ["team"], "team"), { ...all, toFar: false }],
  ["the head of the branch", member("head", ["manager"], ["branch"]), all],
  ["another team's leader", member("far", ["manager"], ["elsewhere"], "elsewhere"), none],
  ["finance", member("finance", ["finance"]), none],
  ["HR", member("hr", ["hr"]), none],
  ["an administrator", member("admin", ["admin"]), all],
  ["a key with the scope", key("customers.write"), { ...none, create: true, edit: true, read: true }],
  ["a key without it", key("targets.write"), none],
  ["the set-up", jobActor("setup"), all],
  ["WeCom", wecomActor("directory"), none],
])("what %s may do with a customer", (_name, actor, allowed) => {
  expect({
    create: mayCreateCustomer(actor, customer),
    edit: mayEditCustomer(actor, customer),
    pin: mayConfirmPin(actor, customer),
    toMate: mayAssignCustomer(actor, customer, owned("mate").owners, [customer.owners]),
    toFar: mayAssignCustomer(actor, customer, owned("far").owners, [customer.owners]),
    read: mayReadCustomer(actor, customer, ["rep", "mate"]),
  }).toEqual(allowed);
});

describe("a leader who owns a part of a customer", () => {
  const leader = member("leader", ["manager"], ["team"], "team");
  const shared = {
    owners: [
      { memberId: "leader", share: "0.5" },
      { memberId: "rep", share: "0.5" },
    ],
    unitPaths,
  };

  it("keeps it up, and does not confirm its pin, by which their own check-ins are judged", () => {
    expect([mayEditCustomer(leader, shared), mayConfirmPin(leader, shared)]).toEqual([true, false]);
  });

  it("gives themselves no more of it", () => {
    expect(mayAssignCustomer(leader, customer, owned("leader").owners, [customer.owners])).toBe(false);
    expect(mayAssignCustomer(leader, shared, owned("leader").owners, [shared.owners])).toBe(false);
  });

  it("may give the own part away", () => {
    expect(mayAssignCustomer(leader, shared, shared.owners, [shared.owners])).toBe(true);
    expect(mayAssignCustomer(leader, shared, owned("rep").owners, [shared.owners])).toBe(true);
  });

  it("does not undo what a superior has arranged for later", () => {
    const arranged = [shared.owners, owned("rep").owners];
    expect(mayAssignCustomer(leader, shared, shared.owners, arranged)).toBe(false);
  });
});

const shares = (...memberIds: string[]) =>
  memberIds.map((memberId) => ({ memberId, share: memberIds.length === 1 ? "1" : "0.5" }));
const leader = member("leader", ["manager"], ["team"], "team");

it.each<[string, boolean, Actor, ReturnType<typeof shares>, ReturnType<typeof shares>]>([
  ["a leader of both owners may", true, leader, shares("rep"), shares("mate")],
  ["a leader of one owner may not", false, leader, shares("rep"), shares("far")],
  ["a leader of one of several owners may not", false, leader, shares("rep", "far"), shares("mate")],
  ["an owner may not", false, member("rep", ["rep"], [], "team"), shares("rep"), shares("rep")],
  ["a leader who would own more may not", false, leader, shares("leader"), shares("rep")],
  ["a leader who owns the same of both may", true, leader, shares("leader", "rep"), shares("leader", "mate")],
  ["a leader who gives an own client away may", true, leader, shares("rep"), shares("leader")],
  ["a leader may not, where nobody owns one", false, leader, shares("rep"), []],
  ["an administrator may, where nobody owns one", true, member("admin", ["admin"]), shares("rep"), []],
  ["another system may not", false, key("customers.write"), shares("rep"), shares("mate")],
])("make one of two clients: %s", (_name, may, actor, kept, other) => {
  const present = [kept, other];
  expect(mayMergeCustomers(actor, { present, keptNext: [kept], otherNext: [other], unitPaths })).toBe(may);
});
