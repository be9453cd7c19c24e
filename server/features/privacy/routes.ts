import { businessDayOf, monthOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { devicesShown } from "../auth";
import { consentNumberOf, consentsOf } from "../members";
import { exportMonth } from "./exportMonth";
import { firstMonthOf } from "./firstMonth";
import { eraseLeaver, keptOverview, leaverPage } from "./leavers";
import { looksPage } from "./looksPage";
import { withdrawConsent } from "./withdrawConsent";

/** What the product keeps about somebody and who has seen it, told to the person alone. */
export const privacyHandlers = (
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings" | "fieldKeys" | "logger">,
): Handlers<"privacy"> => ({
  "privacy.mine": async ({ actor }) => {
    const thisMonth = monthOf(businessDayOf(deps.clock.now()));
    const [consents, firstMonth, devices] = await Promise.all([
      consentsOf(actor.id),
      firstMonthOf(actor.id, thisMonth),
      devicesShown(actor.id, actor.deviceId ?? null, deps.clock.now()),
    ]);
    return {
      consents: consents.map(({ version, acceptedAt, endedAt }) => ({
        version,
        number: consentNumberOf(version),
        acceptedAt: acceptedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      })),
      firstMonth,
      thisMonth,
      devices,
    };
  },

  "privacy.looked": ({ actor, query }) => looksPage(actor.id, query.cursor),

  "privacy.export": ({ actor, params }) => exportMonth(deps, actor.id, params.period),

  "privacy.kept": ({ actor, query }) => keptOverview(deps, { actor, begin: query.begin ?? "" }),

  "privacy.leaver": ({ actor, params }) => leaverPage(deps, { actor, ...params }),

  "privacy.erase": ({ actor, params, body }) => eraseLeaver(deps, { actor, ...params, body }),

  "privacy.withdrawConsent": ({ actor, body }) => withdrawConsent(deps, { actor, ...body }),
});
