import { randomUUID } from "node:crypto";
import { givenReviewed } from "../reviews/givenReviewed";

const { at, doubtful, unverified, recorded, decided } = givenReviewed();

const mine = async () => (await at.company.as(at.rep).call("todos.mine")).items.filter(({ kind }) => kind === "doubt");
const days = (count: number) => {
  at.company.app.clock.advance({ hours: 24 * count });
  at.company.app.passRealTime({ seconds: 6 });
};

it("is no row on its own day, where the check-in page has it", async () => {
  await recorded(await doubtful());
  expect(await mine()).toEqual([]);
});

it("says from the next day on who is to decide on an own check-in in doubt, and until when", async () => {
  const checkIn = await doubtful();
  await recorded(checkIn);
  days(1);
  expect(await mine()).toMatchObject([
    {
      ...{ subjectId: checkIn.checkInId, about: "海岳机械", on: checkIn.on, text: null, isInDoubt: false },
      ...{ until: checkIn.review?.decideUntil, waitsForNames: ["陈浩"] },
    },
  ]);
});

it("says of one that nobody could verify that it counts only once it is accepted", async () => {
  await recorded(await unverified());
  days(1);
  expect(await mine()).toMatchObject([{ isInDoubt: true }]);
});

it("is no row without a record, where no visit comes of it, whatever is decided", async () => {
  await doubtful();
  days(2);
  expect(await mine()).toEqual([]);
});

it("says what its rep has explained", async () => {
  const checkIn = await unverified();
  await recorded(checkIn);
  const { checkInId } = checkIn;
  const body = { commandId: randomUUID(), revision: 1, text: "在后门卸样品" };
  await at.company.as(at.rep).call("checkIns.answer", { checkInId }, body);
  days(2);
  expect(await mine()).toMatchObject([{ text: "在后门卸样品" }]);
});

it("is no row once somebody has decided", async () => {
  const checkIn = await doubtful();
  await recorded(checkIn);
  days(1);
  await decided(checkIn.checkInId, true);
  expect(await mine()).toEqual([]);
});

it("says from the next day on that a second person looks at one that was not accepted", async () => {
  const checkIn = await doubtful();
  await recorded(checkIn);
  const { checkInId } = checkIn;
  await decided(checkInId, false);
  const body = { commandId: randomUUID(), revision: 2, text: "前台有登记" };
  await at.company.as(at.rep).call("checkIns.appeal", { checkInId }, body);
  days(1);
  expect(await mine()).toMatchObject([
    { subjectId: checkInId, isAppealed: true, isInDoubt: true, waitsForNames: [at.head.name] },
  ]);
});

it("is no row once nobody can decide any more", async () => {
  await recorded(await doubtful());
  days(7);
  expect(await mine()).toHaveLength(1);
  at.company.app.clock.advance({ ms: 1 });
  expect(await mine()).toEqual([]);
});

it("leaves it to the row of its record where that is still to be written", async () => {
  await doubtful();
  days(0.9);
  const kinds = (await at.company.as(at.rep).call("todos.mine")).items.map(({ kind }) => kind);
  expect(kinds).toEqual(["record"]);
});
