import { crossesThreshold } from "@shared/domain/alerts";
import { businessDayOf } from "@shared/domain/time";
import type { EventHandler } from "../../outbox";
import type { SaleConfirmed } from "../sales";
import type { NoticeDeps } from "./deliver";
import type { SaleTold } from "./kinds";
import { addNotice, type NewNotice, sendEvent } from "./notices";
import type { NoticeReads } from "./reads";

/**
 * Tells of a confirmed sale: its rep (of commission only where it brings some), the team's leaders, the group, and the
 * rep once more where it takes the month over the near-target mark. Each message is sent, tried again and journalled by
 * itself.
 */
export const saleTeller =
  (reads: Pick<NoticeReads, "leadersOf">): EventHandler<SaleConfirmed, NoticeDeps> =>
  async (sale, delivery, deps) => {
    const leaders = await reads.leadersOf(sale.teamId, businessDayOf(new Date(sale.confirmedAt)));
    const notices: NewNotice[] = [
      toRep(sale, delivery.eventId),
      ...leaders
        .filter((leaderId) => leaderId !== sale.repId)
        .map((leaderId) => toLeader(sale, leaderId, delivery.eventId)),
      ...(deps.settings.WECOM_ROBOTS[sale.teamId] === undefined ? [] : [toGroup(sale, delivery.eventId)]),
      ...nearTargetOf(sale, delivery.eventId),
    ];
    return {
      events: notices.map(sendEvent),
      write: async (session) => {
        for (const notice of notices) await addNotice(notice, deps.realNow(), session);
      },
    };
  };

const atOf = (sale: SaleConfirmed): Date => new Date(sale.confirmedAt);

function toRep(sale: SaleConfirmed, cause: string): NewNotice {
  return {
    noticeId: `${sale.saleId}:rep`,
    kind: sale.incrementFen > 0 ? "sale_win" : "sale_win_plain",
    params: sale,
    channel: "member",
    receiverId: sale.repId,
    cause,
    answersAct: true,
    at: atOf(sale),
  };
}

function toLeader(sale: SaleConfirmed, leaderId: string, cause: string): NewNotice {
  return {
    noticeId: `${sale.saleId}:manager:${leaderId}`,
    kind: "sale_win_manager",
    params: told(sale),
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

function nearTargetOf(sale: SaleConfirmed, cause: string): NewNotice[] {
  const { doneBeforeFen, doneFen, targetFen } = sale.month;
  if (targetFen === null || !crossesThreshold({ doneBeforeFen, doneFen, targetFen })) return [];
  const { repId: memberId, period, saleId } = sale;
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

/** What others than the rep are told of: nothing about pay. */
function told({
  saleId,
  repId,
  teamId,
  customerId,
  customerName,
  amountFen,
  period,
  ...rest
}: SaleConfirmed): SaleTold {
  const { confirmedAt, confirmedById } = rest;
  return { saleId, repId, teamId, customerId, customerName, amountFen, period, confirmedAt, confirmedById };
}
