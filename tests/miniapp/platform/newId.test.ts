import { z } from "zod";
import { newId } from "@/platform/newId";

const ids = (count: number) => Array.from({ length: count }, newId);

afterEach(() => jest.restoreAllMocks());

it("makes ids that the server takes", () => {
  expect(ids(100).filter((id) => !z.uuid().safeParse(id).success)).toEqual([]);
});

it("makes ids that sort as they were made, also within one millisecond and after the clock was set back", () => {
  const clock = jest.spyOn(Date, "now").mockReturnValue(1_774_490_000_000);
  const atOnce = ids(5_000);
  clock.mockReturnValue(1_774_480_000_000);
  const made = [...atOnce, ...ids(5)];
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});
