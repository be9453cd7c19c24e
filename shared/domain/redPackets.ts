import { type Fen, sumFen } from "./money";
import { sha256 } from "./sha256";

/** What WeChat Pay takes; a company's merchant account may have other ones. */
export interface RedPacketLimits {
  packetMinFen: Fen;
  packetMaxFen: Fen;
  perPersonDayFen: Fen;
  packetsPerPersonDay: number;
}

export const redPacketLimits: RedPacketLimits = {
  packetMinFen: 100,
  packetMaxFen: 20_000,
  perPersonDayFen: 100_000,
  packetsPerPersonDay: 10,
};

/**
 * The packets that make up a reward: as many of the largest as there is room for, then the rest (V208: 500 = 200 + 200 + 100). A rest that
 * is too small for a packet takes what it lacks from the one before it. Empty where the whole is too small for one.
 */
export function packetsOf(
  amountFen: Fen,
  { packetMinFen, packetMaxFen }: Pick<RedPacketLimits, "packetMinFen" | "packetMaxFen"> = redPacketLimits,
): Fen[] {
  if (amountFen < packetMinFen) return [];
  const packets = new Array<Fen>(Math.floor(amountFen / packetMaxFen)).fill(packetMaxFen);
  const restFen = amountFen % packetMaxFen;
  if (restFen === 0) return packets;
  const lackFen = Math.max(0, packetMinFen - restFen);
  if (lackFen > 0) packets[packets.length - 1] = packetMaxFen - lackFen;
  packets.push(restFen + lackFen);
  return packets;
}

export interface RewardsOfADay {
  /** For each reward, in their order. */
  isPaid: boolean[];
  paidFen: Fen;
  /** Waits for the next day, or goes to payroll. */
  deferredFen: Fen;
}

/** Which of one person's rewards go out on a day: each whole or not at all, and behind one that is too much the others still (V209). */
export function rewardsOfADay(rewardsFen: readonly Fen[], perPersonDayFen: Fen): RewardsOfADay {
  let paidFen = 0;
  const isPaid = rewardsFen.map((rewardFen) => {
    const fits = sumFen([paidFen, rewardFen]) <= perPersonDayFen;
    if (fits) paidFen += rewardFen;
    return fits;
  });
  return { isPaid, paidFen, deferredFen: sumFen([...rewardsFen, 0 - paidFen]) };
}

/** How many rewards of a kind one person can get on a day: by the number of packets, and by their sum (V210). */
export const rewardsPossible = (
  reward: { packetsCount: number; amountFen: Fen },
  { packetsPerPersonDay, perPersonDayFen }: Pick<RedPacketLimits, "packetsPerPersonDay" | "perPersonDayFen">,
): number =>
  Math.min(Math.floor(packetsPerPersonDay / reward.packetsCount), Math.floor(perPersonDayFen / reward.amountFen));

/**
 * The merchant's number of a packet: of the reward and the packet's place in it, so that a try whose answer says nothing (SYSTEMERROR) is
 * asked about, and tried again, as the same packet, which is paid once (V211). 28 letters and digits at most are allowed.
 */
export const billNoOf = (rewardId: string, place: number): string => sha256(`${rewardId}\n${place}`).slice(0, 28);
