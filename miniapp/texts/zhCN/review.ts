/** `until` when it may be decided, and by whom. */
interface Outcome {
  until: string;
  who: string;
  /** Who has decided. */
  by: string;
}

/** What a signal is told with; each takes what it is about. */
interface SignalParams {
  value: number;
  /** The same as meters. */
  far: string;
  limit: number;
  minutes: number;
  distance: string;
  customer: string;
}

/** 存疑打卡: why, who decides, what comes of it; the answer with a photo, the appeal. */
export const review = {
  title: "存疑打卡",
  open: "为什么存疑，谁来定",
  /** Where nobody has to decide any more. */
  openDecided: "打卡是怎么定的",
  none: "这次打卡没有存疑，或者已经不在这一天的记录里",
  /** What there is to ask about a check-in, beside how it was judged. */
  signals: {
    title: "不寻常的地方",
    open: "有不寻常的地方",
    /** Of one that counts. */
    stands: "这次打卡有效，判定不变。下面只是线索，不会自动扣任何东西。",
    score: (p: { score: number; askedFrom: number }) => `合计 ${p.score} 分；${p.askedFrom} 分起，请主管看一眼。`,
    mineOnly: "分数不够，只有你看得到，不用说明。",
    seenFrom: (p: { from: string }) => `现在只有你看得到。${p.from} 起主管也看得到；你先说明，主管就和说明一起看。`,
    seen: "主管看得到，和你的说明一起。",
    kinds: {
      impossibleSpeed: (p: SignalParams) =>
        `离在${p.customer}的打卡 ${p.distance}，只隔 ${p.minutes} 分钟：每小时 ${p.value} 公里，超过 ${p.limit} 公里`,
      samePhoto: (p: SignalParams) => `说明用的照片，和另外 ${p.value} 处用的是同一张`,
      codeFarAway: (p: SignalParams) => `扫的客户码贴在店里，打卡的位置却离得远，多出 ${p.far}`,
      sharedDevice: (p: SignalParams) => `打卡的设备，另有 ${p.value} 位同事也在用`,
      sameCoordinates: (p: SignalParams) => `${p.value} 天里的坐标一位不差，真实的定位每次会差一点`,
      newDevice: (p: SignalParams) => `打卡的设备是新的，才用了 ${p.value} 小时`,
      clockOff: (p: SignalParams) => `手机的时间和实际差 ${Math.abs(p.value)} 分钟，超过 ${p.limit} 分钟`,
      sameAccuracy: (p: SignalParams) => `连续 ${p.value} 次打卡，定位误差一模一样`,
      noDeparture: (p: SignalParams) => `这类拜访要点离开，这次没有点；到当天结束还有 ${p.value} 小时`,
    },
  },
  /** Right after a tap whose code was found to be the place's own. */
  scanned: (p: { decided: string }) => `先计入：扫到的客户码替你说明人在现场。${p.decided}，没有决定就照算。`,
  /** To its rep, wherever the check-in stands: that somebody has still to decide. */
  waits: {
    unexplained: (p: { who: string; until: string; counts: boolean }) =>
      `存疑，${p.counts ? "先计入" : "先不计入"}，等${p.who} ${p.until} 前决定`,
    explained: (p: { who: string; until: string; counts: boolean }) =>
      `已说明，${p.counts ? "先计入" : "先不计入"}，等${p.who} ${p.until} 前决定`,
  },
  /** To its rep: what comes of it. */
  rep: {
    openCounts: (p: Outcome) => `还没有人决定。${p.who}可以在 ${p.until} 前决定，没有决定就照算。`,
    openDoesNot: (p: Outcome) => `还没有人决定。${p.who}可以在 ${p.until} 前决定，没有决定就不算。`,
    accepted: (p: Outcome) => `${p.by} 认可了这次打卡。`,
    rejected: (_: Outcome) => "没有被认可，不计入有效拜访。",
    appealed: (p: Outcome) =>
      `已请${p.who}复核，还没有人决定，最迟 ${p.until}。在那之前不计入；没有人决定，维持原来的结果。`,
    mended: (_: Outcome) => "当天再打的一次已经补上，不用再等主管。",
    unrecorded: (_: Outcome) => "24 小时内没有写好拜访记录，不算有效拜访；这次打卡不用再等谁决定。",
    lapsedCounts: (_: Outcome) => "七天里没有人决定，打卡照算。",
    lapsedDoesNot: (_: Outcome) => "七天里没有人决定，没有计入。写一句说明，就会再问一次。",
  },
  /** Beside what comes of the check-in itself. */
  unrecorded: "24 小时内没有写好拜访记录，所以不算有效拜访。",
  because: (p: { by: string; reason: string }) => `${p.by}：${p.reason}`,
  /** Of a decision that whoever has made it has changed. */
  before: (p: { accepted: boolean; by: string; time: string; reason: string }) =>
    `改过一次：${p.by} ${p.time} ${p.accepted ? "认可过" : "没有认可"}，${p.reason}`,
  looked: (p: { name: string }) => `查看会被记录，${p.name} 本人可见。`,
  why: "为什么存疑",
  /** What is the matter, and what that means. */
  doubts: {
    outside: "离客户太远，超出了范围和定位误差",
    edge: "离客户比范围远一点，差的距离在定位误差以内，说不准人在不在范围里",
    poorAccuracy: "定位误差大于 100 米，说不准人在不在客户那里",
    cachedFix: "用的是几分钟前的位置，说明不了打卡时人在哪里",
    noFix: "这次没有位置，算不出离客户多远",
    noAccuracy: "手机没有说误差多大，位置没法核对",
    blurred: "给的是模糊位置，误差大于 500 米，位置没法核对",
    noPin: "这家客户还没有定位点，没有可以比的地方",
    uncertainTime: "手机的时间对不上，说不准是几点打的",
    aheadOfTime: "手机的时间比实际的快，这次按上传的时间算",
    oldTap: "打卡后超过三天才传上来，时间没法核对",
  },
  /** To its rep, while another check-in of the day would make it good. */
  doubtWays: {
    outside: "走到范围内，今天在这里再打一次就补上",
    edge: "再走近一些，等误差变小，今天在这里再打一次就补上",
    poorAccuracy: "走到窗边或室外，等误差变小，今天在这里再打一次就补上",
    cachedFix: "回打卡页点「刷新」，拿到新位置，今天在这里再打一次就补上",
    noFix: "到系统设置里允许企业微信定位，今天在这里再打一次就补上",
    noAccuracy: "打开手机的精确定位，今天在这里再打一次就补上",
    blurred: "到系统设置里给企业微信打开「精确位置」，今天在这里再打一次就补上",
    noPin: "在现场写一句说明；客户资料里能补上定位点，补好后今天再打一次",
    uncertainTime: "把手机的日期和时间设成自动，今天在这里再打一次就补上",
    aheadOfTime: "把手机的日期和时间设成自动，今天在这里再打一次就补上",
    oldTap: "写一句说明：那几天为什么没有网",
  },
  noFixWayH5: "让这个网页用位置（浏览器在地址栏旁边，企业微信在手机的系统设置里），今天在这里再打一次就补上",
  /** Where that day is over. */
  explainWay: "那一天已经过去，再打一次补不上了：写一句说明，决定的人先看到它",
  wifi: "手机连的 Wi-Fi",
  /** What earlier check-ins say of the network at the tap. */
  wifis: { known: "和以前在这里打卡时的一样", unknown: "以前在这里没有见过" },
  /** What was found of the client's code that was scanned. */
  code: "客户码",
  codes: {
    here: "扫到，是这里现用的码：能替你说明人在现场，决定的人看得到",
    replaced: "是旧码，已经换过，不算凭证",
    elsewhere: "是别处的码，不算凭证",
    unknown: "不认识的码，不算凭证",
  },
  at: "时间",
  site: "地点",
  distance: "离客户",
  radius: "范围",
  accuracy: "误差",
  unknown: "不知道",
  record: "拜访记录",
  noRecord: "还没有写拜访记录。没有记录，认可了也不算有效拜访。",
  appeal: {
    title: "不同意这个结果",
    note: (p: { until: string; who: string }) =>
      `可以请${p.who}再看一次，不会是刚才决定的人。只有一次，${p.until} 前提出；那次决定后不再复核。`,
    others: "上一级主管（没有的话是人事）",
    nobody: "别人（现在没有第二个人能看，提出后会请管理员设）",
    label: "为什么应该算",
    hint: "例：前台有我的访客登记",
    send: "请人复核",
    mine: "我请求复核的理由",
    says: (p: { name: string }) => `${p.name} 为什么请你复核`,
    final: (p: { by: string }) => `这是最后的结果，不再复核。还有疑问，直接问 ${p.by}。`,
    first: (p: { by: string; reason: string }) => `第一次：${p.by} 没有认可，${p.reason}`,
  },
  mine: "我的说明",
  mineAgain: "重写说明",
  mineHint: "例：在后门卸样品，定位飘到马路对面",
  mineMissing: "写一句再提交",
  mineSend: "提交说明",
  mineSendAgain: "重新提交说明",
  photo: "刚拍的照片",
  tapPhoto: "打卡时拍的",
  photoOf: (p: { name: string }) => `${p.name} 拍的照片`,
  photoTake: "拍一张照片",
  photoAgain: "重拍一张",
  photoMore: "再拍一张",
  photoDrop: "不带照片",
  photoNote: "照片和说明一起提交，决定的人能看到。照片里的位置信息不会保存。",
  photoForPin: "这里还没有定位点。拍一张现场照片、写一句，定位误差 50 米以内的先计入，同时提议这里的定位点。",
  photoSent: "已附照片。",
  photoSeen: "你和决定这次打卡的人看得到。每看一次都记在 我的 › 谁看过我。",
  photoMine: "只有你看得到。要人决定这次打卡时，决定的人才看得到。",
  ownPhotos: "我拍的照片",
  ownPhotosOpen: "看照片",
  answerPhoto: "写说明时拍的",
  photoKept: (p: { day: string }) => `存到 ${p.day}，之后夜里删除`,
  photoFailed: {
    refused: "相机没有允许使用，所以没拍成。到系统设置里允许企业微信使用相机，或者只写说明。",
    unavailable: "相机打不开。过一会儿再试，或者只写说明。",
    noAnswer: "相机没有交回照片。再拍一张，或者只写说明。",
    unreadable: "这张照片读不出来。重拍一张，或者只写说明。",
  },
};
