/** Status words, and the sentence that a tap on one opens: what it means and what comes next. */
export const status = {
  money: {
    estimated: "预估",
    earned: "已得",
    payable: "待发",
    paid: "已发",
    offset: "冲减",
  },
  checkIn: {
    inside: "有效",
    doubtful: "存疑",
    outside: "范围外",
    unverified: "无法核实",
    repeated: "不重复计",
    mended: "已补上",
    accepted: "已认可",
    rejected: "未认可",
  },
  visit: { pending: "待补记录", effective: "有效", notCounted: "不计", draft: "草稿" },
  sale: { submitted: "待确认", returned: "已退回", confirmed: "已确认", cancelled: "已撤回" },
  queue: { waiting: "待上传", sending: "上传中", confirmed: "已确认", refused: "需处理", held: "等前一条" },
  customer: { mine: "我负责" },
  meaning: {
    title: "四种状态",
    note: "同一笔钱只算在一种状态里",
    open: "什么意思",
    estimated: "预估：要到月底关账才定下来的部分，可能变多，也可能变少。方案里没有这样的部分，就一直是 0.00。",
    earned: "已得：月底也不会再变的部分，只会因退款或更正减少，每次都会告诉你原因。",
    payable: "待发：已经可以发了，发放日写在下面。",
    paid: "已发：钱已经到你手里，哪天发的、怎么发的都写着。",
  },
};
