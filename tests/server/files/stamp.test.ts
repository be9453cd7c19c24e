import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { auditInsert } from "../../../server/audit";
import { eraseStamps, photoFontService } from "../../../server/files";
import { photoFont } from "../../../server/files/photoFont";
import { stamped } from "../../../server/files/stamped";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenTeam,
  type Person,
  prepare,
} from "../../support/given";
import { stored } from "../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{ name: "小王" }] });
  const [rep] = reps;
  await givenConsent(company, rep);
  return { manager, rep, customer: await givenCustomer(company, { owner: rep, shortName: "海岳 <机械> & 仓库" }) };
});

let company: Company;
let manager: Person;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, rep, customer } = await start());
});

const white = { width: 1_200, height: 900, channels: 3, background: "#ffffff" } as const;

/** A check-in in doubt with a white photo. */
async function tapped(): Promise<string> {
  const bytes = await sharp({ create: white }).jpeg().toBuffer();
  const photoId = company.newId();
  const content = { type: "image/jpeg", base64: bytes.toString("base64") };
  await company.as(rep).send("files.put", { params: { fileId: photoId }, content });
  const body = { ...checkInBody(company, customer, { northM: 215 }), photoId };
  return (await company.as(rep).call("checkIns.create", undefined, body)).checkIn.checkInId;
}

/** The photo as its leader sees it. */
async function seen(checkInId: string): Promise<Buffer> {
  const { review } = await company.as(manager).call("reviews.read", { checkInId });
  return Buffer.from(await (await fetch(`${company.app.baseUrl}${review.tapPhotoUrl}`)).arrayBuffer());
}

/** The mean of a strip of it, from 0, black, to 255. */
async function brightness(photo: Buffer, { top, height }: { top: number; height: number }): Promise<number> {
  const strip = await sharp(photo).extract({ left: 0, top, width: 1_200, height }).toBuffer();
  return Math.round((await sharp(strip).stats()).channels[0]?.mean ?? 0);
}
const foot = { top: 800, height: 100 };
const middle = { top: 300, height: 100 };

it("a photo that is looked at has the place, the person and the server's time at its foot", async () => {
  const photo = await seen(await tapped());
  expect(await brightness(photo, middle)).toBe(255);
  expect(await brightness(photo, foot)).toBeLessThan(170);
  const [file] = await stored("files");
  expect(file?.stamp).toMatchObject({ place: expect.stringContaining("海岳 <机械> & 仓库") as string, who: "小王" });
});

it("the photo that is kept has none of it", async () => {
  const checkInId = await tapped();
  company.app.clock.advance({ hours: 24 * 91 });
  const photo = await seen(checkInId);
  expect(await brightness(photo, foot)).toBe(255);
});

it("where it was taken is erased after 90 days, while the photo stays", async () => {
  await tapped();
  const erase = () =>
    eraseStamps(
      company.app.deps,
      { at: company.app.deps.clock.now(), runId: company.newId() },
      auditInsert(() => new Date()),
    );
  company.app.clock.advance({ hours: 24 * 89 });
  expect(await erase()).toBe(0);
  company.app.clock.advance({ hours: 48 });
  expect([await erase(), await erase()]).toEqual([1, 0]);
  expect(await stored("files")).toMatchObject([{ stamp: null }]);
});

it("Chinese is written with the font of the packages, each sign as its own", async () => {
  const written = async (text: string) =>
    sharp(await stamped(await sharp({ create: white }).jpeg().toBuffer(), [text], photoFont({})))
      .extract({ left: 0, top: 820, width: 400, height: 80 })
      .raw()
      .toBuffer();
  const [one, other] = [await written("仓库"), await written("总部")];
  expect(one.equals(other)).toBe(false);
});

it("a font that cannot be read is told when the server starts", async () => {
  const folder = path.resolve("dist/.fonts");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "none.ttf");
  writeFileSync(file, "no font");
  const { settings } = company.app.deps;
  const service = (font: string) => photoFontService({ settings: { ...settings, PHOTO_FONT_FILE: font } });
  await expect(service(file).start()).rejects.toThrow(/PHOTO_FONT_FILE/);
  await expect(service(path.join(folder, "missing.ttf")).start()).rejects.toThrow(/PHOTO_FONT_FILE/);
  await expect(photoFontService({ settings }).start()).resolves.toBeUndefined();
});
