import { z } from "zod";
import { questionStates, questionWordMax } from "@shared/domain/visitQuestion";
import { commandId, id, instant, revision, text } from "./common";
import type { Contract } from "./contract";

export const questionState = z.enum(questionStates);

/** A question to a colleague whether one may come to a client of both, for those two and who leads them. */
export const questionView = z.object({
  questionId: id,
  customerId: id,
  customerName: z.string(),
  byName: z.string(),
  askedName: z.string(),
  askedAt: instant,
  answerUntil: instant,
  state: questionState,
  /** With the answer. */
  word: z.string().nullable(),
  /** Why the asker has gone all the same; null where they have not, or nobody minds. */
  reason: z.string().nullable(),
  revision,
});

/** The same in the asker's own list of clients, unless it was taken back. */
export const askedView = questionView
  .pick({ questionId: true, askedName: true, word: true, reason: true, answerUntil: true })
  .extend({ state: questionState.exclude(["withdrawn"]) });

const example = "ask-7d865e959b2466918c9863afca942d0fb89d7c9a";
const answer = z.object({ question: questionView });

export const visitQuestionsContracts = {
  "visitQuestions.ask": {
    summary:
      "Ask the colleague who works a client of mine too, and was there last, whether I may come: once a day. They answer within a day.",
    session: "member",
    params: z.strictObject({ customerId: id }),
    body: z.strictObject({ commandId }),
    answer,
    example: {
      params: { customerId: "c-haiyue" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a61" },
    },
  },
  "visitQuestions.read": {
    summary: "A question that a colleague asks me.",
    session: "member",
    params: z.strictObject({ questionId: id }),
    answer,
    example: { params: { questionId: example } },
  },
  "visitQuestions.answer": {
    summary: "Say that the colleague may come, or rather not, with a word: once, within a day.",
    session: "member",
    params: z.strictObject({ questionId: id }),
    body: z.strictObject({ commandId, revision, isWelcome: z.boolean(), word: text(questionWordMax).nullable() }),
    answer,
    example: {
      params: { questionId: example },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a62",
        revision: 1,
        isWelcome: false,
        word: "明天签合同，先别来",
      },
    },
  },
  "visitQuestions.withdraw": {
    summary: "I need no answer any more: the colleague is not asked, unless they have answered. I may ask anew.",
    session: "member",
    params: z.strictObject({ questionId: id }),
    body: z.strictObject({ commandId }),
    answer,
    example: {
      params: { questionId: example },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a64" },
    },
  },
  "visitQuestions.overrule": {
    summary: "Say why I go there although my colleague would rather that I did not.",
    session: "member",
    params: z.strictObject({ questionId: id }),
    body: z.strictObject({ commandId, reason: text(questionWordMax) }),
    answer,
    example: {
      params: { questionId: example },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a63", reason: "客户约的" },
    },
  },
} satisfies Record<string, Contract>;
