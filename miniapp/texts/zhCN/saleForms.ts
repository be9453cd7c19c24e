import { returnReasonsIn } from "@shared/domain/returnReasons";
import { sales as first } from "./sales";

const record = {
  ...first.record,
  customer: "客户",
  chooseCustomer: "选客户",
  amount: "金额",
  amountHint: "0.00",
  signedOn: "签单日",
  todayWord: "今天",
  dayFollowed: (p: { today: string; from: string }) =>
    `签单日是今天${p.today}。这张单从${p.from}开始填，不是今天签的请改日期`,
  dayReckoned: (p: { today: string }) => `没连上服务器，签单日按手机时间推算为${p.today}，不是这天请改`,
  contractNo: "合同号",
  contractNoHint: "可以不填",
  whatItBrings: (p: { names: string }) => `${p.names}确认后会带来`,
  previewLine: (p: { amount: string }) => `提成 ${p.amount} 元`,
  progress: (p: { month: string; from: string; to: string; fromPercent: string; toPercent: string }) =>
    `${p.month} ${p.from} → ${p.to} · ${p.fromPercent} → ${p.toPercent}`,
  edgeIncluded: (p: { edge: string; rate: string; next: string }) =>
    `正好 ${p.edge} 仍按 ${p.rate}，多 1 分就按 ${p.next}`,
  edgeExcluded: (p: { edge: string; rate: string; next: string }) =>
    `不到 ${p.edge} 按 ${p.rate}，到 ${p.edge} 按 ${p.next}`,
  previewNeedsAmount: "填上金额，这里会算出能带来多少",
  previewUnavailable: "现在算不出这一单带来多少：没有网络，或者手机还不会算这条规则。以入账为准",
  previewNothing: "你现在没有按销售计酬的方案，这一单不带来提成",
  previewOthers: (p: { names: string }) =>
    `这家客户签单那天不是你负责的，这一单计给${p.names ? ` ${p.names}` : "团队，不计给个人"}`,
  /** The parts that the message after the confirmation names, and what they come to. */
  previewParts: (p: { total: string; own: string; others: string | null; rewards: string | null }) =>
    `共 ${p.total}：这一单 ${p.own}${p.others ? `，本月其他 ${p.others}` : ""}${p.rewards ? `，奖励 ${p.rewards}` : ""}`,
  previewShare: (p: { part: string; whole: string }) => `你的部分 ${p.part} / ${p.whole}`,
  previewLeftOut: (p: { what: string }) => `手机上估的，以入账为准。还没算进：${p.what}`,
  leftOut: { shares: "和别人共有的客户", firstOrder: "新客户奖励", units: "这一单对团队结果的影响" },
  previewSplit: (p: { own: string; others: string }) => `这一单 ${p.own}，本月其他 ${p.others}`,
  submit: (p: { amount: string }) => `提交 ${p.amount} 元`,
  submitEmpty: "填上金额再提交",
  resubmit: (p: { amount: string }) => `重新提交 ${p.amount} 元`,
  sending: "正在提交…",
  done: (p: { names: string }) => `已提交，等${p.names}确认，有结果会通知你`,
  /** On this phone, and nowhere else yet. */
  kept: (p: { time: string; day: string; needsYou: boolean }) =>
    `已存在手机里，${p.time} 记下，签单日${p.day}不会变。还没提交到公司：${p.needsYou ? "要你先处理，处理后才提交" : "连上网自动提交"}，只记一次。`,
  keptEstimate: "刚才的数是手机上估的。",
  /** It waits no more, and the server has not said yet whether it has it. */
  keptLeft: "已经不在待上传里了。公司收到没有，连上网就知道。",
  keptDropped: "这一单已从待上传里删掉，没有提交到公司。填的还在这里，可以接着填。",
  goOn: "接着填",
  /** Over a form that was sent and waits. */
  changesQueued: "这一单还在手机里，没提交到公司。在这里改了再提交，就按改过的上传。",
  another: "再记一单",
  withdrawn: "已撤回这一单",
  notReturned: "这一单不在退回状态，不用再改",
  returned: (p: { reason: string }) => `被退回：${p.reason}`,
  draftSaved: (p: { time: string }) => `草稿已存 ${p.time}`,
  faults: {
    customerId: "还没有选客户。点这里选一家，这一单记在它名下",
    amountFen: "还没有金额。写上合同金额，例：12000 或 1000.5，最多到分",
    amountTooLarge: (p: { max: string }) =>
      `单笔最多 ${p.max}元，这个金额不能提交。看看是不是多写了零；金额没错请管理员调高限额。`,
    amountNoSum: "这不是一个金额。写成 12000 或 1000.5，大于 0，最多到分",
    contractNo: "合同号最多 60 个字，删短一些再提交",
  },
};

const confirm = {
  ...first.confirm,
  next: "看下一单",
  confirm: (p: { amount: string }) => `确认 ${p.amount} 元`,
  /** Beside what the sale says. */
  large: { back: "再看看", yes: "没错，确认" },
  equal: (p: { state: string; day: string; deniedBy: string | null }) =>
    `同一客户、同一天、同金额还有一单（${p.state}，${p.day}）${p.deniedBy ? `，${p.deniedBy}说是不同的两笔` : ""}。`,
  sentBack: (p: { reason: string }) => `这一单退回过：${p.reason}`,
  unchanged: "退回以后没有改动",
  changed: (p: { what: string; from: string; to: string }) => `${p.what} ${p.from} → ${p.to}`,
  return: "退回",
  returnTitle: "为什么退回",
  returnNote: (p: { name: string }) => `${p.name} 会看到这句话，改好可以重新提交`,
  reasons: returnReasonsIn("zh-CN"),
  reasonHint: "写一句为什么",
  reasonMissing: "写一句原因，对方才知道改什么",
  sendBack: "退回这一单",
  confirmed: (p: { names: string }) =>
    p.names ? `已确认，几秒后进入 ${p.names} 的收入` : "已确认，计入团队业绩，不计给个人",
  returned: (p: { name: string }) => `已退回给 ${p.name}`,
  own: "这是你自己的单，要由主管或财务确认",
  effect: (p: { team: string; month: string; from: string; to: string }) =>
    `确认后，${p.team} ${p.month}完成 ${p.from} → ${p.to}`,
  footsteps: "签单前的脚印",
  noFootsteps: "签单前没有有效拜访",
  footstepsUnseen:
    "你看不到这一单的拜访：只有业务员本人、一起负责这家客户的同事、团队主管、主管不在时代他决定的人和审计员能看",
  /** Before either button. */
  decides: "确认后不能再改；退回的，对方改好可以马上再提交。",
};

/** With what the forms of a sale and its decision say. */
export const sales = { ...first, record, confirm };
