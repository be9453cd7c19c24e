import type { Role } from "@shared/domain/actor";

const names: Record<Role, string> = {
  rep: "业务员",
  manager: "主管",
  finance: "财务",
  hr: "人事",
  admin: "管理员",
  auditor: "审计员",
};

const does: Record<Role, string> = {
  rep: "记自己的拜访和销售，看自己的收入",
  manager: "看本部门和下级的客户、拜访、业绩和目标，确认销售单",
  finance: "看销售单、业绩和方案，确认销售单，代人事审方案",
  hr: "管成员资料、目标、方案和工作日历",
  admin: "管成员、角色、拜访类型和客户资料",
  auditor: "看大家的记录，看过会留下痕迹，什么都不能改",
};

const span = (from: string, to: string | null): string => (to === null ? `${from}起，没有期限` : `${from}到${to}`);

/** About somebody's roles. */
export const roleTexts = {
  role: {
    name: (p: { role: Role; unit: string | null }) => (p.unit === null ? names[p.role] : `${p.unit}的${names[p.role]}`),
    operator: "管服务器的同事",
    givenTitle: "你有了新角色",
    given: (p: { by: string; what: string; from: string; to: string | null; role: Role }) =>
      `${p.by}给了你「${p.what}」的角色（${span(p.from, p.to)}）。你可以${does[p.role]}。`,
    changedTitle: "你的角色改了期限",
    changed: (p: { by: string; what: string; from: string; to: string | null }) =>
      `${p.by}改了你「${p.what}」的期限：${span(p.from, p.to)}。`,
    takenTitle: "你的角色收回了",
    taken: (p: { by: string; what: string; role: Role }) =>
      `${p.by}收回了你「${p.what}」的角色，现在起不能再${does[p.role]}。`,
    adminTitle: "管理员有变动",
    adminGiven: (p: { by: string; name: string; from: string; to: string | null }) =>
      `${p.by}让${p.name}做管理员（${span(p.from, p.to)}）。不该这样的话，在「角色与范围」里收回。`,
    adminTaken: (p: { by: string; name: string }) => `${p.by}收回了${p.name}的管理员角色。`,
    endingTitle: "角色快到期了",
    endingOwn: (p: { what: string; on: string }) => `你「${p.what}」的角色到${p.on}为止。还要用，请管理员延长。`,
    ending: (p: { name: string; what: string; on: string }) =>
      `${p.name}「${p.what}」的角色到${p.on}为止。还要用就延长，不用就不必管。`,
  },
};
