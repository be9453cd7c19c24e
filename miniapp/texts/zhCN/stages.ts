/** 客户阶段. */
export const stages = {
  title: "客户阶段",
  now: (p: { stage: string }) => `现在是「${p.stage}」。有进展就选新的，和这次记录一起交`,
  reason: "为什么往回走",
  reasonHint: "例：换了采购，要重新谈",
  reasonMissing: "往回走要写一句为什么",
  willMove: (p: { from: string; to: string }) => `提交后从「${p.from}」改成「${p.to}」`,
  keep: "不改阶段",
  undo: "撤销这次改阶段",
  undoTitle: (p: { from: string; to: string }) => `撤销：${p.to} 回到 ${p.from}`,
  undoText: "客户回到改以前的阶段，这一步不再计入阶段推进数。动态里会留下撤销过的记录。",
  undoNow: "撤销",
  undoNot: "先不撤销",
  moved: (p: { from: string; to: string }) => `阶段 ${p.from} → ${p.to}`,
  undone: "已撤销",
};
