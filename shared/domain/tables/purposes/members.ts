import type { Purpose } from "./purpose";

/** A roster: who works here, since when, for whom. */
export const membersPurpose: Purpose = {
  code: "members",
  key: ["number"],
  named: ["name", "unit"],
  whenStored: "change",
  columns: [
    {
      field: "number",
      kind: "id",
      headings: ["工号", "员工编号", "员工编码", "人员编号", "employeenumber"],
      required: "id_missing",
    },
    { field: "name", kind: "line", headings: ["姓名", "员工姓名", "name"], required: "name_missing", maxLength: 100 },
    { field: "unit", kind: "line", headings: ["部门", "所属部门", "组织", "department"], maxLength: 300 },
    { field: "leader", kind: "line", headings: ["直属上级", "直接上级", "上级", "汇报对象", "leader"], maxLength: 100 },
    { field: "phone", kind: "phone", headings: ["手机号", "手机号码", "手机", "联系电话", "phone"] },
    { field: "joinedOn", kind: "day", headings: ["入职日期", "入职时间", "joined"] },
    { field: "leftOn", kind: "day", headings: ["离职日期", "离职时间", "left"] },
  ],
};
