import type { Decided } from "../absences";
import type { ReviewRecord } from "../checkIns";

/** Whose word a check-in in doubt waits for: its rep's leaders'; a second look is another person's: where no other leader is, it is HR's. */
export const whoDecides = ({
  teamId,
  memberId,
  appeal,
}: Pick<ReviewRecord, "teamId" | "memberId" | "appeal">): Decided =>
  appeal
    ? { unitId: teamId, ownIds: [memberId, appeal.first.byId], officers: "hr" }
    : { unitId: teamId, ownIds: [memberId], officers: null };
