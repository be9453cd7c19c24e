import { filled, sentences } from "@shared/domain/noticeSentences";
import { chineseFormat, stampTime } from "./format";

/** Who could have decided. */
const undecidedBy = (names: string[]): string => (names.length > 0 ? `（该由${names.join("、")}决定）` : "");

/** Every word that the server says to people. Chinese is the source: it says which texts there are and what each of them is given. */
export const zhCN = {
  format: chineseFormat,
  language: "zh-CN" as "zh-CN" | "en",
  source: "销励",
  /** How a customer, a moment and a person stand in one line. */
  joined: (parts: string[]) => parts.join(" · "),
  /** A sentence that comes from elsewhere in every language, behind another sentence. */
  ownSentence: (sentence: { "zh-CN": string; en: string }) => sentence["zh-CN"],

  /** What is written onto a photo. */
  photo: (p: { place: string; who: string; at: Date; receivedAt: Date }) => [
    p.place,
    `${p.who} · ${stampTime(p.at)}`,
    `服务器收到 ${stampTime(p.receivedAt)}，以服务器时间为准`,
  ],

  /** What is printed with a client's code. */
  siteCode: (p: { at: Date }) => ({
    title: "客户码",
    use: "到访时在销励的打卡页扫这个码，用来证明人在现场。请贴在店内，不要转发。",
    made: `${stampTime(p.at)} 生成，换新码后这张作废`,
  }),

  earnings: {
    ofSale: (p: { of: string }) => `${p.of} 这一单的金额`,
    ofLine: "由下面这些销售单合计",
  },
  saleWin: {
    title: "订单已确认",
    sentence: (p: { amount: string }) => filled(sentences.saleWin, { order_amount: p.amount }),
    plain: (p: { amount: string }) => filled(sentences.saleWinPlain, { order_amount: p.amount }),
    zeroByTeam: (p: { percent: string }) => `目前团队完成率${p.percent},系数为0,本单佣金待团队达标后计入。`,
    /** Where another factor is 0 as well, so that the team's alone would not bring it. */
    zeroByMore: (p: { percent: string }) => `目前团队完成率${p.percent},系数为0,本单暂不计佣金。`,
    noPlan: "你目前没有按销售计酬的方案，这一单暂不计佣金。",
    /** To whoever recorded it for a client of somebody else's. */
    othersSale: "这一单计给这家客户的负责人，你这里不计佣金。",
    house: "这家客户在签单那天没有负责人，这一单计入公司户，不计个人佣金。",
    countsLater: (p: { signedOn: string; confirmedOn: string; month: string }) =>
      `${p.signedOn}签的单，${p.confirmedOn}确认，计入${p.month}。`,
    /** The same where there is no room for the days. */
    countsIn: (p: { month: string }) => `计入${p.month}。`,
    pays: (p: { amount: string }) => `+${p.amount}`,
    estimated: "这一单的提成，预估",
    earned: "这一单的提成，已得",
    payable: "这一单的提成，待发",
    myMonth: (p: { month: string | null }) => `${p.month ?? "本月"}销售`,
    team: "团队",
    payRow: "提成",
    shareRow: "我的部分",
    share: (p: { part: string; whole: string }) => `${p.part} / ${p.whole}`,
    /** What the order does to the rest of the month, such as a higher rate for earlier orders. */
    othersRow: "本月另计",
    /** What the order brings as something else, such as a first order. */
    rewardsRow: "另有奖励",
    jump: "看这笔怎么算",
  },
  saleWinManager: {
    title: "团队签单",
    /** By what the rep has said about being named. */
    proposals: {
      yes: (p: { name: string; amount: string }) =>
        filled(sentences.saleWinManager, { name: p.name, order_amount: p.amount }),
      ask: (p: { name: string; amount: string }) => `${p.name}完成${p.amount}订单，想在群里表扬的话，先问一声。`,
      no: (p: { name: string; amount: string }) => `${p.name}完成${p.amount}订单，建议私下说声谢谢。`,
    },
    progress: "团队进度",
    fromTo: (p: { before: string; after: string }) => `${p.before} → ${p.after}`,
    praise: "公开表扬",
    mayPraise: {
      yes: (p: { name: string }) => `${p.name}同意点名`,
      ask: (p: { name: string }) => `${p.name}希望先问一声`,
      no: (p: { name: string }) => `${p.name}不希望被点名`,
    },
  },
  praise: {
    askTitle: "想在群里表扬你",
    ask: (p: { byName: string; amount: string }) => `${p.byName}想在群里表扬你的${p.amount}订单，可以吗？打开选一下。`,
    stillAskTitle: "还在等你回答",
    until: "答复",
    untilValue: (p: { until: string }) => `${p.until}前没有答复就不在群里说`,
    unansweredTitle: "没有得到答复",
    unanswered: (p: { name: string; amount: string }) =>
      `${p.name}没有答复能不能在群里表扬${p.amount}订单，所以没有在群里说。可以当面或私下说声谢谢。`,
    title: (p: { byName: string }) => `${p.byName}谢谢你`,
    sentence: (p: { amount: string }) => `${p.amount}订单，辛苦了！`,
  },
  nearTarget: {
    title: "离目标不远了",
    ofTarget: "月度目标",
    best: "最划算",
    sell: (p: { amount: string; gain: string }) => `再签 ${p.amount} ${p.gain}`,
    sentence: (p: { actual: string; remaining: string }) => filled(sentences.nearTarget, p),
  },
  teamLag: {
    title: "团队需要你搭把手",
    sentence: () => sentences.teamLag as string,
    mine: "你的进度",
    team: "团队进度",
    forYou: "你的提成",
    gain: (p: { percent: string; gain: string }) => `团队到${p.percent}，多 ${p.gain}`,
    helps: "你可以",
    offers: "分享客户线索或做法，分成先约好",
  },

  payCorrected: {
    title: "薪酬重新核算",
    months: (p: { count: number; newest: string }) => (p.count === 1 ? p.newest : `${p.newest} 等 ${p.count} 个月`),
    sentence: (p: { why: string; gain: string }) => `${p.why}你的薪酬合计因此变动 ${p.gain}。`,
    change: (p: { before: string; after: string; gain: string }) => `${p.before} → ${p.after}（${p.gain}）`,
    fromTo: (p: { before: string; after: string }) => `${p.before} → ${p.after}`,
    others: "更早",
    othersCount: (p: { count: number }) => `还有 ${p.count} 个月`,
  },

  nextSteps: {
    title: "今天的安排",
    sentence: (p: { names: string[] }) =>
      `今天约了 ${p.names.length} 家：${p.names.slice(0, 6).join("、")}${p.names.length > 6 ? " 等" : ""}。`,
    nth: (p: { n: number }) => `第${p.n}家`,
  },
  targetsMissing: {
    title: "目标还没发布",
    sentence: (p: { month: string; names: string[] }) =>
      `${p.names.join("、")} 的${p.month}目标还没发布，这些团队的人看不到进度，按达成率算的部分先记 0。请发布目标。`,
  },
  targetsPublished: {
    title: "目标已发布",
    changedTitle: "目标有变动",
    own: (p: { by: string; month: string; target: string }) => `${p.by}发布了你${p.month}的目标：${p.target}。`,
    ownChanged: (p: { by: string; month: string; target: string }) => `${p.by}把你${p.month}的目标改为 ${p.target}。`,
    units: (p: { by: string; month: string; names: string[] }) =>
      `${p.by}发布了${p.names.slice(0, 4).join("、")}${p.names.length > 4 ? ` 等 ${p.names.length} 个团队` : ""}${p.month}的目标。`,
    reason: (p: { reason: string }) => `原因：${p.reason}`,
    sentences: (parts: string[]) => parts.join(""),
    before: "原来",
    target: "目标",
    nth: (p: { n: number }) => `目标 ${p.n}`,
    from: "适用",
    whole: (p: { day: string }) => `${p.day}起，按整月算`,
  },
  visitTarget: {
    title: "每周有效拜访",
    from: (p: { day: string }) => `${p.day}起`,
    said: (p: { by: string; day: string; count: number }) =>
      `${p.by}把你每周的有效拜访定为 ${p.count} 次，${p.day}起。`,
    none: (p: { by: string; day: string }) => `${p.by}取消了每周有效拜访的要求，${p.day}起。`,
    before: "原来",
    now: "现在",
    perWeek: (p: { count: number }) => `每周 ${p.count} 次`,
  },
  /** Where sales of a month pay nothing because there is no plan. */
  zeroWithoutPlan: "你还没有本月的方案，确认的销售先记 0 元。方案由人事制定，定好后会重新计算",
  looked: {
    title: "有人看了你的数据",
    sentence: (p: { name: string; what: string }) =>
      `${p.name} 看了你的${p.what}。你设置了有人看就发消息，可以在「谁看过我」里关掉。`,
    what: {
      "checkIn.read": "拜访和打卡",
      "sale.read": "销售单",
      "member.read": "业绩和拜访",
      "review.read": "存疑打卡",
      "refusal.read": "没上传成的一条内容",
    },
  },
  signals: {
    title: "这次打卡有要说明的地方",
    sentence: (p: { count: number; from: string }) =>
      `系统看到 ${p.count} 处不寻常。打卡的判定没有变，也不会自动扣任何东西。现在只有你看得到，打开写一句说明；到 ${p.from} 以后，主管和你的说明一起看。`,
  },
  device: {
    title: "新设备登录",
    unnamed: "没有报型号的设备",
    via: { weapp: "企业微信小程序", h5: "浏览器" },
    sentence: (p: { at: string }) =>
      `${p.at} 你的账号第一次在这台设备上登录。是你，就不用管；不是你，请打开「我的设备」点「不是我」，那里会马上退出。`,
  },
  plansMissing: {
    title: "还没有薪酬方案",
    sentence: (p: { month: string; names: string[] }) =>
      `${p.names.slice(0, 6).join("、")}${p.names.length > 6 ? ` 等 ${p.names.length} 人` : ""} 没有${p.month}的方案，卖了也先记 0 元。请制定并发布方案。`,
  },
  recordsDue: {
    title: "还差拜访记录",
    sentence: (p: { count: number; until: string }) =>
      `有 ${p.count} 次打卡还没写拜访记录，最早的一次过了 ${p.until} 再写就不算。`,
    incomplete: (p: { count: number; until: string }) =>
      `有 ${p.count} 次打卡的拜访记录没写，或缺必填的步骤，最早的一次过了 ${p.until} 再补就不算。`,
    until: (p: { until: string }) => `${p.until} 前`,
  },
  heldDigest: {
    title: "还有别的消息",
    sentence: (p: { count: number }) => `还有 ${p.count} 条消息等你看，都在「消息」里，没有一条条发。`,
    nth: (p: { n: number }) => `第 ${p.n} 条`,
  },
  recordsLapsed: {
    title: "有拜访没算有效",
    sentence: (p: { count: number }) =>
      `有 ${p.count} 次打卡过了 24 小时还没有写好记录，不算有效拜访。记录还可以补写，会留着，但不再计入。`,
    unwritten: (p: { at: string }) => `${p.at} 打卡，没有写记录`,
    incomplete: (p: { at: string }) => `${p.at} 打卡，缺必填的步骤`,
  },
  factorCrossed: {
    title: "收入有变动",
    estimated: "你的收入，预估",
    reached: (p: { gain: string; unit: string; month: string | null }) =>
      `你${p.month ?? ""}的收入因${p.unit}达标变动 ${p.gain}。`,
    lost: (p: { gain: string; unit: string; month: string | null }) =>
      `你${p.month ?? ""}的收入因${p.unit}完成率回落变动 ${p.gain}。`,
    levels: { team: "团队", branch: "分公司", company: "公司" },
    factor: "系数",
    fromTo: (p: { before: string; after: string }) => `${p.before} → ${p.after}`,
  },
  approval: {
    sale: {
      title: "等你确认",
      asked: (p: { who: string; what: string }) => `${p.who}提交了${p.what}的销售单，等你确认。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}${p.what}的销售单${p.since}提交，还没有人确认。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}${p.what}的销售单${p.since}就提交了，一直没有人确认。`,
      nobody: (p: { who: string; what: string }) =>
        `${p.who}的销售单没有人能确认：这个团队往上都没有主管，也没有财务。请在企业微信里设部门负责人，或授予财务角色。`,
    },
    plan: {
      title: "等你发布",
      asked: (p: { who: string; what: string }) => `「${p.who}」第 ${p.what} 版送审了，等你看过后发布或退回。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `「${p.who}」第 ${p.what} 版${p.since}送审，还没有人发布或退回。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `「${p.who}」第 ${p.what} 版${p.since}就送审了，一直没有人发布或退回。`,
      nobody: (p: { who: string; what: string }) =>
        `「${p.who}」第 ${p.what} 版没有第二个人能发布。请再授予一位同事 HR 角色。`,
    },
    /** To a deputy: in whose place. */
    insteadOf: (p: { names: readonly string[]; sentence: string }) => `代${p.names.join("、")}：${p.sentence}`,
    review: {
      title: "等你看一眼",
      asked: (p: { who: string; what: string }) => `${p.who}在${p.what}的打卡存疑，等你决定认不认可。`,
      /** The rep has said something about it since. */
      answered: (p: { who: string; what: string; answer: string }) =>
        `${p.who}说明了在${p.what}的存疑打卡：「${p.answer}」。等你决定认不认可。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}在${p.what}的打卡存疑，${p.since}起在等，还没有人决定。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}在${p.what}的打卡存疑，${p.since}起一直没有人决定。`,
      nobody: (p: { who: string; what: string }) =>
        `${p.who}在${p.what}的存疑打卡没有人能决定：这个团队往上没有别的负责人。请在企业微信里设部门负责人。`,
    },
    /** A rep explains a check-in that was too far away. */
    outside: {
      title: "等你看一眼",
      asked: (p: { who: string; what: string }) => `${p.who}说明了在${p.what}范围外的打卡，等你决定认不认可。`,
      answered: (p: { who: string; what: string; answer: string }) =>
        `${p.who}说明了在${p.what}范围外的打卡：「${p.answer}」。等你决定认不认可。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}在${p.what}范围外的打卡，${p.since}起在等，还没有人决定。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}在${p.what}范围外的打卡，${p.since}起一直没有人决定。`,
      nobody: (p: { who: string; what: string }) =>
        `${p.who}在${p.what}范围外的打卡没有人能决定：这个团队往上没有别的负责人。请在企业微信里设部门负责人。`,
    },
    /** A rep asks a second person about a check-in that was not accepted. */
    appeal: {
      title: "等你复核",
      asked: (p: { who: string; what: string }) => `${p.who}在${p.what}的打卡没有被认可，请你再看一次，等你决定。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}请你复核在${p.what}的打卡，${p.since}起在等，还没有人决定。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}请你复核在${p.what}的打卡，${p.since}起一直没有人决定。`,
      nobody: (p: { who: string; what: string }) =>
        `${p.who}请人复核在${p.what}的打卡，没有第二个人能决定。请在企业微信里设上级部门负责人，或者设人事。`,
    },
    pin: {
      title: "等你确认位置",
      asked: (p: { who: string; what: string }) => `${p.who}到了${p.what}，提议了这里的定位点，等你确认。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}提议的${p.what}的定位点，${p.since}起在等，还没有人确认。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}提议的${p.what}的定位点，${p.since}起一直没有人确认。`,
      nobody: (p: { who: string; what: string }) =>
        `${p.who}提议的${p.what}的定位点没有人能确认：这个团队往上没有别的负责人。请在企业微信里设部门负责人。`,
    },
    duplicate: {
      title: "可能重复的客户",
      asked: (p: { who: string; what: string }) => `${p.who}和${p.what}可能是同一家，等你看是合并还是两家。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}和${p.what}可能是同一家，${p.since}起在等，还没有人决定。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}和${p.what}可能是同一家，${p.since}起一直没有人决定。`,
      nobody: (p: { who: string; what: string }) =>
        `${p.who}和${p.what}可能是同一家，没有人能决定。请在企业微信里设部门负责人。`,
    },
    companion: {
      title: "等你确认",
      asked: (p: { who: string; what: string }) => `${p.who}说你一起去了${p.what}，请你确认是不是。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}说你一起去了${p.what}，${p.since}起在等，还没有确认。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}说你一起去了${p.what}，${p.since}起一直在等你确认。`,
      nobody: (p: { who: string; what: string }) => `${p.who}说的同行（${p.what}）没有人能确认。`,
    },
    visitQuestion: {
      title: "同事问能不能去",
      asked: (p: { who: string; what: string }) => `${p.who}想去${p.what}，问你能不能来。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}想去${p.what}，${p.since}起在等你回答能不能来。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}想去${p.what}，${p.since}起一直在等你回答能不能来。`,
      nobody: (p: { who: string; what: string }) => `${p.who}想去${p.what}，没有人能回答能不能来。`,
    },
    /** Until when a colleague may say whether one may come. */
    unanswered: (p: { time: string }) => `${p.time}，没有回答就由对方自己决定`,
    /** Until when a colleague may confirm having been there. */
    unconfirmed: (p: { day: string }) => `${p.day}，没有回答就记为没有确认`,
    site: "地点",
    until: "最迟",
    /** Of a check-in that may be decided in a later month. */
    paidIn: { name: "算进", value: (p: { month: string }) => `${p.month}的收入，按拜访那天` },
    /** What comes of a check-in in doubt where nobody has decided by then. */
    undecided: {
      inside: (p: { day: string }) => `${p.day}，没有决定就照算`,
      doubtful: (p: { day: string }) => `${p.day}，没有决定就照算`,
      unverified: (p: { day: string }) => `${p.day}，没有决定就不算`,
      outside: (p: { day: string }) => `${p.day}，没有决定就不算`,
      appealed: (p: { day: string }) => `${p.day}，没有决定就不改`,
    },
    customer: "客户",
    amount: "金额",
    signed: "签单日",
    firstDay: "生效日",
    waitsTitle: "还在等",
    waits: (p: { names: string[]; since: string | null }) =>
      `${p.since === null ? "" : `${p.since}提交的，`}还在等${p.names.join("、")}。已经又提醒了一次，也可以当面问问。`,
    reviewWaits: (p: { names: string[]; since: string | null }) =>
      `${p.since === null ? "" : `从${p.since}起，`}还在等${p.names.join("、")}看这次打卡。已经又提醒了一次，也可以当面问问。`,
    pinWaits: (p: { names: string[]; since: string | null }) =>
      `${p.since === null ? "" : `从${p.since}起，`}还在等${p.names.join("、")}确认这个定位点。已经又提醒了一次，也可以当面问问。`,
    companionWaits: (p: { names: string[]; since: string | null }) =>
      `${p.since === null ? "" : `从${p.since}起，`}还在等${p.names.join("、")}确认一起去过。已经又提醒了一次，也可以当面问问。`,
    nobodyTitle: "没有人能处理",
    overTitle: "不用再处理了",
    over: {
      mended: (p: { who: string; what: string }) => `${p.who}当天在${p.what}又打了一次卡，已经补上，不用你决定了。`,
    },
  },
  visitQuestion: {
    title: { welcome: "可以去", declined: "同事说先别去", lapsed: "同事没有回答" },
    sentence: {
      welcome: (p: { who: string; customer: string }) => `${p.who}说你可以去${p.customer}。`,
      declined: (p: { who: string; customer: string }) =>
        `${p.who}说先别去${p.customer}。还是要去的话，打卡时写一句原因，对方和主管看得到。`,
      lapsed: (p: { who: string; customer: string }) =>
        `一天里${p.who}没有回答你能不能去${p.customer}。去不去由你自己决定。`,
    },
    word: "留言",
    overruled: {
      title: "同事还是去了",
      sentence: (p: { who: string; customer: string }) => `${p.who}还是去了${p.customer}，写了原因，主管也看得到。`,
    },
    reason: "原因",
  },
  companionClosed: {
    declined: {
      title: "同事说没有一起去",
      sentence: (p: { who: string; customer: string }) =>
        `${p.who}说没有和你一起去${p.customer}。你的拜访不受影响，那条记录里会写明。`,
    },
    lapsed: {
      title: "同行没有确认",
      sentence: (p: { who: string; customer: string }) =>
        `七天里${p.who}没有确认和你一起去了${p.customer}，记为没有确认。你的拜访不受影响。`,
    },
  },
  /** What a day's check-ins change for each other. */
  dayJudged: {
    pay: "收入",
    /** Of which parts of the pay. */
    madeOf: "其中",
    payOf: (p: { month: string | null; gain: string }) => `${p.month ?? "本月"} ${p.gain}`,
    visits: "有效拜访",
    visitsChange: { more: "多 1 次", less: "少 1 次" },
    asked: "也要看",
    askedToo: (p: { time: string }) => `${p.time} 的打卡等主管看，可先说明`,
    counts: "拜访现在计入",
    lost: "拜访不再计入",
    askedAnew: "打卡等主管看",
    accepted: (p: { by: string; reason: string }) => `${p.by}认可了同一天在这家客户的另一次打卡：${p.reason}`,
    rejected: (p: { by: string; reason: string }) => `${p.by}没有认可同一天在这家客户的另一次打卡：${p.reason}`,
    byAnother: "同一天在这家客户又有了一次打卡或记录，这天的拜访已重新判断。",
  },
  /** `reason`: null where nothing was said. */
  pinDecided: {
    accepted: {
      title: "定位点已确认",
      sentence: (p: { by: string; reason: string | null }) =>
        `${p.by}确认了你提议的定位点，以后在这里打卡按它算。${p.reason ?? ""}`,
    },
    rejected: {
      title: "定位点没有被采用",
      sentence: (p: { by: string; reason: string | null }) =>
        `${p.by}没有采用你提议的定位点：${p.reason ?? ""}。位置还是原来的，到了客户那里可以再提议。`,
    },
    /** It was proposed by a check-in, which waits by itself. */
    checkInRejected: {
      title: "定位点没有被采用",
      sentence: (p: { by: string; reason: string | null }) =>
        `${p.by}没有采用你打卡时提议的定位点：${p.reason ?? ""}。那次打卡不跟着作废，仍等主管决定；没有决定就照算。`,
    },
    takenBack: {
      title: "定位点改回了原来的",
      sentence: (p: { by: string; reason: string | null }) =>
        `${p.by}撤回了对这个定位点的确认：${p.reason ?? ""}。以后打卡按原来的位置算，打过的卡不变。`,
    },
    typedAccepted: {
      title: "位置已确认",
      sentence: (p: { by: string; reason: string | null }) =>
        `${p.by}确认了你新建客户或改地点时给的位置，打卡就按它算。${p.reason ?? ""}`,
    },
    typedRejected: {
      title: "你给的位置没有被确认",
      sentence: (p: { by: string; reason: string | null }) =>
        `${p.by}没有确认你给的位置：${p.reason ?? ""}。打卡还按它算，请到客户那里改成对的位置。`,
    },
    overtaken: {
      title: "定位点已由主管定好",
      sentence: (_: { by: string; reason: string | null }) =>
        "主管已经另外定了这里的定位点，以后打卡按它算。不对的话，到了客户那里可以再提议。",
    },
    lapsed: {
      title: "定位点没有人决定",
      sentence: (_: { by: string; reason: string | null }) =>
        "你提议的定位点一直没有人决定，你当时的位置到期删除了。定位点还是原来的，到了客户那里可以再提议。",
    },
    replaced: {
      title: "定位点有了新的提议",
      sentence: (_: { by: string; reason: string | null }) =>
        "同事后来也提议了这里的定位点，主管按那一次决定，你的位置已经删除。不对的话，到了客户那里可以再提议。",
    },
  },
  customersMerged: {
    merged: {
      title: "两家客户合成了一家",
      desc: (p: { other: string; customer: string }) => `${p.other} 并入 ${p.customer}`,
      sentence: (p: { by: string; day: string }) =>
        `${p.by}认为是同一家。以前记的都在，原来归谁还归谁；${p.day}起新签的单归合并后的负责人。不对的话，7 天内请主管撤销。`,
    },
    undone: {
      title: "两家客户又分开了",
      desc: (p: { other: string; customer: string }) => `${p.other} 不再并入 ${p.customer}`,
      sentence: (p: { by: string; day: string }) =>
        `${p.by}撤销了合并，负责人、地点和联系人回到原来的客户。合并以后记的拜访和销售留在合并后的那家。`,
    },
  },
  reviewClosed: {
    accepted: {
      title: "打卡已认可",
      sentence: (p: { by: string; reason: string; names: string[] }) => `${p.by}认可了这次打卡：${p.reason}`,
    },
    rejected: {
      title: "打卡没有被认可",
      sentence: (p: { by: string; reason: string; names: string[] }) =>
        `${p.by}没有认可这次打卡，它不计入有效拜访：${p.reason}`,
    },
    ways: {
      next: "下一步",
      appeal: (p: { until: string }) => `${p.until} 前可请人复核`,
      again: { name: "今天", value: "到客户那里再打一次也算" },
      last: "还有疑问",
      ask: (p: { by: string }) => `直接问${p.by}`,
    },
    record: {
      name: "记录",
      due: (p: { until: string }) => `${p.until} 前写好才算有效`,
      none: "没有写，不算有效拜访",
    },
    unrecorded: {
      title: "没有记录，不算有效拜访",
      sentence: (p: { by: string; reason: string; names: string[] }) =>
        `七天里没有人决定${undecidedBy(p.names)}，存疑的打卡照算；但 24 小时内没有写拜访记录，这次不算有效拜访。`,
    },
    countsUndecided: {
      title: "打卡照算",
      sentence: (p: { by: string; reason: string; names: string[] }) =>
        `七天里没有人决定${undecidedBy(p.names)}，这次打卡照算。`,
    },
    appealAccepted: {
      title: "复核后认可了",
      sentence: (p: { by: string; reason: string; names: string[] }) => `${p.by}复核后认可了这次打卡：${p.reason}`,
    },
    appealRejected: {
      title: "复核后仍没有认可",
      sentence: (p: { by: string; reason: string; names: string[] }) =>
        `${p.by}复核后也没有认可这次打卡，它不计入有效拜访，不再复核：${p.reason}`,
    },
    secondAccepted: {
      title: "你的决定复核后改了",
      sentence: (p: { by: string; reason: string; names: string[] }) =>
        `你没有认可的这次打卡，${p.by}复核后认可了：${p.reason}`,
    },
    secondRejected: {
      title: "复核后和你的决定一样",
      sentence: (p: { by: string; reason: string; names: string[] }) =>
        `你没有认可的这次打卡，${p.by}复核后也没有认可：${p.reason}`,
    },
    appealLapsed: {
      title: "没有人复核",
      sentence: (p: { by: string; reason: string; names: string[] }) =>
        `七天里没有人复核${undecidedBy(p.names)}，这次打卡维持原来的结果，不计入有效拜访。`,
    },
    outsideLapsed: {
      title: "打卡没有算",
      sentence: (p: { by: string; reason: string; names: string[] }) =>
        `七天里没有人决定${undecidedBy(p.names)}，这次范围外的打卡不算。打开再写一句说明，就会再问一次。`,
    },
    lapsed: {
      title: "打卡没有算",
      sentence: (p: { by: string; reason: string; names: string[] }) =>
        `七天里没有人决定${undecidedBy(p.names)}，这次无法核实的打卡不算。打开写一句说明，就会再问一次。`,
    },
  },
  problem: {
    title: "有人报告了问题",
    onlyNumber: "没有写文字，只带了编号。",
    many: "十分钟里有好几个人报告了问题，都在清单里。",
    reference: "编号",
    operator: "管服务器的人",
    doneTitle: "你报告的问题处理好了",
    done: (p: { by: string }) => `${p.by}已经处理好了。还不行就再报告一次。`,
    answered: (p: { by: string; answer: string }) => `${p.by}：${p.answer}`,
    reopenedTitle: "你报告的问题还在处理",
    reopened: (p: { by: string }) => `${p.by}改回了等处理：还没有处理好。处理好了再告诉你。`,
  },
  planSentBack: {
    title: "方案被退回",
    version: (p: { name: string; version: number }) => `${p.name} 第${p.version}版`,
    sentence: (p: { by: string; reason: string }) => `${p.by}退回了这一版：${p.reason}`,
  },
  deputy: {
    title: "请你代为审批",
    sentence: (p: { by: string; from: string; to: string; waiting: number }) =>
      `${p.by}${p.from === p.to ? p.from : `${p.from}至${p.to}`}不在，由你代为审批。${
        p.waiting > 0 ? `有 ${p.waiting} 项已经在等，点开逐个决定。` : "要你处理的会发消息给你，也在「审批」里。"
      }`,
    releasedTitle: "不用再代为审批",
    released: (p: { by: string }) => `${p.by}改了安排，不再由你代为审批。`,
    waitsTitle: "代为审批，已有在等的",
    waits: (p: { by: string; count: number }) =>
      `${p.by}不在，今天起由你代为决定。有 ${p.count} 项已经在等，点开逐个决定。`,
    kinds: {
      sale: "销售单",
      plan: "方案",
      review: "存疑打卡",
      pin: "定位点",
      duplicate: "重复客户",
      companion: "同行",
      visitQuestion: "去不去",
    },
  },
  /** Places of clients whose pins wait for a leader. */
  pins: {
    title: "等你确认位置",
    count: (p: { count: number }) => `${p.count} 个地点`,
    sentence: (p: { count: number; names: string[] }) =>
      `${p.names.slice(0, 3).join("、")}${p.names.length > 3 ? "等客户" : ""}共 ${p.count} 个地点的定位点等你确认，可以一次选多个。`,
    nobody: (p: { count: number; names: string[] }) =>
      `${p.names.slice(0, 3).join("、")}${p.names.length > 3 ? "等客户" : ""}共 ${p.count} 个地点的定位点没有人能确认：团队往上没有别的负责人。请在企业微信里设部门负责人。`,
  },
  /** Clients that may be there twice. */
  duplicates: {
    title: "可能重复的客户",
    count: (p: { count: number }) => `${p.count} 对客户`,
    sentence: (p: { count: number; names: string[] }) =>
      `${p.names.slice(0, 3).join("、")}${p.names.length > 3 ? "等客户" : ""}可能重复建了，共 ${p.count} 对，等你看是合并还是两家。`,
  },
  clientsLeft: {
    title: "客户没有人负责",
    count: (p: { count: number }) => `${p.count} 家客户`,
    sentence: (p: { count: number; names: string[] }) =>
      `${p.names.slice(0, 3).join("、")}${p.names.length > 3 ? "等客户" : ""}的负责人已离职，共 ${p.count} 家没有人负责，请在客户资料里交给别人。`,
  },
  saleReturned: {
    title: "销售单被退回",
    sentence: (p: { by: string; reason: string }) => `${p.by}退回了这一单：${p.reason}`,
    next: "下一步",
    nextStep: "改好再提交，或者撤回",
    until: "最迟",
    redoBy: (p: { day: string }) => `${p.day}（含）改好并确认才计入本月`,
  },
  saleWithdrawn: {
    title: "不用确认了",
    sentence: (p: { rep: string; amount: string }) => `${p.rep}撤回了${p.amount}的销售单，不用处理了。`,
  },

  progress: (p: { done: string; target: string; percent: string }) => `${p.done} / ${p.target}，${p.percent}`,
  withoutTarget: (p: { done: string }) => `${p.done}，还没有设目标`,

  group: {
    won: (p: { amount: string }) => `**签单 <font color="info">${p.amount}</font>**`,
    signed: (p: { who: string; industry: string | null }) => `${p.who} 签下一家${p.industry ?? ""}客户`,
    somebodySigned: (p: { industry: string | null }) => `组里有人签下一家${p.industry ?? ""}客户`,
    somebody: "组里有人",
    month: (p: { team: string; month: string | null; done: string; target: string; percent: string }) =>
      `> ${p.team}${p.month ?? "本月"} **${p.done} / ${p.target}**，<font color="info">${p.percent}</font>`,
    monthWithoutTarget: (p: { team: string; month: string | null; done: string }) =>
      `> ${p.team}${p.month ?? "本月"} **${p.done}**`,
    praise: (p: { byName: string; name: string; amount: string }) =>
      `${p.byName} 表扬 ${p.name}：${p.amount}订单，辛苦了！`,
    digest: (p: { count: number; amount: string }) =>
      `**又签 ${p.count} 单，共 <font color="info">${p.amount}</font>**`,
    digestLine: (p: { time: string; who: string; amount: string; industry: string | null }) =>
      `> ${p.time} ${p.who} ${p.amount}${p.industry === null ? "" : `，${p.industry}客户`}`,
    praiseDigest: (p: { count: number }) => `**又有 ${p.count} 单得到表扬**`,
    praiseLine: (p: { time: string; praise: string }) => `> ${p.time} ${p.praise}`,
    seeTeam: (p: { url: string }) => `[看团队进度](${p.url})`,

    lagTitle: (p: { team: string; day: string }) => `**${p.team} ${p.day}**`,
    lag: (p: { done: string; target: string; percent: string; gone: string }) =>
      `本月 **${p.done} / ${p.target}**，<font color="warning">${p.percent}</font>，工作日过去 ${p.gone}`,
    today: (p: { amount: string; count: number }) => `> 今天新增 ${p.amount}，签单 ${p.count} 单`,
    noneToday: "> 今天还没有新签单",
    gap: (p: { gap: string; perHead: string; daysLeft: number }) =>
      `> 到目标还差 ${p.gap}，人均 ${p.perHead}，还有 ${p.daysLeft} 个工作日`,
    step: (p: { percent: string; gap: string; perHead: string; daysLeft: number; now: string; then: string }) =>
      `> 到 ${p.percent} 还差 ${p.gap}，人均 ${p.perHead}，还有 ${p.daysLeft} 个工作日；达到后全组系数从 ${p.now} 变为 ${p.then}`,
    stepOnLastDay: (p: { percent: string; gap: string; perHead: string; now: string; then: string }) =>
      `> 到 ${p.percent} 还差 ${p.gap}，人均 ${p.perHead}，今天是本月最后一个工作日；达到后全组系数从 ${p.now} 变为 ${p.then}`,
    gapOnLastDay: (p: { gap: string; perHead: string }) =>
      `> 到目标还差 ${p.gap}，人均 ${p.perHead}，今天是本月最后一个工作日`,
    helps: "> 手上有合适线索或做法的，互相搭把手；需要陪访的，找一下主管",
    seeHelp: (p: { url: string }) => `[打开销励](${p.url})`,
  },

  /** What belongs to no member, and counts for the unit. */
  houseAccount: "公司户",

  planFaults: {
    unknownMember: (p: { memberId: string }) => `适用范围里没有「${p.memberId}」这个人`,
    unknownUnit: (p: { unitId: string }) => `适用范围里没有「${p.unitId}」这个组织`,
    nobody: "适用范围里没有任何人",
    noExample: "至少要有一个算好的例子",
    beginsEarlier: (p: { version: number; laterVersion: number; laterFrom: string }) =>
      `第 ${p.laterVersion} 版从 ${p.laterFrom} 起，第 ${p.version} 版不能更早开始`,
    someMembers: (p: { names: string[]; count: number }) =>
      `${p.names.join("、")}${p.count > p.names.length ? " 等" : ""} ${p.count} 人`,
    someUnits: (p: { names: string[] }) => `「${p.names.join("」「")}」`,
    conflict: (p: { fromOn: string; toOn: string | null; who: string; others: { name: string; code: string }[] }) => {
      const days = p.toOn === null ? `${p.fromOn} 起` : `${p.fromOn} 至 ${p.toOn}`;
      const others = p.others.map(({ name, code }) => `「${name}」（${code}）`).join("、");
      return `${days}，${p.who}同时适用${others}，和这个方案一样近，系统分不出按哪个算，两个都不会算。请改其中一个的适用范围或日期`;
    },
  },
};
