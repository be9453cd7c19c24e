import { createHash, randomBytes } from "node:crypto";
import { findMember, reachable, subtreeOf } from "../directory";
import { textOf, wholeOf, type Fields } from "../fields";
import { hourMs } from "../limits";
import { newMessageId } from "../mailbox";
import { refuseUnless } from "../refusal";
import { appMessageContent } from "../rules/appMessageRules";
import type { SimulatorState } from "../simulatorState";
import type { Agent, Member } from "../world";
import { agentOf, bodyOf, refuseEscapedChinese, type Api, type ApiContext } from "./apiContext";
import { withNames } from "./idTranslation";

const shanghaiOffsetMs = 8 * hourMs;

interface Recipients {
  members: Member[];
  invalidUsers: string[];
  invalidParties: string[];
  invalidTags: string[];
}

export const messageApis: Record<string, Api> = {
  "message/send": {
    uncounted: true,
    answer(context) {
      const agent = agentOf(context);
      refuseEscapedChinese(context);
      const body = bodyOf(context);
      refuseForeignAgent(body, agent);
      const recipients = recipientsOf(context.state, agent, body);
      const { content, responds, taskId } = appMessageContent(textOf(body.msgtype), body, {
        agent,
        limits: context.state.limits,
      });
      const hash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
      const answer = {
        invaliduser: recipients.invalidUsers.join("|"),
        invalidparty: recipients.invalidParties.join("|"),
        invalidtag: recipients.invalidTags.join("|"),
        unlicenseduser: "",
        ...(responds && { response_code: randomBytes(48).toString("base64url") }),
      };
      const repeated = sameMessage(context, agent, body, hash);
      if (repeated) return { ...answer, msgid: repeated };

      const { mailbox } = context.state;
      const known = mailbox.sent.some((one) => one.agentId === agent.agentId && one.taskId === taskId);
      refuseUnless(taskId === null || !known, 42014, "invalid task_id: used before");
      takeDayQuota(context, agent, recipients.members.length);
      const messageId = newMessageId();
      const sentAtMs = context.nowMs;
      mailbox.deliver({ kind: "sent", sent: { messageId, agentId: agent.agentId, hash, taskId, sentAtMs } });
      const shown = wholeOf(body.enable_id_trans) === 1 ? withNames(context.state.world, content) : content;
      for (const member of recipients.members)
        deliver(context, { messageId, agent, member, msgtype: textOf(body.msgtype), content: shown });
      return { ...answer, msgid: messageId };
    },
  },
  "message/recall": {
    answer(context) {
      const agent = agentOf(context);
      const messageId = textOf(bodyOf(context).msgid);
      const { mailbox } = context.state;
      const sent = mailbox.sent.find((one) => one.messageId === messageId && one.agentId === agent.agentId);
      refuseUnless(sent, 40058, "invalid Request Parameter: msgid");
      refuseUnless(context.nowMs - sent.sentAtMs < 24 * hourMs, 42052, "msgid expired");
      mailbox.deliver({ kind: "recalled", messageId });
      return {};
    },
  },
};

function refuseForeignAgent(body: Fields, agent: Agent): void {
  const given = body.agentid;
  // A notice of a mini-program is routed by its appid.
  if (textOf(body.msgtype) === "miniprogram_notice" && textOf(given) === "") return;
  refuseUnless(textOf(given), 41011, "missing agentid");
  const agentId = wholeOf(given);
  refuseUnless(agentId !== null && agentId > 0, 40056, "invalid agentid");
  refuseUnless(agentId === agent.agentId, 301002, "not allow to operate this agent with this token");
}

function recipientsOf(state: SimulatorState, agent: Agent, body: Fields): Recipients {
  const { world } = state;
  const users = idsOf(body.touser, "touser");
  const parties = idsOf(body.toparty, "toparty");
  const tags = idsOf(body.totag, "totag");
  refuseUnless(users.length + parties.length + tags.length > 0, 82001, "touser, toparty and totag are all empty");
  refuseUnless(users.length <= 1000, 40032, "userid list too long");
  refuseUnless(parties.length <= 100, 82002, "more than 100 departments");
  refuseUnless(tags.length <= 100, 82003, "more than 100 tags");
  const inScope = reachable(world, agent);
  if (users.length === 1 && users[0] === "@all") {
    refuseUnless(textOf(body.msgtype) !== "miniprogram_notice", 40035, "invalid parameter: @all");
    return { members: inScope, invalidUsers: [], invalidParties: [], invalidTags: [] };
  }

  const reached = new Set<Member>();
  const invalidUsers: string[] = [];
  for (const userid of users) {
    const member = findMember(world, userid);
    if (member && inScope.includes(member)) reached.add(member);
    else invalidUsers.push(userid.toLowerCase());
  }
  const departments = subtreeOf(world, agent.scope.departments);
  const invalidParties = parties.filter((id) => !departments.has(Number(id)));
  const below = subtreeOf(world, parties.filter((id) => departments.has(Number(id))).map(Number));
  for (const member of inScope) if (member.department.some((id) => below.has(id))) reached.add(member);
  refuseUnless(reached.size > 0, 81013, "user & party & tag all invalid");
  return { members: [...reached], invalidUsers, invalidParties, invalidTags: tags };
}

/** Ids joined by `|`. */
function idsOf(value: unknown, name: string): string[] {
  refuseUnless(!Array.isArray(value), 40035, `invalid parameter: ${name} is not a string`);
  const ids = textOf(value)
    .split("|")
    .map((id) => id.trim());
  return [...new Set(ids)].filter(Boolean);
}

/** The first message's id where the same request came before within its interval. */
function sameMessage(context: ApiContext, agent: Agent, body: Fields, hash: string): string | null {
  if (wholeOf(body.enable_duplicate_check) !== 1) return null;
  const intervalS = Math.min(Math.max(wholeOf(body.duplicate_check_interval) ?? 1800, 1), 14_400);
  const sinceMs = context.nowMs - intervalS * 1000;
  const same = (one: { agentId: number; hash: string; sentAtMs: number }) =>
    one.agentId === agent.agentId && one.hash === hash && one.sentAtMs > sinceMs;
  return context.state.mailbox.sent.findLast(same)?.messageId ?? null;
}

/** An app may reach 200 times as many recipients a day as the corp has accounts. */
function takeDayQuota({ state, nowMs }: ApiContext, agent: Agent, recipientsCount: number): void {
  const day = Math.floor((nowMs + shanghaiOffsetMs) / (24 * hourMs));
  const key = `${agent.agentId} ${day}`;
  const reached = (state.counts.recipientsOfDay.get(key) ?? 0) + recipientsCount;
  refuseUnless(reached <= state.limits.accounts * 200, 45009, "api freq out of limit");
  state.counts.recipientsOfDay.set(key, reached);
}

/** Puts a message on a member's phone, or drops it without a word where the app has written too often. */
function deliver(
  { state, nowMs }: ApiContext,
  message: { messageId: string; agent: Agent; member: Member; msgtype: string; content: Fields },
): void {
  const { messageId, agent, member, msgtype, content } = message;
  const { memberMinute, memberHour } = state.counts;
  const key = `${agent.agentId} ${member.userid}`;
  const receivedAt = new Date(nowMs).toISOString();
  const tooMany =
    memberMinute.countOf(key, nowMs) >= state.limits.memberMessagesPerMinute ||
    memberHour.countOf(key, nowMs) >= state.limits.memberMessagesPerHour;
  if (tooMany) {
    state.dropped.push({ userid: member.userid, msgtype, at: receivedAt });
    return;
  }
  memberMinute.add(key, nowMs);
  memberHour.add(key, nowMs);
  state.mailbox.deliver({
    kind: "member",
    message: {
      messageId,
      agentId: agent.agentId,
      userid: member.userid,
      msgtype,
      content,
      receivedAt,
      shownAt: state.businessNow().toISOString(),
      readAt: null,
      recalled: false,
    },
  });
}
