import { ApiError } from "@/api/apiError";
import { patiently } from "@/api/patiently";

const limited = (retryAfterS?: number) => new ApiError("rate.limited", "", "r1", [], { retryAfterS }, 429);

/** Answers after these failures, and says how long was waited in between. */
async function asked(failures: Error[]) {
  const waitedS: number[] = [];
  const ask = () => (failures.length > 0 ? Promise.reject(failures.shift() ?? new Error()) : Promise.resolve("answer"));
  const answer = await patiently(ask, (seconds) => Promise.resolve(void waitedS.push(seconds)));
  return { answer, waitedS };
}

it("asks again after as long as the server says", async () => {
  expect(await asked([limited(7), limited(40)])).toEqual({ answer: "answer", waitedS: [7, 40] });
});

it("waits a while where nothing is said of how long", async () => {
  expect(await asked([limited()])).toEqual({ answer: "answer", waitedS: [15] });
});

it("gives up after the sixth time", async () => {
  await expect(asked(Array.from({ length: 6 }, () => limited(1)))).rejects.toMatchObject({ code: "rate.limited" });
});

it("throws every other failure at once", async () => {
  await expect(asked([new ApiError("network", "")])).rejects.toMatchObject({ code: "network" });
});
