/*
 * Every page's path, as a typed function. No other file writes one. Messages carry the same paths as text, so `isPage`
 * says whether a path that came from outside is one of ours.
 */

const path = (page: string, params: Record<string, string | undefined> = {}) => {
  const query = Object.entries(params)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  return `/pages/${page}/index${query ? `?${query}` : ""}`;
};

/** The five fixed places of the bar, whose pages show by role what the routes below are named after. */
const tabPages = {
  home: path("tabs/home"),
  book: path("tabs/book"),
  do: path("tabs/do"),
  money: path("tabs/money"),
  me: path("tabs/me"),
};

export const routes = {
  /** Today, or what is to be done. */
  today: () => tabPages.home,
  customers: () => tabPages.book,
  team: () => tabPages.book,
  checkIn: () => tabPages.do,
  approvals: () => tabPages.do,
  earnings: () => tabPages.money,
  me: () => tabPages.me,

  /** Where those land who have no tabs. */
  staff: () => path("staff/home"),
  /** All that I may decide on, for those who have another page in the place of 审批. */
  approvalList: () => path("approvals/list"),
  /** A unit's month and what is below it. */
  level: (params: { period?: string; unitId?: string } = {}) => path("reports/level", params),
  /** Versions of plans in a state. */
  plans: (params: { state?: "inReview" | "draft" } = {}) => path("plans/list", params),
  /** Own pay, for those who have another page in its place. */
  income: (params: { period?: string } = {}) => path("earnings/month", params),

  enter: (params: { returnTo?: string; reason?: EnterReason } = {}) => path("auth/enter", params),
  consent: (params: { returnTo?: string } = {}) => path("auth/consent", params),
  inbox: () => path("common/inbox"),
  search: () => path("common/search"),
  /** All pages that I may open. */
  menu: () => path("common/menu"),
  /** Where to go today. */
  dayRoute: () => path("field/route"),
  /** What waits on this phone. */
  queue: () => path("field/queue"),
  /** `seen`: which of the errors seen last it is about. */
  report: (params: { seen?: string } = {}) => path("common/report", params),
  /** What I take away as tables; `id`: somebody else's, to decide on; else the list that a new one is made of, as it was narrowed. */
  exports: (
    params: {
      id?: string;
      what?: string;
      view?: string;
      words?: string;
      grade?: string;
      pin?: string;
      state?: string;
      period?: string;
      /** Ids of the rows that were chosen, with commas between. */
      chosen?: string;
    } = {},
  ) => path("common/exports", params),
  reports: () => path("admin/reports"),
  /** What a company does before its people are paid; `step`: one of it. */
  setup: (params: { step?: string } = {}) => path("admin/setup", params),
  /** To write a plan; `id`: one that has come back. */
  editPlan: (params: { id?: string } = {}) => path("earnings/planEdit", params),
  /** A version of a plan, to put in force or send back. */
  planReview: (params: { id: string }) => path("earnings/planReview", params),
  /** `id`: one of them, `new` for one to be added. */
  visitTypes: (params: { id?: string } = {}) => path("admin/visitTypes", params),
  /** Who is here and who has left, `lacking`: of those who are, those without; `id`: one of them, `edit`: what HR keeps of them, to change. */
  members: (params: { id?: string; edit?: "1"; state?: "left"; lacking?: "team" | "role" } = {}) =>
    path("admin/members", params),
  /** Which days are worked; `year`: another one than this. */
  calendar: (params: { year?: string } = {}) => path("admin/calendar", params),
  /** Who has which role, and what each is for. */
  roles: () => path("admin/roles"),
  /** Who has looked at whom. */
  audit: () => path("admin/audit"),
  /** Clients of another system; `id`: a table that was sent; `for`: what members bring along instead. */
  importClients: (params: { id?: string; for?: "opening" } = {}) => path("admin/import", params),
  /** What members bring along into the first paying day: sums, tables, and a new one. */
  openings: () => path("admin/openings"),
  /** Own balances from before the company paid here. */
  ownOpening: () => path("earnings/opening"),
  /** One table of opening balances, to be checked. */
  opening: (params: { id?: string } = {}) => path("admin/opening", params),
  /** What has become of its rows. @param params.is of which to begin with */
  importResult: (params: { id: string; is?: string }) => path("admin/importResult", params),
  /** What is kept of who has left; `id`: of one of them. */
  kept: (params: { id?: string } = {}) => path("admin/kept", params),
  myData: () => path("privacy/mine"),
  looked: () => path("privacy/looked"),
  /** Where I have signed in. */
  devices: () => path("privacy/devices"),

  /** By check-in before the record is written, by visit afterwards. */
  visit: (params: { checkInId?: string; on?: string; visitId?: string; correct?: "1" }) => path("field/visit", params),

  /** Who was at a visit of mine, by the visit; whether I was at one, by how I was named there. */
  together: (params: { visitId?: string; customer?: string; id?: string }) => path("companions/together", params),

  /** An own check-in in doubt. @param params.on its day */
  doubt: (params: { id: string; on: string }) => path("field/doubt", params),
  /** To check in at a client's place by the code that hangs there. */
  scanCode: (params: { id: string; site: string }) => path("customers/scan", params),
  /** One of my people in a month. */
  member: (params: { unitId: string; id: string; period: string }) => path("team/member", params),
  /** A month's targets; `unitId`: one unit's and below. */
  targets: (params: { period?: string; unitId?: string } = {}) => path("targets/tree", params),
  /** Where my people say that clients' places are. */
  pins: () => path("team/pins"),
  /** Somebody else's, to decide on. */
  review: (params: { id: string }) => path("team/review", params),

  findCustomers: () => path("customers/list"),
  customer: (params: { id: string }) => path("customers/detail", params),
  /** A new one without an id. */
  editCustomer: (params: { id?: string; draft?: string } = {}) => path("customers/edit", params),

  /** Two clients that are one; `other`: the one that goes, where it is chosen. */
  mergeCustomers: (params: { id: string; other?: string }) => path("customers/merge", params),

  /** A new one by client, with whom it was where that is known; else by the follow-up. */
  /** `draft`: one that was begun, by the name that `queuedDrafts` has given to it. */
  followUp: (params: { customerId?: string; people?: string; draft?: string; followUpId?: string; correct?: "1" }) =>
    path("customers/followUp", params),
  /** Clients of my people that may be there twice. */
  duplicates: () => path("customers/duplicates"),

  /** A colleague asks whether they may come. */
  ask: (params: { id: string }) => path("customers/ask", params),
  /** A client's place; a new one without `site`. `draft`: one that was begun. */
  customerPin: (params: { id: string; site?: string; draft?: string }) => path("customers/pin", params),

  /** The code that hangs at a client's place. */
  siteCode: (params: { id: string; site: string }) => path("customers/code", params),

  /** `draft`: one that was begun, by the name that `saleDrafts` has given to it. */
  recordSale: (params: { customerId?: string; saleId?: string; likeSaleId?: string; draft?: string } = {}) =>
    path("sales/record", params),
  confirmSale: (params: { id: string }) => path("sales/confirm", params),
  sale: (params: { id: string }) => path("sales/detail", params),
  /** When I am away, and who decides meanwhile. */
  away: () => path("approvals/away"),
  /** My sales; of whoever sells none, and on a monitor, all that may be read. `state`: those in it alone, there. */
  mySales: (params: { state?: "submitted" } = {}) => path("sales/list", params),

  /** By line, or by the sale whose line it is. */
  /** The plan that a line was computed by. */
  plan: (params: { period: string; lineId: string }) => path("earnings/plan", params),
  line: (params: { period?: string; lineId?: string; saleId?: string }) => path("earnings/line", params),
};

/** Why somebody stands at the entrance. */
export type EnterReason = "signedOut" | "ended" | "login.notMember" | "wecom.unavailable";

/** The tab pages in the order of the bar. */
export const tabRoutes: readonly string[] = Object.values(tabPages);

export const isTab = (route: string): boolean => route.startsWith("/pages/tabs/");

/** Whether a path from a message or an address is a page of ours. */
export const isPage = (value: string): boolean => /^\/pages\/[a-zA-Z]+\/[a-zA-Z]+\/index(\?[^#]*)?$/.test(value);
