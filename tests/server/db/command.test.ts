import { model, Schema } from "mongoose";
import { canonicalJson } from "@shared/domain/canonicalJson";
import { AppError } from "@shared/errors";
import { auditInsert } from "../../../server/audit";
import {
  command,
  configureCommands,
  insert,
  schemaVersion,
  updateAtRevision,
  type CommandRequest,
  type Decision,
} from "../../../server/db";
import { CommandModel } from "../../../server/db/commandModel";
import { FieldKeys } from "../../../server/db/encryptedFields";
import { sha256 } from "../../../server/lib/ids";
import { testFieldKey } from "../../support/testSettings";
import { lookAt, resetDatabase, stored } from "../../support/testDatabase";

const potSchema = new Schema(
  {
    _id: { type: String, required: true },
    fen: { type: Number, required: true },
    revision: { type: Number, required: true },
    schemaVersion,
  },
  { collection: "testPots", strict: "throw", autoIndex: false, versionKey: false },
);
potSchema.index({ _id: 1, revision: 1 });
const PotModel = model("TestPot", potSchema);

const now = new Date("2026-03-26T01:00:00Z");
const request = (more: Partial<CommandRequest> = {}): CommandRequest => ({
  actor: { kind: "member", id: "xiaowang" },
  commandId: "c1",
  kind: "pot.add",
  body: { fen: 500 },
  ...more,
});

/** Reads the pot, adds to it, and answers what is in it then. */
async function addFen(fen: number): Promise<Decision<{ fen: number; at: Date }>> {
  const pot = await PotModel.findOne({ _id: "pot" }).lean();
  if (!pot) throw new AppError("sale.unknown", "no pot");
  return {
    answer: { fen: pot.fen + fen, at: now },
    audit: { action: "pot.add", subject: "pot", at: now, detail: { fen } },
    write: (session) =>
      updateAtRevision(PotModel, { id: "pot", revision: pot.revision, set: { fen: pot.fen + fen } }, session),
  };
}

const fenInPot = async () => (await stored("testPots"))[0]?.fen as number;

/** This process has these keys, the first of which it writes with. */
const withKeys = (...ids: string[]) => {
  const fieldKeys = new FieldKeys(ids.map(testFieldKey).join(","));
  configureCommands({ realNow: () => now, insertAudit: auditInsert(() => now), fieldKeys });
};

beforeEach(async () => {
  await resetDatabase();
  withKeys("k1");
  await PotModel.create({ _id: "pot", fen: 1000, revision: 1 });
});

describe("a command", () => {
  it("has one effect with one answer, however often it is sent", async () => {
    const first = await command(request(), () => addFen(500));
    const again = await command(request(), () => addFen(500));
    expect(again).toEqual(first);
    expect(first).toEqual({ fen: 1500, at: "2026-03-26T01:00:00.000Z" });
    expect(await fenInPot()).toBe(1500);
  });

  it("is done once when eight copies arrive at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => command(request(), () => addFen(500))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await fenInPot()).toBe(1500);
    expect(await stored("auditEntries")).toHaveLength(1);
  });

  it("is done once when eight processes get a copy each", async () => {
    // Different queue keys: nothing in this process keeps the copies apart, as in eight processes.
    const copies = Array.from({ length: 8 }, (_, n) => command(request({ queue: `process ${n}` }), () => addFen(500)));
    await Promise.all(copies);
    expect(await fenInPot()).toBe(1500);
    expect(await stored("commands")).toHaveLength(1);
  });

  it("gives the first answer to a copy that a rule refuses once the other process is done", async () => {
    const openOnce = async (): Promise<Decision<{ opened: boolean }>> => {
      const pot = await PotModel.findOne({ _id: "pot" }).lean();
      if (pot?.fen !== 1000) throw new AppError("sale.alreadyConfirmed", "somebody was faster");
      return {
        answer: { opened: true },
        write: (session) => updateAtRevision(PotModel, { id: "pot", revision: pot.revision, set: { fen: 1 } }, session),
      };
    };
    const copies = Array.from({ length: 8 }, (_, n) => command(request({ queue: `process ${n}` }), openOnce));
    expect(await Promise.all(copies)).toEqual(Array(8).fill({ opened: true }));
    await expect(command(request({ commandId: "c2" }), openOnce)).rejects.toMatchObject({
      code: "sale.alreadyConfirmed",
    });
  });

  it("is refused when its id was used for something else", async () => {
    await command(request(), () => addFen(500));
    await expect(command(request({ body: { fen: 501 } }), () => addFen(501))).rejects.toMatchObject({
      code: "command.reused",
    });
    await expect(command(request({ kind: "pot.empty" }), () => addFen(500))).rejects.toMatchObject({
      code: "command.reused",
    });
    expect(await fenInPot()).toBe(1500);
  });

  it("leaves nothing by which what was sent could be tried out", async () => {
    const body = { phone: "13800001234" };
    await command(request({ body }), () => addFen(500));
    const [{ bodyHash } = {}] = await stored("commands");
    expect(bodyHash).toMatch(/^k1\./);
    expect(bodyHash).not.toContain(sha256(canonicalJson({ kind: "pot.add", body })));
  });

  it("is known again while its hash's key is there, as an old one that is not keyed is", async () => {
    await command(request(), () => addFen(500));
    withKeys("k2", "k1");
    await command(request(), () => addFen(500));
    await expect(command(request({ body: { fen: 1 } }), () => addFen(1))).rejects.toMatchObject({
      code: "command.reused",
    });
    const bodyHash = sha256(canonicalJson({ kind: "pot.add", body: { fen: 500 } }));
    await lookAt(() => CommandModel.updateMany({}, { $set: { bodyHash } }));
    await command(request(), () => addFen(500));
    await expect(command(request({ body: { fen: 1 } }), () => addFen(1))).rejects.toMatchObject({
      code: "command.reused",
    });
    expect(await fenInPot()).toBe(1500);
  });

  it("gets its first answer where the key of its hash has been put away", async () => {
    const first = await command(request(), () => addFen(500));
    withKeys("k2");
    expect(await command(request(), () => addFen(500))).toEqual(first);
    expect(await fenInPot()).toBe(1500);
  });

  it("is somebody else's when another member sends the same id", async () => {
    await command(request(), () => addFen(500));
    await command(request({ actor: { kind: "member", id: "chenhao" } }), () => addFen(500));
    expect(await fenInPot()).toBe(2000);
  });

  it("takes the order of fields in a body for nothing", async () => {
    await command(request({ body: { a: 1, b: 2 } }), () => addFen(500));
    await command(request({ body: { b: 2, a: 1 } }), () => addFen(500));
    expect(await fenInPot()).toBe(1500);
  });

  it("loses nothing when eight different ones change the same document at once", async () => {
    const all = Array.from({ length: 8 }, (_, n) =>
      command(request({ commandId: `c${n}`, queue: `q${n}` }), () => addFen(100)),
    );
    await Promise.all(all);
    expect(await fenInPot()).toBe(1800);
    expect(await stored("auditEntries")).toHaveLength(8);
  });

  it("reads and decides again when somebody was faster", async () => {
    let decisions = 0;
    const answer = await command(request(), async () => {
      const decision = await addFen(500);
      decisions += 1;
      if (decisions === 1) await PotModel.updateOne({ _id: "pot" }, { $set: { fen: 9000, revision: 2 } });
      return decision;
    });
    expect(decisions).toBe(2);
    expect(answer.fen).toBe(9500);
  });

  it("gives up with a clear answer when others never let it through", async () => {
    const decide = async () => ({
      ...(await addFen(500)),
      write: (session: never) => updateAtRevision(PotModel, { id: "pot", revision: 99, set: {} }, session),
    });
    await expect(command(request(), decide)).rejects.toMatchObject({ code: "conflict.busy" });
    expect(await stored("commands")).toHaveLength(0);
  });

  it("may be sent again when a rule has refused it", async () => {
    const refuse = async (): Promise<Decision<unknown>> => {
      throw new AppError("sale.inFuture", "tomorrow");
    };
    await expect(command(request(), refuse)).rejects.toMatchObject({ code: "sale.inFuture" });
    expect(await stored("commands")).toHaveLength(0);
    await command(request(), () => addFen(500));
    expect(await fenInPot()).toBe(1500);
  });

  it("writes all or nothing when a write fails half way", async () => {
    const decide = async (): Promise<Decision<null>> => ({
      answer: null,
      write: async (session) => {
        await updateAtRevision(PotModel, { id: "pot", revision: 1, set: { fen: 0 } }, session);
        throw new Error("the power is gone");
      },
    });
    await expect(command(request(), decide)).rejects.toThrow("the power is gone");
    expect(await fenInPot()).toBe(1000);
    expect(await stored("commands")).toHaveLength(0);
  });

  it("keeps who did what to what, when, in the same transaction", async () => {
    await command(request(), () => addFen(500));
    expect(await stored("auditEntries")).toMatchObject([
      {
        _id: "xiaowang:c1",
        actor: { kind: "member", id: "xiaowang" },
        action: "pot.add",
        subject: "pot",
        at: now,
        detail: { fen: 500 },
        schemaVersion: 1,
      },
    ]);
  });

  it("sees what another has made meanwhile where both would make the same thing", async () => {
    const makeOnce = async (): Promise<Decision<{ made: boolean }>> => {
      const there = await PotModel.findOne({ _id: "second" }).lean();
      return {
        answer: { made: !there },
        write: async (session) => {
          if (!there) await insert(PotModel, { _id: "second", fen: 0, revision: 1 }, session);
        },
      };
    };
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => command(request({ commandId: `m${n}`, queue: `q${n}` }), makeOnce)),
    );
    expect(answers.filter(({ made }) => made)).toHaveLength(1);
  });
});
