/** What is kept about a person, who has seen it, and how to take it along or back. */
export const privacy = {
  looked: {
    empty: "还没有人看过",
    emptyNote: "别人看你的拜访、打卡或业绩，都会记在这里",
    note: "只有你看得到这一页。你自己看自己的不算。",
    tellMe: "有人看我时发消息",
    tellMeChoices: { on: "发给我", off: "不发" },
    tellMeNote: {
      on: "有人看了，企业微信会告诉你是谁、看了什么。同一个人半小时内看几次，只发一条；晚上 8 点以后和休息日的，下一个工作日早上发。",
      off: "不发消息，下面照样每次都记。",
    },
    something: (p: { name: string }) => `${p.name} 看了你的数据`,
    reason: (p: { reason: string }) => `说的原因：${p.reason}`,
    pins: (p: { name: string }) => `${p.name} 看了你提议的定位点`,
    what: {
      "checkIn.read": (p: { name: string }) => `${p.name} 看了你的拜访和打卡`,
      "sale.read": (p: { name: string }) => `${p.name} 看了你的销售单`,
      "member.read": (p: { name: string }) => `${p.name} 看了你的业绩和拜访`,
      "review.read": (p: { name: string }) => `${p.name} 看了你的存疑打卡`,
      "refusal.read": (p: { name: string }) => `${p.name} 看了你没上传成的一条内容`,
      "opening.read": (p: { name: string }) => `${p.name} 看了你的期初余额`,
      "simulation.read": (p: { name: string }) => `${p.name} 看了方案试算里你的得失`,
    },
  },
  devices: {
    none: "还没有记下设备",
    noneNote: "下次登录时会记下这台设备，出现在这里",
    note: "手机或浏览器自己随机起一个号来认，不读取手机号或序列号。很久没登录的，到期自动删掉。",
    unnamed: "没有报型号的设备",
    via: { weapp: "企业微信小程序", h5: "浏览器" },
    isThis: "就是这一台",
    isNew: "新的",
    first: (p: { at: string }) => `第一次登录：${p.at}`,
    last: (p: { at: string }) => `最近一次登录：${p.at}`,
    remove: "移除这台",
    notMe: "不是我",
    removeNow: "移除并退出",
    follow: {
      ended: "那台设备上的销励会马上退出。",
      kept: "它上面还没上传的内容留在那台设备里，不会因此丢掉。",
      again: "以后你在那里再登录，会当作新设备告诉你。",
    },
    changePassword:
      "如果那里的企业微信也登着你的账号，还能再进来：请在企业微信的账号与安全设置里让它退出，改掉密码，并告诉管理员。",
    removed: "已移除，那里的销励已退出。",
  },
  mine: {
    kept: "存了什么，存多久",
    positions: (p: { days: number }) =>
      `打卡坐标、扫到的客户码、连着的 Wi-Fi：${p.days} 天，之后每晚自动抹掉；判定、距离和地点名称保留`,
    photos: (p: { days: number }) => `打卡、拜访时的照片、签字和语音：${p.days} 天，之后每晚自动删除`,
    reports: (p: { days: number }) => `报告过的问题：${p.days} 天，之后每晚自动删除，没处理完的也删`,
    messages: (p: { days: number }) => `发给你的消息：${p.days} 天，之后每晚自动删除`,
    devices: (p: { days: number }) =>
      `登录过的设备：最后一次登录后 ${p.days} 天，之后每晚自动删除；「我的设备」里随时可以移除`,
    audit: "谁看过、谁改过什么：是凭证，一直保留",
    records: "拜访、销售单、收入和人事资料（工号、入职日、汇报对象、销售方式）：和工资有关，按会计要求保留",
    refused: "手机上没上传成的：内容留 30 天，给管理员查原因，不含坐标；谁打开看过，「谁看过我」里有",
    tracks: "没有轨迹，也没有后台定位",
    consents: "位置授权",
    noConsent: "还没有同意过。打卡前会问你。",
    given: (p: { version: string; at: string }) => `${p.at} 同意了第 ${p.version} 版`,
    ended: (p: { version: string; at: string; endedAt: string }) =>
      `${p.at} 同意了第 ${p.version} 版，${p.endedAt} 结束`,
    give: "看说明并同意",
    readAbout: "看位置怎么用",
    withdraw: "撤回同意",
    withdrawNow: "撤回并抹掉坐标",
    follow: {
      erased: "还存着的打卡坐标会马上抹掉，找不回来。",
      noCheckIn: "之后不能打卡，直到你重新同意；其他功能照常。",
      kept: "已经记下的打卡、拜访和收入不变。",
    },
    withdrawn: (p: { count: number }) => `已撤回，抹掉了 ${p.count} 处坐标。重新同意之前不能打卡。`,
    export: "导出一份",
    exportNote: {
      file: "你的打卡（含还存着的坐标）、拜访、销售单、收入、同意记录、登录过的设备，以及谁看过你，放在一个 JSON 文件里。",
      clipboard:
        "你的打卡（含还存着的坐标）、拜访、销售单、收入、同意记录、登录过的设备，以及谁看过你，会作为一段 JSON 文字复制到剪贴板。在电脑上打开销励，可以直接下载成文件。",
    },
    exportRefused: {
      file: "浏览器没有让下载。你的数据都在，什么都没有改。允许下载后再点一次。",
      clipboard:
        "手机没有让复制，所以没有导出。你的数据都在，什么都没有改。允许使用剪贴板后再点一次，或在电脑上打开销励下载。",
    },
    exportAll: "导出我的数据",
    exporting: (p: { month: string }) => `正在取 ${p.month}…`,
    exported: { file: "已导出，在浏览器的下载里", clipboard: "已复制，粘贴到文档里就能保存" },
    responsible: "谁负责，怎么找",
  },
};
