/** Pages by name: the navigation of a desktop, and what search finds. */
export const menu = {
  groups: { performance: "绩效", customers: "客户", people: "员工", system: "系统" },
  entries: {
    targets: "目标",
    findCustomers: "查客户",
    sales: "销售单",
    duplicates: "疑似重复",
    pins: "客户地点",
    visitTypes: "拜访类型",
    away: "不在时谁审批",
    members: "成员",
    roles: "角色与范围",
    kept: "离职人员的数据",
    setup: "开始使用",
    reports: "大家报告的问题",
    inbox: "消息",
    queue: "待上传",
    myData: "我的数据",
    looked: "谁看过我",
    devices: "我的设备",
    report: "报告问题",
  },
};
