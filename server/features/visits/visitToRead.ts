import type { AnswerOf } from "@shared/contracts";
import { AppError } from "@shared/errors";
import type { MemberActor } from "../../http";
import { findMember } from "../members";
import { leadsVisit, mayReadVisit, unitPathOfVisit } from "./policy";
import type { VisitRecord } from "./visitModel";
import { findVisits } from "./visits";

/**
 * A visit for whoever may read it, and whose it is where that is somebody else.
 * @throws AppError "visit.unknown", also where somebody may not read it: nobody learns by trying what there is
 */
export async function findVisitToRead(
  actor: MemberActor,
  visitId: string,
): Promise<{ visit: VisitRecord; rep: AnswerOf<"visits.read">["rep"] }> {
  const [visit] = await findVisits([visitId]);
  if (visit?.memberId === actor.id) return { visit, rep: undefined };
  const unitPath = visit ? await unitPathOfVisit(visit) : [];
  if (!visit || !mayReadVisit(actor, visit, unitPath)) throw new AppError("visit.unknown", `no visit ${visitId}`);
  const { memberId } = visit;
  const name = (await findMember(memberId))?.name ?? memberId;
  return { visit, rep: { memberId, name, mayReview: leadsVisit(actor, unitPath) } };
}
