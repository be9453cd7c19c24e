/** 客户: 找客户, 客户资料. */
export const customers = {
  stages: { 初步接触: "初步接触", 需求调研: "需求调研", 方案提交: "方案提交", 签单: "签单", 服务中: "服务中" },
  list: {
    open: "找客户",
  },
  /** A new client that is on the phone alone. */
  waiting: {
    note: "还在手机里，等上传",
    kept: "这家新客户已存在手机里，连上网自动上传。现在就可以在这里打卡、写记录、记销售，它们跟着它一起上传，时间按当时算。",
    asked: "可能已经有这家客户，还没有新建。是不是同一家？",
    mine: (p: { name: string; why: string }) => `「${p.name}」是你的客户，${p.why}。是它，你的打卡和记录都跟过去。`,
    theirs: (p: { name: string; why: string; owner: string }) =>
      `「${p.name}」（${p.owner}），${p.why}。是它也先照样新建，记录不会丢，再请主管把两家合并。`,
    same: (p: { name: string }) => `就是「${p.name}」`,
    other: "不是，照样新建",
    change: "修改这家新客户",
  },
  edit: {
    newTitle: "新客户",
    see: "看这家客户",
  },
  sameBy: {
    name: "名称相同",
    nameAlike: "名称几乎一样",
    creditCode: "信用代码相同",
    phone: "电话相同",
    place: "在 100 米以内",
  },
  ownedByNobody: "没有人负责",
  detail: {
    title: "客户资料",
  },
  /** What is asked of a client that is another's part by now. */
  mergedInto: (p: { gone: string; into: string }) =>
    `「${p.gone}」已经并入「${p.into}」。这次没有合并，什么都没变。退回去，从「${p.into}」再看。`,
};
