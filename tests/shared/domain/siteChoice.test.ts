import { chooseSite, type StandingSite } from "@shared/domain/siteChoice";

/** `name distance/radius`; sites of one client begin with the same word: `A 60/200`, `A-2 90/200`. */
const sites = (text: string): StandingSite[] =>
  text
    .split(", ")
    .filter((one) => one !== "")
    .map((one) => {
      const [key = "", meters = ""] = one.split(" ");
      const [distanceM, radiusM] = meters.split("/").map(Number);
      return { key, customerId: key.split("-")[0] ?? key, distanceM: distanceM ?? 0, radiusM: radiusM ?? 0 };
    });
const chosen = (text: string, accuracyM: number): string => {
  const choice = chooseSite(sites(text), accuracyM);
  if (choice.kind === "one") return choice.key;
  return choice.kind === "ask" ? `${choice.keys.join(" or ")}?` : "none";
};

describe.each<[string, [where: string, accuracyM: number, expected: string][]]>([
  [
    "at one place",
    [
      ["", 10, "none"],
      ["A 0/200", 10, "A"],
      ["A 200/200", 100, "A"],
      // The shop next to it has the nearer pin; one does not stand in it, so that it is not among them.
      ["plant 900/1000", 30, "plant"],
      ["A 19/20", 5, "A"],
    ],
  ],
  [
    "a shop in a large plant",
    [
      ["plant 600/1000, shop 10/50", 10, "shop"],
      ["plant 600/1000, shop 40/50", 10, "shop"],
      // Perhaps just outside its door.
      ["shop 41/50, plant 600/1000", 10, "shop or plant?"],
      ["shop 45/50, plant 600/1000", 30, "shop or plant?"],
      // At the plant's own gate, by the shop's pin as well.
      ["plant 5/1000, shop 10/50", 10, "shop"],
      ["plant 5/1000, shop 45/50", 30, "plant or shop?"],
      ["plant 5/100, shop 5/50", 10, "shop"],
      ["plant 5/99, shop 6/50", 10, "plant or shop?"],
    ],
  ],
  [
    "two shops in a large plant",
    [
      ["plant 400/1000, north 10/50, south 45/50", 5, "north or south or plant?"],
      ["plant 400/1000, north 5/80, south 70/80", 5, "north"],
      ["plant 400/1000, north 20/80, south 60/80", 5, "north or south or plant?"],
    ],
  ],
  [
    "two clients in one tower",
    [
      ["A 12/200, B 12/200", 15, "A or B?"],
      ["B 10/200, A 30/200", 15, "B or A?"],
      ["A 10/200, B 59/200", 5, "A or B?"],
      ["A 10/200, B 60/200", 5, "A or B?"],
      ["A 12/200, B 14/200, C 20/200", 15, "A or B or C?"],
      ["A 12/150, B 14/200", 15, "A or B?"],
    ],
  ],
  [
    "two clients in one street",
    [
      ["A 10/200, B 61/200", 5, "A"],
      ["B 180/200, A 20/200", 18, "A"],
      ["A 60/200, B 130/200", 30, "A"],
      ["A 60/200, B 120/200", 30, "A or B?"],
      ["A 60/200, B 130/200", 40, "A or B?"],
      ["A 0/200, B 199/200", 99, "A"],
      ["A 0/200, B 199/200", 100, "A or B?"],
      ["A 20/200, B 90/200, C 160/200", 18, "A"],
      ["A 90/300, B 20/200", 18, "B"],
      ["A 20/300, B 90/200", 18, "A"],
    ],
  ],
  [
    "several sites of one client",
    [
      ["A-1 60/200, A-2 70/200", 15, "A-1"],
      ["A-2 60/200, A-1 60/200", 15, "A-1"],
      ["A-1 600/1000, A-2 45/50", 30, "A-2"],
      ["A-1 10/200, A-2 12/200, B 14/200", 15, "A-1 or B?"],
      ["A-1 10/200, A-2 12/200, B 150/200", 15, "A-1"],
    ],
  ],
])("%s", (_what, cases) => {
  it.each(cases)("%s, accurate to %d m: %s", (where, accuracyM, expected) => {
    expect(chosen(where, accuracyM)).toBe(expected);
    // In whatever order the phone has them.
    const backwards = where.split(", ").reverse().join(", ");
    expect(chosen(backwards, accuracyM)).toBe(expected);
  });
});

it("is found among a thousand sites in an instant", () => {
  const many = Array.from({ length: 1_000 }, (_, n) => `c${n} ${n % 190}/200`).join(", ");
  const all = sites(many);
  const startedAt = performance.now();
  chooseSite(all, 15);
  // Measured 5 ms; the bound is for slow machines.
  expect(performance.now() - startedAt).toBeLessThan(500);
});
