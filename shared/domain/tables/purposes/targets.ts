import { memberColumn, memberNameColumn, type Purpose } from "./purpose";

/** Who should sell how much in which month. */
export const targetsPurpose: Purpose = {
  code: "targets",
  key: ["member", "measure"],
  named: ["member"],
  whenStored: "ask",
  more: "months",
  columns: [
    { ...memberColumn, headings: memberColumn.headings.filter((heading) => heading !== "姓名") },
    memberNameColumn,
    { field: "measure", kind: "line", headings: ["指标", "指标名称", "考核指标", "measure"], maxLength: 50 },
  ],
};
