import { asking } from "./asking";
import { companions } from "./companions";
import { dayPlan } from "./dayPlan";
import { followUp } from "./followUp";
import { kept } from "./kept";
import { privacy } from "./privacy";
import { proof } from "./proof";
import { reports } from "./reports";
import { siteCode } from "./siteCode";
import { stages } from "./stages";
import { targets } from "./targets";
import { visitSteps } from "./visitSteps";
import { visitTypes } from "./visitTypes";

/** What only pages behind the tabs say: it comes with the first of them, so that 今日 does not wait for it. */
export const zhPages = {
  asking,
  companions,
  dayPlan,
  followUp,
  kept,
  privacy,
  proof,
  reports,
  siteCode,
  stages,
  targets,
  visitSteps,
  visitTypes,
};
