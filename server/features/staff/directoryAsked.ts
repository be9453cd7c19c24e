import type { AnswerOf } from "@shared/contracts";
import { command } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { defineEvent, emit, type EventHandler, subscribe } from "../../outbox";
import { readDirectoryNow } from "../setup";
import { mayAskForDirectory } from "./policy";

interface DirectoryAsked {
  byId: string;
}

const directoryAsked = defineEvent<DirectoryAsked>("directory.asked");

/**
 * Has a worker read WeCom's directory, which takes longer than anybody waits for an answer. How that went is noted where every reading is
 * (`setup.ready`).
 */
export function askForDirectory(
  deps: Pick<Deps, "clock" | "realNow">,
  actor: MemberActor,
  commandId: string,
): Promise<AnswerOf<"members.readDirectory">> {
  return command({ actor, commandId, kind: "members.readDirectory", body: {} }, async () => {
    allow(mayAskForDirectory(actor), "the directory is read for HR and administrators");
    const askedAt = deps.realNow();
    const payload = { byId: actor.id };
    const event = directoryAsked.of({ payload, partition: "directory:all", cause: `${actor.id}:${commandId}` });
    return {
      answer: { askedAt: askedAt.toISOString() },
      audit: { action: "members.readDirectory", subject: "directory", at: deps.clock.now() },
      write: (session) => emit(event, session, askedAt),
    };
  });
}

/** What several have asked for meanwhile is one reading. That WeCom does not answer is noted, and tried again by whoever watches it. */
const readForAll: EventHandler<DirectoryAsked[], Parameters<typeof readDirectoryNow>[0]> = async (
  _,
  delivery,
  deps,
) => {
  try {
    await readDirectoryNow(deps, delivery.id);
  } catch (error) {
    deps.logger.warn({ error }, "the directory that was asked for could not be read");
  }
};

export const directorySubscriptions = [
  subscribe("staff.readDirectory", directoryAsked, readForAll, { coalesce: true }),
] as const;
