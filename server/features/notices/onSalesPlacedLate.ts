import { businessDayOf } from "@shared/domain/time";
import type { EventHandler } from "../../outbox";
import { findOfficers, leadersOfUnits } from "../members";
import { salesPlacedLate, type SalesPlacedLate } from "../sales";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

type Moves = SalesPlacedLate["moves"];

/**
 * Tells finance, and whoever leads a team of which it is true, that sales count elsewhere by another first paying day although the month was past
 * its cut-off: how many, and in which month units' results follow. In one message for all that a day has moved.
 */
export const lateTeller: EventHandler<SalesPlacedLate[], NoticeDeps> = async (parts, delivery, deps) => {
  const moves = summed(parts.flatMap((part) => part.moves));
  const at = parts.at(-1)?.at ?? deps.clock.now().toISOString();
  // More may be due than is handed over at once.
  if (delivery.isCut && moves.length < parts.length)
    return [salesPlacedLate.of({ partition: "sales:placedLate", cause: delivery.id, payload: { at, moves } })];
  const today = businessDayOf(new Date(at));
  const teamIds = [...new Set(moves.map(({ teamId }) => teamId))];
  const [finance, leaders] = await Promise.all([findOfficers(["finance"], today), leadersOfUnits(teamIds, today)]);
  const concerned = new Map<string, Moves>();
  for (const move of moves)
    for (const memberId of leaders.get(move.teamId) ?? [])
      concerned.set(memberId, [...(concerned.get(memberId) ?? []), move]);
  for (const { memberId } of finance) concerned.set(memberId, moves);
  const notices = [...concerned].map(([receiverId, own]): NewNotice => ({
    noticeId: `sales_placed_late:${delivery.eventId}:${receiverId}`,
    kind: "sales_placed_late",
    params: { moves: summed(own.map((move) => ({ ...move, teamId: "" }))).map(({ teamId: _, ...move }) => move) },
    channel: "member",
    receiverId,
    cause: delivery.eventId,
    answersAct: false,
    at: new Date(at),
  }));
  return told(notices, deps);
};

/** What is alike is counted as one. */
function summed(moves: Moves): Moves {
  const alike = new Map<string, Moves[number]>();
  for (const { count, ...move } of moves) {
    const key = JSON.stringify([move.teamId, move.period, move.bookedIn, move.isHistory]);
    alike.set(key, { ...move, count: count + (alike.get(key)?.count ?? 0) });
  }
  return [...alike.values()];
}
