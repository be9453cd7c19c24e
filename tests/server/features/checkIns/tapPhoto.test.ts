import { randomUUID } from "node:crypto";
import { auditInsert } from "../../../../server/audit";
import { eraseFiles } from "../../../../server/files";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenPhoto,
  givenTeam,
  type Person,
  prepare,
  visitBody,
  withoutPin,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{ name: "小王" }, {}] });
  const [rep, colleague] = reps;
  await givenConsent(company, rep);
  const customer = await givenCustomer(company, { owner: rep });
  return { manager, rep, colleague, customer, another: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let customer: Customer;
let another: Customer;
beforeEach(async () => {
  ({ company, manager, rep, colleague, customer, another } = await start());
});

interface Tapped {
  photoId?: string;
  northM?: number;
  accuracyM?: number;
  at?: Customer;
}

async function bodyOf({ photoId, northM = 0, accuracyM = 18, at = customer }: Tapped) {
  const body = checkInBody(company, at, { northM });
  const fix = body.fix && { ...body.fix, accuracyM };
  return { ...body, fix, photoId: photoId ?? (await givenPhoto(company, rep)) };
}
const tap = async (given: Tapped = {}) =>
  (await company.as(rep).call("checkIns.create", undefined, await bodyOf(given))).checkIn;
const photosOf = (checkInId: string) => stored("files", { usedBy: `checkIn:${checkInId}` });

describe("a photo that is taken at the tap", () => {
  it("belongs to the check-in, and its rep reads that it is there", async () => {
    const checkIn = await tap();
    expect(checkIn).toMatchObject({ verdict: "inside", hasPhoto: true });
    const { items } = await company.as(rep).call("checkIns.mine", { on: "2026-03-26" });
    expect(items).toMatchObject([{ hasPhoto: true }]);
    expect(await photosOf(checkIn.checkInId)).toHaveLength(1);
  });

  describe("is there for its rep to look at", () => {
    const own = (checkInId: string) => company.as(rep).call("checkIns.photos", { checkInId });

    it("also of a check-in that nobody decides on, which nobody else sees", async () => {
      const { checkInId } = await tap();
      const { photos, isSeenByDeciders } = await own(checkInId);
      expect(photos.map(({ takenFor }) => takenFor)).toEqual(["tap"]);
      expect(isSeenByDeciders).toBe(false);
      expect((await fetch(`${company.app.baseUrl}${photos[0]?.url}`)).status).toBe(200);
    });

    it("of one in doubt, which whoever decides sees as well", async () => {
      expect(await own((await tap({ northM: 215 })).checkInId)).toMatchObject({
        photos: [{ takenFor: "tap" }],
        isSeenByDeciders: true,
      });
    });

    it("with until when it is kept, and no longer", async () => {
      const { checkInId } = await tap();
      const [photo] = (await own(checkInId)).photos;
      const [file] = await photosOf(checkInId);
      expect(photo?.keptUntil).toBe((file?.keptUntil as Date).toISOString());
      const { deps } = company.app;
      const after = new Date(Date.parse(photo?.keptUntil ?? "") + 2 * 86_400_000);
      const slot = { at: after, runId: "erase-files@1" };
      await eraseFiles(deps, slot, auditInsert(deps.realNow));
      expect((await own(checkInId)).photos).toEqual([]);
    });

    it("by a link that holds for five minutes", async () => {
      const [photo] = (await own((await tap()).checkInId)).photos;
      company.app.passRealTime({ seconds: 301 });
      expect((await fetch(`${company.app.baseUrl}${photo?.url}`)).status).toBe(404);
    });

    it("and is no look of somebody at them", async () => {
      await own((await tap({ northM: 215 })).checkInId);
      expect((await company.as(rep).call("privacy.looked")).items).toEqual([]);
    });

    it("and not for their leader by this way, nor for a colleague", async () => {
      const { checkInId } = await tap();
      const ask = async (person: Person) =>
        (await company.as(person).send("checkIns.photos", { params: { checkInId } })).status;
      expect([await ask(manager), await ask(colleague)]).toEqual([404, 404]);
    });
  });

  it("makes no position better than it is", async () => {
    expect((await tap({ northM: 2_400 })).verdict).toBe("outside");
    expect((await tap({ northM: 215, at: another })).verdict).toBe("doubtful");
  });

  it("is seen by the leader who decides on a check-in in doubt", async () => {
    const { checkInId } = await tap({ northM: 215 });
    const { review } = await company.as(manager).call("reviews.read", { checkInId });
    expect(review.answer).toBeNull();
    expect((await fetch(`${company.app.baseUrl}${review.tapPhotoUrl}`)).status).toBe(200);
  });

  it("is one check-in with one photo, however often both arrive", async () => {
    const body = await bodyOf({ northM: 215 });
    const send = () => company.as(rep).call("checkIns.create", undefined, body);
    const answers = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const checkInId = answers[0]?.checkIn.checkInId ?? "";
    expect(await photosOf(checkInId)).toHaveLength(1);
    expect(await stored("checkInReviews", { _id: checkInId })).toHaveLength(1);
  });

  it.each([
    ["is somebody else's", async () => givenPhoto(company, colleague), "file.unknown"],
    ["has not arrived", async () => randomUUID(), "file.unknown"],
    ["shows another check-in", async () => (await usedPhoto()).fileId, "file.differs"],
  ])("that %s is refused with its tap, and nothing is kept", async (_, photo, code) => {
    const photoId = await photo();
    const before = (await stored("checkIns")).length;
    await expect(tap({ photoId, at: another })).rejects.toMatchObject({ code });
    expect(await stored("checkIns")).toHaveLength(before);
  });

  it("that is another one than the phone has taken is refused with its tap", async () => {
    const body = { ...(await bodyOf({})), photoHash: "0".repeat(64) };
    const { body: answer } = await company.as(rep).send("checkIns.create", { body });
    expect(answer).toMatchObject({ status: 409, code: "file.differs" });
  });

  it("is in what its rep takes out of what is kept about them", async () => {
    await tap();
    const { checkIns } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    const [photo] = checkIns[0]?.photos ?? [];
    const [file] = await stored("files");
    expect([photo?.takenFor, photo?.hash]).toEqual(["tap", file?.sentHash]);
    expect((await fetch(`${company.app.baseUrl}${photo?.url}`)).status).toBe(200);
  });

  it("stays where what was shown to explain it is shown anew, and the one before that goes at night", async () => {
    const { checkInId, review } = await tap({ northM: 215 });
    const say = async (revision: number) => {
      const body = { commandId: randomUUID(), revision, text: "在门口", photoId: await givenPhoto(company, rep) };
      return (await company.as(rep).call("checkIns.answer", { checkInId }, body)).checkIn.review?.revision ?? 0;
    };
    await say(await say(review?.revision ?? 0));
    const { deps } = company.app;
    const slot = { at: new Date("2026-03-27T02:32:00+08:00"), runId: "erase-files@1" };
    expect(await eraseFiles(deps, slot, auditInsert(deps.realNow))).toBe(1);
    const { checkIns } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    expect(checkIns[0]?.photos?.map(({ takenFor }) => takenFor)).toEqual(["tap", "answer"]);
    expect(await photosOf(checkInId)).toHaveLength(2);
  });

  async function usedPhoto() {
    const fileId = await givenPhoto(company, rep);
    return { fileId, checkIn: await tap({ photoId: fileId }) };
  }
});

describe("a tap with a photo at a place without a pin", () => {
  beforeEach(() => withoutPin(company, customer));
  const proposals = () => stored("pinProposals");

  it("counts with doubt at once", async () => {
    const checkIn = await tap();
    expect(checkIn).toMatchObject({ verdict: "doubtful", review: { state: "open", doubts: ["noPin"] } });
    const { visit } = await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn));
    expect(visit.effective).toBe(true);
  });

  it("proposes the pin, which the leader confirms with it", async () => {
    const { checkInId } = await tap();
    const [asked] = (await company.as(manager).call("pins.list", {})).items;
    expect(asked).toMatchObject({ byName: "小王", source: "checkIn", note: null });
    const items = asked ? [{ proposalId: asked.proposalId, revision: asked.revision }] : [];
    await company.as(manager).call("pins.decide", undefined, {
      ...{ commandId: randomUUID(), accepted: true, reason: null, items },
    });
    await company.workAll();
    const { review } = await company.as(manager).call("reviews.read", { checkInId });
    expect(review.state).toBe("accepted");
    expect((await tap()).verdict).toBe("inside");
  });

  it("is proposed once, however often it arrives", async () => {
    const body = await bodyOf({});
    const send = () => company.as(rep).call("checkIns.create", undefined, body);
    await Promise.all([send(), send()]);
    expect(await proposals()).toMatchObject([{ revision: 1 }]);
  });

  it("proposes nothing where the position is not exact to 50 m", async () => {
    expect((await tap({ accuracyM: 51 })).verdict).toBe("unverified");
    expect(await proposals()).toEqual([]);
  });

  it("proposes nothing without a photo", async () => {
    const body = checkInBody(company, customer, { northM: 0 });
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, body);
    expect([checkIn.verdict, checkIn.hasPhoto]).toEqual(["unverified", false]);
    expect(await proposals()).toEqual([]);
  });
});
