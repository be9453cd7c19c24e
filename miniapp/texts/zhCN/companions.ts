/** 同行: who was at a visit too. */
export const companions = {
  title: "同行",
  none: "没有加同行的同事",
  add: "加同行的同事",
  states: {
    open: (p: { until: string }) => `等本人确认，${p.until} 前`,
    confirmed: () => "本人已确认",
    declined: () => "本人说没有一起去",
    lapsed: () => "七天里没有确认",
  },
  left: "已离职",
  waiting: "待上传",
  /** An own check-in of the colleague at the same client. */
  ownCheckIn: (p: { time: string }) => `本人 ${p.time} 也在这里打了卡`,
  naming: {
    title: "谁和你一起去的",
    note: "会请本人确认一次，没有确认的照样写着。不影响你的拜访和收入；加上以后去不掉。",
    search: "同事的名字",
    ofTeam: "你的团队",
    found: "找到的同事",
    none: "没有找到这位同事。能加的是你团队所在分公司的同事，和上面的负责人",
    chosen: "已选",
    chooseFirst: "先选同事",
    send: (p: { count: number }) => `加上 ${p.count} 位`,
    full: (p: { max: number }) => `一次拜访最多 ${p.max} 位`,
  },
  named: {
    title: "确认同行",
    asks: (p: { by: string; customer: string; time: string }) => `${p.by}说 ${p.time} 你一起去了${p.customer}。是吗？`,
    note: (p: { until: string }) => `${p.until} 前回答，只能回答一次。不影响你的收入；没有回答就记为没有确认。`,
    yes: "一起去了",
    no: "没有去",
    noTitle: "回答「没有去」？",
    noNote: (p: { by: string }) => `${p.by}马上收到，回答以后不能改。`,
    said: {
      confirmed: "你确认了一起去过",
      declined: "你说了没有一起去",
      lapsed: "七天里没有回答，记为没有确认",
    },
    waits: "已存在手机里，连上网自动上传",
  },
};
