/** What a finding's sentence is made of: what is paid where it is so, and where it is otherwise. */
export interface FindingSaid {
  name: string;
  before: string;
  after: string;
  /** Of `after`, without what is paid. */
  where: string;
  number: string;
  /** Of a need: the sum. */
  needed: string;
}

/** The rules of a plan, wherever they are read as a whole. */
export const planText = {
  title: "方案",
  version: (p: { version: number; day: string }) => `第 ${p.version} 版，${p.day}起生效`,
  each: "按笔计算",
  period: { week: "按整周计算", month: "按整月计算", quarter: "按整季计算", year: "按整年计算" },
  settled: "结算",
  settle: { end: "到最后一个月一次算", toDate: "每月按累计数算，减去前几个月已计的" },
  draw: "预支",
  drawn: "先发给你，以后从发放里扣回",
  leave: "离职后",
  onLeave: {
    stop: "最后一天以后才能发的，不再发",
    until: (p: { days: number }) => `最后一天以后 ${p.days} 天内的照发，之后不再发`,
  },
  differs: (p: { parent: string }) => `和「${p.parent}」不同的地方`,
  same: "没有不同的地方",
  part: { inputs: "指标", tables: "表", components: "项目", stacking: "叠加规则", examples: "例子" },
  field: {
    name: "名称",
    amount: "算法",
    when: "条件",
    cap: "封顶",
    floor: "保底",
    value: "值",
    upTo: "上限",
    other: "其他设置",
  },
  row: (p: { row: number; field: string }) => `第 ${p.row} 档的${p.field}`,
  none: "没有",
  condition: "条件",
  cap: "封顶",
  floor: "保底",
  pool: "分法",
  worked: "例如",
  tranche: (p: { share: string; when: string; due: string }) => `${p.when}后，${p.due}发 ${p.share}`,
  when: {
    earned: "已得",
    invoiced: "开票",
    accepted: "验收",
    collected: "回款",
    paidInFull: "款项全部收齐",
    date: "到约定的日子",
  },
  onDay: (p: { day: string }) => `到${p.day}`,
  examples: "计算举例",
  doubts: {
    title: "这些数不常见，发布前再看一眼",
    paysMuch: (p: { name: string; sale: string; pays: string; rate: string }) =>
      `${p.name}：卖 ${p.sale}，就发 ${p.pays}，是销售额的 ${p.rate}。`,
    tierFalls: (p: { name: string; row: string; value: string; before: string }) =>
      `${p.name}：第 ${p.row} 档是 ${p.value}，比前一档的 ${p.before} 还低，卖得多的反而少拿。`,
    because: (p: { name: string; reason: string }) => `${p.name}说确实这样：${p.reason}`,
    ask: "确实要这样发吗？",
    reasons: ["和老板定好的", "只在这段时间这样"],
    hint: "写一句为什么",
    missing: "写一句为什么，审核的人会看到",
    send: "确实这样，送审",
  },
  /** What a plan pays at the points that show a finding. */
  findings: {
    title: "这个方案还有这些特点",
    probe: (p: { at: string; pays: string }) => (p.at === "" ? `发 ${p.pays}` : `${p.at} 时发 ${p.pays}`),
    and: "，",
    cliff: (p: FindingSaid) => `${p.name}：${p.before}，再多一点，${p.after}。`,
    retroactiveTier: (p: FindingSaid) => `${p.name}：${p.before}，跨过这一档，前面的也按新一档算，${p.after}。`,
    zeroFactor: (p: FindingSaid) => `${p.name}：${p.before}，系数是 0，前面做的都没有；再多一点，${p.after}。`,
    fallingPay: (p: FindingSaid) => `${p.name}：${p.before}，再多一点，${p.after}，多做反而少拿。`,
    quadratic: (p: FindingSaid) => `${p.name}把同一个业绩乘了两遍：${p.before}，翻一倍，${p.after}。`,
    noCap: (p: FindingSaid) => `${p.name}没有封顶：${p.before}，${p.number} 倍的结果，${p.after}。`,
    capNeverMet: (p: FindingSaid) => `${p.name}的封顶试了 ${p.number} 种情况都没用上，最多是 ${p.after}。`,
    capAlwaysMet: (p: FindingSaid) => `${p.name}试了 ${p.number} 种情况，只要发就顶到封顶：${p.after}。`,
    neverPays: (p: FindingSaid) => `${p.name}试了 ${p.number} 种情况都不发钱，条件可能自相矛盾。`,
    mayDivideByZero: (p: FindingSaid) => `${p.name}可能除以 0：${p.where} 时算不出来，这个月就关不了账。`,
    undefinedPays: (p: FindingSaid) => `${p.name}缺一个数也照样发：${p.before}，缺的时候，${p.after}。`,
    basisNobodyHas: (p: FindingSaid) => `${p.name}这个指标系统里没有，要靠导入；不导入，用到它的项目就算不出来。`,
    splittingPays: (p: FindingSaid) => `${p.name}：一单拆成两单会多发。${p.before}；拆开，${p.after}。`,
    mergingPays: (p: FindingSaid) => `${p.name}：两单并成一单会多发。${p.before}；并成一单，${p.after}。`,
    holdingPays: (p: FindingSaid) => `把单子压到下个月会多发：两个月各自 ${p.before}；压到一个月，${p.after}。`,
    doubleCounting: (p: FindingSaid) =>
      `${p.name}和另一个项目按同一笔业绩各发一次，方案没写怎么叠加：合计 ${p.after}。`,
    stackingMissing: (p: FindingSaid) => `${p.name}和另一个项目会一起发，方案没写怎么叠加：合计 ${p.after}。`,
    unreachableTier: (p: FindingSaid) => `${p.name}：第 ${p.number} 档谁也到不了。`,
    unusedTable: (p: FindingSaid) => `${p.name}没有项目用到。`,
    indicatorCount: (p: FindingSaid) => `${p.name}有 ${p.number} 个指标，3 到 5 个最清楚。`,
    noTargetInScore: (p: FindingSaid) => `${p.name}没有目标就放进了考核得分，应该用完成率。`,
    neverReleased: (p: FindingSaid) => `${p.name}没写什么时候发，会一直停在「已得」。`,
    dueBeforeClose: (p: FindingSaid) => `${p.name}写了马上发，可要到月底关账才算得准，发不了那么早。`,
    redPacketLimit: (p: FindingSaid) => `${p.name}：${p.after}，一个红包最多 200 元，要分 ${p.number} 个发。`,
    needNotMet: (p: FindingSaid) => `${p.name}要的是至少 ${p.needed}，目标正好完成时 ${p.after}。`,
    midPeriodChange: (p: FindingSaid) => `${p.name}从周期中间开始，要从周期的第一天开始算。`,
    refundNotCovered: (p: FindingSaid) => `${p.name}退款后照样发：${p.after}，全退了也不收回。`,
    forfeitsOnLeave: (p: FindingSaid) => `${p.name}到周期最后一个月才算，之前离开的人拿不到。`,
    payoutExceedsMargin: (p: FindingSaid) => `${p.name}按毛利算：一单只赚 ${p.needed}，${p.after}，发的比赚的多。`,
    edgeUnclear: (p: FindingSaid) => `${p.name}：正好到第 ${p.number} 档的边上算哪一档，表里没写明，现在算下一档。`,
  },
};
