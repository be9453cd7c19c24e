import { noteColumn, type Purpose } from "./purpose";

/** Check-ins of another system; none of them was verified by a position of ours. */
export const visitsPurpose: Purpose = {
  code: "visits",
  key: [],
  named: ["userid", "memberName", "time"],
  whenStored: "ask",
  sorts: { field: "type", proposed: /外出|外勤|拜访|visit/i, leftOut: "not_a_visit", ask: "rows_by_type" },
  columns: [
    { field: "day", kind: "day", headings: ["日期", "打卡日期", "date"], required: "date_missing" },
    { field: "userid", kind: "account", headings: ["账号", "帐号", "userid", "account"], required: "member_missing" },
    { field: "memberName", kind: "memberName", headings: ["姓名", "name"] },
    { field: "type", kind: "sort", headings: ["类型", "打卡类型", "type"] },
    { field: "time", kind: "time", headings: ["实际时间", "打卡时间", "时间", "time"] },
    { field: "place", kind: "line", headings: ["地点", "打卡地点", "位置", "place"], maxLength: 300 },
    { field: "customer", kind: "customer", headings: ["客户", "客户名称", "customer"] },
    noteColumn,
  ],
};
