/** The desktop's frame: navigation, header, menu. */
export const zhDesk = {
  nav: "主导航",
  showNav: "展开导航",
  hideNav: "收起导航",
  groups: { performance: "绩效", customers: "客户", people: "员工", system: "系统" },
  entries: {
    targets: "目标",
    findCustomers: "查客户",
    sales: "销售单",
    duplicates: "疑似重复",
    pins: "客户地点",
    visitTypes: "拜访类型",
    away: "不在时谁审批",
    kept: "离职人员的数据",
    reports: "大家报告的问题",
  },
  month: { label: "月份", shown: (p: { month: string }) => `月份，现在是 ${p.month}`, present: "本月" },
  mine: (p: { name: string }) => `我：${p.name}`,
  menu: "我的设置",
  openMe: "打开「我的」",
};
