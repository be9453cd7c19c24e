import { wordsOf } from "@/texts";
import { askingWords } from "@/texts/areas/asking";
import { awayWords } from "@/texts/areas/away";
import { calendarWords } from "@/texts/areas/calendar";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { dayPlanWords } from "@/texts/areas/dayPlan";
import { decidingWords } from "@/texts/areas/deciding";
import { exportsWords } from "@/texts/areas/exports";
import { followUpWords } from "@/texts/areas/followUp";
import { givingWords } from "@/texts/areas/giving";
import { importsWords } from "@/texts/areas/imports";
import { auditWords } from "@/texts/areas/audit";
import { keptWords } from "@/texts/areas/kept";
import { linesWords } from "@/texts/areas/lines";
import { memberWords } from "@/texts/areas/member";
import { membersWords } from "@/texts/areas/members";
import { menuWords } from "@/texts/areas/menu";
import { mergeWords } from "@/texts/areas/merge";
import { officePagesWords } from "@/texts/areas/officePages";
import { openingsWords } from "@/texts/areas/openings";
import { pinsWords } from "@/texts/areas/pins";
import { planCheckWords } from "@/texts/areas/planCheck";
import { planTextWords } from "@/texts/areas/planText";
import { privacyWords } from "@/texts/areas/privacy";
import { reportsWords } from "@/texts/areas/reports";
import { saleFormsWords } from "@/texts/areas/saleForms";
import { salePagesWords } from "@/texts/areas/salePages";
import { searchWords } from "@/texts/areas/search";
import { setupWords } from "@/texts/areas/setup";
import { siteCodeWords } from "@/texts/areas/siteCode";
import { targetsWords } from "@/texts/areas/targets";
import { visitTypesWords } from "@/texts/areas/visitTypes";
import { authWords } from "@/texts/areas/main/auth";
import { companionsWords } from "@/texts/areas/main/companions";
import { earningsWords } from "@/texts/areas/main/earnings";
import { fieldWords } from "@/texts/areas/main/field";
import { meWords } from "@/texts/areas/main/me";
import { notesWords } from "@/texts/areas/main/notes";
import { officeWords } from "@/texts/areas/main/office";
import { proofWords } from "@/texts/areas/main/proof";
import { queueWords } from "@/texts/areas/main/queue";
import { reviewWords } from "@/texts/areas/main/review";
import { stagesWords } from "@/texts/areas/main/stages";
import { verdictWords } from "@/texts/areas/main/verdict";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { en } from "@/texts/en";
import { enFormats } from "@/texts/formats";
import { wordsWith } from "@/texts/pageWords";

/** Every area of the phone's words: tests/miniapp/texts holds that none of miniapp/texts/areas is missing. */
export const allAreas = {
  askingWords,
  auditWords,
  awayWords,
  calendarWords,
  customerPagesWords,
  dayPlanWords,
  decidingWords,
  exportsWords,
  followUpWords,
  givingWords,
  importsWords,
  keptWords,
  linesWords,
  memberWords,
  membersWords,
  menuWords,
  mergeWords,
  officePagesWords,
  openingsWords,
  pinsWords,
  planCheckWords,
  planTextWords,
  privacyWords,
  reportsWords,
  saleFormsWords,
  salePagesWords,
  searchWords,
  setupWords,
  siteCodeWords,
  targetsWords,
  visitTypesWords,
  authWords,
  companionsWords,
  earningsWords,
  fieldWords,
  meWords,
  notesWords,
  officeWords,
  proofWords,
  queueWords,
  reviewWords,
  stagesWords,
  verdictWords,
  visitStepsWords,
};

const areas = Object.values(allAreas);

/** What the phone says, all of it. */
export const allTexts = {
  "zh-CN": wordsWith(wordsOf("zh-CN"), areas).t,
  en: wordsWith({ language: "en", t: en, f: enFormats }, areas).t,
};
