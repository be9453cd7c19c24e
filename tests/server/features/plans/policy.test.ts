import { type Actor, jobActor, type MemberActor, type Role, wecomActor } from "@shared/domain/actor";
import {
  disinterested,
  isSecondPerson,
  mayDraftPlan,
  mayPublishPlan,
  mayReadPlan,
  mayReviewPlan,
} from "../../../../server/features/plans/policy";

const member = (id: string, roles: Role[]): MemberActor => ({
  kind: "member",
  id,
  name: id,
  roles,
  scopes: [],
  teamId: null,
  leads: [],
  language: "zh-CN",
});
const key = (scope: "plans.write" | "targets.write"): Actor => ({
  kind: "apiKey",
  id: "hris",
  roles: [],
  scopes: [scope],
});
const published = { state: "published", scope: { members: ["named"], orgUnits: ["team"] } };
const none = { draft: false, review: false, publish: false, read: false };

it.each<[string, Actor, string[], typeof none]>([
  ["who is named in it", member("named", ["rep"]), [], { ...none, read: true }],
  ["who is in its unit", member("rep", ["rep"]), ["team", "branch"], { ...none, read: true }],
  ["who is not", member("far", ["rep"]), ["elsewhere"], none],
  ["finance", member("finance", ["finance"]), [], { ...none, publish: true, read: true }],
  ["an auditor", member("auditor", ["auditor"]), [], { ...none, read: true }],
  ["HR", member("hr", ["hr"]), [], { draft: true, review: true, publish: true, read: true }],
  ["an administrator", member("admin", ["admin"]), [], { ...none, publish: true }],
  ["a key with the scope", key("plans.write"), [], { ...none, draft: true }],
  ["a key without it", key("targets.write"), [], none],
  ["the set-up", jobActor("setup"), [], { draft: true, review: true, publish: true, read: false }],
  ["WeCom", wecomActor("directory"), [], none],
])("what %s may do with a plan", (_name, actor, unitIds, allowed) => {
  expect({
    draft: mayDraftPlan(actor),
    review: mayReviewPlan(actor),
    publish: mayPublishPlan(actor),
    read: mayReadPlan(actor, published, unitIds),
  }).toEqual(allowed);
});

it("shows administrators, who may have to stand in for HR, what is in review", () => {
  const admin = member("admin", ["admin"]);
  expect(["draft", "inReview"].map((state) => mayReadPlan(admin, { ...published, state }, []))).toEqual([false, true]);
});

it("shows nobody but HR and finance what is not in force", () => {
  expect(mayReadPlan(member("named", ["rep"]), { ...published, state: "inReview" }, ["team"])).toBe(false);
  expect(mayReadPlan(member("finance", ["finance"]), { ...published, state: "draft" }, [])).toBe(true);
});

it("takes nobody for a second person who wrote or submitted any of it", () => {
  const by = (id: string) => ({ kind: "member" as const, id });
  const steps = [
    { action: "draft", by: by("first") },
    { action: "draft", by: by("helper") },
    { action: "submit", by: by("first") },
    { action: "sendBack", by: by("reviewer") },
  ];
  expect(["first", "helper", "reviewer", "other"].map((id) => isSecondPerson(by(id), steps))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(isSecondPerson({ kind: "apiKey", id: "first" }, steps)).toBe(true);
});

describe("who decides on what pays people", () => {
  const one = (memberId: string, isHr: boolean, isPaidByIt: boolean) => ({ memberId, isHr, isPaidByIt });
  it.each([
    ["is HR whom it does not pay", [one("hr", true, false), one("paid", true, true), one("fin", false, false)], "hr"],
    ["is finance, where it pays all of HR", [one("paid", true, true), one("fin", false, false)], "fin"],
    ["is HR in a company where it pays everybody", [one("hr", true, true), one("fin", false, true)], "hr"],
    ["is finance, where it pays everybody and the only one of HR wrote it", [one("fin", false, true)], "fin"],
  ])("%s", (_name, candidates, expected) => {
    expect(disinterested(candidates).map(({ memberId }) => memberId)).toEqual([expected]);
  });
});
