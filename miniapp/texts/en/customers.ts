import type { Texts } from "../texts";

export const customers: Texts["customers"] = {
  list: {
    title: "Find a client",
    search: "Name, pinyin initials, number",
    howTo: "Type two characters or two pinyin initials to search the clients that you may see",
    none: "No such client",
    noneNote: "Only clients that you may see are searched. Try another word",
    open: "Find a client",
    all: "Search the clients that you may see",
  },
  detail: {
    title: "Client",
    open: "Details",
    shortName: "Short name",
    grade: "Class",
    stage: "Stage",
    industry: "Industry",
    owners: "Owner",
    nobody: "Nobody",
    coServed: "Assisted by",
    formerMember: "a former colleague",
    numbers: "Numbers",
    sites: "Places",
    noSite: "No place yet",
    pin: {
      typed: "pin as typed",
      learned: "pin learned from check-ins",
      confirmed: "pin confirmed",
      none: "no pin yet",
    },
  },
};
