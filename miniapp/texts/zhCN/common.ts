/** Words of the frame: tabs, buttons and states that every page shares. */
export const common = {
  product: "销励",
  tabs: {
    today: "今日",
    todo: "待办",
    customers: "客户",
    team: "团队",
    checkIn: "打卡",
    approvals: "审批",
    money: "收入",
    me: "我的",
    closing: "关账",
    people: "成员",
    plans: "方案",
    imports: "导入",
    audit: "审计",
    reports: "报表",
    health: "系统体检",
  },
  roles: { rep: "业务员", manager: "主管", finance: "财务", hr: "人事", admin: "管理员", auditor: "审计" },
  yuan: "元",
  back: "返回",
  close: "关闭",
  retry: "重试",
  report: "报告问题",
  colon: "：",
  undo: "撤回",
  cancel: "取消",
  required: "必填",
  more: "看全部",
  earlier: "看更早的",
  draftRefused: "手机存满了，草稿没存上。别关这一页，填完直接提交；清出空间后再改一个字，就能存上",
  draft: {
    restored: "从上次没写完的继续",
    leftOut: "这份草稿是旧版本存的，下面这些放不进现在的表。要用就照着再填一次：",
    discard: "不要了，重新写",
    discarded: "上次写的已经清掉",
    takeBack: "找回来",
  },
  search: "搜索",
  skip: "跳到内容",
  tabBar: "主导航",
  actions: "操作",
  loading: "正在加载",
  reference: (p: { id: string }) => `编号 ${p.id}`,
  asOf: (p: { time: string }) => `截至 ${p.time}`,
  offline: (p: { time: string }) => `没有网络，上次更新 ${p.time}`,
  tooLong: (p: { max: number }) => `最多 ${p.max} 个字，删短一些再提交`,
  renewed: "刚刚更新到最新版本。你填的都在；没送到的，请再点一次",
  /** In the place of what only a later version knows. */
  newer: "更新后可见：关掉销励，再打开一次",
  outdated: "这个版本和服务器对不上，数字可能是旧的。请更新：关掉销励，再打开一次",
  missingPage: "这一页还没下载过，现在打不开。你填的都在，连上网再点一次",
  offlineNoData: "没有网络。连上后自动更新",
  secondsLeft: (p: { seconds: number }) => `（${p.seconds} 秒）`,
  noRight: {
    title: "这里你还看不到",
    text: (p: { names: string }) => (p.names ? `需要权限请找 ${p.names}。` : "需要权限请找管理员。"),
  },
  cutLink: {
    title: "链接不完整",
    text: "打开这一页的链接不完整，看不出要看哪一条。什么都没有改。从列表或消息里再点一次就能打开。",
  },
  crashed: {
    title: "这一页出了点问题",
    text: "你填的内容都还在手机里。点「重试」再打开一次。",
  },
  count: (p: { count: number }) => `${p.count}`,
  contact: (p: { contact: string }) => `联系：${p.contact}`,
  noContact: (p: { names: string }) => (p.names ? `请找 ${p.names}` : "请找管理员"),
  photoGone: "照片打不开。退回去再进来看一次。",
  seeMonth: (p: { month: string }) => `看 ${p.month}`,
  source: "这个数从哪里来",
  /** Who closes a month and when, and what holds until then. */
  closing: {
    by: (p: { names: string | null }) =>
      p.names === null ? "财务" : p.names ? `财务（${p.names}）` : "财务（还没有设，请管理员设置）",
    running: (p: { by: string; until: string }) => `${p.until} 截止。关账由${p.by}负责，系统里还不能关账`,
    taking: {
      pay: (p: { month: string; by: string; until: string }) =>
        `${p.month}还没有关账，${p.until} 截止。截止前，这个月的拜访记录还可以更正；预估可能变多，也可能变少。关账由${p.by}负责，系统里还不能关账：关账以前预估都不定。已得的只有一种情况会减少：存疑的打卡没有被认可。`,
      team: (p: { month: string; by: string; until: string }) =>
        `${p.until} 截止，在那之前还可能变动。关账由${p.by}负责，系统里还不能关账`,
    },
    waiting: {
      pay: (p: { month: string; by: string; until: string | null }) =>
        `${p.month}还没有关账${p.until === null ? "" : `，${p.until} 已截止`}。关账由${p.by}负责，系统里还不能关账：关账以前预估都不定。已得的只会因存疑打卡没有被认可而减少，哪天决定都记在${p.month}。发放日按你的方案；但系统能关账以前，这里显示不了发了多少，请问${p.by}。`,
      team: (p: { month: string; by: string; until: string | null }) =>
        `${p.until === null ? "" : `${p.until} 已截止。`}关账由${p.by}负责，系统里还不能关账`,
    },
  },
  locating: "正在定位…最多 5 秒",
  preview: { inside: "范围内", doubtful: "存疑", outside: "范围外", unverified: "没法核对" },
  step: {
    title: "下一步",
    doneAt: (p: { time: string }) => `${p.time} 已办好`,
    done: "不用去，已办好",
    /** `home`: what the reader's first tab is called. */
    doneNote: (p: { home: string }) => `电话、微信里办完的，点「不用去，已办好」，就不再排在${p.home}`,
    notDone: (p: { home: string }) => `还没办好，放回${p.home}`,
    move: "改到哪天",
    moveTo: (p: { day: string }) => `改到 ${p.day}`,
    goThere: "去打卡",
  },
  strip: (p: { count: number }) => `待上传 ${p.count} 条，连上网自动上传`,
  stripNeedsYou: (p: { count: number }) => `${p.count} 条没有上传成，要你处理`,
  away: {
    title: "不在时谁审批",
    now: (p: { from: string; to: string; name: string }) =>
      `${p.from === p.to ? p.from : `${p.from}至${p.to}`}你不在，等你决定的都先问${p.name}`,
    nextInLine: "上一级主管",
    changeNow: "改一改",
  },
  team: {
    noTarget: (p: { names: string }) => `目标还没发布，发布后才看得到进度${p.names ? `。请找 ${p.names}` : ""}`,
    left: (p: { money: string; days: number }) =>
      p.days === 0 ? `还差 ${p.money}，今天之后本月没有工作日了` : `还差 ${p.money}，今天之后还有 ${p.days} 个工作日`,
    noPay: "这里只显示业绩，不显示收入",
  },
};
