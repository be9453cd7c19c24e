import type { PageTexts } from "../texts";
import { asking } from "./asking";
import { auth } from "./auth";
import { common } from "./common";
import { companions } from "./companions";
import { customers } from "./customers";
import { dayPlan } from "./dayPlan";
import { earnings } from "./earnings";
import { errors } from "./errors";
import { errorsReading } from "./errorsReading";
import { field } from "./field";
import { followUp } from "./followUp";
import { kept } from "./kept";
import { me } from "./me";
import { privacy } from "./privacy";
import { proof } from "./proof";
import { queue } from "./queue";
import { reports } from "./reports";
import { sales } from "./sales";
import { siteCode } from "./siteCode";
import { stages } from "./stages";
import { status } from "./status";
import { targets } from "./targets";
import { team } from "./team";
import { today } from "./today";
import { visitSteps } from "./visitSteps";
import { visitTypes } from "./visitTypes";

export const en: PageTexts = {
  asking,
  auth,
  common,
  companions,
  customers,
  dayPlan,
  earnings,
  errors,
  errorsReading,
  field,
  followUp,
  kept,
  me,
  privacy,
  proof,
  queue,
  reports,
  sales,
  siteCode,
  stages,
  status,
  targets,
  team,
  today,
  visitSteps,
  visitTypes,
};
