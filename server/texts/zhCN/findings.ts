import { amountText } from "@shared/domain/moneyText";
import type { PlanDoubt } from "@shared/domain/pay";

type Asked = Exclude<PlanDoubt["code"], "paysMuch" | "tierFalls">;

/** What a finding says: what is paid where it is so, and where it is otherwise. */
export interface FoundSaid {
  name: string;
  before: string;
  after: string;
  /** Of `after`, without what is paid. */
  where: string;
  number: number;
}

export const findings = {
  probe: (p: { at: string; paysFen: number }) => `${p.at} 发 ${amountText(p.paysFen)} 元`,
  joined: (parts: string[]) => parts.join("，"),
  of: {
    fallingPay: (p: FoundSaid) => `「${p.name}」：${p.before}，再多一点，${p.after}，多做反而少拿`,
    quadratic: (p: FoundSaid) => `「${p.name}」把同一个业绩乘了两遍：${p.before}，翻一倍，${p.after}`,
    neverPays: (p: FoundSaid) => `「${p.name}」试了 ${p.number} 种情况都不发钱，条件可能自相矛盾`,
    mayDivideByZero: (p: FoundSaid) => `「${p.name}」可能除以 0：${p.where} 时算不出来，这个月就关不了账`,
    basisNobodyHas: (p: FoundSaid) => `「${p.name}」这个指标系统里没有，也没写单位按导入算，用到它的项目都会算不出来`,
    unreachableTier: (p: FoundSaid) => `「${p.name}」第 ${p.number} 档谁也到不了`,
    needNotMet: (p: FoundSaid) => `「${p.name}」要的是至少 ${amountText(p.number)} 元，目标正好完成时 ${p.after}`,
    payoutExceedsMargin: (p: FoundSaid) =>
      `「${p.name}」按毛利算：一单只赚 ${amountText(p.number)} 元，${p.after}，发的比赚的多`,
    refundNotCovered: (p: FoundSaid) => `「${p.name}」退款后照样发：${p.after}，全退了也不收回`,
  } satisfies Record<Asked, (p: FoundSaid) => string>,
  ask: (p: { sentence: string }) => `${p.sentence}。真是这样，就带上 reason（为什么）再送审`,
};
