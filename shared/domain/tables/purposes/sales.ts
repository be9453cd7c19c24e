import { memberColumn, memberNameColumn, noteColumn, type Purpose } from "./purpose";

/** Orders and contracts; several rows of one order are one sale with items. */
export const salesPurpose: Purpose = {
  code: "sales",
  key: ["externalId"],
  named: ["externalId", "customer", "member"],
  whenStored: "ask",
  controls: ["amount"],
  sorts: {
    field: "status",
    proposed: /成功|完成|已发货|已签收|已付款|已支付|生效|确认|paid|shipped|completed/i,
    leftOut: "closed_order",
    ask: "which_rows",
  },
  columns: [
    {
      field: "externalId",
      kind: "id",
      headings: ["订单号", "订单编号", "合同编号", "合同号", "销售单号", "单号", "ordernumber", "orderid"],
      required: "id_missing",
    },
    {
      field: "customer",
      kind: "customer",
      headings: ["客户名称", "客户编码", "客户编号", "客户", "购买方", "买家昵称", "买家会员名", "customer"],
      required: "customer_unknown",
    },
    memberColumn,
    memberNameColumn,
    {
      field: "signedOn",
      kind: "day",
      headings: ["签约日期", "签单日", "签订日期", "合同日期", "成交日期", "付款时间", "订单日期", "下单时间", "date"],
      required: "date_missing",
    },
    {
      field: "amount",
      kind: "amount",
      headings: ["合同金额", "实付金额", "成交金额", "销售金额", "订单金额", "金额", "总金额", "应付货款", "amount"],
      required: "amount_missing",
    },
    { field: "itemTitle", kind: "line", headings: ["商品标题", "商品名称", "品名"], maxLength: 300 },
    { field: "itemQuantity", kind: "count", headings: ["件数", "购买数量", "数量"] },
    { field: "itemAmount", kind: "amount", headings: ["商品金额", "明细金额"] },
    { field: "refund", kind: "amount", headings: ["退款金额", "退款"] },
    { field: "status", kind: "sort", headings: ["订单状态", "合同状态"] },
    noteColumn,
  ],
};
