/** 收入的一笔：它从哪里来，怎么算的。 */
export const lines = {
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
};
