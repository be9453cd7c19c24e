import type { ClientSession } from "mongoose";
import { employeeNumberKey } from "@shared/domain/staff";
import { AppError } from "@shared/errors";
import { claimKey, ownerOfKey, releaseKey } from "../../db";
import { findMember, type Member } from "../members";

/*
 * A number is a key that one member holds. Who has left holds it until somebody else is given it: then it is the new one's, also where the
 * other comes back, and what is kept of the other still says which number they had.
 */

const keyOf = (number: string): string => `employeeNumber:${employeeNumberKey(number)}`;

/** Whose this employee number is, in whatever width and case it is written; exact otherwise: `007` is not `7`. Null: nobody's. */
export async function memberByNumber(number: string): Promise<Member | null> {
  if (employeeNumberKey(number) === "") return null;
  const memberId = await ownerOfKey(keyOf(number));
  return memberId === null ? null : findMember(memberId);
}

/**
 * Who has this number now, of those who have left, or this member; null: nobody.
 * @throws AppError "member.numberTaken" with the name of whose it is, where that is somebody else who is here
 */
export async function holderOfFreeNumber(number: string, memberId: string): Promise<string | null> {
  const holder = await memberByNumber(number);
  if (holder && holder.memberId !== memberId && holder.active)
    throw new AppError("member.numberTaken", `${number} is ${holder.memberId}'s`, { name: holder.name });
  return holder?.memberId ?? null;
}

/**
 * Gives a number to a member in place of the one before. Said of two members at once, one of them is refused when it decides again.
 * @param holderId as `holderOfFreeNumber` has said: whoever has got it since keeps it, and the claim fails
 */
export async function moveNumber(
  {
    memberId,
    from,
    to,
    holderId,
  }: { memberId: string; from: string | null; to: string | null; holderId: string | null },
  session: ClientSession,
): Promise<void> {
  const isSameKey = from !== null && to !== null && keyOf(from) === keyOf(to);
  if (from !== null && !isSameKey) await releaseKey(keyOf(from), session, memberId);
  if (to === null || holderId === memberId) return;
  if (holderId !== null) await releaseKey(keyOf(to), session, holderId);
  await claimKey(keyOf(to), memberId, session);
}
