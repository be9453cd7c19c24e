import { contactsInto, mergeFault, mergeUndoUntil, pinsTaken, sitesInto } from "@shared/domain/customerMerge";

const site = (
  siteId: string,
  address: string,
  pin: { latDeg: number; lngDeg: number } | null = null,
  pinStatus: "typed" | "learned" | "confirmed" = "typed",
) => ({ siteId, address, pin, pinStatus });
const here = { latDeg: 23.1, lngDeg: 113.3 };
const metersNorth = (m: number) => ({ ...here, latDeg: here.latDeg + m / 111_195 });

describe("the places of two clients that become one", () => {
  it.each([
    ["99 m apart are one", metersNorth(99), false],
    ["101 m apart are two", metersNorth(101), true],
  ])("%s", (_, pin, isAdded) => {
    const [moved] = sitesInto([site("a", "科学大道 1 号", here)], [site("b", "别处", pin)]);
    expect(moved).toEqual({ id: "b", asId: isAdded ? "b" : "a", isAdded });
  });

  it("without a pin are one where their address is written alike", () => {
    const kept = [site("a", "科学大道1号", here)];
    expect(sitesInto(kept, [site("b", "科学大道 1号"), site("c", "科学大道 2号")])).toEqual([
      { id: "b", asId: "a", isAdded: false },
      { id: "c", asId: "c", isAdded: true },
    ]);
  });

  it("get another id where theirs is taken, each its own", () => {
    const kept = [site("s1", "一", here)];
    const other = [site("s1", "二", metersNorth(500)), site("s1-2", "三", metersNorth(900))];
    expect(sitesInto(kept, other).map(({ asId }) => asId)).toEqual(["s1-2", "s1-2-2"]);
  });

  it("get no id by which another place was known here", () => {
    const other = [site("s1", "二", metersNorth(500))];
    expect(sitesInto([site("s1", "一", here)], other, ["s1-2"]).map(({ asId }) => asId)).toEqual(["s1-3"]);
  });

  it.each([
    ["none", site("a", "一"), site("b", "一", here), true],
    ["a typed one, for one that was learned", site("a", "一", here), site("b", "二", metersNorth(9), "learned"), true],
    ["a learned one, for a confirmed one", site("a", "一", here, "learned"), site("b", "二", here, "confirmed"), true],
    ["one as sure", site("a", "一", here), site("b", "二", metersNorth(9)), false],
    ["a surer one", site("a", "一", here, "confirmed"), site("b", "二", here, "learned"), false],
    ["one somewhere else", site("a", "一", here), site("b", "二", metersNorth(500), "confirmed"), false],
  ])("give their pin to the place that they are, which has %s", (_, kept, other, isTaken) => {
    const moved = sitesInto([kept], [other]);
    expect(pinsTaken([kept], [other], moved)).toEqual(isTaken ? [{ siteId: "a", fromSiteId: "b" }] : []);
  });

  it("keep ids that are short enough to be read again", () => {
    const id = "a".repeat(128);
    const [moved] = sitesInto([site(id, "一", here)], [site(id, "二", metersNorth(500))]);
    expect(moved?.asId).toHaveLength(122);
  });
});

const person = (contactId: string, name: string, phone: string | null = null) => ({ contactId, name, phone });

describe("the people at two clients that become one", () => {
  it.each([
    ["are one by their number", person("a", "张主任", "1"), person("b", "张三", "1"), false],
    ["of one name with two numbers are two", person("a", "张主任", "1"), person("b", "张主任", "2"), true],
    ["of one name, of whom one has no number, are one", person("a", "张主任", "1"), person("b", "张主任"), false],
    ["come with a number that nobody there has", person("a", "张主任"), person("b", "张主任", "2"), true],
    ["of other names are two", person("a", "张主任"), person("b", "李主任"), true],
  ])("%s", (_, kept, other, isAdded) => {
    expect(contactsInto([kept], [other])).toEqual([{ id: "b", asId: isAdded ? "b" : "a", isAdded }]);
  });
});

it("says of what there would be too much", () => {
  const fits = { sites: 50, contacts: 20, tags: 20, customers: 20 };
  expect(mergeFault(fits)).toBeNull();
  expect(mergeFault({ ...fits, contacts: 21 })).toBe("contacts");
});

it("can be undone up to the seventh day after", () => {
  expect(mergeUndoUntil("2026-03-27")).toBe("2026-04-03");
});
