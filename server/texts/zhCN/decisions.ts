/** Who could have decided. */
const undecidedBy = (names: string[]): string => (names.length > 0 ? `（该由${names.join("、")}决定）` : "");

/** What waits for somebody's decision, and what was decided. */
export const decisions = {
  approval: {
    sale: {
      title: "等你确认",
      asked: (p: { who: string; what: string }) => `${p.who}提交了${p.what}的销售单，等你确认。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}${p.what}的销售单${p.since}提交，还没有人确认。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}${p.what}的销售单${p.since}就提交了，一直没有人确认。`,
      nobody: (p: { who: string; what: string }) =>
        `${p.who}的销售单没有人能确认：这个团队往上都没有主管，也没有财务。请在企业微信里设部门负责人，或请管服务器的同事设财务。`,
    },
    plan: {
      title: "等你审核方案",
      asked: (p: { who: string; what: string }) => `「${p.who}」第 ${p.what} 版送审了，等你审核。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `「${p.who}」第 ${p.what} 版${p.since}送审，还没有人发布或退回。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `「${p.who}」第 ${p.what} 版${p.since}就送审了，一直没有人发布或退回。`,
      nobody: (p: { who: string; what: string }) =>
        `「${p.who}」第 ${p.what} 版没有第二个人能发布。请让管服务器的同事再设一位人事。`,
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
    /** One that counts, of which something is unusual. */
    unusual: {
      title: "等你看一眼",
      asked: (p: { who: string; what: string }) =>
        `${p.who}在${p.what}的打卡有效，但有不寻常的地方，等你决定认不认可。`,
      answered: (p: { who: string; what: string; answer: string }) =>
        `${p.who}说明了在${p.what}的打卡里不寻常的地方：「${p.answer}」。等你决定认不认可。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}在${p.what}的打卡有不寻常的地方，${p.since}起在等，还没有人决定。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}在${p.what}的打卡有不寻常的地方，${p.since}起一直没有人决定。`,
      nobody: (p: { who: string; what: string }) =>
        `${p.who}在${p.what}的打卡有不寻常的地方，没有人能决定：这个团队往上没有别的负责人。请在企业微信里设部门负责人。`,
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
    export: {
      title: "等你同意导出",
      asked: (p: { who: string; what: string }) => `${p.who}要导出${p.what}，超过 1000 行，等你同意。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}要导出${p.what}，${p.since}起在等，还没有人同意。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}要导出${p.what}，${p.since}起一直没有人同意。`,
      nobody: (p: { who: string; what: string }) =>
        `${p.who}要导出${p.what}，没有第二个人能同意：往上没有别的负责人，也没有别的管理员。请再设一位管理员。`,
    },
    opening: {
      title: "等你核对期初余额",
      asked: (p: { who: string; what: string }) => `${p.who}导入了 ${p.what} 人的期初余额，等你核对后入账。`,
      stillAsked: (p: { who: string; what: string; since: string }) =>
        `${p.who}导入的 ${p.what} 人的期初余额，${p.since}起在等，还没有人核对。`,
      askedForDays: (p: { who: string; what: string; since: string }) =>
        `${p.who}导入的 ${p.what} 人的期初余额，${p.since}起一直没有人核对。`,
      nobody: (p: { who: string; what: string }) =>
        `${p.who}导入的 ${p.what} 人的期初余额没有第二个人能核对：要一位自己不在里面的财务、人事或管理员。请再设一位。`,
    },
    reason: "用途",
    /** Until when a table of many rows may be allowed. */
    unallowed: (p: { day: string }) => `${p.day}，没有同意就作废`,
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
    /** Of a sale in the last days of the month in which it was signed. */
    monthEnd: {
      until: (p: { day: string }) => `${p.day}（含）确认才计入本月`,
      title: "这一单还没有确认",
      sentence: (p: { names: string[]; day: string; month: string }) =>
        `还在等${p.names.length > 0 ? p.names.join("、") : "主管或财务"}确认。${p.day}前（含当天）确认才计入${p.month}，再晚计入下个月。可以当面问问。`,
      over: (p: { names: string[]; month: string; next: string }) =>
        `${p.month}已经过去，还在等${p.names.length > 0 ? p.names.join("、") : "主管或财务"}确认，现在确认计入${p.next}。可以当面问问。`,
    },
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
  ownersImported: {
    title: "客户换人负责",
    titleNew: "有新客户归你负责",
    sentenceNew: (p: { by: string; added: number }) =>
      `${p.by}导入了客户表：有 ${p.added} 个新客户归你负责，在客户里能看到。不对的话，请问${p.by}。`,
    sentenceUndone: (p: { by: string; lost: number }) =>
      `${p.by}撤销了一次客户导入：归你负责的 ${p.lost} 个客户是那次加进来的，没有人用过，已经撤掉。不对的话，请问${p.by}。`,
    sentence: (p: { by: string; day: string; gained: number; lost: number; added: number; byHand: boolean }) =>
      `${p.by}${p.byHand ? "换了一批客户的负责人" : "导入了客户表"}：${p.added > 0 ? `有 ${p.added} 个新客户归你负责；` : ""}从${p.day}起${[...(p.gained > 0 ? [`有 ${p.gained} 个客户交给你`] : []), ...(p.lost > 0 ? [`有 ${p.lost} 个不再归你`] : [])].join("，")}。以前的单和拜访还算原来的人；不对的话，请问${p.by}。`,
  },
  ownersChanged: {
    reason: "原因",
    gained: {
      title: "有客户交给你负责",
      sentence: (p: { by: string; day: string; others: string[]; part: string | null }) =>
        `${p.by}把客户交给你：从${p.day}起你负责${p.others.length > 0 ? `，原来是${p.others.join("、")}` : ""}。这以后签的单${p.part === null ? "" : ` ${p.part} `}算你的，以前的单和拜访还算原来的人。`,
    },
    kept: {
      title: "客户仍由你负责",
      sentence: (p: { by: string; day: string; others: string[]; part: string | null }) =>
        `${p.by}改了安排：从${p.day}起${p.others.length > 0 ? `你和${p.others.join("、")}一起负责` : "仍由你负责"}${p.part === null ? "" : `，这以后签的单 ${p.part} 算你的`}。`,
    },
    lost: {
      title: "客户换人负责",
      sentence: (p: { by: string; day: string; others: string[]; part: string | null }) =>
        `${p.by}安排从${p.day}起由${p.others.join("、")}负责。这以前签的单和拜访还算你的；不对的话，请问${p.by}。`,
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
      title: "没有写好记录，不算有效拜访",
      sentence: (_: { by: string; reason: string; names: string[] }) =>
        "24 小时内没有写好拜访记录，这次打卡不算有效拜访，也不用再等谁决定。",
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
};
