import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { auditInsert } from "../../../server/audit";
import { eraseFiles } from "../../../server/files";
import {
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenTeam,
  type Person,
  prepare,
} from "../../support/given";
import { stored } from "../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  await givenConsent(company, rep);
  const customer = await givenCustomer(company, { owner: rep });
  return { manager, rep, colleague, customer, next: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let customer: Customer;
/** Another one of the rep's. */
let next: Customer;
beforeEach(async () => {
  ({ company, manager, rep, colleague, customer, next } = await start());
});

/** A photo as a phone takes it: on its side, with where it was taken written into it. */
const taken = (color: string, { width = 400, height = 300 } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: color } })
    .withExif({ IFD0: { Make: "Phone" }, IFD3: { GPSLatitude: "23/1 7/1 44/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const put = (bytes: Buffer, { fileId = company.newId(), by = rep, type = "image/jpeg" } = {}) =>
  company.as(by).send("files.put", { params: { fileId }, content: { type, base64: bytes.toString("base64") } });
async function sent(bytes: Buffer, by = rep): Promise<string> {
  const fileId = company.newId();
  expect(await put(bytes, { fileId, by })).toMatchObject({ status: 200 });
  return fileId;
}

/** The doubtful check-in, and what its rep says about it with a photo. */
async function answered(
  photoId: string | undefined,
  more: { text?: string; revision?: number; checkInId?: string; at?: Customer } = {},
) {
  const checkInId =
    more.checkInId ?? (await givenCheckIn(company, { rep, customer: more.at ?? customer, northM: 215 })).checkInId;
  const body = { commandId: company.newId(), revision: more.revision ?? 1, text: more.text ?? "在卸货区" };
  const { checkIn } = await company
    .as(rep)
    .call("checkIns.answer", { checkInId }, { ...body, ...(photoId !== undefined && { photoId }) });
  return checkIn;
}
const seenByLeader = async (checkInId: string) =>
  (await company.as(manager).call("reviews.read", { checkInId })).review.answer?.photoUrl ?? null;

/** Asks for a picture as a page does: without a session. */
async function fetched(url: string): Promise<{ status: number; type: string | null; bytes: Buffer }> {
  const answer = await fetch(`${company.app.baseUrl}${url}`);
  return {
    status: answer.status,
    type: answer.headers.get("content-type"),
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}

const filesDir = () => company.app.deps.settings.FILES_DIR;
async function filesOnDisk(): Promise<string[]> {
  const found = await readdir(filesDir(), { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
}
const eraseOld = () =>
  eraseFiles(
    company.app.deps,
    { at: company.app.deps.clock.now(), runId: company.newId() },
    auditInsert(() => new Date()),
  );

describe("a photo that a rep sends", () => {
  it("is seen by the leader who decides, upright", async () => {
    const { checkInId } = await answered(await sent(await taken("#c02040")));
    const photo = await fetched((await seenByLeader(checkInId)) ?? "");
    expect(photo).toMatchObject({ status: 200, type: "image/jpeg" });
    expect(await sharp(photo.bytes).metadata()).toMatchObject({ width: 300, height: 400 });
  });

  it("is kept without what the camera wrote into it, such as where it was taken", async () => {
    await sent(await taken("#103050"));
    const newest = (await filesOnDisk()).at(-1) ?? "";
    const bytes = await readFile(newest);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(bytes.includes("Phone")).toBe(false);
  });

  it("is made smaller where it is larger than a screen", async () => {
    const { checkInId } = await answered(await sent(await taken("#305010", { width: 4_000, height: 3_000 })));
    const photo = await fetched((await seenByLeader(checkInId)) ?? "");
    expect(await sharp(photo.bytes).metadata()).toMatchObject({ width: 1_200, height: 1_600 });
  });

  it("is one photo, however often it arrives", async () => {
    const [fileId, bytes] = [company.newId(), await taken("#445566")];
    const before = (await filesOnDisk()).length;
    const answers = await Promise.all([1, 2, 3].map(() => put(bytes, { fileId })));
    answers.push(await put(bytes, { fileId }));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      Array(4).fill([200, { fileId: `${rep.memberId}:${fileId}` }]),
    );
    expect((await filesOnDisk()).length - before).toBe(1);
  });

  it("is refused where another one has its id", async () => {
    const fileId = company.newId();
    await put(await taken("#111111"), { fileId });
    expect((await put(await taken("#222222"), { fileId })).body).toMatchObject({ status: 409, code: "file.differs" });
  });

  it("is kept without what was hidden behind its picture", async () => {
    await sent(Buffer.concat([await taken("#204060"), Buffer.from("<script>alert('polyglot')</script>")]));
    const kept = await Promise.all((await filesOnDisk()).map((file) => readFile(file)));
    expect(kept.map((bytes) => bytes.includes("polyglot"))).not.toContain(true);
  });

  it.each([
    ["a page that calls itself a picture", Buffer.from("<html><script>1</script></html>")],
    ["a picture of another kind", Buffer.from("GIF89a\u0001\u0000\u0001\u0000")],
    ["the beginning of a picture and no more", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])("is refused as %s", async (_, bytes) => {
    expect((await put(bytes)).body).toMatchObject({ status: 400, code: "file.unreadable" });
    expect(await stored("files")).toEqual([]);
  });

  it("is refused above 2 MB", async () => {
    expect((await put(Buffer.alloc(2 * 1024 * 1024 + 1, 0xff))).body).toMatchObject({ status: 413 });
  });

  it("is refused as a picture of more pixels than any camera takes", async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: "#fff" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const { body } = await put(bomb, { type: "image/png" });
    expect(body).toMatchObject({ status: 400, code: "file.unreadable" });
  });

  it("is refused as a PNG of the kind that has to be held whole", async () => {
    const interlaced = await sharp({ create: { width: 900, height: 900, channels: 3, background: "#fff" } })
      .png({ progressive: true })
      .toBuffer();
    expect((await put(interlaced, { type: "image/png" })).body).toMatchObject({ status: 400, code: "file.unreadable" });
  });

  it("stays with the check-in when the rep says something more", async () => {
    const { checkInId } = await answered(await sent(await taken("#abcdef")));
    await answered(undefined, { checkInId, revision: 2, text: "门卫老李看到我了" });
    expect(await seenByLeader(checkInId)).not.toBeNull();
  });

  it("tells its rep that it is there", async () => {
    const checkIn = await answered(await sent(await taken("#fedcba")));
    expect(checkIn.review?.hasPhoto).toBe(true);
  });
});

describe("a photo is refused as evidence", () => {
  it("when it is somebody else's", async () => {
    const photoId = await sent(await taken("#777777"), colleague);
    await expect(answered(photoId)).rejects.toMatchObject({ status: 404, code: "file.unknown" });
  });

  it("when it has not arrived", async () => {
    await expect(answered(company.newId())).rejects.toMatchObject({ status: 404, code: "file.unknown" });
  });

  it("when it shows another check-in already", async () => {
    const photoId = await sent(await taken("#888888"));
    await answered(photoId);
    await expect(answered(photoId, { at: next })).rejects.toMatchObject({ status: 409, code: "file.differs" });
  });
});

describe("a link to a photo", () => {
  async function linked(at = customer): Promise<string> {
    const { checkInId } = await answered(await sent(await taken("#999999")), { at });
    return (await seenByLeader(checkInId)) ?? "";
  }

  it("opens nothing after five minutes", async () => {
    const url = await linked();
    company.app.passRealTime({ seconds: 301 });
    expect(await fetched(url)).toMatchObject({ status: 404 });
  });

  it("opens nothing with a later end written into it", async () => {
    const later = (await linked()).replace(/until=(\d+)/, (_, until: string) => `until=${Number(until) + 1}`);
    expect(await fetched(later)).toMatchObject({ status: 404 });
  });

  it("opens no other photo", async () => {
    const [one, other] = [await linked(), await linked(next)];
    const mixed = `${one.split("?")[0]}?${other.split("?")[1]}`;
    expect(await fetched(mixed)).toMatchObject({ status: 404 });
  });
});

describe("photos that are kept no longer", () => {
  const afterDays = async (days: number) => {
    company.app.clock.advance({ hours: 24 * days });
    return eraseOld();
  };

  it("go after a week where nothing has used them, the bytes with them", async () => {
    await eraseOld();
    const before = (await filesOnDisk()).length;
    await sent(await taken("#123456"));
    await afterDays(6);
    expect((await filesOnDisk()).length - before).toBe(1);
    await afterDays(2);
    expect((await filesOnDisk()).length - before).toBe(0);
  });

  it("stay for two years where a check-in shows them", async () => {
    const { checkInId } = await answered(await sent(await taken("#654321")));
    await afterDays(729);
    const kept = async () => (await stored("files")).filter((file) => file.usedBy === `checkIn:${checkInId}`).length;
    expect(await kept()).toBe(1);
    await afterDays(2);
    expect(await kept()).toBe(0);
  });
});
