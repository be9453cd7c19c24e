import { type OpeningBalance, type OpeningKind, openingKeyOf, openingKinds } from "@shared/domain/opening";
import { BalanceModel, type BalanceRecord } from "./openingModel";

/** A balance as the domain knows it. */
export const balanceOf = ({ memberId, kind, period, item, amountFen }: BalanceRecord): OpeningBalance => ({
  ...{ memberId, kind, amountFen },
  ...{ period: period ?? null, item: item ?? null },
});

/** What is in the accounts of some members, by the balance's name: of each the one that was posted last. */
export async function balancesInForce(memberIds: readonly string[]): Promise<Map<string, BalanceRecord>> {
  const found = await BalanceModel.find({ memberId: { $in: [...new Set(memberIds)] } }).lean<BalanceRecord[]>();
  const posted = found.filter(({ number }) => (number ?? 0) > 0).sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return new Map(posted.map((one) => [openingKeyOf(balanceOf(one)), one]));
}

/** Whether a member has brought anything along. */
export const hasOpenings = async (memberId: string): Promise<boolean> =>
  (await BalanceModel.exists({ memberId, number: { $gt: 0 } })) !== null;

export type OpeningSums = Record<OpeningKind, number>;

export function sumsOf(parts: readonly { kind: OpeningKind; fen: number }[]): OpeningSums {
  const sums = Object.fromEntries(openingKinds.map((kind) => [kind, 0])) as OpeningSums;
  for (const { kind, fen } of parts) sums[kind] += fen;
  return sums;
}
