import { textOf } from "../fields";
import { newMessageId } from "../mailbox";
import { refuseUnless } from "../refusal";
import { robotMessageContent } from "../rules/robotMessageRules";
import { bodyOf, robotOf, type Api } from "./apiContext";

export const robotApis: Record<string, Api> = {
  "webhook/send": {
    uncounted: true,
    answer(context) {
      const robot = robotOf(context);
      const { state, nowMs } = context;
      const body = bodyOf(context);
      const msgtype = textOf(body.msgtype);
      const { content, mentioned } = robotMessageContent(msgtype, body);
      const sentCount = state.counts.robotMinute.countOf(robot.key, nowMs);
      refuseUnless(sentCount < state.limits.robotMessagesPerMinute, 45009, "api freq out of limit");
      state.counts.robotMinute.add(robot.key, nowMs);
      state.mailbox.deliver({
        kind: "group",
        message: {
          messageId: newMessageId(),
          robotKey: robot.key,
          msgtype,
          content,
          mentioned,
          receivedAt: new Date(nowMs).toISOString(),
          shownAt: state.businessNow().toISOString(),
          readAt: null,
        },
      });
      return {};
    },
  },
};
