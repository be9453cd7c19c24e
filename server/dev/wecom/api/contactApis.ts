import { departmentsInScope, findDepartment, findMember, isInScope, orderOf, presentDepartment } from "../directory";
import { presentMember, subtreeOf } from "../directory";
import { textOf, wholeOf, type Fields } from "../fields";
import { Refusal, refuseUnless } from "../refusal";
import type { Agent, Department, Member, World } from "../world";
import { agentOf, bodyOf, ownerOf, type Api, type ApiContext } from "./apiContext";

/** The app that reads details. The address-book assistant's secret has been given ids only since 2022. */
function reader(context: ApiContext): Agent {
  const owner = ownerOf(context);
  refuseUnless(owner.kind === "agent", 48009, "api forbidden for contact sync secret");
  return owner.agent;
}

/** A department by its number in the query; null where none is named. */
function namedDepartment(context: ApiContext, scope: Set<number>, name: string): number | null {
  const given = context.query.get(name) ?? "";
  if (given === "") return null;
  const id = wholeOf(given);
  refuseUnless(id !== null && id > 0, 60123, "invalid party id");
  refuseUnless(findDepartment(context.state.world, id), 60003, "department not found");
  refuseUnless(scope.has(id), 60011, "no privilege to access/modify contact/party/agent");
  return id;
}

function visibleDepartments(context: ApiContext, scope: Set<number>): Department[] {
  const { world } = context.state;
  const below = namedDepartment(context, scope, "id");
  const wanted = below === null ? scope : subtreeOf(world, [below]);
  return world.departments.filter((department) => wanted.has(department.id));
}

/** Members directly in the named department. */
function membersOf(context: ApiContext, agent: Agent): Member[] {
  const { world, limits } = context.state;
  const id = namedDepartment(context, departmentsInScope(world, agent), "department_id");
  refuseUnless(id !== null, 60123, "invalid party id");
  const members = world.members.filter((member) => member.department.includes(id));
  refuseUnless(members.length <= limits.userListMax, 45029, "response out of limit");
  return members;
}

function wholeCorp(world: World): Set<number> {
  return new Set(world.departments.map((department) => department.id));
}

export const contactApis: Record<string, Api> = {
  "department/list": {
    answer(context) {
      const scope = departmentsInScope(context.state.world, reader(context));
      return { department: visibleDepartments(context, scope).map(presentDepartment) };
    },
  },
  "department/simplelist": {
    answer(context) {
      const owner = ownerOf(context);
      const { world } = context.state;
      const scope = owner.kind === "agent" ? departmentsInScope(world, owner.agent) : wholeCorp(world);
      const ids = visibleDepartments(context, scope);
      return { department_id: ids.map((one) => ({ id: one.id, parentid: one.parentId, order: orderOf(one) })) };
    },
  },
  "department/get": {
    answer(context) {
      const { world } = context.state;
      const id = namedDepartment(context, departmentsInScope(world, reader(context)), "id");
      const department = id === null ? undefined : findDepartment(world, id);
      refuseUnless(department, 60123, "invalid party id");
      return { department: presentDepartment(department) };
    },
  },
  "user/get": {
    answer(context) {
      const agent = reader(context);
      const { world } = context.state;
      const userid = context.query.get("userid") ?? "";
      refuseUnless(userid, 41009, "missing userid");
      refuseUnless(/^[0-9A-Za-z\-_.@]{1,64}$/.test(userid), 40003, "invalid userid");
      const member = findMember(world, userid);
      refuseUnless(member, 60111, "userid not found");
      refuseUnless(isInScope(world, agent, member), 60011, "no privilege to access/modify contact/party/agent");
      return presentMember(world, agent, member);
    },
  },
  "user/simplelist": {
    answer(context) {
      const members = membersOf(context, reader(context));
      return {
        userlist: members.map(({ userid, name, department }) => ({ userid, name, department, open_userid: "" })),
      };
    },
  },
  "user/list": {
    answer(context) {
      const agent = reader(context);
      return { userlist: membersOf(context, agent).map((one) => presentMember(context.state.world, agent, one)) };
    },
  },
  "user/list_id": {
    answer(context) {
      const owner = ownerOf(context);
      refuseUnless(owner.kind === "contacts", 48002, "api forbidden");
      return pageOfIds(context.state.world, bodyOf(context));
    },
  },
  "agent/get": {
    answer(context) {
      const agent = agentOf(context);
      const given = context.query.get("agentid") ?? "";
      refuseUnless(given, 41011, "missing agentid");
      refuseUnless(wholeOf(given) !== null, 40056, "invalid agentid");
      refuseUnless(Number(given) === agent.agentId, 301002, "not allow to operate this agent with this token");
      return {
        agentid: agent.agentId,
        name: agent.name,
        square_logo_url: "",
        description: "",
        allow_userinfos: { user: agent.scope.members.map((userid) => ({ userid })) },
        allow_partys: { partyid: agent.scope.departments },
        allow_tags: { tagid: [] },
        close: 0,
        redirect_domain: agent.trustedDomains[0] ?? "",
        report_location_flag: 0,
        isreportenter: 0,
        home_url: "",
      };
    },
  },
};

/** One row for each membership; the cursor is the number of rows already given. */
function pageOfIds(world: World, body: Fields): Fields {
  const limit = wholeOf(body.limit) ?? 10_000;
  refuseUnless(limit >= 1 && limit <= 10_000, 40058, "invalid Request Parameter: limit");
  const cursor = textOf(body.cursor);
  const from = cursor === "" ? 0 : Number(Buffer.from(cursor, "base64url").toString());
  if (!Number.isSafeInteger(from)) throw new Refusal(50100, "invalid cursor");
  const rows = world.members.flatMap(({ userid, department }) => department.map((id) => ({ userid, department: id })));
  const next = from + limit < rows.length ? Buffer.from(String(from + limit)).toString("base64url") : "";
  return { next_cursor: next, dept_user: rows.slice(from, from + limit) };
}
