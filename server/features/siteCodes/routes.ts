import { actorNameOf } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { sheetOf } from "../../files";
import { allow, type Handlers, type MemberActor } from "../../http";
import { findPlace, requireReading } from "../customers";
import { renewCode } from "./renewCode";
import { liveCodesAt } from "./siteCodes";

export const siteCodesHandlers = (
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings">,
): Handlers<"siteCodes"> => {
  async function codeAt(actor: MemberActor, params: { customerId: string; siteId: string }, requestId: string) {
    const { customerId, siteId } = params;
    const { customer, mayConfirmPin: mayRenew } = await requireReading(deps, { actor, customerId, requestId });
    const { site } = await findPlace(customerId, siteId);
    if (!site) throw new AppError("site.unknown", `${customerId} has no site ${siteId}`);
    const code = (await liveCodesAt(customer, site.siteId)).at(-1) ?? null;
    const sheet = code && mayRenew ? await sheetOf(deps, code.sheetId) : null;
    return { customer, site, code, sheet, mayRenew };
  }

  return {
    "siteCodes.read": async ({ ctx, actor, params }) => {
      const { customer, site, code, sheet, mayRenew } = await codeAt(actor, params, ctx.state.requestId);
      return {
        customerName: customer.shortName,
        siteName: site.name,
        code: code && {
          madeAt: code.madeAt.toISOString(),
          byName: code.madeByName,
          sheetUntil: sheet?.keptUntil.toISOString() ?? null,
        },
        mayRenew,
        revision: customer.revision,
      };
    },

    "siteCodes.renew": ({ actor, params, body }) => renewCode(deps, { actor, ...params, body }),

    "siteCodes.sheet": async ({ ctx, actor, params }) => {
      const { customer, site, sheet, mayRenew } = await codeAt(actor, params, ctx.state.requestId);
      allow(mayRenew, "sheets are for those who may make codes");
      if (!sheet)
        throw new AppError("siteCode.sheetGone", `the sheet of ${customer._id}/${site.siteId} is kept no more`);
      // Whoever has the sheet can copy it.
      const looked = {
        action: "siteCodes.sheet",
        subject: `customer:${customer._id}`,
        detail: { siteId: site.siteId },
      };
      await recordRead(deps, {
        ...looked,
        id: ctx.state.requestId,
        actor: actorNameOf(actor),
        at: deps.clock.now(),
      });
      return { url: sheet.url };
    },
  };
};
