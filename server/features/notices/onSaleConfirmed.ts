import { crossesNearTarget } from "@shared/domain/alerts";
import { sumFen } from "@shared/domain/money";
import { businessDayOf } from "@shared/domain/time";
import type { EventHandler } from "../../outbox";
import type { SaleConfirmed, SaleIncrement } from "../sales";
import type { NoticeDeps } from "./deliver";
import type { SaleTold } from "./kinds";
import { addNotices, type NewNotice, sendEvent } from "./notices";
import type { NoticeReads } from "./reads";

/**
 * Tells of a confirmed sale: each member whom it credits of the own part alone (of commission only where it brings some),
 * whoever recorded it also without a part, the team's leaders, the group, and a member once more where it takes the month over
 * the near-target mark. Each message is sent, tried again and journalled by itself.
 */
export const saleTeller =
  (reads: Pick<NoticeReads, "leadersOf">): EventHandler<SaleConfirmed, NoticeDeps> =>
  async (sale, delivery, deps) => {
    const leaders = await reads.leadersOf(sale.teamId, businessDayOf(new Date(sale.confirmedAt)));
    // A leader whose own sale it is hears of the part, and is not asked to praise it.
    const isCredited = sale.increments.some(({ memberId }) => memberId === sale.repId);
    const notices: NewNotice[] = [
      ...sale.increments.map((increment) => toCredited(sale, increment, delivery.eventId)),
      ...(isCredited ? [] : [toUncreditedRep(sale, delivery.eventId)]),
      ...leaders
        .filter((leaderId) => leaderId !== sale.repId && !sale.increments.some(({ memberId }) => memberId === leaderId))
        .map((leaderId) => toLeader(sale, leaderId, delivery.eventId)),
      ...(deps.settings.WECOM_ROBOTS[sale.teamId] === undefined ? [] : [toGroup(sale, delivery.eventId)]),
      ...sale.increments.flatMap((increment) => nearTargetOf(sale, increment, delivery.eventId)),
    ];
    return {
      events: notices.map(sendEvent),
      write: async (session) => {
        await addNotices(notices, deps.realNow(), session);
      },
    };
  };

const atOf = (sale: SaleConfirmed): Date => new Date(sale.confirmedAt);

function toCredited(sale: SaleConfirmed, increment: SaleIncrement, cause: string): NewNotice {
  const { memberId, ownFen, othersFen } = increment;
  const isRep = memberId === sale.repId;
  const pays = ownFen > 0 && ownFen + othersFen > 0;
  return {
    noticeId: isRep ? `${sale.saleId}:rep` : `${sale.saleId}:owner:${memberId}`,
    kind: pays ? "sale_win" : "sale_win_plain",
    params: { ...told(sale), increment },
    channel: "member",
    receiverId: memberId,
    cause,
    answersAct: isRep,
    at: atOf(sale),
  };
}

function toUncreditedRep(sale: SaleConfirmed, cause: string): NewNotice {
  return {
    noticeId: `${sale.saleId}:rep`,
    kind: "sale_win_plain",
    params: { ...told(sale), increment: null, isHouse: sale.increments.length === 0 },
    channel: "member",
    receiverId: sale.repId,
    cause,
    answersAct: true,
    at: atOf(sale),
  };
}

function toLeader(sale: SaleConfirmed, leaderId: string, cause: string): NewNotice {
  // What is credited to nobody else's team counts for this one, the house's part included.
  const elsewhere = sale.increments.filter(({ teamId }) => teamId !== sale.teamId);
  const teamFen = sale.amountFen - sumFen(elsewhere.map(({ creditFen }) => creditFen));
  return {
    noticeId: `${sale.saleId}:manager:${leaderId}`,
    kind: "sale_win_manager",
    params: { ...told(sale), teamFen },
    channel: "member",
    receiverId: leaderId,
    cause,
    answersAct: leaderId === sale.confirmedById,
    at: atOf(sale),
  };
}

function toGroup(sale: SaleConfirmed, cause: string): NewNotice {
  return {
    noticeId: `${sale.saleId}:group`,
    kind: "sale_win_group",
    params: told(sale),
    channel: "robot",
    receiverId: sale.teamId,
    cause,
    answersAct: false,
    at: atOf(sale),
  };
}

function nearTargetOf(sale: SaleConfirmed, { memberId, month }: SaleIncrement, cause: string): NewNotice[] {
  const { doneBeforeFen, doneFen, targetFen } = month;
  if (targetFen === null || !crossesNearTarget({ doneBeforeFen, doneFen, targetFen })) return [];
  const { period, saleId } = sale;
  return [
    {
      noticeId: `near_target:${memberId}:${period}`,
      kind: "near_target",
      params: { memberId, period, saleId },
      channel: "member",
      receiverId: memberId,
      cause,
      answersAct: false,
      at: atOf(sale),
    },
  ];
}

/** What everybody may hear: nothing about pay. */
function told({ increments: _, ...sale }: SaleConfirmed): SaleTold {
  return sale;
}
