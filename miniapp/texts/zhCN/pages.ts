import { asking } from "./asking";
import { calendar } from "./calendar";
import { customerPages } from "./customerPages";
import { dayPlan } from "./dayPlan";
import { exports } from "./exports";
import { followUp } from "./followUp";
import { giving } from "./giving";
import { imports } from "./imports";
import { kept } from "./kept";
import { member } from "./member";
import { members } from "./members";
import { menu } from "./menu";
import { merge } from "./merge";
import { officePages } from "./officePages";
import { pins } from "./pins";
import { planText } from "./planText";
import { privacy } from "./privacy";
import { reports } from "./reports";
import { search } from "./search";
import { setup } from "./setup";
import { salePages } from "./salePages";
import { sales } from "./saleForms";
import { siteCode } from "./siteCode";
import { targets } from "./targets";
import { visitTypes } from "./visitTypes";

/** What other pages behind the tabs say: it comes with the first of them. */
export const zhPages = {
  asking,
  calendar,
  customerPages,
  dayPlan,
  exports,
  followUp,
  giving,
  imports,
  kept,
  member,
  members,
  menu,
  merge,
  officePages,
  pins,
  planText,
  privacy,
  reports,
  search,
  setup,
  salePages,
  sales,
  siteCode,
  targets,
  visitTypes,
};
