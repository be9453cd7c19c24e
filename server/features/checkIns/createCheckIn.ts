import type { BodyOf, CheckInView } from "@shared/contracts";
import { isAccepted, judgeCheckIn, judgeTapTime } from "@shared/domain/checkIn";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, insert } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { findCustomer } from "../customers";
import { consentVersion, hasConsented } from "../members";
import { CheckInModel, type CheckInRecord } from "./checkInModel";
import { presentCheckIn } from "./presentCheckIn";

/** A tap that the phone kept for longer than positions are kept is no evidence of anything. */
/** Nobody checks in at one customer more often on a day; beyond that only the oldest are looked at. */
const perCustomerMax = 50;
const tapAgeMaxMs = 90 * 86_400_000;

/** Keeps one tap with its verdict. The same tap sent again gets the same answer. */
export function createCheckIn(
  deps: Pick<Deps, "clock">,
  request: { actor: MemberActor; body: BodyOf<"checkIns.create"> },
): Promise<{ checkIn: CheckInView }> {
  const { actor, body } = request;
  const memberId = actor.id;
  const { commandId } = body;
  return command({ actor, commandId, kind: "checkIns.create", body, queue: `checkIns:${memberId}` }, async () => {
    const now = deps.clock.now();
    await mayUsePosition(memberId);
    const customer = await findCustomer(body.customerId);
    const site = customer.sites.find((one) => one.siteId === body.siteId);
    if (!site || !customer.servedByIds.includes(memberId)) {
      throw new AppError("customer.unknown", `no site ${body.siteId} of ${body.customerId} for ${memberId}`);
    }

    const tappedAt = new Date(body.tappedAt);
    if (now.getTime() - tappedAt.getTime() > tapAgeMaxMs) {
      throw new AppError("input.invalid", "the tap is too old", {
        fields: [{ field: "tappedAt", code: "tap.tooOld" }],
      });
    }
    const time = judgeTapTime(tappedAt, body.timeKind, now);
    const pin = { latDeg: site.latDeg ?? null, lngDeg: site.lngDeg ?? null, radiusM: site.radiusM };
    const judged = judgeCheckIn(body.fix, pin);
    const verdict = time.doubtful && judged.verdict === "inside" ? "doubtful" : judged.verdict;
    const on = businessDayOf(time.countsAt);
    const repDay = `${memberId}:${on}`;
    const sameDay = await CheckInModel.find({ repDay, customerId: customer._id }, { verdict: 1 })
      .limit(perCustomerMax)
      .lean<Pick<CheckInRecord, "verdict">[]>();

    const record: CheckInRecord = {
      _id: `${memberId}:${commandId}`,
      schemaVersion: 1,
      memberId,
      repMonth: `${memberId}:${monthOf(on)}`,
      repDay,
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
      repeatedOnDay: sameDay.some((one) => isAccepted(one.verdict)),
      visitId: null,
      revision: 1,
    };
    return {
      answer: { checkIn: presentCheckIn(record) },
      // No position in the log: who, where and the verdict are enough to find the record.
      audit: { action: "checkIn.create", subject: record._id, at: now, detail: { customerId: customer._id, verdict } },
      write: (session) => insert(CheckInModel, record, session),
    };
  });
}

async function mayUsePosition(memberId: string): Promise<void> {
  if (await hasConsented(memberId)) return;
  throw new AppError("checkIn.consentMissing", `${memberId} has not accepted the text of ${consentVersion}`);
}
