import type { Agent, Department, Member, World } from "./world";

/** The departments below and including these. */
export function subtreeOf(world: World, departmentIds: number[]): Set<number> {
  const found = new Set(departmentIds.filter((id) => world.departments.some((department) => department.id === id)));
  for (let grew = true; grew;) {
    grew = false;
    for (const { id, parentId } of world.departments)
      if (found.has(parentId) && !found.has(id)) {
        found.add(id);
        grew = true;
      }
  }
  return found;
}

/** Members by userid, which WeCom takes in any case. */
export function findMember(world: World, userid: string): Member | undefined {
  const wanted = userid.toLowerCase();
  return world.members.find((member) => member.userid.toLowerCase() === wanted);
}

export function departmentsInScope(world: World, agent: Agent): Set<number> {
  return subtreeOf(world, agent.scope.departments);
}

export function isInScope(world: World, agent: Agent, member: Member): boolean {
  if (agent.scope.members.includes(member.userid)) return true;
  const departments = departmentsInScope(world, agent);
  return member.department.some((id) => departments.has(id));
}

/** Members who can receive: in the app's scope, and not disabled or gone. */
export function reachable(world: World, agent: Agent): Member[] {
  return world.members.filter(
    (member) => (member.status === 1 || member.status === 4) && isInScope(world, agent, member),
  );
}

/** A member as `user/get` and `user/list` show it to an app. */
export function presentMember(world: World, agent: Agent, member: Member): Record<string, unknown> {
  const leads = (departmentId: number) => findDepartment(world, departmentId)?.leaders.includes(member.userid);
  return {
    userid: member.userid,
    name: member.name,
    ...(!member.placeUntold && {
      department: member.department,
      order: member.department.map(() => 0),
      is_leader_in_dept: member.department.map((id) => (leads(id) ? 1 : 0)),
      main_department: member.department[0],
    }),
    position: member.position,
    direct_leader: directLeaders(world, member).filter((userid) => {
      const leader = findMember(world, userid);
      return leader && isInScope(world, agent, leader);
    }),
    status: member.status,
    telephone: "",
    alias: "",
    extattr: { attrs: [] },
    isleader: member.department.some(leads) ? 1 : 0,
    enable: member.status === 2 ? 0 : 1,
    ...(!agent.createdAfter20220620 && {
      mobile: member.mobile,
      gender: member.gender,
      email: `${member.userid}@example.com`,
      biz_mail: `${member.userid}@corp.example.com`,
      avatar: "",
      qr_code: "",
      address: "",
    }),
  };
}

export function presentDepartment(department: Department): Record<string, unknown> {
  return {
    id: department.id,
    name: department.name,
    name_en: "",
    department_leader: department.leaders,
    parentid: department.parentId,
    order: orderOf(department),
  };
}

export function orderOf(department: Department): number {
  return 100_000_000 - department.id;
}

export function findDepartment(world: World, id: number): Department | undefined {
  return world.departments.find((department) => department.id === id);
}

function directLeaders(world: World, member: Member): string[] {
  const leaders = member.department.flatMap((id) => findDepartment(world, id)?.leaders ?? []);
  return leaders.filter((userid) => userid !== member.userid);
}
