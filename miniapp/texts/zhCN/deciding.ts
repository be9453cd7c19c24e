/** 存疑打卡: what its decider reads. */
export const deciding = {
  /** To whoever decides. */
  leader: {
    openCounts: (p: { until: string }) => `${p.until} 前决定；没有决定，这次打卡照算。`,
    openDoesNot: (p: { until: string }) => `${p.until} 前决定；没有决定，这次打卡不算。`,
    accepted: (_: { until: string }) => "已认可",
    rejected: (_: { until: string }) => "没有认可，不计入有效拜访",
    appealed: (p: { until: string }) => `请你复核：${p.until} 前决定；没有决定，维持原来的结果，不计入。`,
    mended: (_: { until: string }) => "当天再打的一次已经补上，不用决定了",
    appealedToOthers: (p: { until: string; who: string }) =>
      `本人已请${p.who}复核，最迟 ${p.until}；你的决定不能再改。没有人决定，维持你的结果。`,
    unrecorded: (_: { until: string }) => "24 小时内没有写好拜访记录，认可了也不算有效拜访，不用决定了",
    lapsedCounts: (_: { until: string }) => "七天里没有人决定，照算",
    lapsedDoesNot: (_: { until: string }) => "七天里没有人决定，没有计入",
  },
  says: (p: { name: string }) => `${p.name} 的说明`,
  saysNothing: "还没有写说明",
  accept: "认可",
  reject: "不认可",
  change: {
    accept: "改为认可",
    reject: "改为不认可",
    until: (p: { time: string }) =>
      `点错了？${p.time} 前可以改，要写原因；本人会看到前后两次。本人请人复核以后就不能改了。`,
  },
  acceptTitle: "为什么认可",
  rejectTitle: "为什么不认可",
  reasonNote: (p: { name: string }) => `${p.name} 会看到这句话。`,
  acceptHint: "例：客户说他来过",
  rejectHint: "例：问过客户，那天没有人来",
  reasonMissing: "写一句理由再提交",
  acceptReasons: { client: "客户确认来过", place: "定位点偏了，人在现场", record: "拜访记录和客户对得上" },
  rejectReasons: { client: "客户说没有来过", elsewhere: "那时人在别处", ask: "问过本人，没有到现场" },
};
