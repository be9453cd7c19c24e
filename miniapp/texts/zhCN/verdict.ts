/** What a check-in was judged to be, once it is made. */
export const verdict = {
  inside: (p: { distance: string; accuracy: string }) => `离客户 ${p.distance}，误差 ${p.accuracy}。`,
  doubtful: (p: { distance: string; radius: string; accuracy: string; decided: string }) =>
    `存疑，先计入。离客户 ${p.distance}，范围 ${p.radius}，误差 ${p.accuracy}。${p.decided}，没有决定就照算。`,
  doubtfulWithoutFix: (p: { decided: string }) => `存疑，先计入。${p.decided}，没有决定就照算。`,
  outside: (p: { distance: string; radius: string; accuracy: string }) =>
    `范围外。离客户 ${p.distance}，范围 ${p.radius}，误差 ${p.accuracy}。已记下，不算有效拜访；走到范围内再打一次就算，或者拍照说明。`,
  unverified: (p: { decided: string }) => `已记下，先不计入。${p.decided}，没有决定就不算。`,
  decidedBy: (p: { who: string; until: string }) => `等${p.who} ${p.until} 前决定`,
  decidedWithin: "主管在 7 天内决定",
  /** Where it is not known yet why it is in doubt. */
  againHelps: "今天再打一次有效的就补上。",
  mends: (p: { time: string }) => `补上了 ${p.time} 存疑的那次，不用再等主管。`,
  mendsRecorded: (p: { time: string }) => `补上了 ${p.time} 存疑的那次，写好的记录照算，不用再等主管。`,
  explain: "写一句说明",
  again: (p: { time: string }) => `${p.time} 打过的就是这一次，没有再记一条。`,
  repeatedToday: "今天已打过卡，这次不重复计。",
  recordWithin: "24 小时内写好记录，这次拜访才算有效",
  recordWithinWaits: "24 小时内写好记录，主管认可后才算有效",
  write: "写拜访记录",
  another: "换一家",
  pin: "客户的位置不对？改位置",
  done: "知道了",
};
