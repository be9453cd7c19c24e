import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import { bodyChunks } from "../../../server/http/bodyChunks";

const requestOf = (stream: PassThrough) => Object.assign(stream, { headers: {} }) as unknown as IncomingMessage;

async function read(request: IncomingMessage, pace: { graceMs: number; bytesPerS: number }): Promise<number> {
  let bytes = 0;
  for await (const chunk of bodyChunks(request, 1_000_000, pace)) bytes += chunk.length;
  return bytes;
}

describe("a file that is being sent", () => {
  it("is given up where it comes too slowly", async () => {
    const stream = new PassThrough();
    stream.write("a");
    const slow = read(requestOf(stream), { graceMs: 50, bytesPerS: 1_000 });
    await expect(slow).rejects.toMatchObject({ code: "body.malformed", message: "the body came too slowly" });
  });

  it("may take as long as its bytes have earned", async () => {
    const stream = new PassThrough();
    const all = read(requestOf(stream), { graceMs: 100, bytesPerS: 1_000 });
    stream.write(Buffer.alloc(1_000));
    setTimeout(() => stream.end("b"), 200);
    expect(await all).toBe(1_001);
  });

  it("leaves the connection to be answered on where its reader leaves", async () => {
    const stream = new PassThrough();
    stream.write(Buffer.alloc(10));
    for await (const chunk of bodyChunks(requestOf(stream), 100)) {
      expect(chunk).toHaveLength(10);
      break;
    }
    expect(stream.destroyed).toBe(false);
  });
});
