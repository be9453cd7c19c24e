import type { RoleShown } from "@/features/settings/settingsStore";
import type { Texts } from "@/texts";

type TabWord = keyof Texts["common"]["tabs"];

/** Words and icons of the five places, by role. The places and their pages are the same for everybody. */
export const tabsOf: Record<RoleShown, readonly { id: string; word: TabWord; icon: string }[]> = {
  rep: [
    { id: "home", word: "today", icon: "home" },
    { id: "book", word: "customers", icon: "book" },
    { id: "do", word: "checkIn", icon: "do" },
    { id: "money", word: "money", icon: "money" },
    { id: "me", word: "me", icon: "me" },
  ],
  manager: [
    { id: "home", word: "today", icon: "home" },
    { id: "book", word: "team", icon: "team" },
    { id: "do", word: "approvals", icon: "approve" },
    { id: "money", word: "money", icon: "money" },
    { id: "me", word: "me", icon: "me" },
  ],
  office: [
    { id: "home", word: "todo", icon: "todo" },
    { id: "book", word: "customers", icon: "book" },
    { id: "do", word: "approvals", icon: "approve" },
    { id: "money", word: "money", icon: "money" },
    { id: "me", word: "me", icon: "me" },
  ],
};

/** Where the number of waiting approvals stands. */
export const approvalsTab = 2;
