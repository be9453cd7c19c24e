import type { AnswerOf, BodyOf } from "@shared/contracts";
import { command, remove } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { DeviceModel } from "./deviceModel";
import { SessionModel, type SessionRecord } from "./sessionModel";
import { type SessionDeps, sessionsOf } from "./sessions";

/**
 * Takes a device off a member's list and ends what they are signed in with there: at once in this process, in others within 5 s. One that
 * is not on the list is as good as taken off. Who signs in there again is told of as on a new one.
 */
export async function removeDevice(
  deps: SessionDeps & Pick<Deps, "clock">,
  request: { actor: MemberActor; deviceId: string; body: BodyOf<"devices.remove"> },
): Promise<AnswerOf<"devices.remove">> {
  const { actor, deviceId, body } = request;
  const { commandId, isMine } = body;
  const memberId = actor.id;
  let ended: string[] = [];
  const answer = await command({ actor, commandId, kind: "devices.remove", body: { ...body, deviceId } }, async () => {
    const sessions = await SessionModel.find({ memberId }, { _id: 1, deviceId: 1 }).lean<
      Pick<SessionRecord, "_id" | "deviceId">[]
    >();
    ended = sessions.filter((one) => one.deviceId === deviceId).map(({ _id }) => _id);
    return {
      answer: { sessionsEnded: ended.length },
      audit: {
        action: "device.remove",
        subject: `member:${memberId}`,
        at: deps.clock.now(),
        detail: { isMine, sessionsEnded: ended.length },
      },
      write: async (session) => {
        remove(DeviceModel, { _id: `${memberId}:${deviceId}` }, session);
        for (const _id of ended) remove(SessionModel, { _id }, session);
        await Promise.resolve();
      },
    };
  });
  for (const tokenHash of ended) sessionsOf(deps).forget(tokenHash);
  return answer;
}
