import type { BodyOf, CheckInView } from "@shared/contracts";
import { judgeCheckIn, judgeTapTime } from "@shared/domain/checkIn";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { insertCommand } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { customersNow } from "../customers";
import { consentVersion, consentsNow } from "../members";
import { CheckInModel } from "./checkInModel";
import { presentCheckIn } from "./presentCheckIn";

const dayMs = 86_400_000;

/**
 * Keeps one tap with its verdict: one insert, since who has consented and whom a rep serves is known for 5 s. The same tap sent
 * again gets the same answer. Whether it repeats another of the day is told when the day is read.
 */
export function createCheckIn(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings">,
  request: { actor: MemberActor; body: BodyOf<"checkIns.create"> },
): Promise<{ checkIn: CheckInView }> {
  const { actor, body } = request;
  const memberId = actor.id;
  const command = { actor, commandId: body.commandId, kind: "checkIns.create", body };
  return insertCommand(command, CheckInModel, async (id) => {
    const now = deps.clock.now();
    if (!(await consentsNow(deps).has(memberId))) {
      throw new AppError("checkIn.consentMissing", `${memberId} has not accepted the text of ${consentVersion}`);
    }
    const customer = await customersNow(deps).find(body.customerId);
    const site = customer.sites.find((one) => one.siteId === body.siteId);
    if (!site || !customer.servedByIds.includes(memberId)) {
      throw new AppError("customer.unknown", `no site ${body.siteId} of ${body.customerId} for ${memberId}`);
    }

    const tappedAt = new Date(body.tappedAt);
    // A tap that the phone kept for longer than positions are kept is no evidence of anything.
    if (now.getTime() - tappedAt.getTime() > deps.settings.POSITION_KEPT_DAYS * dayMs) {
      throw new AppError("input.invalid", "the tap is too old", {
        fields: [{ field: "tappedAt", code: "tap.tooOld" }],
      });
    }
    const time = judgeTapTime(tappedAt, body.timeKind, now);
    const pin = { latDeg: site.latDeg ?? null, lngDeg: site.lngDeg ?? null, radiusM: site.radiusM };
    const judged = judgeCheckIn(body.fix, pin);
    const verdict = time.doubtful && judged.verdict === "inside" ? "doubtful" : judged.verdict;
    const on = businessDayOf(time.countsAt);

    const document = {
      memberId,
      repMonth: `${memberId}:${monthOf(on)}`,
      repDay: `${memberId}:${on}`,
      customerId: customer._id,
      customerName: customer.shortName,
      siteId: site.siteId,
      siteName: site.name,
      fix: body.fix,
      distanceM: judged.distanceM,
      accuracyM: body.fix?.accuracyM ?? null,
      radiusM: site.radiusM,
      verdict,
      timeKind: body.timeKind,
      tappedAt,
      checkedInAt: time.countsAt,
      receivedAt: now,
      on,
      consentVersion,
      visitId: null,
      revision: 1,
    };
    return {
      document,
      answer: { checkIn: presentCheckIn({ ...document, _id: id }) },
      // No position in the log: who, where and the verdict are enough to find the record.
      audit: { action: "checkIn.create", subject: id, at: now, detail: { customerId: customer._id, verdict } },
    };
  });
}
