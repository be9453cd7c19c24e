/** 确认定位点. */
export const pins = {
  title: "确认定位点",
  none: "没有等你确认的定位点",
  looked: "能看到同事当时站在哪里：查看会被记录，本人可见。",
  by: (p: { name: string; day: string }) => `${p.name} ${p.day} 提议`,
  first: "这里还没有定位点，同事在现场打了卡、拍了照片",
  moved: (p: { distance: string }) => `比原来的位置移动 ${p.distance}`,
  sketch: {
    say: (p: { direction: string; distance: string }) => `新位置在原来位置的${p.direction}方向，相距 ${p.distance}`,
    same: "新位置和原来的位置一样",
    legend: (p: { radius: string; width: string }) =>
      `上北下南，图宽 ${p.width}。空心点、虚线圈是原来的，实心点、实线圈是新的；圈是打卡范围 ${p.radius}。`,
    directions: {
      ...{ n: "正北", ne: "东北", e: "正东", se: "东南" },
      ...{ s: "正南", sw: "西南", w: "正西", nw: "西北" },
    },
  },
  typed: "位置是填的，打卡先按它算",
  taken: "位置是在现场定的，打卡先按它算",
  takenAt: (p: { time: string }) => `${p.time} 定的位`,
  accuracy: (p: { accuracy: string | null; radius: string }) =>
    p.accuracy === null ? `打卡范围 ${p.radius}` : `定位误差 ${p.accuracy}，打卡范围 ${p.radius}`,
  stoodAt: (p: { count: number; nearest: string; middle: string }) =>
    `最近 ${p.count} 次在这里打卡，离它最近 ${p.nearest}，一半在 ${p.middle}以内`,
  at: (p: { latDeg: string; lngDeg: string }) => `新位置：北纬 ${p.latDeg}，东经 ${p.lngDeg}`,
  says: (p: { note: string }) => `「${p.note}」`,
  mapTo: "在地图上看新位置",
  mapFrom: "在地图上看原来的位置",
  choose: "选这个",
  chosen: "已选，点一下不选",
  all: "全选",
  chooseFirst: "先选要确认的",
  accept: (p: { count: number }) => `确认选中的 ${p.count} 个`,
  reject: "不采用",
  rejectTitle: "为什么不采用",
  reasonNote: "提议的同事会看到这句话。打卡提议的，那次打卡不跟着作废，仍在审批里等决定。",
  reasonHint: "例：那是隔壁的仓库",
  reasons: { elsewhere: "那不是这家客户的位置", entrance: "请站到大门口再提议一次", stay: "原来的位置没有错" },
  takeBack: {
    by: (p: { name: string; time: string }) => `${p.name} ${p.time} 确认了这个位置`,
    open: "确认错了，改回原来的",
    title: "为什么改回原来的",
    note: "位置改回确认以前的样子，提议的同事会看到这句话。打过的卡不变。",
    send: "改回原来的",
  },
  missed: (p: { count: number }) => `有 ${p.count} 个没有处理：有人先处理了，或者又提议了新的。`,
};
