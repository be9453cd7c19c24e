import type { z } from "zod";
import { departmentsAnswer, userAnswer, usersAnswer } from "./answers";
import type { Caller } from "./call";
import type { WecomDepartment, WecomUser } from "./types";
import { WecomError } from "./wecomError";

export async function listDepartments(caller: Caller): Promise<WecomDepartment[]> {
  const answer = await caller.read({ api: "department/list", method: "GET" }, departmentsAnswer);
  const departments = answer.department.map((department) => ({
    departmentId: department.id,
    name: department.name ?? "",
    parentId: department.parentid || null,
    leaderIds: department.department_leader ?? [],
    order: department.order ?? 0,
  }));
  return parentsFirst(departments);
}

export async function listUsers(caller: Caller): Promise<WecomUser[]> {
  const users = new Map<string, WecomUser>();
  // One after the other: reading departments side by side is what WeCom answers with 45033.
  for (const { departmentId } of await listDepartments(caller)) {
    const query = { department_id: departmentId };
    const answer = await caller.read({ api: "user/list", method: "GET", query }, usersAnswer);
    for (const user of answer.userlist) users.set(user.userid, userOf(user));
  }
  return [...users.values()].sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}

/** No such userid, and one out of the app's scope: to the app both are nobody. */
const nobody: readonly (number | null)[] = [60111, 60011];

export async function findUser(caller: Caller, userId: string): Promise<WecomUser | null> {
  try {
    return userOf(await caller.read({ api: "user/get", method: "GET", query: { userid: userId } }, userAnswer));
  } catch (error) {
    if (error instanceof WecomError && nobody.includes(error.errcode)) return null;
    throw error;
  }
}

const userOf = (user: z.infer<typeof userAnswer>): WecomUser => ({
  memberId: user.userid,
  name: user.name ?? "",
  departmentIds: user.department,
  leadsDepartmentIds: user.department.filter((_, place) => user.is_leader_in_dept?.[place] === 1),
  mainDepartmentId: user.main_department ?? user.department[0] ?? null,
  directLeaderIds: user.direct_leader ?? [],
  position: user.position ?? "",
  mobile: user.mobile || null,
  active: (user.status ?? 1) === 1,
});

/** A department whose parent lies outside the app's scope counts as a root. */
function parentsFirst(departments: WecomDepartment[]): WecomDepartment[] {
  const known = new Map(departments.map((department) => [department.departmentId, department]));
  const depthOf = (department: WecomDepartment): number => {
    const parent = department.parentId === null ? undefined : known.get(department.parentId);
    return parent ? depthOf(parent) + 1 : 0;
  };
  return departments
    .map((department) => ({ department, depth: depthOf(department) }))
    .sort((a, b) => a.depth - b.depth || a.department.departmentId - b.department.departmentId)
    .map(({ department }) => department);
}
