import type { zhDesk } from "../zhCN/desk";

export const enDesk: typeof zhDesk = {
  nav: "Main navigation",
  showNav: "Open the navigation",
  hideNav: "Close the navigation",
  groups: { performance: "Performance", customers: "Customers", people: "People", system: "System" },
  entries: {
    targets: "Targets",
    findCustomers: "Find customers",
    sales: "Sales",
    duplicates: "Possible duplicates",
    pins: "Customer locations",
    visitTypes: "Visit types",
    away: "Approvals while away",
    kept: "Data of leavers",
    reports: "Reported problems",
  },
  month: { label: "Month", shown: ({ month }) => `Month, now ${month}`, present: "This month" },
  mine: ({ name }) => `Me: ${name}`,
  menu: "My settings",
  openMe: "Open Me",
};
