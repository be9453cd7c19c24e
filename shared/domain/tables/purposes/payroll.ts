import { memberColumn, memberNameColumn, type Purpose } from "./purpose";

/** What was paid beside the plans: one row per person and month, whose parts add up to what it says. */
export const payrollPurpose: Purpose = {
  code: "payroll",
  key: ["member", "period"],
  named: ["member"],
  whenStored: "ask",
  controls: ["net"],
  more: "parts",
  columns: [
    { ...memberColumn, headings: memberColumn.headings.filter((heading) => heading !== "姓名") },
    memberNameColumn,
    {
      field: "period",
      kind: "month",
      headings: ["薪资期间", "工资月份", "薪资月份", "发薪月份", "所属期", "月份", "期间", "period"],
    },
    {
      field: "net",
      kind: "amount",
      headings: ["实发合计", "实发工资", "实发金额", "实发", "netpay"],
      required: "amount_missing",
    },
  ],
};

/** What a part of a pay is called. */
export const partWords =
  /工资|薪|津贴|补贴|餐补|车补|房补|交通|通讯|高温|奖金|奖励|提成|佣金|加班|绩效|全勤|养老|医疗|失业|生育|工伤|公积金|个税|所得税|社保|扣款|扣除|罚款|迟到|请假|other/;
/** Those that are taken off. */
export const deductionWords = /代扣|扣|养老|医疗|失业|生育|工伤|公积金|个税|所得税|社保/;
/** Groups of columns that are paid, whatever their parts are called. */
export const earningWords = /应发|收入|earning/;
/** Sums of the sheet itself: held against, and no part. */
export const sumWords = /合计|小计|总计|总额|应发$|应扣$|实发|total/;
