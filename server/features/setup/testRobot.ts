import type { AnswerOf, BodyOf } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, firstAnswerOf } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { WecomError } from "../../integrations/wecom";
import { textsFor } from "../../texts";
import { findUnit } from "../members";
import { maySetUp } from "./policy";

/**
 * Sends a line to a team's group, which its administrator sees there. It goes before it is noted: sent twice, where a process dies in
 * between, it says the same twice.
 * @throws AppError "unit.unknown" where there is no such unit
 */
export async function testRobot(
  deps: Pick<Deps, "clock" | "settings" | "wecom">,
  { actor, unitId, body }: { actor: MemberActor; unitId: string; body: BodyOf<"setup.testRobot"> },
): Promise<AnswerOf<"setup.testRobot">> {
  allow(maySetUp(actor), "robots are for administrators");
  const request = { actor, commandId: body.commandId, kind: "setup.testRobot", body: { unitId } };
  const known = await firstAnswerOf<AnswerOf<"setup.testRobot">>(request);
  if (known) return known.answer;
  const unit = await findUnit(unitId);
  const key = deps.settings.WECOM_ROBOTS[unitId];
  if (!unit) throw new AppError("unit.unknown", `no unit ${unitId}`);
  if (key === undefined) return { unitId, sent: false, errcode: null };
  const content = textsFor(actor).robotTest({ name: actor.name, unit: unit.name });
  try {
    await deps.wecom.sendToRobot(key, { text: { content } });
  } catch (error) {
    if (!(error instanceof WecomError)) throw error;
    return { unitId, sent: false, errcode: error.errcode };
  }
  return command(request, async () => ({
    answer: { unitId, sent: true, errcode: null },
    audit: { action: "setup.testRobot", subject: `unit:${unitId}`, at: deps.clock.now() },
    write: async () => undefined,
  }));
}
