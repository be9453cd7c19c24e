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
};
