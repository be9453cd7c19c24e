/** Giving a client to somebody, and what was decided on pins. */
export const giving = {
  giveTitle: (p: { name: string }) => `把「${p.name}」交给谁`,
  giveNote: (p: { from: string; beginsToday: boolean }) =>
    `从${p.from}起由对方负责，这以后签的单算对方的；以前的单和拜访还算原来的人。${p.beginsToday ? "选错了，最早从明天起再换人。" : "选错了，到那天以前都可以再交给别人。"}对方会收到消息。`,
  /** Who owns a client from a day to come on. */
  ownersFrom: (p: { from: string }) => `${p.from}起谁负责`,
  /** In a client's history. */
  givenTo: (p: { names: string; from: string }) => `换负责人：从${p.from}起 ${p.names}`,
  giveTo: "交给谁",
  giveToMissing: "请选一位同事。",
  giveNobody: "你管的部门里现在没有可以接手的同事。请管理员来交接，或先把接手的人加进部门。",
  giveReason: "原因（选填）",
  giveReasonHint: "例如：离职交接",
  giveNow: "交给对方",
  giveNot: "先不交",
  giveManyTitle: (p: { count: number }) => `把选中的 ${p.count} 家客户交给谁`,
  giveManyNote:
    "从明天起由对方负责（现在没人负责的从今天起），这以后签的单算对方的；以前的单和拜访还算原来的人。明天以前都可以再交给别人。对方和原来的人会各收到一条消息。",
  gaveMany: (p: { name: string; day: string; count: number }) => `${p.count} 家从${p.day}起归${p.name}负责。`,
  /** Of those that were not given: why. */
  stayed: {
    same: (p: { name: string; count: number; names: string }) =>
      `${p.count} 家已经归${p.name}，或有${p.name}一份，没有改：${p.names}。要整个交给${p.name}，打开那家客户来交。`,
    arranged: (p: { name: string; count: number; names: string }) =>
      `${p.count} 家已经说好以后换人，没有改：${p.names}。要改，打开那家客户来交。`,
    refused: (p: { name: string; count: number; names: string }) =>
      `${p.count} 家不归你管，或不能由你交给${p.name}，没有改：${p.names}。请管它的主管或管理员来交。`,
  },
  pinsDone: (p: { accepted: boolean; places: string }) =>
    p.accepted
      ? `已确认：${p.places}。以后打卡按新位置算；定错了，可以在客户资料的「地点」里改回原来的。`
      : `没有采用：${p.places}。位置还是原来的，提议的人会收到原因。`,
};
