import type { ClientSession } from "mongoose";
import type { Fix } from "@shared/domain/checkIn";
import { provesPin } from "@shared/domain/pin";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { findPlace, pinOf, proposalFor } from "../customers";

export interface SeenPlace {
  /** As it is now. */
  customer: Awaited<ReturnType<typeof findPlace>>["customer"];
  site: NonNullable<Awaited<ReturnType<typeof findPlace>>["site"]>;
  /** Where somebody stood, exact enough for a pin. */
  fix: Fix;
}

/**
 * The place of a check-in with a photo, where that stands in for the pin which is not there. Null where the place has one by now, or the
 * position could be none: then a photo stands in for nothing, and whoever decides looks at it.
 */
export async function seenByPhoto(at: {
  customerId: string;
  siteId: string;
  fix: Fix | null;
}): Promise<SeenPlace | null> {
  const { fix } = at;
  if (!fix || !provesPin(fix)) return null;
  const { customer, site } = await findPlace(at.customerId, at.siteId);
  return site !== undefined && pinOf(site) === null ? { customer, site, fix } : null;
}

/** Proposes where a check-in was made as the pin of its place. @param note what its rep says about it */
export async function proposePin(
  { customer, site, fix }: SeenPlace,
  { actor, checkInId, note, at }: { actor: MemberActor; checkInId: string; note: string | null; at: Date },
  { realNow }: Pick<Deps, "realNow">,
): Promise<(session: ClientSession) => Promise<void>> {
  const by = { memberId: actor.id, name: actor.name, teamId: actor.teamId };
  const proposed = { by, source: "checkIn", checkInId, note, to: fix, accuracyM: fix.accuracyM } as const;
  const { write } = await proposalFor(customer, site, proposed, at);
  return (session) => write(session, realNow());
}
