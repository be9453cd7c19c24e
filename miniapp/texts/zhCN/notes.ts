/** What is to be known of a sale before it counts and after, and of when money comes: on pages behind the tabs. */
export const notes = {
  large: {
    than: {
      limit: (p: { sum: string; name: string | null }) => `比公司设的单笔限额${p.sum}还大。`,
      largest: (p: { sum: string; name: string | null }) =>
        `是${p.name ?? "你"}近 12 个月最大一单${p.sum}的 10 倍以上。`,
      target: (p: { sum: string; name: string | null }) => `是${p.name ?? "你"}本月目标${p.sum}的 10 倍以上。`,
    },
    check: "核对一下零的个数和小数点。",
    unsaid: "这个金额比平时大得多。核对一下零的个数和小数点。",
  },
  sameClients: {
    one: (p: { name: string; why: string; owner: string }) => `这家客户可能就是「${p.name}」（${p.why}，${p.owner}）。`,
    hidden: (p: { count: number }) => `另有 ${p.count} 家可能就是这家客户，不在你的团队，由管理员决定是不是同一家。`,
    first: "是同一家，先合并再确认：确认以后，新客户奖励不能收回。",
    look: "看是不是同一家",
  },
  firstOrder: "这是这家客户的首单：有新客户奖励的方案，确认后会计奖励。",
  final: {
    mine: "确认后不能再改，更正和退款在系统里还没有做好。发现不对，告诉主管和财务。",
    leader: "确认后不能再改，更正和退款在系统里还没有做好。发现不对，告诉财务。",
    finance: "确认后不能再改，更正和退款在系统里还没有做好。发现不对，先记下来，等系统能更正。",
  },
};
