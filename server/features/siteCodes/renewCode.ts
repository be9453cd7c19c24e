import type { AnswerOf, BodyOf } from "@shared/contracts";
import { siteCodeText } from "@shared/domain/siteCode";
import { AppError } from "@shared/errors";
import { insert, update } from "../../db";
import type { Deps } from "../../deps";
import { keepSheet } from "../../files";
import { allow, type MemberActor } from "../../http";
import { newToken, sha256 } from "../../lib/ids";
import { changeCustomer, findPlace, mayConfirmPin, readOwnersOf } from "../customers";
import { drawSheet } from "./drawSheet";
import { SiteCodeModel } from "./siteCodeModel";
import { liveCodesAt } from "./siteCodes";

/**
 * Makes the code of a place, or another in its place: whoever has copied the one before has a code that counts no more. What is in it is
 * on its sheet alone; who has lost the sheet makes another. Not for whoever owns the client, whose own check-ins it would prove. May be
 * repeated.
 */
export function renewCode(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings">,
  request: { actor: MemberActor; customerId: string; siteId: string; body: BodyOf<"siteCodes.renew"> },
): Promise<AnswerOf<"siteCodes.renew">> {
  const { actor, customerId } = request;
  // The path belongs to what was commanded.
  const body = { ...request.body, siteId: request.siteId };
  return changeCustomer(deps, {
    actor,
    customerId,
    kind: "siteCodes.renew",
    body,
    async decide(customer, today) {
      allow(mayConfirmPin(actor, await readOwnersOf(customer, today)), "codes are for leaders to make");
      const { site } = await findPlace(customerId, body.siteId);
      if (!site) throw new AppError("site.unknown", `${customerId} has no site ${body.siteId}`);
      // It is refused in a moment: nothing is drawn for that.
      if (customer.revision !== body.revision) return null;
      const at = deps.clock.now();
      const before = await liveCodesAt(customer, site.siteId);
      const code = siteCodeText(newToken());
      const _id = sha256(code);
      const bytes = await drawSheet({ code, customerName: customer.name, siteName: site.name, at }, deps);
      // Whoever is overtaken has drawn one that nothing knows: it goes like a photo that nothing has used.
      const sheetId = await keepSheet(deps, { memberId: actor.id, usedBy: `siteCode:${_id}`, bytes });
      const made = { madeAt: at, madeById: actor.id, madeByName: actor.name };
      const record = { _id, customerId: customer._id, siteId: site.siteId, ...made, sheetId };
      return {
        set: {},
        detail: { siteId: site.siteId, replaced: before.length },
        alongside: async (session) => {
          for (const one of before)
            await update(SiteCodeModel, { filter: { _id: one._id }, set: { endedAt: at } }, session);
          await insert(SiteCodeModel, record, session);
        },
      };
    },
  });
}
