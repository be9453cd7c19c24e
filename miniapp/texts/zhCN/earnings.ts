/** 收入, 明细. */
export const earnings = {
  title: "收入",
  previous: "上个月",
  next: "下个月",
  hints: {
    estimated: "月底才定，可能变多，也可能变少",
    earned: "已经算定。按拜访付的钱，存疑打卡没有被认可才会去掉",
    payable: "已经可以发，等发放日",
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
  noPlan: (p: { names: string }) =>
    `你还没有方案。${p.names ? `请找 ${p.names}` : "请找管理员"}，定好后这里会列出每一笔`,
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
  line: {
    title: "明细",
    openSale: "看这一单",
    openTeam: "看团队",
    openPlan: "看整个方案",
    teamOnly: "队友各自的数只有主管看得到",
    rule: (p: { amount: string }) => `规则：${p.amount}`,
    ruleWhen: (p: { when: string }) => `条件：${p.when}`,
    formula: "怎么算的",
    tapHint: "点一个数，看它从哪里来",
    trace: "从脚印到分",
    visit: (p: { time: string; distance: string }) => `${p.time} 有效拜访，${p.distance}`,
    visitAt: (p: { customer: string; time: string }) => `${p.time} 有效拜访 ${p.customer}`,
    visitAtInDoubt: (p: { customer: string; time: string }) => `${p.time} 存疑，先计入 ${p.customer}`,
    visitInDoubt: (p: { time: string }) => `${p.time} 存疑，先计入`,
    inDoubt: (p: { who: string; until: string }) => `先计入，等${p.who} ${p.until} 前决定`,
    inDoubtMeans: (p: { customer: string; day: string }) =>
      `${p.customer} ${p.day}的打卡存疑。没有人决定就照算；没有被认可，这次拜访的钱会去掉，消息里说明原因`,
    visitBrings: (p: { amount: string }) => `带来 ${p.amount}`,
    visitNoDistance: (p: { time: string }) => `${p.time} 有效拜访`,
    signed: (p: { customer: string; amount: string }) => `${p.customer} 签单 ${p.amount} 元`,
    confirmed: (p: { time: string }) => `${p.time} 确认入账`,
    allocated: (p: { amount: string }) => `这一单分到 ${p.amount} 元`,
    closing: (p: { month: string }) => `${p.month} 关账，金额定下来`,
    footstepsAre: (p: { count: number }) =>
      `脚印是到签单那天为止、在这家客户的有效拜访，最近 ${p.count} 次，看得到这一单怎么来的。有没有脚印，金额都一样。`,
    noFootsteps: "签单前没有有效拜访，这一单没有脚印",
    /** `why`: a whole sentence. */
    noSales: (p: { why: string }) => `没有哪一张销售单对应这一笔。${p.why}`,
    plan: (p: { name: string; version: number; day: string }) => `${p.name} 第${p.version}版，${p.day}起`,
    verify: "在手机上验算",
    verifying: "正在验算…",
    agrees: "与你手机计算一致",
    differs: (p: { server: string; phone: string }) =>
      `服务器算 ${p.server} 元，你的手机算 ${p.phone} 元。这两个不该不同，请截图发给管理员。`,
    cannotVerify: "这条规则手机上还不能算",
    toMoney: "看本月收入",
  },
};
