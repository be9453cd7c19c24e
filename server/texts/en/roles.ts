import type { Role } from "@shared/domain/actor";
import type { ServerTexts } from "..";

const names: Record<Role, string> = {
  rep: "Rep",
  manager: "Manager",
  finance: "Finance",
  hr: "HR",
  admin: "Administrator",
  auditor: "Auditor",
};

const does: Record<Role, string> = {
  rep: "record your own visits and sales, and see your own pay",
  manager: "see clients, visits, results and targets of the unit and below, and confirm sales",
  finance: "see sales, results and plans, confirm sales, and review plans in HR's place",
  hr: "look after people's records, targets, plans and the work calendar",
  admin: "look after members, roles, types of visits and clients",
  auditor: "read everybody's records, which is noted, and change nothing",
};

const span = (from: string, to: string | null): string => (to === null ? `from ${from}, no end` : `${from} to ${to}`);

export const roleTexts: Pick<ServerTexts, "role"> = {
  role: {
    name: (p) => (p.unit === null ? names[p.role] : `${names[p.role]} of ${p.unit}`),
    operator: "Whoever runs the server",
    givenTitle: "You have a new role",
    given: (p) => `${p.by} made you ${p.what} (${span(p.from, p.to)}). You may ${does[p.role]}.`,
    changedTitle: "Your role has other dates",
    changed: (p) => `${p.by} changed how long you are ${p.what}: ${span(p.from, p.to)}.`,
    takenTitle: "Your role was taken back",
    taken: (p) => `You are no longer ${p.what}: ${p.by} took it back. From now on you may not ${does[p.role]}.`,
    adminTitle: "Administrators have changed",
    adminGiven: (p) =>
      `${p.by} made ${p.name} an administrator (${span(p.from, p.to)}). If that is wrong, take it back in Roles and scope.`,
    adminTaken: (p) => `${p.name} is no longer an administrator: ${p.by} took it back.`,
    endingTitle: "A role is about to end",
    endingOwn: (p) => `You are ${p.what} until ${p.on}. If you still need it, ask an administrator.`,
    ending: (p) => `${p.name} is ${p.what} until ${p.on}. If that is still needed, make it longer.`,
  },
};
