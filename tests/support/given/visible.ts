import type { World } from "../../../server/dev/wecom";
import { type Company, departmentIdOf, type Person } from "./company";

/** The app that logs people in, as WeCom's administrator sets it up. */
function loginAppOf({ app }: Company): World["agents"][number] {
  const agent = app.wecom.world.agents.find(({ miniProgramAppId }) => miniProgramAppId !== null);
  if (!agent) throw new Error("no app of this company logs people in");
  return agent;
}

/** Takes everybody and everything else out of the app's visible range. */
export function showOnly(company: Company, { units = [], people = [] }: { units?: string[]; people?: Person[] }): void {
  const { scope } = loginAppOf(company);
  scope.departments = units.map(departmentIdOf);
  scope.members = people.map(({ memberId }) => memberId);
}

/** @param does whether WeCom tells phone numbers to the app, which it does not to those made since June 2022 */
export function tellPhones(company: Company, does: boolean): void {
  loginAppOf(company).createdAfter20220620 = !does;
}
