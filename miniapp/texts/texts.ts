import type { zhCN } from "./zhCN";
import type { auth } from "./zhCN/auth";
import type { companions } from "./zhCN/companions";
import type { earnings } from "./zhCN/earnings";
import type { field } from "./zhCN/field";
import type { me } from "./zhCN/me";
import type { notes } from "./zhCN/notes";
import type { office } from "./zhCN/office";
import type { proof } from "./zhCN/proof";
import type { queue } from "./zhCN/queue";
import type { review } from "./zhCN/review";
import type { stages } from "./zhCN/stages";
import type { verdict } from "./zhCN/verdict";
import type { visitSteps } from "./zhCN/visitSteps";
import type { menu } from "./zhCN/menu";
import type { search } from "./zhCN/search";

/** The keys and slots of the first words in Chinese. A language that misses one does not compile. */
export type Texts = typeof zhCN;

/** What areas of the main pages say (areas/main). */
export interface MainTexts {
  auth: typeof auth;
  companions: typeof companions;
  earnings: typeof earnings;
  field: typeof field;
  me: typeof me;
  notes: typeof notes;
  office: typeof office;
  proof: typeof proof;
  queue: typeof queue;
  review: typeof review;
  stages: typeof stages;
  verdict: typeof verdict;
  visitSteps: typeof visitSteps;
}

export type EnglishTexts = Texts & MainTexts;

/** Pages by name. */
export type MenuTexts = typeof menu;

export type SearchTexts = typeof search;

export type Language = "zh-CN" | "en";
