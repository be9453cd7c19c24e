/** 合并客户. */
export const merge = {
  title: "合并客户",
  which: "和哪一家是同一家？选另一家，先看清什么并到哪里，再合并。",
  whoMay: "合并由同时管着两家所有负责人的主管或管理员来做，而且自己不能因此多得客户。两家都没有变。",
  stays: "留下",
  goes: "并进来",
  swap: (p: { name: string }) => `换过来，留下「${p.name}」`,
  what: (p: { other: string; kept: string }) => `「${p.other}」的这些归到「${p.kept}」`,
  site: (p: { name: string; address: string }) => `地点 ${p.name}，${p.address}`,
  contact: (p: { name: string }) => `联系人 ${p.name}`,
  added: "加进来",
  same: "已经有了",
  history: "动态",
  historyOf: (p: { visits: number; sales: number }) => `拜访 ${p.visits} 次，销售单 ${p.sales} 单`,
  codesDiffer: (p: { kept: string; other: string }) =>
    `两家的统一社会信用代码不同（${p.kept}，${p.other}），先看清是不是同一家。合并后用留下那家的。`,
  pay: "收入怎么算",
  payStays: "已经记下的拜访和销售一分不变，还算给原来的人。",
  payOwners: (p: { day: string; owners: string; name: string }) =>
    `${p.day}起，原来「${p.name}」新签的单也算给：${p.owners}。`,
  payWaiting: (p: { name: string; count: number }) =>
    `「${p.name}」还有 ${p.count} 单等着确认，仍按签单那天的负责人算。`,
  payFirst: {
    had: "首单已经有过：以后的单不再算新客户首单。",
    open: "首单还没有过：两家合起来只算一次新客户首单。",
  },
  payVisits: (p: { day: string }) => `${p.day}起两家算一家，同一个人同一天只算一次有效拜访。`,
  undoUntil: (p: { day: string }) => `${p.day}（含）以前可以撤销。合并以后新记的，撤销时留在合并后的那家。`,
  reason: "为什么合并",
  reasonHint: "例：同一家公司，建了两次",
  merge: (p: { name: string }) => `合并成「${p.name}」`,
  merging: "正在合并…",
  faults: {
    sites: "合起来地点超过 50 个，还不能合并。先删掉重复的地点。",
    contacts: "合起来联系人超过 20 位，还不能合并。先删掉重复的联系人。",
    tags: "合起来标签超过 20 个，还不能合并。先删掉几个标签。",
    customers: "已经并进来 20 家，不能再并。",
  },
  open: "和另一家合并",
  merged: "已并进来的客户",
  mergedOn: (p: { day: string; name: string }) => `${p.day} ${p.name} 合并`,
  undo: (p: { day: string }) => `撤销（到 ${p.day}）`,
  undoTitle: (p: { name: string }) => `撤销和「${p.name}」的合并`,
  undoText:
    "两家重新分开：负责人、地点、联系人和客户号回到原来的客户，中间改过的按现在的。合并以后新记的拜访和销售留在这里，收入不变。",
  undoNow: "撤销合并",
  keep: "先不撤销",
};
