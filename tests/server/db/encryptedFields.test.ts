import { inspect } from "node:util";
import { decrypt, encrypt, type Place } from "../../../server/db/encryptedFields/cipher";
import {
  encryptedField,
  FieldError,
  FieldKeys,
  opened,
  sealed,
  sealedFilter,
} from "../../../server/db/encryptedFields";
import { testFieldKey } from "../../support/testSettings";

const keysOf = (...ids: string[]) => new FieldKeys(ids.map(testFieldKey).join(","));
const place: Place = { collection: "members", field: "phone", id: "xiaowang" };
const plain = "8613800138000";
const newIv = () => Buffer.alloc(12, 7);
const stored = encrypt(keysOf("k1"), place, plain, newIv);

/** How reading fails. It never says what is stored or what with. */
function failure(keys: FieldKeys, where: Place, text: string): string {
  try {
    return `was read as ${decrypt(keys, where, text)}`;
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    const said = `${error.message} ${JSON.stringify(error)} ${inspect(error)}`;
    for (const secret of [plain, ...stored.split(".").slice(1), testFieldKey("k1").slice(3)])
      expect(said).not.toContain(secret);
    return error.code;
  }
}

describe("an encrypted value", () => {
  it("reads as what it was from one compact text that names its key", () => {
    expect(stored).toMatch(/^k1\.BwcHBwcHBwcHBwcH\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{22}$/);
    expect(decrypt(keysOf("k1"), place, stored)).toBe(plain);
    // What stands in databases must be readable by every later version.
    expect(stored).toBe("k1.BwcHBwcHBwcHBwcH.c_JTCea6mOFPpHvICQ.j82xdIfLhtR_em6m5-X3Pw");
  });

  it("is another text each time, of any length and alphabet", () => {
    for (const text of ["", "张三 6222 0000 0000 0000", "x".repeat(100_000)]) {
      const twice = [1, 2].map(() => encrypt(keysOf("k1"), place, text));
      expect(new Set(twice).size).toBe(2);
      for (const one of twice) expect(decrypt(keysOf("k1"), place, one)).toBe(text);
    }
  });

  it.each([
    ["in another document", { ...place, id: "xiaoli" }],
    ["in another field", { ...place, field: "bankAccount" }],
    ["in another collection", { ...place, collection: "customers" }],
  ])("cannot be read %s", (_where, elsewhere) => {
    expect(failure(keysOf("k1"), elsewhere, stored)).toBe("value.unreadable");
  });

  it("cannot be read when a single letter of it was changed, anywhere", () => {
    for (let at = "k1.".length; at < stored.length; at += 1) {
      if (stored[at] === ".") continue;
      const changed = stored.slice(0, at) + (stored[at] === "A" ? "B" : "A") + stored.slice(at + 1);
      expect(failure(keysOf("k1"), place, changed)).toMatch(/^value\.(unreadable|malformed)$/);
    }
  });

  it.each([1, 4, 22, 23, 30, 60])("cannot be read with %i letters cut off", (count) => {
    expect(failure(keysOf("k1"), place, stored.slice(0, -count))).toBe("value.malformed");
  });

  it.each(["", plain, "k1", "k1...", `${stored}.x`, `${stored}\n`, stored.replaceAll(".", ":")])(
    "is not %p",
    (text) => {
      expect(failure(keysOf("k1"), place, text)).toBe("value.malformed");
    },
  );

  it("says which key is lacking", () => {
    expect(failure(keysOf("k2", "k3"), place, stored)).toBe("key.unknown");
    expect(() => decrypt(keysOf("k2", "k3"), place, stored)).toThrow(/with key k1, and this process has k2, k3/);
    expect(failure(new FieldKeys(undefined), place, stored)).toBe("key.unknown");
  });

  it("cannot be read with another key of the same id", () => {
    const other = new FieldKeys(testFieldKey("k9").replace("k9", "k1"));
    expect(failure(other, place, stored)).toBe("value.unreadable");
  });
});

describe("keys", () => {
  it("do not print themselves", () => {
    const keys = keysOf("k2", "k1");
    for (const said of [inspect({ keys }), JSON.stringify({ keys }), String(inspect(keys, { showHidden: true }))]) {
      expect(said).toContain("FieldKeys(k2, k1)");
      expect(said).not.toContain(testFieldKey("k1").slice(3, 20));
    }
  });

  it("are needed to write: without one it says so", () => {
    expect(() => encrypt(new FieldKeys(undefined), place, plain)).toThrow(/FIELD_KEYS is not set/);
  });
});

describe("an indexed field", () => {
  const field = encryptedField({
    collection: "testVaults",
    field: "phone",
    indexes: { phoneIndex: (phone) => phone, phoneLast4Index: (phone) => phone.slice(-4) },
  });
  const other = { ...field, collection: "testOthers" };
  const keys = keysOf("k1");
  const record = { _id: "v1", ...sealed(keys, field, "v1", plain) };

  it("finds equal values whole and by a part", () => {
    expect(sealedFilter(keys, field, "phoneIndex", plain).phoneIndex.$in).toEqual([record.phoneIndex]);
    expect(sealedFilter(keys, field, "phoneLast4Index", "8000").phoneLast4Index.$in).toEqual([record.phoneLast4Index]);
    expect(sealedFilter(keys, field, "phoneLast4Index", "8001").phoneLast4Index.$in).not.toContain(
      record.phoneLast4Index,
    );
  });

  it("tells nothing about its value", () => {
    expect(JSON.stringify(record)).not.toContain("8000");
  });

  it("opens to what it was", () => {
    expect(opened(keys, field, record)).toBe(plain);
  });

  it("has hashes that cannot be compared with those of another field, of another index or under another key", () => {
    const hashes = [
      record.phoneIndex,
      sealed(keys, other, "v1", plain).phoneIndex,
      sealedFilter(keys, field, "phoneLast4Index", plain).phoneLast4Index.$in[0],
      sealed(keysOf("k2"), field, "v1", plain).phoneIndex,
    ].map((text) => text?.split(".")[1]);
    expect(new Set(hashes).size).toBe(4);
  });

  it("is found while keys change, whichever it was written with", () => {
    expect(sealedFilter(keysOf("k2", "k1"), field, "phoneIndex", plain).phoneIndex.$in).toContain(record.phoneIndex);
  });

  it("is emptied with its indexes", () => {
    expect(sealed(keys, field, "v1", null)).toEqual({ phone: null, phoneIndex: null, phoneLast4Index: null });
    expect(opened(keys, field, { _id: "v1", phone: null })).toBeNull();
    expect(opened(keys, field, { _id: "v1" })).toBeNull();
  });
});
