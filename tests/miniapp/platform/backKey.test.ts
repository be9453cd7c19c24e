import { length } from "../../support/length";
import { afterRelease, holdBack } from "../../../miniapp/platform/backKey/index.h5";

/*
 * Sheets over pages, in a browser's history that goes back when it likes. The pages are those of a router that lies on the same
 * history: it hears what is not ours.
 */

/** How often the router has heard of a page. */
let heard = 0;
window.addEventListener("popstate", () => (heard += 1));

/** A going back, and another that follows from it, take a few turns. */
async function pause(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}
const pageNow = () => window.location.hash;
const openPage = (name: string) => window.history.pushState({ page: name }, "", `#${name}`);

async function pressBack(): Promise<void> {
  window.history.back();
  await pause();
}

beforeEach(async () => {
  openPage("list");
  openPage("form");
  await pause();
  heard = 0;
});

describe("The back key", () => {
  it("closes the sheet and leaves the page where it is", async () => {
    const closed = jest.fn();
    holdBack(closed);
    await pressBack();
    expect(closed).toHaveBeenCalledTimes(1);
    expect([pageNow(), heard]).toEqual(["#form", 0]);
  });

  it("leaves the page after its sheet has been closed otherwise", async () => {
    holdBack(() => {})();
    await pause();
    await pressBack();
    expect([pageNow(), heard]).toEqual(["#list", 1]);
  });

  it("closes the upper of two sheets first", async () => {
    const closed: string[] = [];
    holdBack(() => closed.push("lower"));
    holdBack(() => closed.push("upper"));
    await pressBack();
    expect(closed).toEqual(["upper"]);
    await pressBack();
    expect(closed).toEqual(["upper", "lower"]);
    await pressBack();
    expect(pageNow()).toBe("#list");
  });

  it("closes a sheet that came at once in place of another", async () => {
    const closed = jest.fn();
    holdBack(() => {})();
    holdBack(closed);
    await pause();
    await pressBack();
    expect(closed).toHaveBeenCalledTimes(1);
    expect([pageNow(), heard]).toEqual(["#form", 0]);
  });

  it("leaves the page once when three sheets have come and gone in a moment", async () => {
    for (let count = 0; count < 3; count += 1) holdBack(() => {})();
    await pause();
    expect([pageNow(), heard]).toEqual(["#form", 0]);
    await pressBack();
    expect([pageNow(), heard]).toEqual(["#list", 1]);
  });

  it("leads back from a page that was opened out of a sheet to the page below the sheet", async () => {
    const close = holdBack(() => {});
    afterRelease(() => openPage("detail"));
    close();
    await pause();
    expect(pageNow()).toBe("#detail");
    await pressBack();
    expect(pageNow()).toBe("#form");
    await pressBack();
    expect(pageNow()).toBe("#list");
  });

  it("leads past what is left of a sheet whose page was left by its address", async () => {
    holdBack(() => {});
    await pause();
    window.location.hash = "other";
    await pause();
    heard = 0;
    await pressBack();
    await pause();
    expect([pageNow(), window.history.state]).toEqual(["#form", { page: "form" }]);
    expect(heard).toBe(1);
    await pressBack();
    expect(pageNow()).toBe("#list");
  });

  it("opens the page at once where no sheet is", () => {
    afterRelease(() => openPage("detail"));
    expect(pageNow()).toBe("#detail");
  });

  it("opens the page, too, where the browser never says that it has gone back", async () => {
    jest.useFakeTimers();
    const back = jest.spyOn(window.history, "back").mockImplementation(() => {});
    holdBack(() => {});
    afterRelease(() => openPage("detail"));
    jest.advanceTimersByTime(2_000);
    back.mockRestore();
    jest.useRealTimers();
    expect(pageNow()).toBe("#detail");
  });

  it("is never pressed in vain, and never leaves more than one page, whatever came and went in whatever moment", async () => {
    for (let seed = 1; seed <= length(20, 200); seed += 1) {
      let random = seed;
      const below = (count: number) => {
        random = (random * 48_271) % 2_147_483_647;
        return random % count;
      };
      openPage(`start${seed}`);
      let pages = [`#start${seed}`];
      const held: { close: () => void }[] = [];
      for (let step = 0; step < 12; step += 1) {
        const what = below(5);
        if (what < 2) {
          const one = { close: () => {} };
          const end = holdBack(() => held.splice(held.indexOf(one), 1));
          one.close = () => {
            end();
            if (held.includes(one)) held.splice(held.indexOf(one), 1);
          };
          held.push(one);
        } else if (what === 2) held[below(held.length || 1)]?.close();
        else if (what === 3) await pause();
        else {
          const name = `p${seed}x${step}`;
          afterRelease(() => {
            openPage(name);
            pages.push(`#${name}`);
            // The page that is left takes its sheets along.
            for (const one of held.slice()) one.close();
          });
        }
      }
      await pause();
      await pause();
      expect([seed, pageNow()]).toEqual([seed, pages.at(-1)]);
      while (held.length > 0) {
        const count = held.length;
        await pressBack();
        expect([seed, held.length, pageNow()]).toEqual([seed, count - 1, pages.at(-1)]);
      }
      for (pages = pages.slice(0, -1); pages.length > 0; pages = pages.slice(0, -1)) {
        await pressBack();
        expect([seed, pageNow()]).toEqual([seed, pages.at(-1)]);
      }
    }
  }, 60_000);
});
