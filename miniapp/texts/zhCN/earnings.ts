/** 收入, 明细. */
export const earnings = {
  title: "收入",
  previous: "上个月",
  next: "下个月",
  hints: {
    estimated: "月底才定，可能变多，也可能变少",
    earned: "已经算定。按拜访付的钱，存疑打卡没有被认可才会去掉",
    payable: "可以发了：说好立即发的不用再等，其余等发放日",
    paid: "已经到你手里",
  },
  pending: (p: { count: number; money: string }) => `待确认 ${p.count} 单，共 ${p.money}`,
  states: "收入分四种",
  lines: "明细",
  empty: "本月还没有收入记录。有了第一条，几秒内会出现在这里",
  emptyMonth: (p: { month: string }) => `${p.month}没有收入记录`,
  /** `tab`: what the reader's first tab is called. */
  sellsNothing: (p: { tab: string }) =>
    `这里列出自己做销售的收入。你没有按销售计酬的方案，所以没有明细。等你处理的事在「${p.tab}」`,
  toHome: (p: { tab: string }) => `去${p.tab}`,
  hadNoPlanIn: (p: { month: string }) => `你在${p.month}没有方案，所以没有收入记录`,
  noPlanIn: (p: { month: string; names: string }) =>
    `你还没有${p.month}的方案，已确认的销售先记 0 元。${p.names ? `方案由 ${p.names} 制定` : "方案由人事制定"}，定好后这里会列出每一笔`,
  signedEarlier: (p: { day: string; month: string }) => `${p.day}签单，确认后计入${p.month}`,
  lost: {
    title: "不再计入的",
    was: (p: { money: string; day: string }) => `原来计入 ${p.money}，${p.day} 起不再计入`,
    until: (p: { until: string }) => `${p.until} 前可请人复核`,
  },
  groupSum: (p: { name: string; count: number }) => `${p.name} ${p.count} 笔合计`,
  lineLabel: (p: { name: string; amount: string; status: string }) => `${p.name}，${p.amount} 元，${p.status}`,
  mySales: "我的销售单",
  inDoubt: (p: { who: string; until: string }) => `先计入，等${p.who} ${p.until} 前决定`,
  opening: "期初余额",
};
