import type { Actor, MemberActor, Role } from "@shared/domain/actor";
import { jobActor, wecomActor } from "@shared/domain/actor";
import {
  type Interest,
  isOwnPay,
  mayChangeRunningTargets,
  mayPublishTarget,
  mayReadTarget,
  maySetTarget,
} from "../../../../server/features/targets/policy";

const member = (id: string, roles: Role[], leads: string[] = []): MemberActor => ({
  kind: "member",
  id,
  name: id,
  roles,
  scopes: [],
  teamId: null,
  leads,
  language: "zh-CN",
});
const key = (...scopes: ("targets.write" | "customers.write")[]): Actor => ({
  kind: "apiKey",
  id: "crm",
  roles: [],
  scopes,
});
/** The rep's own target, in the team of a branch. */
const ofRep = { subjectId: "rep", above: ["team", "branch", "company"] };
const ofTeam = { subjectId: "team", above: ["branch", "company"] };

/** Of a company in which HR is paid by nothing that it sets. */
const interestOf = (actor: Actor): Interest => ({
  paidBy: new Set(),
  decides: () => actor.kind === "member" && actor.roles.includes("hr"),
});

const none = { set: false, publish: false, read: false };
const all = { set: true, publish: true, read: true };

it.each<[string, Actor, typeof all, typeof all, boolean]>([
  ["the rep", member("rep", ["rep"]), { ...none, read: true }, none, false],
  ["a team-mate", member("mate", ["rep"]), none, none, false],
  ["the team's leader", member("leader", ["manager"], ["team"]), all, { ...none, read: true }, false],
  ["the head of the branch", member("head", ["manager"], ["branch"]), all, all, false],
  ["another team's leader", member("other", ["manager"], ["elsewhere"]), none, none, false],
  ["finance", member("finance", ["finance"]), { ...none, read: true }, { ...none, read: true }, false],
  ["an auditor", member("auditor", ["auditor"]), { ...none, read: true }, { ...none, read: true }, false],
  ["HR", member("hr", ["hr"]), all, all, true],
  ["HR who sells, for the own target", member("rep", ["hr", "rep"]), { ...none, read: true }, all, true],
  ["an administrator", member("admin", ["admin"]), none, none, false],
  ["a key with the scope", key("targets.write"), { ...none, set: true }, { ...none, set: true }, false],
  ["a key without it", key("customers.write"), none, none, false],
  ["the set-up", jobActor("setup"), { ...all, read: false }, { ...all, read: false }, true],
  ["WeCom", wecomActor("directory"), none, none, false],
])("what %s may do with targets", (_name, actor, withRep, withTeam, running) => {
  const may = (place: typeof ofRep) => ({
    set: maySetTarget(actor, place, interestOf(actor)),
    publish: mayPublishTarget(actor, place, interestOf(actor)),
    read: mayReadTarget(actor, place),
  });
  expect([may(ofRep), may(ofTeam), mayChangeRunningTargets(actor, ["rep", "team"], interestOf(actor))]).toEqual([
    withRep,
    withTeam,
    running,
  ]);
});

it.each<[string, Actor, boolean, boolean, boolean]>([
  ["HR whom the team's result pays, beside others", member("hr", ["hr"]), false, false, true],
  ["HR whom it pays, where it pays all who could", member("hr", ["hr"]), true, true, false],
  ["finance that stands in for HR", member("finance", ["finance"]), true, true, false],
  ["a leader above whom it pays", member("head", ["manager"], ["branch"]), false, false, true],
  ["finance beside HR", member("finance", ["finance"]), false, false, false],
])("what %s may do with the team's target", (_name, actor, decides, may, isOwn) => {
  const interest = { paidBy: new Set(["team"]), decides: () => decides };
  expect([
    maySetTarget(actor, ofTeam, interest),
    mayPublishTarget(actor, ofTeam, interest),
    isOwnPay(actor, ofTeam, interest),
  ]).toEqual([may, may, isOwn]);
});
