import type { Me } from "@/features/session/useMe";
import { isTab, routes } from "@/routes";
import type { DeskTexts } from "./words";

export interface Entry {
  id: keyof DeskTexts["entries"];
  path: string;
}

interface Group {
  id: keyof DeskTexts["groups"];
  entries: readonly Entry[];
}

/** The pages that stand for themselves, grouped as people look for them. Those of the tabs come before them. */
const groups: readonly Group[] = [
  { id: "performance", entries: [{ id: "targets", path: routes.targets() }] },
  {
    id: "customers",
    entries: [
      { id: "findCustomers", path: routes.findCustomers() },
      { id: "sales", path: routes.mySales() },
      { id: "duplicates", path: routes.duplicates() },
      { id: "pins", path: routes.pins() },
      { id: "visitTypes", path: routes.visitTypes() },
    ],
  },
  {
    id: "people",
    entries: [
      { id: "away", path: routes.away() },
      { id: "kept", path: routes.kept() },
    ],
  },
  { id: "system", entries: [{ id: "reports", path: routes.reports() }] },
];

/** Whether this person may open a page of the navigation. */
function mayOpen({ id }: Entry, { member: { roles } }: Me): boolean {
  const has = (...some: string[]) => some.some((role) => (roles as readonly string[]).includes(role));
  switch (id) {
    case "findCustomers":
      return true;
    case "sales":
      return has("rep", "manager");
    case "targets":
      return has("manager", "hr", "finance");
    case "duplicates":
      return has("manager", "admin");
    case "pins":
    case "away":
      return has("manager");
    case "kept":
      return has("hr", "admin");
    case "visitTypes":
    case "reports":
      return has("admin");
  }
}

/** What this person may open; a group of which that is nothing is left out. */
export const groupsFor = (me: Me): Group[] =>
  groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => mayOpen(entry, me)) }))
    .filter(({ entries }) => entries.length > 0);

const paths = new Set(groups.flatMap(({ entries }) => entries.map(({ path }) => path)));

/** Whether a page stands in the navigation: nothing lies behind it. */
export const isEntry = (route: string): boolean => isTab(route) || paths.has(route);

/** Forms, from which nothing is opened to be read beside them. */
const forms = new Set([routes.away(), routes.targets()]);

/** Whether a page lists what other pages show: these open beside it. */
export const isList = (route: string): boolean => (isEntry(route) && !forms.has(route)) || route === routes.inbox();
