/** Status words, and the sentence that a tap on one opens: what it means and what comes next. */
export const status = {
  money: {
    estimated: "预估",
    earned: "已得",
    payable: "待发",
    paid: "已发",
    offset: "冲减",
  },
  visit: {
    recordDue: "待补记录",
    recordDueInDoubt: "存疑 · 待补记录",
    effective: "有效",
    inDoubt: "先计入",
    waits: "先不计入",
    rejected: "未认可",
    appealed: "复核中",
    outside: "范围外",
    repeated: "不重复计",
    mended: "已补上",
    notCounted: "不计",
  },
  sale: { submitted: "待确认", returned: "已退回", confirmed: "已确认", cancelled: "已撤回" },
  queue: {
    waiting: "待上传",
    sending: "上传中",
    confirmed: "已确认",
    refused: "需处理",
    failed: "没处理成",
    outdated: "要更新",
    held: "等前一条",
  },
  customer: { mine: "我负责" },
  meaning: {
    title: "四种状态",
    note: "同一笔钱只算在一种状态里",
    open: "什么意思",
    estimated: "预估：要到月底关账才定下来的部分，可能变多，也可能变少。方案里没有这样的部分，就一直是 0.00。",
    earned:
      "已得：月底也不会再变的部分。按拜访付的钱，存疑的打卡没有被认可时会去掉，每次都会告诉你原因；其他的不会减少。",
    payable: "待发：已经可以发了。哪天发按方案：点开明细里的这一笔，再点方案就看得到。",
    paid: "已发：钱已经到你手里。",
  },
  /** Who decides, where it is not known by name, and where there is nobody. */
  deciders: {
    leader: "主管",
    second: "另一个人",
    nobody: "主管（现在没有人能决定，已请管理员设）",
  },
  /** Where a check-in may be decided on in a later month than its own. */
  paidIn: (p: { month: string }) => `按拜访那天算：是${p.month}的收入，哪个月决定都一样。`,
};
