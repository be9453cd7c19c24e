/** 客户码: what hangs at a client's place, for whoever makes it and whoever scans it. */
export const siteCode = {
  page: {
    title: "客户码",
    none: "这里还没有客户码",
    made: (p: { name: string; at: string }) => `${p.name} ${p.at} 生成，正在用`,
    what: "打印一张贴在客户那里。同事没有定位时扫它打卡：先计入，标为存疑，主管看得到扫过。定位清楚的，还按定位算。",
    others: "客户码由负责人的主管或管理员生成：谁要靠它打卡，谁就不能自己做。",
    make: "生成客户码",
    making: "正在生成…",
    renew: "换新码",
    renewNow: "换新码，旧码作废",
    follow: {
      old: "已经贴着的码马上作废，扫了不算；之前扫过的打卡不变。",
      print: "新码要重新打印，换上去。",
    },
    print: "打印",
    download: "打开打印页（PDF）",
    opening: "正在打开…",
    sheetUntil: (p: { until: string }) =>
      `A4 一张，在电脑上打开这一页更好打印。能打开到 ${p.until}，每次打开会被记录。过后要再打印，只能换新码：码的内容只在纸上，系统里不存。`,
    sheetGone: "打印页只留 7 天，已经没有了。贴着的码照样有效；要再打印，只能换新码。",
  },
  scan: {
    title: "扫客户码打卡",
    what: "没有位置时，贴在客户那里的码替你说明人在现场：扫到就在这里打卡，先计入，主管看一眼。",
    brings: {
      inside: "你已经在范围内，直接打卡就行；扫码不会更好，也不会更差。",
      doubtful: "位置说不准：打卡先计入。扫到码，主管看得到你扫过。",
      outside: "定位显示在范围外：扫码改不了判定，可以拍照说明，主管看得到你扫过。定位是几分钟前的，扫到就先计入。",
      unverified: "没有能核对的位置：扫到这里的码就先计入，主管看一眼；没有人决定就照算。",
    },
    far: (p: { distance: string }) => `按定位，离这里 ${p.distance}`,
    scan: "扫码并打卡",
    busy: "正在打卡…",
    back: "回打卡页",
    notOurs: "这不是客户码，没有打卡。请扫贴在客户那里、写着「客户码」的那张。",
    elsewhere: (p: { name: string }) => `这是 ${p.name} 的码，不是这里的，没有打卡。`,
    there: (p: { name: string }) => `在 ${p.name} 打卡`,
    failed: {
      refused: "相机没有打开。到系统设置里允许企业微信使用相机，再扫一次；也可以回打卡页直接打卡，等主管核实。",
      unavailable: "这会儿扫不了。再试一次；也可以回打卡页直接打卡，等主管核实。",
      unreadable: "照片里没有看清码。靠近一点、对准，再扫一次。",
      noAnswer: "相机没有回应。再试一次；也可以回打卡页直接打卡，等主管核实。",
      unsupported: "这个浏览器不能扫码。请在手机企业微信里打开小程序来扫；也可以回打卡页直接打卡，等主管核实。",
    },
    gone: "这个地点已经不在你的客户里",
  },
};
