import { model, Schema, type InferSchemaType } from "mongoose";
import { inTransaction, updateAtRevision } from "../../../server/db";
import {
  checkFieldKeys,
  encryptedField,
  FieldKeys,
  fieldKeysFit,
  noteFirstKey,
  opened,
  rotateFieldKeys,
  sealed,
  sealedFilter,
} from "../../../server/db/encryptedFields";
import { countWrites } from "../../support/failingWrites";
import { resetDatabase, stored } from "../../support/testDatabase";
import { testFieldKey } from "../../support/testSettings";

const safePhone = encryptedField({
  collection: "testSafes",
  field: "phone",
  indexes: { phoneIndex: (phone: string) => phone },
});
const safeSchema = new Schema(
  {
    _id: { type: String, required: true },
    phone: { type: String, default: null },
    phoneIndex: { type: String, default: null },
    note: { type: String, default: "" },
    revision: { type: Number, required: true },
  },
  { collection: "testSafes", strict: "throw", autoIndex: false, versionKey: false },
);
safeSchema.index({ _id: 1, revision: 1 });
safeSchema.index({ phoneIndex: 1 });
const SafeModel = model("TestSafe", safeSchema);
type Safe = InferSchemaType<typeof safeSchema>;

const keysOf = (...ids: string[]) => new FieldKeys(ids.map(testFieldKey).join(","));
const realNow = () => new Date("2026-04-01T02:00:00Z");
/** When a process of the old key last ran. */
const anHourAgo = () => new Date(realNow().getTime() - 3_600_000);
const old = keysOf("k1");
const both = keysOf("k2", "k1");
const fresh = keysOf("k2");
const phoneOf = (n: number) => `8613800${String(138_000 + n)}`;
const count = 60;

const rotate = (keys: FieldKeys) => rotateFieldKeys({ keys, realNow, show: () => undefined });
const readAll = async (keys: FieldKeys) =>
  // As this file has written them.
  Object.fromEntries(
    ((await stored("testSafes")) as Safe[]).map((safe): [string, unknown] => [safe._id, opened(keys, safePhone, safe)]),
  );
const keyIds = async () => [...new Set((await stored("testSafes")).map(({ phone }) => String(phone).split(".")[0]))];
const expected = () => Object.fromEntries(Array.from({ length: count }, (_, n) => [`s${n}`, phoneOf(n)]));

beforeEach(async () => {
  await resetDatabase();
  await checkFieldKeys(old, anHourAgo);
  await SafeModel.insertMany(
    Array.from({ length: count }, (_, n) => {
      const _id = `s${n}`;
      return { _id, note: "", revision: 1, ...sealed(old, safePhone, _id, phoneOf(n)) };
    }),
  );
});

describe("keys:rotate", () => {
  it("leaves nothing that needs the old key", async () => {
    await checkFieldKeys(both, realNow);
    const { changed, unreadable, retiredKeyIds } = await rotate(both);
    expect({ changed, unreadable, retiredKeyIds }).toEqual({ changed: count, unreadable: [], retiredKeyIds: ["k1"] });
    await checkFieldKeys(fresh, realNow);
    expect(await readAll(fresh)).toEqual(expected());
    const found = await SafeModel.find(sealedFilter(fresh, safePhone, "phoneIndex", phoneOf(7))).lean();
    expect(found.map(({ _id }) => _id)).toEqual(["s7"]);
  });

  it("keeps a key for as long as some process may write with it", async () => {
    await noteFirstKey(old, realNow);
    expect(await rotate(both)).toMatchObject({ changed: count, retiredKeyIds: [], inUseKeyIds: ["k1"] });
    // That process is still let in when it is started again, and what it writes is readable.
    await checkFieldKeys(keysOf("k1", "k2"), anHourAgo);
    await SafeModel.updateOne({ _id: "s1" }, { $set: sealed(old, safePhone, "s1", phoneOf(1)) });
    expect(await rotate(both)).toMatchObject({ changed: 1, retiredKeyIds: ["k1"], inUseKeyIds: [] });
    expect(await readAll(fresh)).toEqual(expected());
  });

  it("changes nothing the second time", async () => {
    await rotate(both);
    const before = await stored("testSafes");
    expect((await rotate(both)).changed).toBe(0);
    expect(await stored("testSafes")).toEqual(before);
  });

  it("changes no revision that a page may hold", async () => {
    await rotate(both);
    expect((await stored("testSafes")).every(({ revision }) => revision === 1)).toBe(true);
  });

  it("goes on where it was killed, at any of its writes", async () => {
    for (const [at, when] of [
      [2, "before"],
      [20, "after"],
      [25, "before"],
    ] as const) {
      await countWrites(() => rotate(both), { at, when });
      await SafeModel.db.collection("leases").deleteMany({}); // the lease of the one that died is over
    }
    expect((await keyIds()).sort()).toEqual(["k1", "k2"]);
    // Half-way everything can be read and found by whoever has both keys.
    expect(await readAll(both)).toEqual(expected());
    await checkFieldKeys(both, realNow);
    expect((await rotate(both)).retiredKeyIds).toEqual(["k1"]);
    expect(await readAll(fresh)).toEqual(expected());
  });

  it("loses no edit that is made meanwhile, whichever key the editor writes with", async () => {
    const wanted = expected();
    const edit = async (n: number) => {
      const id = `s${n % count}`;
      for (;;) {
        const safe = await SafeModel.findOne({ _id: id }).lean<Safe | null>();
        if (!safe) throw new Error(`${id} is gone`);
        const phone = phoneOf(1_000 + n);
        const set =
          n % 3 === 0 ? { note: `edited ${n}` } : sealed(n % 2 ? both : keysOf("k1", "k2"), safePhone, id, phone);
        const done = await inTransaction((session) =>
          updateAtRevision(SafeModel, { id, revision: safe.revision, set }, session),
        ).then(
          () => true,
          () => false, // somebody was faster: read again
        );
        if (!done) continue;
        if (n % 3 !== 0) wanted[id] = phone;
        return;
      }
    };
    const editing = (async () => {
      for (let n = 0; n < 90; n += 1) await edit(n);
    })();
    const during = rotate(both);
    await Promise.all([editing, during]);
    // The editors have ended, and so have the processes that still wrote with the old key.
    await rotate(both);
    expect(await readAll(fresh)).toEqual(wanted);
    const notes = (await stored("testSafes")).filter(({ note }) => note !== "");
    expect(notes).toHaveLength(20);
  });

  it("keeps the key in use of what it cannot read", async () => {
    const [first] = await stored("testSafes", { _id: "s0" });
    await SafeModel.updateOne({ _id: "s1" }, { $set: { phone: String(first?.phone) } });
    const { changed, unreadable, retiredKeyIds } = await rotate(both);
    expect([changed, retiredKeyIds]).toEqual([count - 1, []]);
    expect(unreadable).toEqual([
      expect.stringMatching(/^testSafes\.phone of s1 cannot be read with key k1: it was changed/),
    ]);
    await expect(checkFieldKeys(fresh, realNow)).rejects.toThrow(/encrypted with key k1, which FIELD_KEYS lacks/);
  });
});

describe("a process", () => {
  it("does not start without a key that is in use", async () => {
    await checkFieldKeys(both, realNow);
    await expect(checkFieldKeys(old, realNow)).rejects.toThrow(
      "this database has fields that are encrypted with key k2, which FIELD_KEYS lacks: add it; to be rid of it, run " +
        "npm run keys:rotate while it is there",
    );
    await expect(checkFieldKeys(new FieldKeys(undefined), realNow)).rejects.toThrow(/lacks: add it/);
  });

  it("that runs already says that it is not ready when another begins to use a key that it lacks", async () => {
    expect(await fieldKeysFit(old)).toBe(true);
    await checkFieldKeys(both, realNow);
    expect(await fieldKeysFit(old)).toBe(false);
    expect(await fieldKeysFit(keysOf("k1", "k2"))).toBe(true);
  });

  it("does not start with another key under the same id, so that nothing is written that nobody can read", async () => {
    const wrong = new FieldKeys(testFieldKey("k7").replace("k7", "k1"));
    await expect(checkFieldKeys(wrong, realNow)).rejects.toThrow(/key k1 in FIELD_KEYS is not the one/);
  });

  it("does not go back to a key that was replaced", async () => {
    await checkFieldKeys(both, realNow);
    await rotate(both);
    await expect(checkFieldKeys(keysOf("k1", "k2"), realNow)).rejects.toThrow(/key k1 has been replaced/);
    await expect(checkFieldKeys(both, realNow)).resolves.toBeUndefined();
  });
});
