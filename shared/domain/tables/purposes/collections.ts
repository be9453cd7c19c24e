import { noteColumn, type Purpose } from "./purpose";

/** Money that came in, or went back: bank and wallet statements, items of a ledger. */
export const collectionsPurpose: Purpose = {
  code: "collections",
  key: ["externalId"],
  named: ["externalId", "receivedAt"],
  whenStored: "ask",
  controls: ["amount"],
  sorts: {
    field: "type",
    proposed: /^DZ$|收款|回款|到款|进账|payment|receipt/i,
    leftOut: "not_a_payment",
    ask: "rows_by_type",
  },
  columns: [
    {
      field: "externalId",
      kind: "id",
      headings: ["平台流水号", "流水号", "交易单号", "交易流水号", "凭证编号", "凭证号", "收款单号", "transactionid"],
      required: "id_missing",
    },
    {
      field: "receivedAt",
      kind: "moment",
      headings: ["记账时间", "到账时间", "到账日期", "交易时间", "收款日期", "入账日期", "过账日期", "日期", "date"],
      required: "date_missing",
    },
    {
      field: "payer",
      kind: "line",
      headings: [
        "往来方",
        "付款方",
        "付款人",
        "对方户名",
        "对方名称",
        "交易对方",
        "付款单位",
        "客户名称",
        "客户",
        "payer",
      ],
      maxLength: 200,
    },
    {
      field: "amount",
      kind: "amount",
      headings: ["金额", "到账金额", "收款金额", "交易金额", "回款金额", "本币金额", "amount"],
      required: "amount_missing",
    },
    { field: "direction", kind: "sort", headings: ["收/支", "收支", "收支类型", "借贷标志"] },
    { field: "type", kind: "sort", headings: ["类型", "凭证类型"] },
    { field: "status", kind: "sort", headings: ["状态", "交易状态", "当前状态"] },
    {
      field: "saleId",
      kind: "id",
      headings: ["商户单号", "对应订单", "订单号", "订单编号", "合同编号", "参考", "saleid"],
    },
    { field: "phone", kind: "line", headings: ["联系电话", "电话", "手机号"], maxLength: 60 },
    noteColumn,
  ],
};
