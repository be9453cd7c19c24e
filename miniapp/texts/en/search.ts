import type { search as zhSearch } from "../zhCN/search";

export const search: typeof zhSearch = {
  title: "Search",
  hint: "Name, pinyin initials, number",
  howTo:
    "Type the name or pinyin initials of a client, colleague or page, a phone number or its last four digits, or a contract, client or employee number",
  groups: { menu: "Pages", customers: "Clients", people: "Colleagues", sales: "Sales", plans: "Plans" },
  version: ({ version }) => `Version ${version}`,
  planStates: { draft: "Not submitted", inReview: "To be published", published: "Published" },
  more: "There are more: type a little more",
  none: ({ words }) => `Nothing found for “${words}”`,
  noneNote: "Only what you may see is looked through. Try another name, fewer letters, or a number",
  addCustomer: "New client",
  hereOnly: "No network: only what is on this phone was looked through, your clients and sales you have seen",
};
