import type { zhDesk } from "../zhCN/desk";
import { menu } from "./menu";
import { search } from "./search";

export const enDesk: typeof zhDesk = {
  nav: "Main navigation",
  showNav: "Open the navigation",
  hideNav: "Close the navigation",
  menu,
  search,
  month: { label: "Month", shown: ({ month }) => `Month, now ${month}`, present: "This month" },
  mine: ({ name }) => `Me: ${name}`,
  settings: "My settings",
  openMe: "Open Me",
};
