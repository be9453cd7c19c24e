import { customerFinder } from "@shared/domain/tables/customers";
import { TableJudge } from "@shared/domain/tables/judge";
import { layoutOf } from "@shared/domain/tables/layout";
import { memberFinder } from "@shared/domain/tables/members";
import { openingAmounts } from "@shared/domain/tables/openingRow";
import { openingKindOf, openingPurpose } from "@shared/domain/tables/purposes/opening";
import type { TableRow } from "@shared/domain/tables/cell";

const members = memberFinder(
  [
    ["00123", "林可欣", "linkexin"],
    ["1007", "王芳", "wangfang"],
    ["2031", "王芳", "wangfang2"],
  ].map(([number = "", name = "", userid = ""]) => ({ key: userid, number, name, userid })),
);

/** What becomes of the rows behind the heading. */
function read(...lines: string[]) {
  const rows: TableRow[] = lines.map((line, n) => ({ row: n + 1, cells: line.split(",") }));
  const layout = layoutOf(rows, [], openingPurpose);
  if (!layout) throw new Error("no heading");
  const world = { members, customers: customerFinder([]), grades: [], stages: [] };
  const judge = new TableJudge({ purpose: openingPurpose, layout, answers: {}, world }, true);
  const behind = rows.slice(layout.headerRows.length);
  for (const row of behind) judge.see(row);
  return behind.map((row) => judge.judge(row));
}

const amountsOf = (outcome: ReturnType<typeof read>[number] | undefined) =>
  outcome?.is === "read" ? [outcome.record.member, ...openingAmounts(outcome.record)] : outcome;

it("takes a column for each kind, as payrolls print them", () => {
  const [row] = read("工号,姓名,待扣回余额(元),预支余额,已得未发,本年累计已发", "1007,王芳,350.00,0,1200.5,88000");
  expect(amountsOf(row)).toEqual([
    "wangfang",
    { kind: "clawback", amountFen: 35_000 },
    { kind: "draw", amountFen: 0 },
    { kind: "unreleased", amountFen: 120_050 },
    { kind: "paid", amountFen: 8_800_000 },
  ]);
});

it.each([
  ["其他应收款-提成扣回", "clawback"],
  ["预支提成", "draw"],
  ["已得未发", "unreleased"],
  ["累计已发", "paid"],
])("takes a row for each item of a ledger, such as %s", (words, kind) => {
  const [row] = read("员工编号,科目名称,单据号,客户,日期,期初余额", `1007,${words},HT-9,海岳机械,2026-01-15,350`);
  expect(row).toMatchObject({ is: "read", record: { document: "HT-9", client: "海岳机械", on: "2026-01-15" } });
  expect(amountsOf(row)).toEqual(["wangfang", { kind, amountFen: 35_000 }]);
});

it("finds people by their account in the messenger", () => {
  expect(amountsOf(read("企业微信账号,预支", "wangfang2,10")[0])).toEqual([
    "wangfang2",
    { kind: "draw", amountFen: 1_000 },
  ]);
});

it.each([
  ["2025", "2025"],
  ["2025年度", "2025"],
  ["2026年2月", "2026-02"],
  ["202602", "2026-02"],
])("knows the year or month %s", (cell, period) => {
  expect(read("工号,月份,已发", `1007,${cell},10`)[0]).toMatchObject({ is: "read", record: { period } });
});

it("takes an empty cell for nothing said, and 0 for none", () => {
  expect(amountsOf(read("工号,待扣回,预支", "1007,,0")[0])).toEqual(["wangfang", { kind: "draw", amountFen: 0 }]);
  expect(read("工号,待扣回,预支", "1007,,")[0]).toMatchObject({ is: "leftOut", why: "no_balance" });
});

it.each([
  ["below 0", "工号,待扣回", "1007,-3", "balance_negative", "待扣回"],
  ["of more than two places", "工号,待扣回", "1007,3.005", "amount_decimals", "待扣回"],
  ["of no kind", "工号,科目,余额", "1007,办公用品,3", "kind_unknown", "科目"],
  ["of nobody", "工号,待扣回", "8888,3", "member_unknown", "工号"],
  ["of somebody who has another name", "工号,姓名,待扣回", "1007,林可欣,3", "name_differs", "工号"],
  ["of one of two namesakes", "姓名,待扣回", "王芳,3", "member_ambiguous", "姓名"],
  ["of two people at once", "工号,账号,待扣回", "1007,wangfang2,3", "name_differs", "账号"],
])("has a balance %s looked at by a person", (_what, heading, row, reason, column) => {
  expect(read(heading, row)[0]).toMatchObject({ is: "heldBack", held: { reason, column } });
});

it("has a second row of one person looked at, unless document or month tell them apart", () => {
  const [first, second, third] = read("工号,待扣回", "1007,3", "1007,4", "1007,3");
  expect([first?.is, second, third?.is]).toMatchObject([
    "read",
    { is: "heldBack", held: { reason: "balance_two_rows", otherRow: 2 } },
    "same",
  ]);
  expect(read("工号,单据号,待扣回", "1007,A,3", "1007,B,4").map(({ is }) => is)).toEqual(["read", "read"]);
});

it("leaves the row of totals out", () => {
  expect(read("工号,姓名,待扣回", "1007,王芳,3", "合计,,3")[1]).toMatchObject({ is: "leftOut", why: "totals" });
});

it.each([
  ["待发放", "unreleased"],
  ["unpaid commission", "unreleased"],
  ["其他应收款-预支", "draw"],
  ["未结提成", "unreleased"],
])("knows the one kind that %s names", (words, kind) => {
  expect(openingKindOf(words)).toBe(kind);
});

it.each(["预支扣回", "未结欠款", "应收应付", "已发未发"])("asks about %s, which could be two kinds", (words) => {
  expect(read("工号,科目,余额", `1007,${words},3`)[0]).toMatchObject({ held: { reason: "kind_unknown" } });
});
