import { creditsOf, refundCredits } from "@shared/domain/pay";

const holders = [
  { memberId: "xiaowang", role: "owner" as const, share: "0.5", teamId: "u3" },
  { memberId: "wanglei", role: "owner" as const, share: "0.5", teamId: "u3" },
];
const fens = (credits: { fen: number }[]) => credits.map(({ fen }) => fen);

test("refunds in any number of parts take from each what one refund of their sum would take", () => {
  const sale = creditsOf(300, holders);
  expect(fens(sale)).toEqual([150, 150]);
  const [first, second] = [refundCredits(sale, 0, 1), refundCredits(sale, 1, 1)];
  expect(fens(refundCredits(sale, 0, 2))).toEqual([-1, -1]);
  expect(fens(first).map((fen, at) => fen + (fens(second)[at] ?? 0))).toEqual([-1, -1]);
});
