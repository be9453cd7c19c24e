/** As `errors`: of giving and merging clients, of what may be one, and of printed codes. */
export const clientErrors = {
  "customer.assignPast":
    "今天和过去的归属不能改，当天签的单已经归当天的负责人。这次没有改。从明天或以后的日子起改；今天就要去拜访的人，先加为协同服务。",
  "customer.mergedSince": "这次合并之后又合并过一次。这次没有撤销，现在的资料不变。先撤销后面那一次，再撤销这一次。",
  "customer.mergeTooLarge":
    "合在一起就太多了：地点最多 50 个，联系人和标签各最多 20 个。这次没有合并，两家都没变。先删掉重复的，再合并。",
  "customer.notMerged": "这两家现在没有合在一起，可能已经有人撤销了。这次什么都没变。退回去看一下最新的资料。",
  "customer.pinWaits":
    "并过来的地点有人提议了新位置，还等着决定。这次没有撤销，现在的资料不变。先决定那个位置，再撤销合并。",
  "customer.undoTooLate":
    "合并已经超过 7 天，不能再撤销。资料保持合并后的样子，收入没有变。确实是两家，就重新建一家，再把新的记录记在那里。",
  "duplicate.unknown": "这一对已经不在了：可能已合并，或不再相像。没有别的变化。回清单刷新一下。",
  "siteCode.sheetGone": "这张打印页已经不在了，生成后只留 7 天。贴着的码照样有效。要再打印一张，请换新码。",
};
