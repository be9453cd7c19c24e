import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { length } from "../support/length";
import { weappDir } from "../support/weapp/builtWeapp";
import { compileWeapp } from "../support/weapp/compile/compileWeapp";
import type { WeappHost } from "../support/weapp/launchWeapp";
import { openOnPhone } from "../support/weapp/phone";

/* Every page of the compiled mini-program, opened by a link that was cut short, typed by hand or is older than what it named. */

/** By how the link is wrong, what stands in it. */
const links = {
  "without what it names": "",
  "with what is no day, month or id":
    "?id=%20&on=2026-02-30&period=2026-13&unitId=%20&lineId=%20&checkInId=%20&site=%20",
  "of what is not there": `?${[
    "id",
    "unitId",
    "lineId",
    "saleId",
    "checkInId",
    "site",
    "seen",
    "customerId",
    "likeSaleId",
  ]
    .map((name) => `${name}=gone`)
    .join("&")}&on=2026-03-26&period=2026-03`,
  "of a visit that is not there": "?visitId=gone",
} as const;

/** Where one comes in or agrees: they lead on by themselves. */
const isEntrance = (page: string) => page.startsWith("pages/auth/");

/** Lists that need nothing to be opened by: one that is empty says so, and its way back is the phone's own. */
const lists = [
  "customers/duplicates",
  "privacy/devices",
  "field/queue",
  "common/inbox",
  "customers/list",
  "team/pins",
  "admin/reports",
  "privacy/looked",
  "approvals/list",
  "common/search",
];
const isList = (page: string) => lists.some((name) => page === `pages/${name}/index`);

/** Usually every other page by each link, and the ones between for the next person and by the next link; all in the soak. */
const isInTurn = (at: number, memberId: string, how: string): boolean =>
  (at + members.indexOf(memberId) + Object.keys(links).indexOf(how)) % length(2, 1) === 0;

let world: DemoWorld;
const opened: WeappHost[] = [];
beforeAll(async () => {
  world = await startDemoWorld();
  await world.consent("xiaowang");
}, 60_000);
afterAll(() => opened.forEach((weapp) => weapp.close()));

const members = ["xiaowang", "chenhao", "zhoumin"];

describe.each(members)("%s", (memberId) => {
  it.each(Object.entries(links))(
    "opens no page that is empty or a dead end by a link %s",
    async (how, query) => {
      const { weapp } = await openOnPhone(world.app, memberId, {
        stands: { latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 },
      });
      opened.push(weapp);
      await weapp.until(
        () => weapp.route() === "pages/tabs/home/index" && /[\u4e00-\u9fff]{6}/.test(weapp.text() ?? ""),
      );
      const faults: string[] = [];
      const pages = compileWeapp(weappDir).pages.filter(
        (page, at) => !weapp.tabRoutes().includes(page) && !isEntrance(page) && isInTurn(at, memberId, how),
      );
      for (const page of pages) {
        await weapp.open(`/${page}${query}`);
        // A sentence, and something to go on with.
        const isThere = () =>
          weapp.$(".skeleton") === null &&
          /[\u4e00-\u9fff]{6}/.test(weapp.text() ?? "") &&
          (isList(page) || weapp.tappables().some(({ role }) => role === "button"));
        const shown = await weapp.until(isThere, 6_000).catch(() => false);
        if (!shown)
          faults.push(
            `${page}: 「${weapp.text()}」, ${weapp
              .tappables()
              .map(({ name }) => name)
              .join("、")}`,
          );
        await weapp.back();
      }
      expect(faults).toEqual([]);
      expect(weapp.errors).toEqual([]);
    },
    length(90_000, 180_000),
  );
});
