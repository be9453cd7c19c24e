/** 成员: one of the own people. */
export const member = {
  title: "成员",
  sales: "业绩由这些销售单组成",
  helps: "怎么帮",
  noHelp: "没有明显卡住的地方，问问下一步就好",
  help: {
    overdueSteps: (p: { count: number }) => `约好的 ${p.count} 家过了日子还没去：一起排一排`,
    fewVisits: (p: { count: number }) => `有效拜访不到别人的一半（别人平均 ${p.count} 次）：先约一次陪访`,
    unvisited: (p: { count: number }) => `${p.count} 家客户上个月到现在没有拜访记录：一起挑出先去的`,
    recordsInVain: (p: { count: number }) => `${p.count} 次拜访写了记录但没有算：看看差在哪里`,
  },
  visits: (p: { count: number }) => `拜访，有效 ${p.count} 次`,
  noVisits: "这一月没有拜访记录",
  nextStep: (p: { text: string }) => `下一步：${p.text}`,
  stages: "客户在哪个阶段",
  stagesPart: "客户在哪个阶段（只数了前面一部分）",
  clients: (p: { count: number }) => `${p.count} 家`,
  looked: (p: { name: string }) => `查看会被记录，${p.name} 本人可见。这里只有业绩，没有收入。`,
};
