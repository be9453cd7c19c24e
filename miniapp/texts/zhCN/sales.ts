/** 记销售, 待确认, 销售单. */
export const sales = {
  record: {
    title: "记销售",
    /** Where it is not known by name who confirms it. */
    whoConfirms: "主管或财务",
    previewMonth: (p: { signed: string; month: string }) => `${p.signed}签的单，现在确认计入${p.month}`,
    confirmBy: (p: { day: string; month: string }) => `${p.day}前（含当天）确认才计入${p.month}，再晚计入下个月`,
    redoBy: (p: { day: string; month: string }) => `${p.day}前（含当天）改好提交并确认，才计入${p.month}`,
    previewPending: (p: { count: number; money: string }) => `待确认的 ${p.count} 单（${p.money}）还没算进来`,
    keptNote: "提交到公司、确认以后才算业绩和提成。",
    seeSale: "看这一单",
    large: {
      title: (p: { amount: string }) => `${p.amount} 元，没写错吗？`,
      change: "改一改",
      submit: "没错，提交",
    },
    repeated: {
      title: "是否重复？",
      text: (p: { day: string; amount: string; at: string }) =>
        `这家客户 ${p.day} 签的 ${p.amount} 元，你 ${p.at} 已经提交过一单。这一单还没有提交。`,
      textKept: (p: { day: string; amount: string; at: string }) =>
        `这家客户 ${p.day} 签的 ${p.amount} 元，你 ${p.at} 已经记过一单，还在这部手机里等上传。`,
      same: "就是同一笔",
      two: "不同的两笔",
    },
  },
  confirm: {
    toList: "回审批",
    title: "待确认",
    waiting: (p: { count: number }) => `${p.count} 件等你审批`,
    empty: "没有等你审批的事。新的会在这里出现，也会发消息给你",
    /** While somebody else is asked first. */
    emptyAway: "你不在，现在没有先问你的事",
    others: "先问了别人，你也可以决定",
    more: "还有更多没列出来，处理掉一些就会出现",
    /** More waits than is looked through, and nothing of what was is for who reads. */
    unread: "等着的太多，没有全部看完。要你处理的，从发给你的消息里也能打开",
    waitsFor: (p: { names: string }) => `已问 ${p.names}`,
  },
};
