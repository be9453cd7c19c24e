/** With WeCom's own number for it, by which its help finds the page. */
const coded = (what: string, todo: string) => (p: { code: number | null }) =>
  `${what}${p.code === null ? "" : `（${p.code}）`}：${todo}。`;

/** Coming in: login, people who are not on the list, consent to positions. */
export const auth = {
  title: "进入销励",
  slogan: "从脚印到分",
  entering: "正在用企业微信身份进入…",
  signedOut: {
    title: "已退出",
    text: "这部手机上不再有你的任何内容。",
    kept: (p: { what: string }) =>
      `你没上传的还留在这部手机里：${p.what}。别人看不到内容，你下次在这里登录时自动上传；没传上之前不算。`,
    ofOthers: (p: { name: string; what: string }) => `${p.name}没上传的也还在：${p.what}。等本人登录后上传。`,
    somebody: "另一位同事",
    other: "其他",
    some: (p: { kind: string; count: number }) => `${p.kind} ${p.count} 条`,
    again: "重新进入",
  },
  again: "再试一次",
  notInWeCom: {
    title: "请在企业微信里打开",
    text: "销励用企业微信认出你是谁，在别处打不开。在企业微信的工作台里点「销励」就能进来。",
  },
  notMember: {
    title: "你不在名单里",
    text: (p: { company: string; names: string }) =>
      `${p.company || "公司"}的通讯录里没有找到你，或者你还不在销励的可见范围。${p.names ? `请找 ${p.names} 把你加进来` : "请找企业微信管理员把你加进来"}，加好后点「再试一次」。`,
  },
  unsure: {
    title: "还不能确定是你本人",
    text: (p: { names: string }) =>
      `企业微信里这个账号的姓名或号码和以前不同，可能换了人。确认之前谁都进不来，免得看到别人的收入；已有的记录都在。${p.names ? `请找 ${p.names} 确认你是谁` : "请找管理员确认你是谁"}，确认后点「再试一次」。`,
  },
  notReady: {
    title: "销励还没连上企业微信",
    what: {
      unreachable: () => "服务器连不上企业微信：请负责服务器的同事检查网络和设置 WECOM_API_URL。",
      secret: coded("企业微信不认应用的 Secret", "请负责服务器的同事核对设置 WECOM_APP_SECRET"),
      corpId: coded("企业微信不认企业 ID", "请负责服务器的同事核对设置 WECOM_CORP_ID"),
      agent: coded("应用停用了，或 AgentId 不对", "请企业微信管理员启用它，负责服务器的同事核对 WECOM_AGENT_ID"),
      address: (p: { code: number | null; address: string | null }) =>
        coded(
          p.address === null
            ? "服务器的 IP 不在应用的企业可信 IP 里"
            : `服务器的 IP ${p.address} 不在应用的企业可信 IP 里`,
          "请企业微信管理员加上",
        )(p),
      rights: coded("应用没有读通讯录的权限", "请企业微信管理员给它"),
      scope: coded("应用的可见范围里没有人，或少了很多人", "请企业微信管理员改可见范围"),
      busy: coded("企业微信忙，先不理服务器", "等几分钟就好"),
      other: coded("企业微信拒绝了服务器", "请负责服务器的同事看日志"),
      notRead: () => "服务器正在第一次读通讯录，还不认识任何人，一般不到一分钟。",
      unwatched: () => "服务器上没有在跑 worker，没有人读通讯录：请负责服务器的同事启动它。",
    },
    meaning: {
      first: "在这之前谁都登录不了。",
      later: "在这之前谁都登录不了；已经登录的照常用，手机里没上传的都在。",
    },
    asksAgain: "好了以后，这一页会自己进去。",
  },
  refused: { title: "没能进入" },
  consent: {
    title: "位置与隐私",
    lead: "打卡前，先说清楚位置怎么用",
    purpose: {
      title: "用来做什么",
      text: "证明你到过客户那里，这次拜访才能算有效拜访；你的收入按拜访算的部分，也以它为准。",
    },
    moment: {
      title: "什么时候取",
      text: "打开打卡页时取一次，只在手机上给客户排远近；点「打卡」、或用「我就在这里」登记客户位置时，记下这一次。位置没有、不准或不在客户那里时，打卡还会记下手机连着的 Wi-Fi 的名称和地址，和以前在这里打卡的比。没有后台定位，没有轨迹。",
    },
    keeping: {
      title: "存多久",
      text: (p: { days: number }) => `坐标、扫过的客户码和 Wi-Fi 存 ${p.days} 天，之后抹掉；判定、距离和地点名称保留。`,
    },
    photos: {
      title: "照片",
      text: "拍不拍由你。打卡或写说明时拍的跟着那次打卡上传，里面的位置信息不保存，图上印着地点、姓名和时间。你自己能看；要人决定的打卡，决定的人也能看。",
      kept: (p: { days: number }) => `照片存 ${p.days} 天，之后夜里自动删除。`,
    },
    looking: {
      title: "谁能看",
      text: "你的主管和上级、审计员（公司指定，只看不批）可以看；主管不在时，代为审批的人能看存疑的打卡，和要他确认的销售单前的拜访；和你一起负责一家客户的同事，能在销售单和收入明细里看到你在那里的拜访。每看一次都记在 我的 › 谁看过我：是谁、什么时候。",
    },
    withdrawing: {
      title: "能不能撤回",
      text: "随时可以，在 我的 › 我的数据。撤回后坐标和 Wi-Fi 马上抹掉，重新同意前不能打卡。",
    },
    responsible: {
      title: "谁负责",
      text: (p: { responsible: string; contact: string }) => [p.responsible, p.contact].filter(Boolean).join("。"),
    },
    praise: "签单时，群里可以点你的名吗",
    changed: "你同意过上一版。这一版补上了照片和 Wi-Fi 怎么用，扫过的客户码存多久，和主管不在时代为审批的人能看什么。",
    refuse: "不同意也可以用：除了打卡，和用现在的位置登记客户，其他功能都照常。",
    version: (p: { version: string }) => `第 ${p.version} 版`,
    agree: "同意并继续",
    later: "暂不同意",
  },
};
