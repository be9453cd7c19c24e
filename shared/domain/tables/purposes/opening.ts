import { type OpeningKind, openingKinds } from "../../opening";
import { memberColumn, memberNameColumn, noteColumn, type Purpose } from "./purpose";

/**
 * What members bring along: a column for each kind of balance, as payrolls print them, or a row for each, as ledgers list open items. The sum of
 * each column is held against the totals of the sheet.
 */
export const openingPurpose: Purpose = {
  code: "opening",
  key: ["member", "period", "document", "kind"],
  named: ["member", "memberName", "account"],
  whenStored: "change",
  twoRows: "balance_two_rows",
  silentBeside: { balance: openingKinds },
  controls: ["clawback", "draw", "unreleased", "paid", "balance"],
  columns: [
    { field: "member", kind: "member", headings: memberColumn.headings, nameField: "memberName", example: "" },
    { ...memberNameColumn, example: "" },
    { field: "account", kind: "account", headings: ["企业微信账号", "企微账号", "账号", "userid", "wecomid"] },
    {
      field: "clawback",
      kind: "amount",
      example: "",
      headings: [
        ...["待扣回", "待扣回余额", "待扣回金额", "期初待扣回", "应扣回", "应扣回金额", "待追回", "应追回", "扣回余额"],
        ...[
          "待扣提成",
          "退款待扣",
          "退单待扣",
          "应收员工款",
          "员工欠款",
          "个人欠款",
          "欠款余额",
          "clawback",
          "receivable",
        ],
      ],
    },
    {
      field: "draw",
      kind: "amount",
      example: "",
      headings: [
        ...["预支", "预支余额", "预支金额", "期初预支", "预支提成", "预支佣金", "预支未还", "未还预支", "预发提成"],
        ...["借支", "借支余额", "借支未还", "预借", "draw", "advance", "advances"],
      ],
    },
    {
      field: "unreleased",
      kind: "amount",
      example: "",
      headings: [
        ...["已得未发", "期初已得未发", "未发提成", "未发佣金", "未发奖金", "应发未发", "已计提未发", "计提未发"],
        ...[
          "待发放",
          "待发提成",
          "待发金额",
          "未发放",
          "未发金额",
          "留存提成",
          "提成结余",
          "未结提成",
          "unreleased",
          "accrued",
        ],
      ],
    },
    {
      field: "paid",
      kind: "amount",
      example: "",
      headings: [
        ...[
          "已发",
          "已发金额",
          "已发合计",
          "累计已发",
          "期初已发",
          "本年已发",
          "本年累计已发",
          "年初至今已发",
          "已发提成",
        ],
        ...["已发佣金", "已发放", "累计发放", "实发累计", "paid", "paidtodate", "ytdpaid"],
      ],
    },
    {
      field: "kind",
      kind: "line",
      headings: [
        "余额类型",
        "余额种类",
        "款项类型",
        "款项",
        "类型",
        "种类",
        "科目名称",
        "科目",
        "kind",
        "type",
        "account name",
      ],
      maxLength: 60,
    },
    {
      field: "balance",
      kind: "amount",
      headings: [
        ...[
          "期初余额",
          "期末余额",
          "未清金额",
          "余额",
          "未结金额",
          "本币金额",
          "金额",
          "openingbalance",
          "balance",
          "amount",
        ],
      ],
    },
    {
      field: "period",
      kind: "period",
      example: "",
      headings: [
        ...[
          "所属月份",
          "提成月份",
          "发放月份",
          "薪资月份",
          "工资月份",
          "所属期",
          "期间",
          "月份",
          "年月",
          "年度",
          "年份",
        ],
        ...["period", "month", "year"],
      ],
    },
    {
      field: "document",
      kind: "id",
      example: "",
      headings: [
        ...[
          "来源单据",
          "来源单号",
          "单据编号",
          "单据号",
          "单号",
          "凭证编号",
          "凭证号",
          "订单编号",
          "订单号",
          "合同编号",
        ],
        ...["合同号", "销售单号", "document", "documentnumber", "reference", "item"],
      ],
      maxLength: 100,
    },
    { field: "client", kind: "line", headings: ["客户名称", "客户", "往来单位", "customer", "client"], maxLength: 200 },
    {
      field: "on",
      kind: "day",
      headings: ["业务日期", "单据日期", "发生日期", "过账日期", "记账日期", "日期", "date"],
    },
    noteColumn,
  ],
};

/** What a row says that its balance is. */
const kindWords: readonly [RegExp, OpeningKind][] = [
  [/预支|借支|预借|预发|draw|advance/i, "draw"],
  [/扣回|追回|待扣|clawback/i, "clawback"],
  [/未发|待发|留存|unreleased|accrued|unpaid/i, "unreleased"],
  [/已发|实发|(?:^|[^未待])发放|(?:^|[^n])paid/i, "paid"],
];

/** Accounts that hold more than one kind: they say it where nothing else does. */
const accountWords: readonly [RegExp, OpeningKind][] = [
  [/欠款|应收|receivable/i, "clawback"],
  [/未结|结余|应付|payable/i, "unreleased"],
];

/** Null where the words name no kind of balance, or could name several. */
export function openingKindOf(words: string): OpeningKind | null {
  const named = (by: typeof kindWords) => by.flatMap(([pattern, kind]) => (pattern.test(words) ? [kind] : []));
  const kinds = named(kindWords);
  const [kind, ...others] = kinds.length > 0 ? kinds : named(accountWords);
  return kind !== undefined && others.length === 0 ? kind : null;
}
