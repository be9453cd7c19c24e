/** What the tabs of offices open, and where those land who neither sell nor have an office. */
export const officePages = {
  level: {
    title: "完成情况",
    month: "月份",
    below: "下一级",
    people: "成员",
    noBelow: "下面没有团队",
    noPeople: "这个月没有成员",
    target: (p: { done: string; target: string }) => `${p.done} / ${p.target}`,
    noTarget: (p: { done: string }) => `${p.done}，没有目标`,
    visits: (p: { count: number }) => `有效拜访 ${p.count} 次`,
    up: (p: { name: string }) => `回到${p.name}`,
  },
  approvals: {
    title: "全部审批",
  },
  plans: {
    title: "全部方案",
    state: "状态",
    states: { published: "生效的", inReview: "等审核的", draft: "草稿" },
    none: { published: "还没有发布过方案", inReview: "没有等审核的方案", draft: "没有草稿" },
    without: (p: { count: number }) => `${p.count} 人做销售却没有方案`,
    withoutNote: "没有方案的这段时间，卖出的不算收入。人事发布一个包含他们的方案就补上。",
    version: (p: { version: number; day: string }) => `第 ${p.version} 版，${p.day}起`,
  },
  staff: {
    title: "我的",
    what: "销励记的是销售的拜访、业绩和收入。你没有销售身份，所以这里没有客户和收入；下面是和你有关的。",
    payslips: "工资条以后也在这里看，现在照公司原来的办法发。",
    sells: (p: { names: string }) =>
      p.names
        ? `你做销售或带团队？请找 ${p.names} 把你加进企业微信里的团队，明天就能看到。`
        : "你做销售或带团队？请企业微信的管理员把你加进团队，明天就能看到。",
  },
  income: "我的收入",
};
