import type { mongo } from "mongoose";
import { keyedHash } from "../db/bodyHash";
import { FieldKeys } from "../db/encryptedFields";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldCommand extends mongo.Document {
  bodyHash: string;
}
interface OldCheckIn extends mongo.Document {
  command?: { bodyHash: string };
}

const plain = /^[0-9a-f]{64}$/;

/** Hashes of what was sent could be tried out. A keyed hash is one of the plain hash, so that a repeat still gets its first answer. */
export const bodyHashesAreKeyed: Migration = {
  number: 15,
  name: "body-hashes-are-keyed",
  async up(context) {
    const keys = new FieldKeys(context.settings.FIELD_KEYS);
    if (keys.all.length === 0) return;
    const change = (field: string, hash: string | undefined) =>
      hash !== undefined && plain.test(hash) ? { $set: { [field]: keyedHash(keys, hash) } } : null;
    await changeEach<OldCommand>(context, "commands", ({ bodyHash }) => change("bodyHash", bodyHash));
    await changeEach<OldCheckIn>(context, "checkIns", ({ command }) => change("command.bodyHash", command?.bodyHash));
  },
};
