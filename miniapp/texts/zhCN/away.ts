/** 不在时谁审批。 */
export const away = {
  leadsNothing: "你不带团队，没有要你审批的事，不用安排谁代你。带了团队再来",
  officer:
    "主管不在或不能审批的事会来找你，找的是你的身份，不能另外安排人代你。你不在时，和你同身份的同事照样能审批；只有你一个人的话，会等你回来",
  when: "什么时候不在",
  change: "改一改",
  from: "第一天",
  to: "最后一天",
  who: "由谁代你审批",
  nextLeader: "不指定",
  nextLeaderNote: "交给上一级主管；没有上一级，交给财务",
  note: "这几天要你审批的，都会改问这位同事；已经在等的也会转过去。你自己的单，仍由上一级决定。对方会收到消息。",
  save: "保存",
  saved: "记下了。到最后一天为止由对方审批，之后自动还给你",
  noted: (p: { from: string; to: string; name: string }) =>
    `${p.from === p.to ? p.from : `${p.from}至${p.to}`}不在，代为审批：${p.name}`,
  back: "我回来了",
  takeBack: "取消这个安排",
  ended: "好的，从现在起又由你审批",
  standsIn: (p: { name: string; from: string; to: string }) =>
    `${p.from === p.to ? p.from : `${p.from}至${p.to}`}，你代 ${p.name} 审批`,
  faults: {
    "absence.past": "这几天已经过去了，请选今天或以后",
    "absence.reversed": "最后一天要在第一天之后",
    "absence.tooLong": "最多 92 天；更久请管理员换一位主管",
    "absence.ownDeputy": "不能由自己代自己",
  },
};
