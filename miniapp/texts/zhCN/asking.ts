/** A colleague asks whether they may come to a client of both. */
export const asking = {
  title: "同事问能不能去",
  asks: (p: { by: string; customer: string }) => `${p.by}想去${p.customer}，你这边方便吗？`,
  note: (p: { until: string }) => `${p.until} 前回答，只能回答一次。没有回答，就由对方自己决定。`,
  yes: "可以来",
  no: "先别来",
  word: "留一句话（可以不写）",
  wordHint: "例：明天签合同，签完再来",
  said: {
    welcome: "你说了可以来",
    declined: "你说了先别来",
    lapsed: "一天里没有回答，由对方自己决定",
    withdrawn: "对方撤回了问题，不用回答了",
  },
  noTitle: "回答「先别来」？",
  noNote: "对方马上收到，回答以后不能改。",
  /** In the client's history, for both and their leader. */
  together: "一起跟的同事",
  line: (p: { by: string; name: string; time: string; came: string }) =>
    `${p.time} ${p.by}问${p.name}能不能来：${p.came}。`,
  lineWord: (p: { word: string }) => `留言：${p.word}。`,
  lineWent: (p: { by: string; reason: string }) => `${p.by}还是去了，原因：${p.reason}。`,
  lineStates: { open: "等回答", welcome: "可以来", declined: "先别来", lapsed: "没有回答", withdrawn: "已撤回" },
  withdraw: "不用问了，撤回",
};
