import type { AnswerOf } from "@shared/contracts";
import type { Right } from "@shared/domain/rights";
import { meShapes } from "@/api/answerShapes/me";
import { readMe } from "@/api/me";
import { meKey, type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { type OfficeRole, type RoleShown, useSettings } from "@/features/settings/settingsStore";
import { useSession } from "./sessionStore";

export type Me = AnswerOf<"me.read">;

/** Who I am here. Asked again every half minute, which also keeps the server's time on this phone fresh. */
export const useMe = (): QueryView<Me> => useApiQuery(meKey, readMe, { keep: meShapes["me.read"], everyMs: 30_000 });

/**
 * Whether I may open or do that, as the server says. Null: not known yet, as from a copy of before it said so; the page that is opened
 * asks all the same.
 */
export function useCan(): (right: Right) => boolean | null {
  const can = useMe().data?.can;
  return (right) => can?.includes(right) ?? null;
}

/** Whose tabs are shown first where somebody has several roles. */
const inOrder = ["manager", "rep", "finance", "hr", "admin", "auditor"] as const satisfies readonly RoleShown[];

/** The roles whose tabs I can see; several people have more than one. */
export function rolesShown(roles: readonly string[]): RoleShown[] {
  const mine = inOrder.filter((role) => roles.includes(role));
  return mine.length > 0 ? mine : ["staff"];
}

export const isOfficeRole = (role: RoleShown): role is OfficeRole =>
  role === "finance" || role === "hr" || role === "admin" || role === "auditor";

/** Whether I check in at clients: for others nothing about positions is ever asked. Null: not known yet. */
export function useChecksIn(): boolean | null {
  const roles = useMe().data?.member.roles;
  return roles ? rolesShown(roles).includes("rep") : null;
}

/** The role whose words the tabs wear: the chosen one where I have it, else the first; a rep's before it is known who I am. */
export function useRoleShown(): RoleShown {
  const roles = useSession((session) => session.remembered?.roles);
  const chosen = useSettings((settings) => settings.role);
  return roles ? roleChosen(roles, chosen) : "rep";
}

/** The one of somebody's roles that they have chosen, else the first. @param chosen of an older version `office`, which was all of them */
export function roleChosen(roles: readonly string[], chosen: string | null): RoleShown {
  const mine = rolesShown(roles);
  const isChosen = (role: RoleShown) => role === chosen || (chosen === "office" && isOfficeRole(role));
  return mine.find(isChosen) ?? mine[0] ?? "staff";
}
