import { emptyAnswer, sentAnswer } from "./answers";
import type { Caller } from "./call";
import { appMessageBody, robotMessageBody, type AppMessage, type RobotMessage } from "./messages";
import type { SentMessage } from "./types";

export async function sendToMember(caller: Caller, agentId: number, message: AppMessage): Promise<SentMessage> {
  const body = appMessageBody(agentId, message);
  const answer = await caller.call({ api: "message/send", method: "POST", body }, sentAnswer);
  return {
    messageId: answer.msgid ?? "",
    invalidMemberIds: (answer.invaliduser ?? "").split("|").filter(Boolean),
    responseCode: answer.response_code || null,
  };
}

export async function sendToRobot(caller: Caller, key: string, message: RobotMessage): Promise<void> {
  const body = robotMessageBody(message);
  await caller.callWithKey({ api: "webhook/send", method: "POST", secretQuery: { key }, body }, emptyAnswer);
}

export async function recall(caller: Caller, messageId: string): Promise<void> {
  await caller.call({ api: "message/recall", method: "POST", body: { msgid: messageId } }, emptyAnswer);
}
