import { amountText } from "@shared/domain/moneyText";
import { filled, sentences } from "@shared/domain/noticeSentences";
import { chineseFormat, stampTime } from "../format";
import type { TaskKindName } from "@shared/domain/task";
import { decisions } from "./decisions";
import { findings } from "./findings";
import { roleTexts } from "./roles";
import { imports } from "./imports";

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

  imports,
  tasks: {
    names: {
      "exports.make": "导出",
      "imports.look": "查看要导入的表格",
      "imports.run": "导入",
      "imports.undo": "撤销导入",
      "openings.post": "期初余额入账",
      "plans.check": "方案体检",
      "plans.simulate": "方案试算",
    } as Record<TaskKindName, string>,
    done: {
      title: "好了",
      exported: (p: { rows: number }) =>
        p.rows === 0 ? "没有符合的行，文件是空的。换个范围再导。" : `${p.rows} 行，已经可以下载，保留 7 天。`,
      exportWaits: (p: { rows: number }) =>
        `有 ${p.rows} 行，超过 1000 行要先有人同意。已经请人看了，三个工作日内有结果。`,
      looked: (p: { created: number; changed: number; wrong: number }) =>
        p.created + p.changed + p.wrong === 0
          ? "没有要写的行，或文件读不出来。什么都没有导入。打开看看原因。"
          : `会新增 ${p.created} 行，更新 ${p.changed} 行${p.wrong > 0 ? `，${p.wrong} 行有错` : ""}。还没有写进去，打开确认后才导入。`,
      imported: (p: { created: number; changed: number; wrong: number }) =>
        `新增 ${p.created} 行，更新 ${p.changed} 行${p.wrong > 0 ? `，${p.wrong} 行有错。有错的可以下载，改好再传一次。` : "。没有有错的行。"}`,
      undone: (p: { taken: number; kept: number }) =>
        `撤掉了 ${p.taken} 个新增的客户${p.kept > 0 ? `，${p.kept} 个有人改过或用过，留着` : ""}。导入时更新过的客户没有改回去。`,
      opened: (p: { members: number }) => `${p.members} 人的期初余额已经入账，每个人在收入里看得到自己的。`,
      checked: (p: { asks: number; tells: number }) =>
        p.asks > 0
          ? `有 ${p.asks} 处要说明理由，另有 ${p.tells} 处要看一眼。还没有送审，打开看完再送。`
          : `没有要说明理由的地方，有 ${p.tells} 处要看一眼。还没有送审，打开看完再送。`,
      simulated: (p: { members: number }) => `按新方案算了 ${p.members} 人，打开看多发少发、谁升谁降。方案还没有变。`,
      superseded: "体检期间方案改过，这次没有结果。方案没有送审。打开它，按现在的样子再体检一次。",
    },
    failedTitle: "没有做完",
    failures: (code: string) =>
      ({
        "right.missing": "你的权限变了，这件事没有做完。已有的数据没有变。需要就请管理员看一下你的角色。",
        "export.tooLarge": "行数超过 20,000，放不进一个 Excel 文件。没有导出。改用 CSV，或缩小范围再导出。",
        "export.unknown": "这次导出的记录已经不在了。没有导出。需要就再导出一次。",
        "opening.refused":
          "表里的期初余额和刚才看的不一样了，没有交给别人核对。账上的余额没有变。打开再看一遍，核对后重新提交。",
        "file.unknown": "要用的文件已经不在了，这件事没有做。已有的数据没有变。把文件再传一次。",
      })[code] ?? "服务器出了点问题，试了几次都没有做完。已有的数据没有变。再做一次，还不行就告诉管理员。",
  },
  /** Into a group, to be seen there by whoever sets its robot up. */
  robotTest: (p: { name: string; unit: string }) => `${p.name}在试 ${p.unit} 的群机器人：收到这句，就设好了。`,

  openings: {
    members: (p: { count: number }) => `${p.count} 人的期初余额`,
    returned: {
      title: "期初余额被退回",
      sentence: (p: { by: string; reason: string }) =>
        `${p.by}退回了你导入的期初余额：${p.reason}。什么都没有入账。改好表格再导入一次。`,
    },
  },
  exports: {
    names: { customers: "客户", sales: "销售单", visits: "拜访" },
    about: "说明",
    rowsOf: (p: { what: string; rows: number }) => `${p.rows} 行${p.what}`,
    closed: {
      refused: {
        title: "导出没有被同意",
        sentence: (p: { by: string; what: string; reason: string }) =>
          `${p.by}没有同意导出${p.what}：${p.reason}。没有导出任何内容。要改范围就再导出一次。`,
      },
      lapsed: {
        title: "导出没有等到同意",
        sentence: (p: { what: string }) =>
          `三个工作日里没有人同意导出${p.what}，已经作废。没有导出任何内容。还需要就再导出一次，也可以当面说一声。`,
      },
    },
    chosen: (p: { count: number }) => `选中的 ${p.count} 家`,
    views: { mine: "我的", seen: "我能看到的全部" },
    pins: {
      typed: "位置是填的",
      taken: "位置是在现场定的",
      learned: "位置由打卡得出",
      confirmed: "位置已确认",
      none: "还没有定位点",
    },
    said: { what: "销励导出", by: "导出人", at: "导出时间", filter: "范围" },
    customers: {
      number: "客户编号",
      name: "客户名称",
      shortName: "客户简称",
      industry: "行业",
      grade: "级别",
      stage: "阶段",
      owner: "负责人",
      address: "地址",
      creditCode: "统一社会信用代码",
      tags: "标签",
      contact: "联系人",
      phoneTail: "电话后四位",
    },
    sales: {
      customer: "客户名称",
      amount: "金额",
      signedOn: "签单日",
      contractNo: "合同号",
      state: "状态",
      rep: "业务员",
      submittedAt: "提交时间",
      confirmedAt: "确认时间",
      confirmedBy: "确认人",
      states: { submitted: "待确认", returned: "已退回", confirmed: "已确认", cancelled: "已撤回" },
    },
    visits: {
      on: "拜访日期",
      customer: "客户名称",
      rep: "业务员",
      type: "拜访类型",
      purpose: "目的",
      peopleMet: "见了谁",
      record: "记录",
      nextStep: "下一步",
      nextStepOn: "下一步日期",
      effective: "有效",
      yes: "是",
      no: "否",
      purposes: {
        followUp: "回访",
        newBusiness: "新开发",
        samples: "样品",
        payment: "收款",
        service: "服务",
      } as Record<string, string>,
    },
  },
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
    history: (p: { day: string }) => `公司从${p.day}起按方案发薪酬，之前签的单只记业绩，不计佣金。`,
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
    historyNow: (p: { customer: string; signed: string; from: string }) =>
      `公司从${p.from}起按方案发薪酬，${p.customer} ${p.signed}签的单只记业绩，不计佣金。`,
    paysNow: (p: { customer: string; signed: string; from: string }) =>
      `公司起薪的日子提前了，${p.customer} ${p.signed}签的单按方案计佣金。`,
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
      `${p.names.join("、")} 的${p.month}目标还没发布，这些团队的人看不到进度，按完成率算的部分先记 0。请发布目标。`,
    /** Before the month has begun. */
    ahead: (p: { month: string; names: string[]; day: string }) =>
      `${p.names.join("、")} 的${p.month}目标还没发布。请在 ${p.day}前发布，不然从那天起这些团队的人看不到进度，按完成率算的部分先记 0。`,
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
  salesPlacedLate: {
    title: "过了截止的月份有更正",
    about: (p: { count: number }) => `${p.count} 张销售单`,
    said: (p: { count: number }) =>
      `公司起薪的日子改了，${p.count} 张已确认的销售单换了计入的月份，原来的月份已过截止。团队当月的结果不变，增减记在括号里的月份；个人的薪酬已重算，并告诉了本人。`,
    history: (p: { count: number; month: string }) => `${p.count} 张只记业绩（${p.month}减）`,
    pays: (p: { count: number; month: string }) => `${p.count} 张计佣金（${p.month}加）`,
  },
  cutOffMoved: {
    title: "截止时间推迟了",
    about: (p: { month: string }) => `${p.month}截止`,
    said: (p: { by: string; month: string; before: string; after: string }) =>
      `${p.by}改了工作日历，${p.month}的截止时间从${p.before} 推迟到 ${p.after}。`,
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
      "opening.read": "期初余额",
      "simulation.read": "方案试算里的得失",
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
      `${p.names.slice(0, 6).join("、")}${p.names.length > 6 ? ` 等 ${p.names.length} 人` : ""} 没有${p.month}的方案，卖了也先记 0 元。手机上还不能写方案，请和管服务器的同事一起写好、发布。`,
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
  ...decisions,
  ...roleTexts,
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
    inForceTitle: "你写的方案已发布",
    inForce: (p: { by: string; from: string }) => `${p.by}发布了这一版，${p.from}起按它算收入。`,
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
      export: "导出",
      opening: "期初余额",
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
    ofTeam: "系统还不会算团队奖金池，这个方案现在发布不了；先另外核算，或改成按个人算的项目",
    onLeave: (p: { name: string }) =>
      `「${p.name}」离职后少发或停发，系统还不会按离职日停，这个方案现在发布不了；去掉这条规则，离职的人先另外核算`,
    draw: (p: { name: string }) =>
      `「${p.name}」是预支，系统还不会从后面的发放里扣回，这个方案现在发布不了；去掉它，预支先另外记`,
    correction:
      "更正版本要先算出它改动哪些月份、由两个人批准，系统还做不到，这个版本现在发布不了；从下个结算期起发新版本，以前的差额先另外核算",
    settledToDate: (p: { name: string }) =>
      `「${p.name}」按月预发，系统还不会记前几个月已发的数，这个方案现在发布不了；改为期末一次结算就能提交`,
    byWeek: (p: { name: string }) =>
      `「${p.name}」按周算，月初那一周要用上个月最后几天的数，系统还取不到，这个方案现在发布不了；改为按月算就能提交`,
    /** Asked about with the reason, as every doubt is. */
    ask: findings.ask,
    paysMuch: (p: { name: string; saleFen: number; paysFen: number }) =>
      `「${p.name}」：卖 ${amountText(p.saleFen)} 元就发 ${amountText(p.paysFen)} 元`,
    tierFalls: (p: { name: string; row: number }) => `「${p.name}」第 ${p.row} 档比前一档低`,
    findings,
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
