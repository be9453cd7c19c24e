import type { RoleShown } from "@/features/settings/settingsStore";
import type { Texts } from "@/texts";

type TabWord = keyof Texts["common"]["tabs"];

interface Tab {
  id: string;
  word: TabWord;
  icon: string;
}

const placesOf = (home: TabWord, book: [TabWord, string], act: [TabWord, string], money: [TabWord, string]): Tab[] => [
  { id: "home", word: home, icon: home === "today" ? "home" : "todo" },
  { id: "book", word: book[0], icon: book[1] },
  { id: "do", word: act[0], icon: act[1] },
  { id: "money", word: money[0], icon: money[1] },
  { id: "me", word: "me", icon: "me" },
];

const closing: [TabWord, string] = ["closing", "home"];
const reports: [TabWord, string] = ["reports", "reports"];

/** Words and icons of the five places, by role. The places and their pages are the same for everybody who has any. */
export const tabsOf: Record<RoleShown, readonly Tab[]> = {
  rep: placesOf("today", ["customers", "book"], ["checkIn", "do"], ["money", "money"]),
  manager: placesOf("today", ["team", "team"], ["approvals", "approve"], ["money", "money"]),
  finance: placesOf("todo", closing, ["plans", "money"], reports),
  hr: placesOf("todo", closing, ["plans", "money"], reports),
  admin: placesOf("todo", ["people", "team"], ["imports", "imports"], ["health", "health"]),
  auditor: placesOf("todo", closing, ["audit", "approve"], reports),
  staff: [],
};

/** At which place stands how many decisions wait for me: at 审批, else at 待办; a rep has neither. */
export const waitingTab = (role: RoleShown): number =>
  tabsOf[role].findIndex(({ word }) => word === "approvals" || word === "todo");

/** Where it may stand. */
export const waitingTabs = [0, 2] as const;
