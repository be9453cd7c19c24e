/** 搜索. */
export const search = {
  title: "搜索",
  hint: "名称、拼音首字母、号码",
  howTo: "输入客户、同事或页面的名称、拼音首字母，或手机号、手机后四位、合同号、客户号、工号",
  groups: { menu: "页面", customers: "客户", people: "同事", sales: "销售单", plans: "方案" },
  version: (p: { version: number }) => `第 ${p.version} 版`,
  planStates: { draft: "还没送审", inReview: "等发布", published: "已发布" },
  more: "还有更多，再多输几个字",
  none: (p: { words: string }) => `没有找到「${p.words}」`,
  noneNote: "只找你能看的。换个名称、少输几个字，或按号码找",
  addCustomer: "新建客户",
  hereOnly: "没有网络，只找了手机里有的：你的客户和看过的销售单",
};
