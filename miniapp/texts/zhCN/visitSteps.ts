/** Steps of visits that are photographed, counted or signed. */
export const visitSteps = {
  photos: {
    count: (p: { count: number; max: number }) => `${p.count}/${p.max} 张`,
    nth: (p: { n: number }) => `第 ${p.n} 张照片`,
    take: "拍一张照片",
    takeMore: "再拍一张",
    remove: (p: { n: number }) => `去掉第 ${p.n} 张`,
    note: "只能现拍，不从相册选。你的主管和审计看得到，谁看过你看得到；照片里的位置信息不会保存。",
    missing: "这一步要拍照片，拍了这次拜访才算有效",
    arrived: (p: { what: string }) => `${p.what}已经上传，留在记录里`,
    lost: (p: { what: string }) => `${p.what}在这台手机上找不到了，去掉再拍一张`,
    gone: (p: { what: string }) => `${p.what}过了保存期，已经删除`,
    failed: {
      refused:
        "相机没有允许使用，所以没拍成。到系统设置里允许企业微信使用相机，再拍一次；也可以先提交记录，24 小时内补上。",
      unavailable: "相机打不开。过一会儿再试；也可以先提交记录，24 小时内补上。",
      noAnswer: "相机没有交回照片。再拍一张；也可以先提交记录，24 小时内补上。",
      unreadable: "这张照片读不出来。重拍一张；也可以先提交记录，24 小时内补上。",
    },
  },
  products: {
    counted: (p: { count: number; of: number }) => `${p.count}/${p.of} 种`,
    hint: "数量，没看就空着",
    notCount: "写 0 到 9999 的整数",
    missing: "至少写一种的数量，这次拜访才算有效",
  },
  signature: {
    signer: "签字人",
    signerHint: "例：仓库 黄主管",
    pad: "签字的地方",
    padHint: "请对方在框里用手指签字",
    padNote: "签好了。写错可以撤销一笔，或者清空重签",
    undo: "撤销一笔",
    clear: "清空重签",
    again: "重新签",
    drawing: "签字",
    cannot: "这台手机打不开签字板。先提交记录，换一台手机 24 小时内补上。",
    missing: "这一步要签字，写上签字人并签好，这次拜访才算有效",
    half: "签字和签字人要都有：补上缺的，或者都去掉",
  },
  photoCount: (p: { count: number }) => `${p.count} 张照片`,
  signedBy: (p: { name: string }) => `${p.name} 已签字`,
};
