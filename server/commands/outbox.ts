import { AppError } from "@shared/errors";
import { settingsOrExit } from "../../config/env";
import { connect, disconnect } from "../db";
import { listDead, resendDead } from "../outbox";

const listMax = 100;

const usage = `What could not be worked off and waits for a person:

  npm run outbox                    lists it, the oldest first, with the reason of each
  npm run outbox -- resend ID ...   tries these again from the beginning
  npm run outbox -- resend all      tries all of them again
`;

/** For whoever runs the server. Sending again may be repeated: what waits already goes on waiting. */
async function main(args: string[]): Promise<number> {
  const [verb, ...ids] = args;
  if (verb !== undefined && (verb !== "resend" || ids.length === 0)) {
    process.stderr.write(usage);
    return 1;
  }
  await connect(settingsOrExit().MONGODB_URI);
  try {
    return verb === undefined ? await list() : await resend(ids);
  } finally {
    await disconnect();
  }
}

async function list(): Promise<number> {
  const dead = await listDead(listMax);
  if (dead.length === 0) process.stdout.write("Nothing waits for you.\n");
  for (const { deliveryId, subscription, type, attempts, reason, diedAt } of dead) {
    const tried = `tried ${attempts} times, last at ${diedAt.toISOString()}: ${reason}`;
    process.stdout.write(`${deliveryId}\n  ${type} for ${subscription}, ${tried}\n`);
  }
  if (dead.length === listMax) process.stdout.write(`… and perhaps more: these are the oldest ${listMax}.\n`);
  return 0;
}

async function resend(ids: string[]): Promise<number> {
  const deliveryIds = ids.includes("all") ? (await listDead(10_000)).map(({ deliveryId }) => deliveryId) : ids;
  let failed = 0;
  for (const deliveryId of deliveryIds) {
    await resendDead(deliveryId, new Date()).then(
      () => process.stdout.write(`${deliveryId}: will be tried again\n`),
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        failed += 1;
        process.stderr.write(`${deliveryId}: there is no such delivery; nothing was changed\n`);
      },
    );
  }
  return failed === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`The outbox could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
