import { isFoundBy } from "@shared/domain/customerSearch";
import type { Right } from "@shared/domain/rights";
import { isTab, routes } from "@/routes";
import type { MenuTexts } from "@/texts";

export interface Entry {
  id: keyof MenuTexts["entries"];
  path: string;
  /** Any of these opens it, as the server says it; none: nothing is needed but to be here. */
  rights: readonly Right[];
  /** The first letters of its Chinese name in pinyin. */
  initials: string;
}

interface Group {
  id: keyof MenuTexts["groups"];
  entries: readonly Entry[];
}

/** The pages that stand for themselves, grouped as people look for them. Those of the tabs come before them. */
const groups: readonly Group[] = [
  {
    id: "pay",
    entries: [
      { id: "plans", path: routes.plans(), rights: ["plans.list"], initials: "qbfa" },
      { id: "openings", path: routes.openings(), rights: ["openings.list"], initials: "qcye" },
    ],
  },
  {
    id: "performance",
    entries: [
      { id: "targets", path: routes.targets(), rights: ["targets.level"], initials: "mb" },
      { id: "level", path: routes.level(), rights: ["teams.level"], initials: "wcqk" },
    ],
  },
  {
    id: "customers",
    entries: [
      // Who adds clients finds them as well, and so do those who look over all that is done.
      {
        ...{ id: "findCustomers", path: routes.findCustomers(), initials: "ckh" },
        rights: ["customers.create", "roles.list"],
      },
      // Who records them, and who reads those of others.
      { id: "sales", path: routes.mySales(), rights: ["sales.submit", "sales.read"], initials: "xsd" },
      { id: "duplicates", path: routes.duplicates(), rights: ["duplicates.list"], initials: "yscf" },
      // Whoever is asked about clients that are there twice is asked about their places, too.
      { id: "pins", path: routes.pins(), rights: ["duplicates.list"], initials: "khdd" },
      { id: "importClients", path: routes.importClients(), rights: ["imports.create"], initials: "drkh" },
      { id: "visitTypes", path: routes.visitTypes(), rights: ["visitTypes.list"], initials: "bflx" },
      { id: "exports", path: routes.exports(), rights: ["exports.create"], initials: "wddc" },
    ],
  },
  {
    id: "people",
    entries: [
      { id: "away", path: routes.away(), rights: ["absences.set"], initials: "bzssp" },
      { id: "members", path: routes.members(), rights: ["members.read"], initials: "cy" },
      { id: "kept", path: routes.kept(), rights: ["privacy.kept"], initials: "lzrydsj" },
    ],
  },
  {
    id: "system",
    entries: [
      { id: "setup", path: routes.setup(), rights: ["setup.read"], initials: "kssy" },
      { id: "calendar", path: routes.calendar(), rights: ["calendar.read"], initials: "gzrl" },
      { id: "audit", path: routes.audit(), rights: ["audit.looks"], initials: "sklsk" },
      { id: "roles", path: routes.roles(), rights: ["roles.list"], initials: "jsyfw" },
      { id: "reports", path: routes.reports(), rights: ["reports.close"], initials: "djbgdwt" },
    ],
  },
];

/** What is one's own: found by search, and opened from 我的 otherwise. */
const ownEntries: readonly Entry[] = [
  { id: "inbox", path: routes.inbox(), rights: [], initials: "xx" },
  { id: "queue", path: routes.queue(), rights: [], initials: "dsc" },
  { id: "myData", path: routes.myData(), rights: [], initials: "wdsj" },
  { id: "looked", path: routes.looked(), rights: [], initials: "skgw" },
  { id: "devices", path: routes.devices(), rights: [], initials: "wdsb" },
  { id: "report", path: routes.report(), rights: [], initials: "bgwt" },
];

const mayOpen =
  (can: readonly Right[]) =>
  ({ rights }: Entry): boolean =>
    rights.length === 0 || rights.some((right) => can.includes(right));

/** What this person may open; a group of which that is nothing is left out. @param can as the server says it */
export const groupsFor = (can: readonly Right[]): Group[] =>
  groups
    .map((group) => ({ ...group, entries: group.entries.filter(mayOpen(can)) }))
    .filter(({ entries }) => entries.length > 0);

/** Pages that this person may open whose name the words find. */
export const menuFoundBy = (words: string, can: readonly Right[], names: MenuTexts["entries"]): Entry[] =>
  [...groups.flatMap(({ entries }) => entries), ...ownEntries]
    .filter(mayOpen(can))
    .filter(({ id, initials }) => isFoundBy(words, { texts: [names[id]], initials, numbers: [], phoneTails: [] }));

const paths = new Set(groups.flatMap(({ entries }) => entries.map(({ path }) => path)));

/** Whether a page stands in the navigation: nothing lies behind it. */
export const isEntry = (route: string): boolean => isTab(route) || paths.has(route) || route === routes.staff();

/** Forms, from which nothing is opened to be read beside them. */
const forms = new Set([routes.away(), routes.targets(), routes.exports()]);
/** Lists that do not stand in the navigation. */
const otherLists = new Set([routes.inbox(), routes.search(), routes.approvalList()]);

/** Of the same page, one of what it lists, or a form. */
const isOne = /[?&](id|step|edit)=/;

/** Whether a page, by its address, lists what other pages show: these open beside it. */
export function isList(address: string): boolean {
  const route = address.split("?")[0] ?? "";
  return !isOne.test(address) && ((isEntry(route) && !forms.has(route)) || otherLists.has(route));
}
