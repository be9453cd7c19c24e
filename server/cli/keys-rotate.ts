import { checkFieldKeys, rotateFieldKeys } from "../db/encryptedFields";
// Loads every model: each declares its encrypted fields itself.
import "../routes";
import { startCommand } from "./operator/operatorCommand";

const usage = `Encrypts what is encrypted with older keys anew with the first one of FIELD_KEYS, while the product runs.

  npm run keys:rotate

  Every process must have that key by then. Broken off, it goes on where it was.
`;

startCommand({
  usage,
  failure: "The keys were not replaced",
  async run(_request, { deps: { fieldKeys: keys, realNow }, say, complain }) {
    await checkFieldKeys(keys, realNow);
    const { changed, unreadable, retiredKeyIds, inUseKeyIds } = await rotateFieldKeys({ keys, realNow, show: say });
    say(`${changed} values were encrypted anew with key ${keys.current.id}.`);
    for (const reason of unreadable) complain(reason);
    if (unreadable.length > 0) {
      complain("The keys of these are still needed. Put them right, or empty them, and run this again.");
      return 1;
    }
    const { id } = keys.current;
    const stillUsed = keys.ids.filter((one) => inUseKeyIds.includes(one));
    if (stillUsed.length > 0) {
      complain(
        `A process has ${stillUsed.join(", ")} as the first of its FIELD_KEYS, or had until a minute ago, and writes with it: keep ` +
          `that key everywhere, start every process with ${id} first, and run this again.`,
      );
      return 1;
    }
    if (keys.ids.length === 1)
      say(
        `There is only this key, so there is nothing to replace. For a new one, put it before ${id} in FIELD_KEYS of every ` +
          "process, start them again, and run this again.",
      );
    const replaced = keys.ids.filter((id) => retiredKeyIds.includes(id));
    if (replaced.length > 0)
      say(
        `Nothing is encrypted with ${replaced.join(", ")} any more: take it out of FIELD_KEYS once every process runs with ` +
          `${keys.current.id} as its first key. Keep it with the backups made until now: they cannot be read without it.`,
      );
    return 0;
  },
});
