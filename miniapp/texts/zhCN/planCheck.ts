import type { FindingCode } from "@shared/domain/pay/check";

/** How a plan's check stands, on the page of the plan. */
export const planCheck = {
  title: "方案体检",
  none: "这一版还没有做过体检。体检完才能送审。",
  waiting: (p: { done: string; total: string }) =>
    `正在体检，做完 ${p.done} / ${p.total} 步。可以先离开，做完会发消息给你。`,
  failed: "上次体检没有做完，方案没有变。再做一次，还不行就告诉管理员。",
  ask: "做体检",
  again: "再做一次体检",
  asking: "正在安排…",
  clean: (p: { probes: string }) => `试了 ${p.probes} 种情况，没有看到不对的地方。没试到的情况，不保证没有。`,
  found: (p: { probes: string; count: string }) =>
    `试了 ${p.probes} 种情况，看到 ${p.count} 处，都列在下面。没试到的情况，不保证没有。`,
  leftOut: (p: { count: string }) => `另有 ${p.count} 处没有列出来，先改前面的。`,
  unfinished: (p: { names: string }) => `方案太大，这几项没有看完，没说有不等于没有：${p.names}。`,
  names: {
    cliff: "一步跳很多",
    retroactiveTier: "跨档回头算",
    zeroFactor: "系数为 0",
    fallingPay: "多做少拿",
    quadratic: "同一业绩乘两遍",
    noCap: "没有封顶",
    capNeverMet: "封顶用不上",
    capAlwaysMet: "总是顶到封顶",
    neverPays: "从不发钱",
    mayDivideByZero: "除以 0",
    undefinedPays: "缺数照发",
    basisNobodyHas: "没有的指标",
    splittingPays: "拆单多发",
    mergingPays: "并单多发",
    holdingPays: "压单多发",
    doubleCounting: "重复计发",
    stackingMissing: "叠加没写明",
    unreachableTier: "到不了的档",
    unusedTable: "没用到的表",
    indicatorCount: "指标个数",
    noTargetInScore: "没目标的指标",
    neverReleased: "没写何时发",
    dueBeforeClose: "发得太早",
    redPacketLimit: "红包上限",
    needNotMet: "没达到说好的",
    midPeriodChange: "周期中间开始",
    refundNotCovered: "退款不收回",
    forfeitsOnLeave: "离开拿不到",
    payoutExceedsMargin: "发的比赚的多",
    edgeUnclear: "档位边界",
  } satisfies Record<FindingCode, string>,
  simulation: {
    title: "试算与得失",
    none: "按这个方案，过去 12 个月会多发还是少发，谁升谁降。算一遍，谁的收入都不变。",
    waiting: "正在安排试算。可以先离开，算完会发消息给你。",
    counting: (p: { done: string; total: string }) =>
      `正在试算，算完 ${p.done} / ${p.total} 人。可以先离开，算完会发消息给你。`,
    failed: "上次试算没有做完，谁的收入都没有变。再算一次，还不行就告诉管理员。",
    ask: "试算",
    again: "重新试算",
    asking: "正在安排…",
    old: "这不是当前版本：方案改过以后还没有重新算。",
    span: (p: { from: string; to: string; members: string; months: string }) =>
      `${p.from}到${p.to}，${p.members} 人，共 ${p.months} 个月的工资。`,
    madeUp: (p: { members: string }) =>
      `还没有过去的月份，按 ${p.members} 个假想的业务员算了一个月：业绩从 0 到目标的 3 倍。`,
    cost: (p: { before: string; after: string }) => `原来发 ${p.before}，按这个方案发 ${p.after}。`,
    costShare: (p: { before: string; beforeShare: string; after: string; afterShare: string }) =>
      `原来发 ${p.before}，是销售额的 ${p.beforeShare}；按这个方案发 ${p.after}，是 ${p.afterShare}。`,
    more: (p: { amount: string }) => `一共多发 ${p.amount}。`,
    less: (p: { amount: string }) => `一共少发 ${p.amount}。`,
    equal: "一共不多不少。",
    people: (p: { winners: string; losers: string; same: string }) =>
      `${p.winners} 人升，${p.losers} 人降，${p.same} 人不变。`,
    median: (p: { before: string; after: string }) => `居中的一位：${p.before} → ${p.after}。`,
    exceptions: (p: { count: string }) => `有 ${p.count} 处算不出来，没有算进去。`,
    gains: "升得最多的：",
    losses: "降得最多的：",
    teams: "各团队：",
    components: "各项目：",
    moved: (p: { name: string; before: string; after: string }) => `${p.name}：${p.before} → ${p.after}`,
    hidden: "每个人升多少降多少，只有人事、财务和审计看得到。",
    nearCliffs: (p: { count: string }) => `有 ${p.count} 个月，只差 1% 的业绩就会跳一大截。`,
    unequal: (p: { count: string }) => `有 ${p.count} 段业绩，卖得一样多，不同团队拿得不一样。`,
    fairness: {
      bunching: (p: { count: string; amount: string }) => `有 ${p.count} 个月的业绩刚好踩在档位线上，像是凑的。`,
      splitting: (p: { count: string; amount: string }) =>
        `有 ${p.count} 个月，同一客户一周内的几单分开签，比合成一单多拿 ${p.amount}。`,
      monthEndPull: (p: { count: string; amount: string }) => `月底三天确认了 ${p.amount}，比平时集中得多。`,
      refundsAfterPayday: (p: { count: string; amount: string }) =>
        `有 ${p.count} 笔退款在发工资以后才来，一共 ${p.amount}。`,
      zeroFactorCasualties: (p: { count: string; amount: string }) =>
        `有 ${p.count} 个月卖了东西，系数却是 0，那一项没拿到。`,
    },
  },
};
