/** 客户: 找客户, 客户资料. */
export const customers = {
  list: {
    title: "找客户",
    search: "名称、拼音首字母、客户号",
    howTo: "输两个字或两个拼音首字母，就在你能看的客户里找",
    none: "没有找到这家客户",
    noneNote: "只在你能看的客户里找。换个词试试",
    open: "找客户",
    all: "在能看的客户里找",
  },
  detail: {
    title: "客户资料",
    open: "资料",
    shortName: "简称",
    grade: "等级",
    stage: "阶段",
    industry: "行业",
    owners: "谁负责",
    nobody: "没有人负责",
    coServed: "谁协助",
    formerMember: "已离开的同事",
    numbers: "客户号",
    sites: "地点",
    noSite: "还没有地点",
    pin: { typed: "位置是填的", learned: "位置由打卡得出", confirmed: "位置已确认", none: "还没有定位点" },
  },
};
