import { businessDayOf } from "@shared/domain/time";
import type { Handlers } from "../../http";
import { readDeciders } from "../absences";
import { findCheckIn, findReview, waits, whoDecides } from "../checkIns";
import { noteLook } from "../looks";
import type { BookingDeps } from "../statements";
import { earlierRecordsOf, findVisits, typesOfRecords } from "../visits";
import { allowReading, decideReview, mayChangeUntil } from "./decideReview";
import { isFirstDecider } from "./policy";
import { photosOf, presentReview } from "./presentReview";
import { stateNow } from "./unrecorded";

export const reviewsHandlers = (deps: BookingDeps): Handlers<"reviews"> => ({
  "reviews.read": async ({ ctx, actor, params }) => {
    const review = await findReview(params.checkInId);
    await allowReading(actor, review, deps.clock.now());
    const [checkIn, state] = await Promise.all([findCheckIn(review._id), stateNow(review, deps.clock.now())]);
    const [visit] = checkIn.visitId ? await findVisits([checkIn.visitId]) : [];
    await noteLook(deps, {
      actor,
      memberId: review.memberId,
      what: "review.read",
      detail: { checkInId: review._id },
      at: deps.clock.now(),
      requestId: ctx.state.requestId,
    });
    const [photos, earlier, typeOf] = await Promise.all([
      photosOf(deps, review, checkIn),
      visit ? earlierRecordsOf([visit]) : null,
      visit ? typesOfRecords([visit]) : null,
    ]);
    const mayDecide = waits({ state }) && !isFirstDecider(actor, review);
    const others = waits({ state }) && !mayDecide ? await readDeciders(businessDayOf(deps.clock.now())) : null;
    return {
      review: presentReview(review, {
        checkIn,
        state,
        visit: visit ?? null,
        type: (visit && typeOf?.(visit)) ?? null,
        photos,
        now: deps.clock.now(),
      }),
      earlierRecords: earlier?.get(visit?._id ?? "") ?? [],
      mayDecide,
      ...(others && { deciderNames: await others.namesOf(whoDecides(review), actor.language) }),
      mayChangeUntil: mayChangeUntil(actor, review, deps.clock.now())?.toISOString() ?? null,
    };
  },

  "reviews.decide": ({ actor, params, body }) => decideReview(deps, { actor, checkInId: params.checkInId, body }),
});
