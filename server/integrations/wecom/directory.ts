import type { z } from "zod";
import { departmentsAnswer, emptyAnswer, userAnswer, usersAnswer } from "./answers";
import type { Caller } from "./call";
import type { WecomDepartment, WecomUser } from "./types";
import { WecomError } from "./wecomError";

export async function listDepartments(caller: Caller): Promise<WecomDepartment[]> {
  const answer = await caller.read({ api: "department/list", method: "GET" }, departmentsAnswer);
  const departments = answer.department.map((department) => ({
    departmentId: department.id,
    name: department.name ?? "",
    parentId: department.parentid === 0 ? null : department.parentid,
    leaderIds: department.department_leader ?? null,
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

const noSuchUser = 60111;

export async function findUser(caller: Caller, userId: string): Promise<WecomUser | null> {
  const asked = caller.read({ api: "user/get", method: "GET", query: { userid: userId } }, userAnswer);
  const user = await unless([noSuchUser], asked);
  return user && userOf(user);
}

const noSuchDepartment = [60003, 60123];

export async function departmentExists(caller: Caller, departmentId: number): Promise<boolean> {
  const asked = caller.read({ api: "department/get", method: "GET", query: { id: departmentId } }, emptyAnswer);
  return (await unless(noSuchDepartment, asked)) !== null;
}

/** The answer; null where WeCom says one of these. */
async function unless<T>(errcodes: readonly number[], asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WecomError && error.errcode !== null && errcodes.includes(error.errcode)) return null;
    throw error;
  }
}

const userOf = (user: z.infer<typeof userAnswer>): WecomUser => ({
  memberId: user.userid,
  name: user.name ?? "",
  departmentIds: user.department ?? null,
  leadsDepartmentIds:
    user.department && user.is_leader_in_dept
      ? user.department.filter((_, place) => user.is_leader_in_dept?.[place] === 1)
      : null,
  mainDepartmentId: user.main_department ?? null,
  directLeaderIds: user.direct_leader ?? [],
  position: user.position ?? "",
  mobile: user.mobile || null,
  active: (user.status ?? 1) === 1,
});

/** A department whose parent lies outside the app's scope counts as a root. */
function parentsFirst(departments: WecomDepartment[]): WecomDepartment[] {
  const known = new Map(departments.map((department) => [department.departmentId, department]));
  const depthOf = (department: WecomDepartment): number => {
    const parent = department.parentId ? known.get(department.parentId) : undefined;
    return parent ? depthOf(parent) + 1 : 0;
  };
  return departments
    .map((department) => ({ department, depth: depthOf(department) }))
    .sort((a, b) => a.depth - b.depth || a.department.departmentId - b.department.departmentId)
    .map(({ department }) => department);
}
