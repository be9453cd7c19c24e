/** Must open without a network before anything was preloaded: tabs, entrance, field work, messages. */
const mainPages = [
  "pages/tabs/home/index",
  "pages/tabs/book/index",
  "pages/tabs/do/index",
  "pages/tabs/money/index",
  "pages/tabs/me/index",
  "pages/auth/enter/index",
  "pages/auth/consent/index",
  "pages/field/visit/index",
  "pages/field/doubt/index",
  "pages/field/queue/index",
  "pages/common/inbox/index",
];

/** Every part in every state: see `gallery` in config/index.ts. */
const gallery = { root: "gallery", pages: ["index"] };

/** For the native bar; in the browser the page draws its own. */
const icon = (name: string) =>
  process.env.TARO_ENV === "h5"
    ? {}
    : { iconPath: `assets/tabs/${name}-light.png`, selectedIconPath: `assets/tabs/${name}-light-on.png` };

const subPackages = [
  { root: "pages/sales", pages: ["record/index", "confirm/index", "detail/index", "list/index"] },
  {
    root: "pages/customers",
    pages: [
      "list/index",
      "detail/index",
      "edit/index",
      "pin/index",
      "code/index",
      "scan/index",
      "merge/index",
      "followUp/index",
      "duplicates/index",
      "ask/index",
    ],
  },
  { root: "pages/approvals", pages: ["away/index", "list/index"] },
  { root: "pages/companions", pages: ["together/index"] },
  { root: "pages/team", pages: ["review/index", "member/index", "pins/index"] },
  { root: "pages/targets", pages: ["tree/index"] },
  {
    root: "pages/admin",
    pages: [
      "setup/index",
      "reports/index",
      "visitTypes/index",
      "kept/index",
      "members/index",
      "roles/index",
      "audit/index",
      "calendar/index",
      "import/index",
      "importResult/index",
      "openings/index",
      "opening/index",
    ],
  },
  { root: "pages/privacy", pages: ["mine/index", "looked/index", "devices/index"] },
  {
    root: "pages/earnings",
    pages: ["line/index", "plan/index", "planEdit/index", "planReview/index", "month/index", "opening/index"],
  },
  { root: "pages/plans", pages: ["list/index"] },
  { root: "pages/reports", pages: ["level/index"] },
  { root: "pages/staff", pages: ["home/index"] },
  { root: "pages/field/route", pages: ["index"] },
  { root: "pages/common/report", pages: ["index"] },
  { root: "pages/common/search", pages: ["index"] },
  { root: "pages/common/menu", pages: ["index"] },
  { root: "pages/common/exports", pages: ["index"] },
];

const product = {
  pages: mainPages,
  subPackages: [...subPackages, ...(process.env.GALLERY === "with" ? [gallery] : [])],
  preloadRule: {
    // Every page opens without a network once any tab was opened with one; WeCom fetches at most 2 MB beforehand.
    ...Object.fromEntries(
      mainPages
        .filter((page) => page.startsWith("pages/tabs/"))
        .map((page) => [page, { network: "all" as const, packages: subPackages.map(({ root }) => root) }]),
    ),
  },
  // The words and icons are the rep's; each tab page sets those of the role when it shows.
  tabBar: {
    custom: process.env.TARO_ENV === "h5",
    color: "#475467",
    selectedColor: "#1B57CC",
    backgroundColor: "#FFFFFF",
    borderStyle: "white" as const,
    list: [
      { pagePath: "pages/tabs/home/index", text: "今日", ...icon("home") },
      { pagePath: "pages/tabs/book/index", text: "客户", ...icon("book") },
      { pagePath: "pages/tabs/do/index", text: "打卡", ...icon("do") },
      { pagePath: "pages/tabs/money/index", text: "收入", ...icon("money") },
      { pagePath: "pages/tabs/me/index", text: "我的", ...icon("me") },
    ],
  },
};

export default defineAppConfig({
  ...(process.env.GALLERY === "only" ? { pages: ["gallery/index"] } : product),
  window: {
    navigationBarTitleText: "销励",
    navigationBarBackgroundColor: "#F3F5F8",
    navigationBarTextStyle: "black",
    backgroundColor: "#F3F5F8",
    backgroundTextStyle: "dark",
    // On H5 the page draws its own header, so that it can be read and reached by keys.
    ...(process.env.TARO_ENV === "h5" && { navigationStyle: "custom" as const }),
  },
  // Page styles follow the system by themselves; the native bars are painted when a page shows.
  darkmode: true,
  animation: false,
  lazyCodeLoading: "requiredComponents",
  requiredPrivateInfos: ["getLocation"],
  permission: { "scope.userLocation": { desc: "打开打卡页时找最近的客户，点打卡时记一次位置" } },
});
