import { AppError } from "@shared/errors";
import { listDead, resendDead } from "../outbox";
import { type CommandParts, operatorCommand, startCommand } from "./operator/operatorCommand";

const listMax = 100;

const usage = `What could not be worked off and waits for a person:

  npm run outbox                    lists it, the oldest first, with the reason of each
  npm run outbox -- resend ID ...   tries these again from the beginning
  npm run outbox -- resend all      tries all of them again
`;

/** For whoever runs the server. Sending again may be repeated: what waits already goes on waiting. */
export const outboxCommand = operatorCommand({
  usage,
  failure: "The outbox could not be read",
  parse(args) {
    if (args.isEmpty) return { ids: null };
    args.oneOf("VERB", ["resend"]);
    return { ids: args.many(() => args.word("ID")) };
  },
  run: ({ ids }, parts) => (ids === null ? list(parts) : resend(ids, parts)),
});

async function list({ say }: CommandParts): Promise<number> {
  const dead = await listDead(listMax);
  if (dead.length === 0) say("Nothing waits for you.");
  for (const { deliveryId, subscription, type, attempts, reason, diedAt } of dead) {
    const tried = `tried ${attempts} times, last at ${diedAt.toISOString()}: ${reason}`;
    say(`${deliveryId}\n  ${type} for ${subscription}, ${tried}`);
  }
  if (dead.length === listMax) say(`… and perhaps more: these are the oldest ${listMax}.`);
  return 0;
}

async function resend(ids: string[], { deps, say, complain }: CommandParts): Promise<number> {
  const deliveryIds = ids.includes("all") ? (await listDead(10_000)).map(({ deliveryId }) => deliveryId) : ids;
  if (deliveryIds.length === 0) say("Nothing waits for you.");
  let failed = 0;
  for (const deliveryId of deliveryIds) {
    await resendDead(deliveryId, deps.realNow()).then(
      () => say(`${deliveryId}: will be tried again`),
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        failed += 1;
        complain(`${deliveryId}: there is no such delivery; nothing was changed`);
      },
    );
  }
  return failed === 0 ? 0 : 1;
}

if (require.main === module) startCommand(outboxCommand);
