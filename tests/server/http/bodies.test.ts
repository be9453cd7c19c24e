import { createConnection, type Socket } from "node:net";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import type { TestApp } from "../../support/startTestApp";
import { startApp } from "./givenApp";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

/** Sends a login whose body may be anything, on a connection of its own. */
async function post(body: Buffer, headers: Record<string, string> = {}, sent = body): Promise<Exchange> {
  const lines = Object.entries({ "content-type": "application/json", "content-length": `${body.length}`, ...headers });
  const head = ["POST /api/v1/auth/weapp HTTP/1.1", "host: x", ...lines.map(([name, value]) => `${name}: ${value}`)];
  return exchange(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), sent]));
}

interface Exchange {
  status: number;
  head: string;
  code: unknown;
  /** Whether the server ended the connection. */
  closed: boolean;
}

/** One request on a raw connection: what came back, and whether the connection was ended by the server. */
function exchange(bytes: Buffer): Promise<Exchange> {
  const { port } = new URL(app.baseUrl);
  return new Promise((resolve, reject) => {
    let read = "";
    const socket: Socket = createConnection(Number(port), "127.0.0.1", () => socket.write(bytes));
    const done = (closed: boolean) => {
      const [head = "", body = ""] = read.split("\r\n\r\n");
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
      const { code } = JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? "{}") as { code?: unknown };
      resolve({ status, head, code, closed });
      socket.destroy();
    };
    socket.on("data", (chunk: Buffer) => {
      read += chunk.toString("utf8");
      // An answer that keeps the connection is whole with its closing brace; the other kind ends with the connection.
      if (/\r\n\r\n[\s\S]*\}/.test(read) && !/connection: close/i.test(read)) done(false);
    });
    socket.on("end", () => done(true)).on("error", reject);
  });
}

const bombText = Buffer.from(JSON.stringify({ code: "x".repeat(50_000_000) }));

describe("a body that becomes too large when it is unpacked", () => {
  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])("is refused as %s without being unpacked whole", async (encoding, pack) => {
    const bomb = pack(bombText);
    expect(bomb.length).toBeLessThan(60_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await post(bomb, { "content-encoding": encoding })).toMatchObject({ status: 413, code: "body.tooLarge" });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it("is taken where it stays small", async () => {
    const small = gzipSync(JSON.stringify({ code: "NO-CODE-OF-WECOM" }));
    expect(await post(small, { "content-encoding": "gzip" })).toMatchObject({ status: 401, code: "login.codeInvalid" });
  });
});

describe("a body that cannot be read", () => {
  it.each([
    ["is packed twice", gzipSync(gzipSync("{}")), { "content-encoding": "gzip, gzip" }],
    ["is packed in two ways", gzipSync("{}"), { "content-encoding": "br, gzip" }],
    ["is packed in a way that nobody knows", Buffer.from("{}"), { "content-encoding": "zstd" }],
    ["names a property of every object as its packing", Buffer.from("{}"), { "content-encoding": "constructor" }],
    ["is not packed as it says", Buffer.from("{}"), { "content-encoding": "gzip" }],
    ["is packed JSON of another charset", Buffer.from("{}"), { "content-type": "application/json; charset=gbk" }],
    ["is text that names JSON", Buffer.from("{}"), { "content-type": "text/plain; a=application/json" }],
    ["has no type", Buffer.from("{}"), { "content-type": "" }],
  ])("is refused where it %s", async (_what, body, headers) => {
    expect(await post(body, headers as Record<string, string>)).toMatchObject({ status: 400, code: "body.malformed" });
  });
});

describe("after a refusal", () => {
  it.each<[string, Buffer, Record<string, string>]>([
    ["of a size that was said before", Buffer.alloc(0), { "content-length": "209715200" }],
    ["of a packing that nobody knows", Buffer.alloc(1_000), { "content-encoding": "zstd", "content-length": "5000" }],
    ["of a type", Buffer.alloc(10), { "content-type": "text/plain", "content-length": "5000" }],
    ["of a size that shows itself", chunked(300_000), { "transfer-encoding": "chunked" }],
  ])("%s the connection is ended, whatever is still to come", async (_what, sent, headers) => {
    const { "content-length": length, ...rest } = headers;
    const lines = { ...(length === undefined ? {} : { "content-length": length }), ...rest };
    const head = ["POST /api/v1/auth/weapp HTTP/1.1", "host: x", "content-type: application/json"];
    const given = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
    const shown = "content-type" in lines ? head.slice(0, 2) : head;
    const bytes = Buffer.concat([Buffer.from(`${[...shown, ...given].join("\r\n")}\r\n\r\n`), sent]);
    const { status, head: answered, closed } = await exchange(bytes);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(answered).toMatch(/\r\nconnection: close/i);
    expect(closed).toBe(true);
  });

  it("of what was read whole the connection stays", async () => {
    const answer = await post(Buffer.from("{"));
    expect(answer).toMatchObject({ status: 400, code: "body.malformed", closed: false });
    expect(answer.head).toMatch(/\r\nconnection: keep-alive/i);
  });

  it("is told to a client that sends it all first", async () => {
    const body = JSON.stringify({ code: "x".repeat(5_000_000) });
    for (let n = 0; n < 5; n += 1) {
      const refused = await app.api.send("auth.loginWeapp", { body });
      expect(refused.body).toMatchObject({ status: 413, code: "body.tooLarge" });
    }
  });

  it("an endless body to a page's address ends its connection with an answer", async () => {
    const endless = Buffer.from("GET /healthz HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n");
    const { status, head, closed } = await exchange(endless);
    expect({ status, closed }).toEqual({ status: 200, closed: true });
    expect(head).toMatch(/\r\nconnection: close/i);
  });
});

function chunked(bytes: number): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.toString(16)}\r\n`), Buffer.alloc(bytes, "x"), Buffer.from("\r\n")]);
}
