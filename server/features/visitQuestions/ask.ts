import type { ClientSession } from "mongoose";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { ownersOn } from "@shared/domain/customer";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { answerUntilOf, asksReason, questionStateBy } from "@shared/domain/visitQuestion";
import { AppError } from "@shared/errors";
import { command, insert, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { type CustomerRecord, findCustomer, spansOf } from "../customers";
import { findMembers } from "../members";
import { askedEvent, closedEvent, overruledEvent } from "./events";
import { othersThere } from "./othersThere";
import { QuestionModel, type QuestionRecord } from "./questionModel";
import { findQuestionOf, presentQuestion, questionIdOf, questionIfAny } from "./questions";

type AskDeps = Pick<Deps, "clock" | "realNow">;

/**
 * Asks the colleague who was at a client last, or else who owns it longest beside the asker, whether they may come: once a day, unless
 * the asker has taken it back.
 * @throws AppError "customer.unknown" for whoever does not serve it; "visitQuestion.nobody" where nobody else works it
 */
export function askColleague(
  deps: AskDeps,
  { actor, customerId, body }: { actor: MemberActor; customerId: string; body: BodyOf<"visitQuestions.ask"> },
): Promise<AnswerOf<"visitQuestions.ask">> {
  const { commandId } = body;
  return command({ actor, commandId, kind: "visitQuestions.ask", body: { ...body, customerId } }, async () => {
    const now = deps.clock.now();
    const on = businessDayOf(now);
    const customer = await findCustomer(customerId);
    if (!customer.servedByIds.includes(actor.id))
      throw new AppError("customer.unknown", `${customerId} is not served by ${actor.id}`);
    const _id = questionIdOf(customer._id, actor.id, on);
    const before = await questionIfAny(_id);
    if (before && before.state !== "withdrawn")
      return { answer: { question: presentQuestion(before, now) }, write: async () => undefined };
    const colleague = await colleagueAt(actor.id, customer, now);
    if (!colleague) throw new AppError("visitQuestion.nobody", `nobody else works ${customerId}`);
    const question: QuestionRecord = {
      ...{ _id, schemaVersion: 1, customerId: customer._id, customerName: customer.shortName, on },
      ...{ askerId: actor.id, askerName: actor.name },
      ...{ askerDay: `${actor.id}:${on}`, askerMonth: `${actor.id}:${monthOf(on)}` },
      ...{ memberId: colleague.memberId, memberName: colleague.name, state: "open" as const },
      ...{ askedAt: now, answerUntil: answerUntilOf(now), answeredAt: null, word: null, reason: null, reasonAt: null },
      sortKey: `${now.toISOString()}~${_id}`,
      revision: (before?.revision ?? 0) + 1,
    };
    return {
      answer: { question: presentQuestion(question, now) },
      audit: { action: "visitQuestion.ask", subject: _id, at: now, detail: { memberId: colleague.memberId } },
      write: async (session) => {
        if (before) await askAnew(question, before.revision, session);
        else await insert(QuestionModel, question, session);
        await emit(askedEvent(question), session, deps.realNow());
      },
    };
  });
}

/** One that was taken back is asked once more, of whoever it is for by now. */
function askAnew(question: QuestionRecord, revision: number, session: ClientSession): Promise<void> {
  const { _id: id, revision: _next, ...set } = question;
  return updateAtRevision(QuestionModel, { id, revision, set }, session);
}

/** Who of those who are here is to be asked about a client. */
async function colleagueAt(
  askerId: string,
  customer: CustomerRecord,
  now: Date,
): Promise<{ memberId: string; name: string } | null> {
  const others = await othersThere(askerId, [customer], now);
  const owners = ownersOn(spansOf(customer), businessDayOf(now)).map(({ memberId }) => memberId);
  const ids = [others.get(customer._id)?.memberId, ...owners].filter((id) => id !== undefined && id !== askerId);
  const known = ids.flatMap((id) => (id === undefined ? [] : [id]));
  const members = await findMembers([...new Set(known)]);
  const found = known.map((id) => members.get(id)).find((member) => member?.active);
  return found ? { memberId: found.memberId, name: found.name } : null;
}

/**
 * The colleague's answer: once, within a day, with a word where they like. The asker hears it.
 * @throws AppError "visitQuestion.unknown"; "visitQuestion.closed" where it is answered, or the time for it is over; "stale"
 */
export function answerQuestion(
  deps: AskDeps,
  { actor, questionId, body }: { actor: MemberActor; questionId: string; body: BodyOf<"visitQuestions.answer"> },
): Promise<AnswerOf<"visitQuestions.answer">> {
  const { commandId, revision, isWelcome, word } = body;
  return command({ actor, commandId, kind: "visitQuestions.answer", body: { ...body, questionId } }, async () => {
    const now = deps.clock.now();
    const question = await findQuestionOf(actor.id, questionId, "memberId");
    const before = questionStateBy(question, now);
    if (before !== "open") throw new AppError("visitQuestion.closed", `${questionId} is ${before}`, { state: before });
    const state = isWelcome ? ("welcome" as const) : ("declined" as const);
    const set = { state, word, answeredAt: now };
    if (question.revision !== revision && question.reason === null)
      throw new AppError("stale", `${questionId} is at ${question.revision}`, { revision: question.revision });
    return {
      answer: { question: presentQuestion({ ...question, ...set, revision: question.revision + 1 }, now) },
      audit: { action: "visitQuestion.answer", subject: questionId, at: now, detail: { isWelcome } },
      write: async (session) => {
        await updateAtRevision(QuestionModel, { id: questionId, revision: question.revision, set }, session);
        await emit(closedEvent(question, { state, word, at: now }), session, deps.realNow());
      },
    };
  });
}

/**
 * The asker goes there although the colleague would rather that they did not, and says why: for the colleague and who leads them to read.
 * Said again it stays as it was said first; where nobody minds, or nobody has answered, nothing is noted.
 * @throws AppError "visitQuestion.unknown"
 */
export function overruleQuestion(
  deps: AskDeps,
  { actor, questionId, body }: { actor: MemberActor; questionId: string; body: BodyOf<"visitQuestions.overrule"> },
): Promise<AnswerOf<"visitQuestions.overrule">> {
  const { commandId, reason } = body;
  return command({ actor, commandId, kind: "visitQuestions.overrule", body: { ...body, questionId } }, async () => {
    const now = deps.clock.now();
    const question = await findQuestionOf(actor.id, questionId, "askerId");
    const isNoted = (question.reason ?? null) === null && asksReason(questionStateBy(question, now));
    if (!isNoted) return { answer: { question: presentQuestion(question, now) }, write: async () => undefined };
    const set = { reason, reasonAt: now };
    const { revision } = question;
    return {
      answer: { question: presentQuestion({ ...question, ...set, revision: revision + 1 }, now) },
      audit: { action: "visitQuestion.overrule", subject: questionId, at: now },
      write: async (session) => {
        await updateAtRevision(QuestionModel, { id: questionId, revision, set }, session);
        await emit(overruledEvent(question, reason, now), session, deps.realNow());
      },
    };
  });
}
