import { createHash, randomUUID } from "node:crypto";
import type { BodyOf, VisitTypeView, VisitView } from "@shared/contracts";
import type { RecordFile } from "@shared/domain/visitType";
import { auditInsert } from "../../../../server/audit";
import { eraseFiles } from "../../../../server/files";
import {
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenFile,
  givenMember,
  givenTeam,
  type Person,
  prepare,
  visitBody,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

type Steps = VisitTypeView["steps"];
const steps: Steps = [
  { stepId: "record", kind: "record", label: "店里的情况", required: true, options: [] },
  { stepId: "shelf", kind: "photo", label: "货架照片", required: true, options: [] },
  { stepId: "stock", kind: "products", label: "在架数量", required: false, options: ["酸奶", "牛奶"] },
  { stepId: "sign", kind: "signature", label: "签收", required: false, options: [] },
];

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { manager: { name: "陈浩" }, reps: [{ name: "小王" }, {}] });
  const [rep, colleague] = reps;
  const admin = await givenMember(company, { roles: ["admin"] });
  await givenConsent(company, rep);
  const customer = await givenCustomer(company, { owner: rep, shortName: "海岳超市" });
  const next = await givenCustomer(company, { owner: rep });
  const type = { commandId: randomUUID(), version: 0, name: "查货架", asksTimeOnSite: false, inUse: true } as const;
  await company.as(admin).call("visitTypes.save", { typeId: "t-shelf" }, { ...type, seenBy: "everybody", steps });
  return { manager, rep, colleague, customer, next };
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

type Answers = NonNullable<BodyOf<"visits.record">["answers"]>;
const shelfOf = (...files: RecordFile[]): Answers => [{ stepId: "shelf", value: "", files }];

async function bodyOf(answers: Answers, at = customer): Promise<BodyOf<"visits.record">> {
  const checkIn = await givenCheckIn(company, { rep, customer: at });
  return visitBody(company, checkIn, { type: { typeId: "t-shelf", version: 1 }, answers });
}
const send = async (body: BodyOf<"visits.record">) =>
  (await company.as(rep).call("visits.record", undefined, body)).visit;
const record = async (answers: Answers) => send(await bodyOf(answers));

const correct = (visit: VisitView, answers: Answers, version = 1) =>
  company.as(rep).call(
    "visits.correct",
    { visitId: visit.visitId },
    {
      ...{ commandId: randomUUID(), version, purpose: "followUp", peopleMet: "张主任", record: "确认了交期" },
      ...{ nextStep: { text: "送样", on: "2026-04-02" }, answers },
    },
  );
const read = ({ visitId }: VisitView, by = rep) => company.as(by).call("visits.read", { visitId });
const fetched = async (url: string | null | undefined) => {
  const answer = await fetch(`${company.app.baseUrl}${url}`);
  return [answer.status, answer.headers.get("content-type")];
};

describe("a step with photos", () => {
  it("makes the visit effective once they are there", async () => {
    expect(await record(shelfOf(await givenFile(company, rep), await givenFile(company, rep)))).toMatchObject({
      effective: true,
      answers: [{ stepId: "shelf", files: [{}, {}] }],
    });
  });

  it("is missing without one", async () => {
    expect(await record([])).toMatchObject({ effective: false, reason: "steps.missing" });
  });

  it("may be filled in by a correction within the day", async () => {
    const visit = await record([]);
    const photo = await givenFile(company, rep);
    expect(await correct(visit, shelfOf(photo))).toMatchObject({ effective: true, version: 2 });
    expect((await read(visit)).files).toMatchObject([{ fileId: photo.fileId }]);
  });

  it("is seen by its rep and by who leads them, with a look noted", async () => {
    const visit = await record(shelfOf(await givenFile(company, rep)));
    const [own] = (await read(visit)).files ?? [];
    expect(await fetched(own?.url)).toEqual([200, "image/jpeg"]);
    const [seen] = (await read(visit, manager)).files ?? [];
    expect(await fetched(seen?.url)).toEqual([200, "image/jpeg"]);
    expect((await company.as(rep).call("privacy.looked", {})).items).toMatchObject([
      { byName: "陈浩", visits: [{ customerName: "海岳超市" }] },
    ]);
  });

  it("tells others how many there are", async () => {
    const visit = await record(shelfOf(await givenFile(company, rep)));
    const { items } = await company.as(manager).call("customers.timeline", { customerId: visit.customerId });
    expect(items).toContainEqual(
      expect.objectContaining({ kind: "visit", answers: [{ label: "货架照片", value: "", files: 1 }] }),
    );
  });

  it("has its place and day written onto each photo, as long as positions are kept", async () => {
    const visit = await record(shelfOf(await givenFile(company, rep)));
    expect(await stored("files", { usedBy: `visit:${visit.visitId}` })).toMatchObject([
      { stamp: { place: "海岳超市 · 总部", who: "小王" } },
    ]);
  });

  it("is one record with its photos, however often it arrives", async () => {
    const body = await bodyOf(shelfOf(await givenFile(company, rep)));
    const answers = await Promise.all([send(body), send(body), send(body)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await stored("files", { usedBy: `visit:${answers[0]?.visitId}` })).toHaveLength(1);
  });
});

describe("a file that a record names", () => {
  const unknown: RecordFile = { fileId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9b09", hash: "0".repeat(64) };

  it.each<[string, () => Promise<RecordFile>, string]>([
    ["that has not arrived", async () => unknown, "file.unknown"],
    ["that is another person's", () => givenFile(company, colleague), "file.unknown"],
    ["that is another one", async () => ({ ...(await givenFile(company, rep)), hash: "0".repeat(64) }), "file.differs"],
  ])("%s is refused by name, and nothing is recorded", async (_, given, code) => {
    const file = await given();
    await expect(record(shelfOf(file))).rejects.toMatchObject({ code, problem: { fileId: file.fileId } });
    expect(await stored("visits")).toHaveLength(0);
  });

  it("that belongs to another visit is refused", async () => {
    const file = await givenFile(company, rep);
    await record(shelfOf(file));
    await expect(send(await bodyOf(shelfOf(file), next))).rejects.toMatchObject({ code: "file.differs" });
  });

  it("that belongs to a check-in is refused", async () => {
    const file = await givenFile(company, rep);
    const { checkInId } = await givenCheckIn(company, { rep, customer: next, northM: 215 });
    const said = { commandId: randomUUID(), revision: 1, text: "在卸货区", photoId: file.fileId };
    await company.as(rep).call("checkIns.answer", { checkInId }, said);
    await expect(record(shelfOf(file))).rejects.toMatchObject({ code: "file.differs" });
  });

  it("stays with the version that it was taken for when a correction leaves it out", async () => {
    const [first, second] = [await givenFile(company, rep), await givenFile(company, rep)];
    const visit = await record(shelfOf(first));
    await correct(visit, shelfOf(second));
    const { visit: now, earlier, files } = await read(visit);
    expect([now.answers, earlier[0]?.answers]).toEqual([shelfOf(second), shelfOf(first)]);
    expect(files?.map(({ fileId, url }) => [fileId, url !== null])).toEqual([
      [second.fileId, true],
      [first.fileId, true],
    ]);
  });

  it("may come back from an earlier version", async () => {
    const [first, second] = [await givenFile(company, rep), await givenFile(company, rep)];
    const visit = await record(shelfOf(first));
    await correct(visit, shelfOf(second));
    expect(await correct(visit, shelfOf(first), 2)).toMatchObject({ version: 3 });
  });

  it("is told to be erased after twenty-four months, and the record stays", async () => {
    const visit = await record(shelfOf(await givenFile(company, rep)));
    company.app.clock.set("2028-04-01T10:00:00+08:00");
    await eraseFiles(
      company.app.deps,
      { at: company.app.deps.clock.now(), runId: company.newId() },
      auditInsert(() => new Date()),
    );
    const { files, visit: kept } = await read(visit);
    expect([files?.map(({ url }) => url), kept.effective]).toEqual([[null], true]);
  });

  it("is in its rep's own export, by the name of its step", async () => {
    const file = await givenFile(company, rep);
    await record(shelfOf(file));
    const { visits } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    expect(visits[0]?.files).toMatchObject([{ label: "货架照片", hash: file.hash }]);
  });
});

describe("a list of products", () => {
  it("is kept with a count each, in the order of the list", async () => {
    const counts = [
      { product: "牛奶", count: 12 },
      { product: "酸奶", count: 0 },
    ];
    const visit = await record([...shelfOf(await givenFile(company, rep)), { stepId: "stock", value: "", counts }]);
    expect((await read(visit)).visit.answers[1]).toEqual({
      stepId: "stock",
      value: "",
      counts: [counts[1], counts[0]],
    });
  });

  it("takes no product that is not on it", async () => {
    const counts = [{ product: "可乐", count: 1 }];
    await expect(record([{ stepId: "stock", value: "", counts }])).rejects.toMatchObject({
      code: "input.invalid",
      problem: { fields: [{ field: "answers.0.value", code: "answer.notOffered" }] },
    });
  });
});

describe("a signature", () => {
  it("is kept as the drawing that it is, with who signed, and nothing is written over it", async () => {
    const drawn = await givenFile(company, rep, "image/png");
    const visit = await record([{ stepId: "sign", value: "仓库 黄主管", files: [drawn] }]);
    const { files, visit: kept } = await read(visit);
    expect(kept.answers).toEqual([{ stepId: "sign", value: "仓库 黄主管", files: [drawn] }]);
    expect(await fetched(files?.[0]?.url)).toEqual([200, "image/png"]);
    expect(await stored("files", { usedBy: `visit:${visit.visitId}` })).toMatchObject([{ stamp: null }]);
  });

  it("of nobody is refused", async () => {
    const drawn = await givenFile(company, rep, "image/png");
    await expect(record([{ stepId: "sign", value: "", files: [drawn] }])).rejects.toMatchObject({
      code: "input.invalid",
    });
  });
});

it("a plain record has no files", async () => {
  const checkIn = await givenCheckIn(company, { rep, customer });
  const visit = await send(visitBody(company, checkIn));
  expect((await read(visit)).files).toEqual([]);
});

describe("what was spoken beside a record", () => {
  const minute = Buffer.concat([Buffer.from("ID3"), Buffer.alloc(2_000, 7)]);
  async function spoken(bytes = minute, type = "audio/mpeg"): Promise<RecordFile & { lengthMs: number }> {
    const fileId = company.newId();
    const content = { type, base64: bytes.toString("base64") };
    const { status } = await company.as(rep).send("files.put", { params: { fileId }, content });
    expect(status).toBe(200);
    return { fileId, hash: createHash("sha256").update(bytes).digest("hex"), lengthMs: 31_000 };
  }
  async function recordWith(voice: Awaited<ReturnType<typeof spoken>>): Promise<VisitView> {
    const checkIn = await givenCheckIn(company, { rep, customer });
    return send(visitBody(company, checkIn, { voice }));
  }

  it("is heard by its rep and by who leads them, as it was spoken", async () => {
    const voice = await spoken();
    const visit = await recordWith(voice);
    expect((await read(visit)).visit.voice).toEqual(voice);
    const [heard] = (await read(visit, manager)).files ?? [];
    const answer = await fetch(`${company.app.baseUrl}${heard?.url}`);
    expect([answer.headers.get("content-type"), Buffer.from(await answer.arrayBuffer())]).toEqual([
      "audio/mpeg",
      minute,
    ]);
  });

  it("comes in the parts that a player asks for", async () => {
    const [heard] = (await read(await recordWith(await spoken()))).files ?? [];
    const part = async (range: string) => {
      const answer = await fetch(`${company.app.baseUrl}${heard?.url}`, { headers: { Range: range } });
      return [answer.status, answer.headers.get("content-range"), (await answer.arrayBuffer()).byteLength];
    };
    expect(await part("bytes=0-1")).toEqual([206, "bytes 0-1/2003", 2]);
    expect(await part("bytes=2000-")).toEqual([206, "bytes 2000-2002/2003", 3]);
    expect(await part("bytes=5000-")).toEqual([200, null, 2_003]);
  });

  it("stays where a correction does not speak of it, and goes by one that takes it out", async () => {
    const voice = await spoken();
    const visit = await recordWith(voice);
    const say = (version: number, record: string, more: object) =>
      company.as(rep).call(
        "visits.correct",
        { visitId: visit.visitId },
        {
          ...{ commandId: randomUUID(), version, purpose: "followUp", peopleMet: "张主任", record },
          ...{ nextStep: { text: "送样", on: "2026-04-02" }, ...more },
        },
      );
    await say(1, "交期提前", {});
    expect((await read(visit)).visit.voice).toEqual(voice);
    await say(2, "交期提前", { voice: null });
    const { visit: now, earlier } = await read(visit);
    expect([now.voice, earlier[0]?.voice]).toEqual([null, voice]);
  });

  it("is no photo, and a photo is not heard", async () => {
    await expect(record(shelfOf(await spoken().then(({ fileId, hash }) => ({ fileId, hash }))))).rejects.toMatchObject({
      code: "file.differs",
    });
    const photo = { ...(await givenFile(company, rep)), lengthMs: 1_000 };
    await expect(recordWith(photo)).rejects.toMatchObject({ code: "file.differs" });
  });

  it.each<[string, Buffer, string, string]>([
    ["something else that is called sound", Buffer.from("<script>"), "audio/mpeg", "file.unreadable"],
    ["another kind than it says", minute, "audio/mp4", "file.unreadable"],
    ["more than a megabyte", Buffer.concat([minute, Buffer.alloc(1_100_000)]), "audio/mpeg", "body.tooLarge"],
  ])("is refused where it is %s", async (_, bytes, type, code) => {
    const content = { type, base64: bytes.toString("base64") };
    const answer = await company.as(rep).send("files.put", { params: { fileId: company.newId() }, content });
    expect(answer.body).toMatchObject({ code });
  });
});
