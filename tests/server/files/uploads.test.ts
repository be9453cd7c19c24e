import { createConnection } from "node:net";
import { readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { tableBytesMax } from "@shared/domain/fileTypes";
import { auditInsert } from "../../../server/audit";
import { eraseFiles } from "../../../server/files";
import { findTable } from "../../../server/files";
import { type Company, givenTeam, type Person, prepare } from "../../support/given";
import { stored } from "../../support/testDatabase";

const csv = "text/csv";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const text = Buffer.from("客户,电话\n海岳,0571-1\n");

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}] });
  return { rep: reps[0] };
});

let company: Company;
let rep: Person;
beforeEach(async () => {
  ({ company, rep } = await start({ settings: { RATE_MEMBER_PER_MINUTE: "100000" } }));
});

interface Put {
  by?: Person;
  fileId?: string;
  type?: string;
  headers?: Record<string, string>;
}

async function put(bytes: Buffer, { by = company.finance, fileId = company.newId(), type = csv, headers }: Put = {}) {
  const content = { type, base64: bytes.toString("base64") };
  return company.as(by).send("files.put", { params: { fileId }, content, ...(headers && { headers }) });
}

const filesOnDisk = async (): Promise<string[]> => {
  const { FILES_DIR } = company.app.deps.settings;
  const found = await readdir(FILES_DIR, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((one) => one.isFile()).map(({ name }) => name);
};

const find = (fileId: string) =>
  findTable(company.app.deps, { memberId: company.finance.memberId, fileId, usedBy: "import:1" });

async function read(fileId: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await find(fileId)).stream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe("a table that is sent to be imported", () => {
  it("is kept as it came", async () => {
    const fileId = company.newId();
    expect((await put(text, { fileId })).body).toEqual({ fileId: `${company.finance.memberId}:${fileId}` });
    expect(await read(fileId)).toEqual(text);
  });

  it("is the same one, however often it arrives", async () => {
    const fileId = company.newId();
    const answers = await Promise.all([1, 2, 3].map(() => put(text, { fileId })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await filesOnDisk()).toHaveLength(1);
  });

  it("is refused where another one has its id", async () => {
    const fileId = company.newId();
    await put(text, { fileId });
    expect((await put(Buffer.from("a,b\n"), { fileId })).body).toMatchObject({ status: 409, code: "file.differs" });
    expect(await read(fileId)).toEqual(text);
  });

  it("is what its content says, whatever it is called", async () => {
    const fileId = company.newId();
    await put(Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(100)]), { fileId, type: csv });
    expect((await find(fileId)).type).toBe(xlsx);
  });

  it.each([
    ["UTF-16 with its mark", Buffer.concat([Buffer.from("fffe", "hex"), Buffer.from("客户,电话\n", "utf16le")])],
    ["UTF-16 without it", Buffer.from("name,phone\n1,2\n", "utf16le")],
    ["an old or locked workbook", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])],
    ["GB18030", Buffer.from("bfcdbba72cb5e7bbb00a", "hex")],
  ])("may be %s", async (_what, bytes) => {
    expect((await put(bytes)).status).toBe(200);
  });

  it.each([
    ["pdf", "a PDF", Buffer.from("%PDF-1.7\n1 0 obj")],
    ["picture", "a photo", Buffer.from("ffd8ffe000104a46", "hex")],
    ["binary", "a program", Buffer.from("4d5a90000300000004000000ffff0000", "hex")],
  ])("is told to be %s where it is %s", async (found, _what, bytes) => {
    const { body } = await put(bytes, { type: xlsx });
    expect(body).toMatchObject({ status: 400, code: "file.unreadable", found });
    expect([await stored("files"), await filesOnDisk()]).toEqual([[], []]);
  });

  it("is not taken from who may not import", async () => {
    expect((await put(text, { by: rep })).body).toMatchObject({ status: 403, code: "right.missing" });
    expect(await filesOnDisk()).toEqual([]);
  });

  it("is refused as the twenty-first that no import has named", async () => {
    for (let n = 0; n < 20; n += 1) expect((await put(Buffer.from(`a${n}\n`))).status).toBe(200);
    expect((await put(text)).body).toMatchObject({ status: 429, code: "task.tooMany" });
  });

  it("may be packed", async () => {
    const fileId = company.newId();
    const answer = await put(gzipSync(text), { fileId, headers: { "content-encoding": "gzip" } });
    expect(answer.status).toBe(200);
    expect(await read(fileId)).toEqual(text);
  });

  it("is refused where it is not packed as it says", async () => {
    const answer = await put(text, { headers: { "content-encoding": "gzip" } });
    expect(answer.body).toMatchObject({ status: 400, code: "body.malformed" });
    expect(await filesOnDisk()).toEqual([]);
  });
});

/** An upload on a connection of its own, of which as much comes as is sent. */
async function upload(headers: Record<string, string>) {
  const { hostname, port } = new URL(company.app.baseUrl);
  const token = await company.app.tokenOf(company.finance.memberId);
  const lines = Object.entries({ host: "x", authorization: `Bearer ${token}`, "content-type": csv, ...headers });
  const socket = createConnection(Number(port), hostname).on("error", () => undefined);
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString("latin1")));
  const ended = new Promise<void>((end) => socket.once("close", () => end()));
  socket.write(`PUT /api/v1/files/${company.newId()} HTTP/1.1\r\n`);
  socket.write(`${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n`);
  return { socket, ended, answer: () => answer };
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300 && !(await isTrue()); tries += 1) await sleep(10);
  expect(await isTrue()).toBe(true);
}

describe("an upload", () => {
  it("that breaks off leaves nothing behind", async () => {
    const { socket, ended } = await upload({ "content-length": "1000000" });
    socket.write(Buffer.alloc(300_000, "a"));
    await until(async () => (await filesOnDisk()).length === 1);
    socket.destroy();
    await ended;
    await until(async () => (await filesOnDisk()).length === 0);
    expect(await stored("files")).toEqual([]);
  });

  it("that says it is too large is refused before anything of it comes", async () => {
    const { answer, ended } = await upload({ "content-length": String(tableBytesMax[csv] + 1) });
    await ended;
    expect(answer()).toMatch(/^HTTP\/1\.1 413/);
    expect(await filesOnDisk()).toEqual([]);
  });

  it("that turns out too large is refused as soon as it does", async () => {
    const { socket, answer, ended } = await upload({ "content-type": "image/jpeg", "transfer-encoding": "chunked" });
    const piece = Buffer.alloc(64 * 1024, "a");
    for (let n = 0; n < 40; n += 1) socket.write(Buffer.concat([Buffer.from("10000\r\n"), piece, Buffer.from("\r\n")]));
    await ended;
    expect(answer()).toMatch(/^HTTP\/1\.1 413/);
    expect(await filesOnDisk()).toEqual([]);
  });

  it("that becomes too large when it is unpacked is refused", async () => {
    const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024, "a"));
    const { body } = await put(bomb, { type: xlsx, headers: { "content-encoding": "gzip" } });
    expect(body).toMatchObject({ status: 413, code: "body.tooLarge" });
    expect(await filesOnDisk()).toEqual([]);
  });

  it("of 100 MB takes no more memory than a small one", async () => {
    const { socket, answer, ended } = await upload({
      "content-length": String(100 * 1024 * 1024),
      connection: "close",
    });
    const piece = Buffer.alloc(1024 * 1024, "a,b\n");
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let n = 0; n < 100; n += 1) {
      if (!socket.write(piece)) await new Promise((go) => socket.once("drain", go));
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    await ended;
    expect(answer()).toMatch(/^HTTP\/1\.1 200/);
    expect(most).toBeLessThan(60_000_000);
  }, 30_000);

  it("of a process that died is cleared away after a day", async () => {
    const { socket } = await upload({ "content-length": "1000000" });
    socket.write(Buffer.alloc(100_000, "a"));
    await until(async () => (await filesOnDisk()).length === 1);
    const erase = () =>
      eraseFiles(
        company.app.deps,
        { at: company.app.deps.clock.now(), runId: company.newId() },
        auditInsert(() => new Date()),
      );
    await erase();
    expect(await filesOnDisk()).toHaveLength(1);
    company.app.passRealTime({ hours: 25 });
    await erase();
    expect(await filesOnDisk()).toEqual([]);
    socket.destroy();
  });
});
