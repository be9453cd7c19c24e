import { settingsOrExit } from "../../config/env";
import { connect, disconnect } from "../db";
import { checkFieldKeys, FieldKeys, rotateFieldKeys } from "../db/encryptedFields";
// Loads every model: each declares its encrypted fields itself.
import "../routes";

/**
 * npm run keys:rotate: encrypts what is encrypted with older keys anew with the first one of FIELD_KEYS, while the product
 * runs. Every process must have that key by then. Broken off, it goes on where it was.
 */
async function main(): Promise<number> {
  const settings = settingsOrExit();
  const keys = new FieldKeys(settings.FIELD_KEYS);
  const realNow = () => new Date();
  const say = (line: string) => process.stdout.write(`${line}\n`);
  await connect(settings.MONGODB_URI);
  try {
    await checkFieldKeys(keys, realNow);
    const { changed, unreadable, retiredKeyIds } = await rotateFieldKeys({ keys, realNow, show: say });
    say(`${changed} values were encrypted anew with key ${keys.current.id}.`);
    for (const reason of unreadable) process.stderr.write(`${reason}\n`);
    if (unreadable.length > 0) {
      process.stderr.write("The keys of these are still needed. Put them right, or empty them, and run this again.\n");
      return 1;
    }
    const replaced = keys.ids.filter((id) => retiredKeyIds.includes(id));
    if (replaced.length === 0) return 0;
    say(
      `Nothing is encrypted with ${replaced.join(", ")} any more: take it out of FIELD_KEYS once every process runs with ` +
        `${keys.current.id} as its first key. Keep it with the backups made until now: they cannot be read without it.`,
    );
    return 0;
  } finally {
    await disconnect();
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`The keys were not replaced: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
