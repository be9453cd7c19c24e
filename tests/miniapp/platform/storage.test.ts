import { forget, readStored, store, storedNames } from "@/platform/storage";
import { clearStorage, fakeTaro } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

/** A phone with room for so many letters. */
function givenRoom(letters: number): void {
  const keep = fakeTaro.setStorageSync;
  jest.spyOn(fakeTaro, "setStorageSync").mockImplementation((name, value) => {
    const others = fakeTaro.getStorageInfoSync().keys.filter((one) => one !== name);
    const taken = others.map((one) => JSON.stringify(fakeTaro.getStorageSync(one)).length);
    if (taken.reduce((sum, one) => sum + one, JSON.stringify(value).length) > letters)
      throw new Error("setStorageSync:fail exceed storage max size 10Mb");
    keep(name, value);
  });
}

beforeEach(() => {
  jest.restoreAllMocks();
  for (const name of storedNames()) forget(name);
  clearStorage();
});

describe("a phone that is full", () => {
  it("gives up copies of answers for what somebody has written, and nothing else", () => {
    store("draft:li.na:sale:new", "a".repeat(40));
    store("copy:li.na:today", "b".repeat(40));
    givenRoom(100);
    expect(store("draft:li.na:visit:c1", "c".repeat(40))).toBe(true);
    expect(storedNames().sort()).toEqual(["draft:li.na:sale:new", "draft:li.na:visit:c1"]);
  });

  it("keeps no copy at the cost of another", () => {
    store("copy:li.na:today", "b".repeat(40));
    givenRoom(60);
    expect(store("copy:li.na:month", "c".repeat(40))).toBe(false);
    expect(storedNames()).toEqual(["copy:li.na:today"]);
  });

  it("knows who is in for as long as the program runs", () => {
    givenRoom(0);
    expect(store("session:token", "secret")).toBe(false);
    expect(readStored("session:token")).toBe("secret");
    forget("session:token");
    expect(readStored("session:token")).toBeNull();
  });
});
