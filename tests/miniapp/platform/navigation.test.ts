import Taro from "@tarojs/taro";
import { open } from "@/platform/navigation";

jest.mock("@tarojs/taro", () => {
  const fake = jest.requireActual<{ fakeTaro: object }>("../../support/fakeTaro").fakeTaro;
  return { __esModule: true, default: fake, useDidShow: () => {}, useDidHide: () => {} };
});

const list = "/pages/sales/list/index";
const one = "/pages/sales/detail/index?id=s1&from=list";
const stack: string[] = [];
const laid: string[] = [];
/** The page that was opened last comes, or does not. */
let settle: (isThere: boolean) => Promise<void>;

/** As a mini-program has it: the page is there once it is said to be. */
const inMiniProgram = () => {
  const pageOf = (path: string) => {
    const [route = "", query = ""] = path.slice(1).split("?");
    return { route, options: Object.fromEntries(new URLSearchParams(query)) };
  };
  Object.assign(Taro, {
    getCurrentPages: () => stack.map(pageOf),
    navigateTo: ({ url }: { url: string }) => {
      laid.push(url);
      return new Promise<void>((done, refuse) => {
        settle = async (isThere) => {
          if (isThere) stack.push(url);
          if (isThere) done();
          else refuse(new Error("too many pages"));
          for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        };
      });
    },
    redirectTo: () => Promise.reject(new Error("no such page")),
  });
};

/** As a browser has it: an event says that the page has come, and its address carries a stamp. */
const inBrowser = () => {
  let told: () => void = () => {};
  Object.assign(Taro, {
    getCurrentPages: () => stack.map((path, at) => ({ path: `${path}${path.includes("?") ? "&" : "?"}stamp=${at}` })),
    navigateTo: ({ url }: { url: string }) => Promise.resolve(void laid.push(url)),
    eventCenter: { once: (_: string, heard: () => void) => (told = heard) },
  });
  settle = async () => {
    stack.push(laid.at(-1) ?? "");
    told();
  };
};

const env = process.env.TARO_ENV;
beforeEach(() => {
  stack.splice(0, stack.length, list);
  laid.length = 0;
  jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
  jest.useRealTimers();
  process.env.TARO_ENV = env;
});

describe.each([
  ["weapp", inMiniProgram],
  ["h5", inBrowser],
])("A row of a list, in %s", (target, begin) => {
  beforeEach(() => {
    process.env.TARO_ENV = target;
    begin();
  });
  afterEach(async () => settle(true));

  it("opens its page once, however quickly it is tapped", async () => {
    open(one);
    open(one);
    await settle(true);
    expect(laid).toEqual([one]);
  });

  it("opens its page once, where the second tap comes when the page is there", async () => {
    open(one);
    await settle(true);
    open(one);
    expect(laid).toEqual([one]);
  });

  it("opens no second page on the way to the first", () => {
    open(one);
    open("/pages/sales/detail/index?id=s2");
    expect(laid).toEqual([one]);
  });

  it("opens its page again after one has come back", async () => {
    open(one);
    await settle(true);
    stack.pop();
    open(one);
    expect(laid).toEqual([one, one]);
  });

  it("opens another one from the page that it has opened", async () => {
    open(one);
    await settle(true);
    open("/pages/customers/detail/index?id=c1");
    expect(laid).toEqual([one, "/pages/customers/detail/index?id=c1"]);
  });

  it("opens its page after one did not come", () => {
    open(one);
    jest.setSystemTime(5_000);
    open(one);
    expect(laid).toEqual([one, one]);
  });
});

it("opens its page at once where the phone has refused it", async () => {
  process.env.TARO_ENV = "weapp";
  inMiniProgram();
  open(one);
  await settle(false);
  open(one);
  expect(laid).toEqual([one, one]);
  await settle(true);
});
