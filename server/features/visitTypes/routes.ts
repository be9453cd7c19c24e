import { isOffered } from "@shared/domain/visitType";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { mayChangeVisitTypes } from "./policy";
import { presentConfigured, presentVisitType } from "./presentVisitType";
import { saveVisitType } from "./saveVisitType";
import { configuredTypes } from "./visitTypes";

export const visitTypesHandlers = (deps: Pick<Deps, "clock" | "realNow" | "caches">): Handlers<"visitTypes"> => ({
  "visitTypes.mine": async ({ actor }) => {
    const types = await configuredTypes();
    return {
      items: types.filter((type) => type.inUse && isOffered(type, actor.leads.length > 0)).map(presentVisitType),
    };
  },

  "visitTypes.list": async ({ actor }) => {
    allow(mayChangeVisitTypes(actor), "administrators decide about types of visits");
    return { items: (await configuredTypes()).map(presentConfigured) };
  },

  "visitTypes.save": ({ actor, params, body }) => saveVisitType(deps, { actor, typeId: params.typeId, body }),
});
