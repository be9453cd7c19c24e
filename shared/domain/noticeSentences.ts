/**
 * The sentences that the company has agreed on, character by character, as messages say them. Punctuation is part of the text. What 今日 says
 * of them is in miniapp/texts, and a test holds the two together.
 */
export const sentences = {
  teamLag: "你的个人进度领先,但团队整体滞后,请协助提升团队效率(如分享客户资源)",
  contribution: "个人贡献占团队的{share}",
  progress: "已完成月度目标{progress}",
  commissionNow: "当前佣金已达{commission}",
  saleWin: "恭喜你完成{order_amount}订单,佣金已计入本月薪酬,继续加油!",
  saleWinPlain: "恭喜你完成{order_amount}订单,继续加油!",
  saleWinManager: "{name}完成{order_amount}订单,建议给予公开表扬。",
  nearTarget: "你已完成月度销售额{actual},距离目标还差{remaining},继续加油!",
  liveEstimate: "本月已完成销售额{sales},预计提成{commission}",
  todayGain: "今天销售额增加了{sales},提成多了{commission}",
} as const;

/** The names of the slots in a template. */
export type Slots<Template extends string> = Template extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | Slots<Rest>
  : never;

/** Puts values into a template's slots. A missing or a surplus value does not compile. */
export function filled<Template extends string>(
  template: Template,
  values: Readonly<Record<Slots<Template>, string>>,
): string {
  const byName = new Map<string, string>(Object.entries(values));
  return template.replace(/\{([^{}]+)\}/g, (slot, name: string) => byName.get(name) ?? slot);
}
