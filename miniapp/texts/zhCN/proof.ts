/** 补证据: what proves that somebody was at a client where the position does not. */
export const proof = {
  /** Files that go before what waits on the phone. */
  attached: {
    photos: (p: { count: number }) => `${p.count} 张照片`,
    signatures: (p: { count: number }) => `${p.count} 个签字`,
    recordings: (p: { count: number }) => `${p.count} 段录音`,
    first: (p: { files: string }) => `附 ${p.files}，先传这些`,
    inMemory: (p: { files: string }) =>
      `附了 ${p.files}，没有都存进手机：放的地方满了，或者手机不让存。上传成功之前别关销励，关了就没有了。`,
  },
  /** Of a second decision, as long as whoever has decided may have hit the wrong button. */
  almostFinal: (p: { by: string; until: string }) =>
    `${p.by} 在 ${p.until} 前还可以改，之后就是最后的结果，不再复核。还有疑问，直接问 ${p.by}。`,
  /** Of a check-in out of range. */
  far: {
    title: "范围外的打卡",
    /** What comes of it, while nothing has been said. */
    stands: (p: { until: string; who: string }) =>
      `现在不计入。人就在客户那里的话，${p.until} 前拍一张现场照片、写一句说明，由${p.who}决定。`,
    recordToo: (p: { until: string }) => `拜访记录也要写，最迟 ${p.until}；没有记录，认可了也不算有效拜访。`,
    over: "打卡已过七天，不能再说明，不计入。",
    settled: "当天在这家客户已经有算数的打卡，这次不用说明。",
    photoNeeded: "要拍一张现场照片，和说明一起提交，决定的人能看到。照片里的位置信息不会保存。",
    photoMissing: "拍一张现场照片再提交",
  },
};
