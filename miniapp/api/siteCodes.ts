import type { BodyOf, ParamsOf } from "@shared/contracts";
import { clientErrors } from "@/texts/lateErrors/client";
import { siteCodesAsked } from "./answerShapes/siteCodes";
import { caller } from "./http";

const call = caller(siteCodesAsked, clientErrors);

type Place = ParamsOf<"siteCodes.read">;

export const readSiteCode = (params: Place) => call("siteCodes.read", { params });
export const renewSiteCode = (params: Place, body: BodyOf<"siteCodes.renew">) =>
  call("siteCodes.renew", { params, body });
export const readSiteSheet = (params: Place) => call("siteCodes.sheet", { params });
