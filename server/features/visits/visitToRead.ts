import type { AnswerOf } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { MemberActor } from "../../http";
import { findMember } from "../members";
import { rightToVisit } from "./policy";
import type { VisitRecord } from "./visitModel";
import { findVisits } from "./visits";

/**
 * A visit for whoever may read it, and whose it is where that is somebody else.
 * @throws AppError "visit.unknown", also where somebody may not read it: nobody learns by trying what there is
 */
export async function findVisitToRead(
  actor: MemberActor,
  visitId: string,
  today: BusinessDay,
): Promise<{ visit: VisitRecord; rep: AnswerOf<"visits.read">["rep"] }> {
  const [visit] = await findVisits([visitId]);
  const right = visit ? await rightToVisit(actor, visit, today) : null;
  if (!visit || !right) throw new AppError("visit.unknown", `no visit ${visitId}`);
  const { memberId } = visit;
  if (memberId === actor.id) return { visit, rep: undefined };
  const name = (await findMember(memberId))?.name ?? memberId;
  return { visit, rep: { memberId, name, mayReview: right.leads } };
}
