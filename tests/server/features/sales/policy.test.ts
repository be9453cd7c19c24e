import type { Role } from "../../../../server/http";
import {
  mayChangeSale,
  mayDecideSale,
  mayReadFootsteps,
  mayReadSale,
  maySubmitSale,
} from "../../../../server/features/sales/policy";

const person = (id: string, roles: Role[], leads: string[] = [], teamId: string | null = null) => ({
  id,
  roles,
  leads,
  teamId,
});
const recorded = { repId: "rep" };
const path = ["team", "branch", "company"];

const rep = person("rep", ["rep"], [], "team");
const teamMate = person("mate", ["rep"], [], "team");
const leader = person("leader", ["manager"], ["team"], "team");
const branchHead = person("head", ["manager"], ["branch"]);
const otherLeader = person("other", ["manager"], ["elsewhere"], "elsewhere");
const finance = person("finance", ["finance"]);
const auditor = person("auditor", ["auditor"]);
const hr = person("hr", ["hr", "admin"]);
const sellingLeader = person("rep", ["manager"], ["team"], "team");
const creditedLeader = person("owner", ["manager"], ["team"], "team");
const ownIds = ["rep", "owner"];

it.each([
  ["the rep", rep, { submit: true, decide: false, read: true, footsteps: true, change: true }],
  ["a team-mate", teamMate, { submit: true, decide: false, read: false, footsteps: false, change: false }],
  ["the team's leader", leader, { submit: true, decide: true, read: true, footsteps: true, change: false }],
  ["the head of the branch", branchHead, { submit: false, decide: true, read: true, footsteps: true, change: false }],
  ["another team's leader", otherLeader, { submit: true, decide: false, read: false, footsteps: false, change: false }],
  ["finance", finance, { submit: false, decide: true, read: true, footsteps: false, change: false }],
  ["an auditor", auditor, { submit: false, decide: false, read: true, footsteps: true, change: false }],
  ["HR", hr, { submit: false, decide: false, read: false, footsteps: false, change: false }],
  ["a leader who sold it", sellingLeader, { submit: true, decide: false, read: true, footsteps: true, change: true }],
  [
    "a leader who is credited",
    creditedLeader,
    { submit: true, decide: false, read: true, footsteps: true, change: false },
  ],
])("what %s may do with a sale", (_name, one, allowed) => {
  const sale = { isOwn: ownIds.includes(one.id) };
  expect({
    submit: maySubmitSale(one),
    decide: mayDecideSale(one, sale, path),
    read: mayReadSale(one, sale, path),
    footsteps: mayReadFootsteps(one, sale, path),
    change: mayChangeSale(one, recorded),
  }).toEqual(allowed);
});
