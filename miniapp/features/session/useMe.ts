import type { AnswerOf } from "@shared/contracts";
import type { Role } from "@shared/domain/actor";
import type { Right } from "@shared/domain/rights";
import { answerShapes } from "@/api/answerShapes";
import { readMe } from "@/api/me";
import { meKey, type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { type RoleShown, useSettings } from "@/features/settings/settingsStore";
import { useSession } from "./sessionStore";

export type Me = AnswerOf<"me.read">;

/** Who I am here. Asked again every half minute, which also keeps the server's time on this phone fresh. */
export const useMe = (): QueryView<Me> =>
  useApiQuery(meKey, readMe, { keep: answerShapes["me.read"], everyMs: 30_000 });

/**
 * Whether I may open or do that, as the server says. Null: not known yet, as from a copy of before it said so; the page that is opened
 * asks all the same.
 */
export function useCan(): (right: Right) => boolean | null {
  const can = useMe().data?.can;
  return (right) => can?.includes(right) ?? null;
}

const officeRoles: readonly Role[] = ["finance", "hr", "admin", "auditor"];

/** Which of somebody's own roles give them these tabs. Who has none is treated as a rep. */
export const rolesBehind = (shown: RoleShown, roles: readonly string[]): Role[] =>
  shown === "office" ? officeRoles.filter((role) => roles.includes(role)) : [shown];

/** The roles whose tabs I can see; several people have more than one. */
export function rolesShown(roles: readonly string[]): RoleShown[] {
  const shown: RoleShown[] = [];
  if (roles.includes("manager")) shown.push("manager");
  if (roles.includes("rep")) shown.push("rep");
  if (rolesBehind("office", roles).length > 0) shown.push("office");
  return shown.length > 0 ? shown : ["rep"];
}

/** Whether I check in at clients: for others nothing about positions is ever asked. Null: not known yet. */
export function useChecksIn(): boolean | null {
  const roles = useMe().data?.member.roles;
  return roles ? rolesShown(roles).includes("rep") : null;
}

/** The role whose words the tabs wear: the chosen one where I have it, else the first. */
export function useRoleShown(): RoleShown {
  const roles = useSession((session) => session.remembered?.roles);
  const chosen = useSettings((settings) => settings.role);
  return roleChosen(roles ?? [], chosen);
}

/** The one of somebody's roles that they have chosen, else the first. */
export function roleChosen(roles: readonly string[], chosen: RoleShown | null): RoleShown {
  const mine = rolesShown(roles);
  return mine.find((role) => role === chosen) ?? mine[0] ?? "rep";
}
