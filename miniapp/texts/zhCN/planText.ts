/** The rules of a plan, wherever they are read as a whole. */
export const planText = {
  title: "方案",
  version: (p: { version: number; day: string }) => `第 ${p.version} 版，${p.day}起生效`,
  grain: { event: "按笔计算", period: "按整月计算" },
  condition: "条件",
  cap: "封顶",
  floor: "保底",
  tranche: (p: { share: string; when: string; due: string }) => `${p.when}后，${p.due}发 ${p.share}`,
  when: {
    earned: "已得",
    invoiced: "开票",
    accepted: "验收",
    collected: "回款",
    paidInFull: "款项全部收齐",
    date: "到约定的日子",
  },
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
};
