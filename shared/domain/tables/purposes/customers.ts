import { noteColumn, type Purpose } from "./purpose";

/** Client companies and shops, by what another system calls them, else by name. */
export const customersPurpose: Purpose = {
  code: "customers",
  key: ["externalId"],
  named: ["name"],
  whenStored: "change",
  nameOnce: "name",
  columns: [
    {
      field: "externalId",
      kind: "id",
      headings: ["客户编号", "客户编码", "客户代码", "外部编号", "编号", "customerid", "customernumber"],
      required: "id_missing",
      example: "KH0001",
    },
    {
      field: "name",
      kind: "line",
      headings: ["客户名称", "客户全称", "公司名称", "企业名称", "客户", "名称", "customer", "customername", "name"],
      required: "name_missing",
      maxLength: 100,
      // What begins so is left out.
      example: "示例：海岳机械有限公司",
    },
    {
      field: "shortName",
      kind: "line",
      headings: ["客户简称", "简称", "shortname"],
      maxLength: 50,
      example: "海岳机械",
    },
    {
      field: "grade",
      kind: "choice",
      headings: ["级别", "客户级别", "等级", "客户等级", "grade"],
      values: "grades",
      example: "A",
    },
    {
      field: "stage",
      kind: "choice",
      headings: ["阶段", "客户阶段", "跟进阶段", "stage"],
      values: "stages",
      example: "初步接触",
    },
    {
      field: "owner",
      kind: "member",
      headings: ["负责人工号", "业务员工号", "归属人工号", "负责人", "业务员", "归属人", "跟进人", "owner"],
      nameField: "ownerName",
      example: "1007",
    },
    { field: "ownerName", kind: "memberName", headings: ["负责人", "负责人姓名", "业务员", "归属人"] },
    { field: "contact", kind: "line", headings: ["联系人", "联系人姓名", "contact"], maxLength: 50, example: "王经理" },
    {
      field: "phone",
      kind: "phone",
      headings: ["联系电话", "电话", "手机", "手机号", "联系手机", "phone"],
      example: "13800000000",
    },
    {
      field: "address",
      kind: "text",
      headings: ["地址", "详细地址", "客户地址", "address"],
      maxLength: 200,
      example: "广州市天河区科学大道 1 号",
    },
    {
      field: "createdOn",
      kind: "day",
      headings: ["建档日期", "创建日期", "建档时间", "创建时间", "created"],
      example: "2026-03-05",
    },
    noteColumn,
  ],
};
