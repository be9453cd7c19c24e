import type { menu as zhMenu } from "../zhCN/menu";

export const menu: typeof zhMenu = {
  groups: { pay: "Pay", performance: "Performance", customers: "Clients", people: "People", system: "System" },
  entries: {
    targets: "Targets",
    level: "Results",
    plans: "All plans",
    findCustomers: "Find clients",
    sales: "Sales",
    duplicates: "Possible duplicates",
    pins: "Client locations",
    importClients: "Import clients",
    visitTypes: "Visit types",
    away: "Approvals while away",
    members: "Members",
    calendar: "Work calendar",
    roles: "Roles and scope",
    kept: "Data of leavers",
    setup: "Getting started",
    reports: "Reported problems",
    inbox: "Messages",
    queue: "Waiting to upload",
    myData: "My data",
    looked: "Who looked at me",
    devices: "My devices",
    report: "Report a problem",
  },
};
