import { moneyText, percentText } from "@shared/domain/moneyText";
import { filled, sentences } from "@shared/domain/noticeSentences";
import { decimal } from "@shared/domain/pay/numbers/number";

describe("agreed sentences", () => {
  it.each([
    [sentences.teamLag, "你的个人进度领先,但团队整体滞后,请协助提升团队效率(如分享客户资源)"],
    [filled(sentences.saleWinPlain, { order_amount: moneyText(10_000_000, "long") }), "恭喜你完成10万元订单,继续加油!"],
    [
      filled(sentences.saleWin, { order_amount: moneyText(10_000_000, "long") }),
      "恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!",
    ],
    [
      filled(sentences.saleWinManager, { name: "小王", order_amount: moneyText(10_000_000, "long") }),
      "小王完成10万元订单,建议给予公开表扬。",
    ],
    [
      filled(sentences.nearTarget, {
        actual: moneyText(16_000_000, "short"),
        remaining: moneyText(4_000_000, "short"),
      }),
      "你已完成月度销售额16万,距离目标还差4万,继续加油!",
    ],
    [filled(sentences.contribution, { share: percentText(decimal("0.12")) }), "个人贡献占团队的12%"],
    [filled(sentences.progress, { progress: percentText(decimal("0.75")) }), "已完成月度目标75%"],
    [filled(sentences.commissionNow, { commission: moneyText(300_000, "long") }), "当前佣金已达3000元"],
    [
      filled(sentences.liveEstimate, { sales: moneyText(10_000_000, "long"), commission: moneyText(200_000, "long") }),
      "本月已完成销售额10万元,预计提成2000元",
    ],
    [
      filled(sentences.todayGain, { sales: moneyText(2_000_000, "long"), commission: moneyText(40_000, "long") }),
      "今天销售额增加了2万元,提成多了400元",
    ],
  ])("%s", (sentence, agreed) => {
    expect(sentence).toBe(agreed);
  });

  it("keeps what a value contains, even where it looks like a slot", () => {
    expect(filled(sentences.saleWinManager, { name: "{order_amount}$&", order_amount: "1元" })).toBe(
      "{order_amount}$&完成1元订单,建议给予公开表扬。",
    );
  });
});
