import { withoutAmounts } from "@shared/domain/hiddenAmounts";

describe("A sentence whose amounts are hidden", () => {
  it.each([
    ["恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!", "恭喜你完成••••元订单,佣金已计入本月薪酬,继续加油!"],
    ["+1,500.00 元", "•••• 元"],
    ["184,000.00 × 1.5% × 0.8 = 2,208.00", "•••• × 1.5% × 0.8 = ••••"],
    ["58.4万 / 100万，58.4%", "•••• / ••••，58.4%"],
    ["3月26日 18:20 已发 3000元", "3月26日 18:20 已发 ••••元"],
    ["Commission 12,000.50 CNY on 2 orders", "Commission •••• CNY on 2 orders"],
    ["待确认 2 单，共 1.02亿元", "待确认 2 单，共 ••••元"],
    ["3月 40万 → 1.2 亿", "3月 •••• → ••••"],
    ["2 sales to be confirmed, 112.5m in all, 86 m away", "2 sales to be confirmed, •••• in all, 86 m away"],
    ["184,000 / 1,280,000, 14.38%", "•••• / ••••, 14.38%"],
    ["没有达到 个人完成率 > 120%，现在 80%", "没有达到 个人完成率 > 120%，现在 80%"],
  ])("keeps what it says: %s", (text, hidden) => {
    expect(withoutAmounts(text)).toBe(hidden);
  });
});
