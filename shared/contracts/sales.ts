import { z } from "zod";
import { businessDay, commandId, cursor, fen, id, instant, month, positiveFen, revision, text } from "./common";
import { sameBy } from "@shared/domain/customerSame";
import { checkInView } from "./checkIns";
import type { Contract } from "./contract";
import { answeredStep, earlierRecord } from "./visits";

export const saleState = z.enum(["submitted", "returned", "confirmed", "cancelled"]);

export const saleView = z.object({
  saleId: id,
  customerId: id,
  customerName: z.string(),
  rep: z.object({ memberId: id, name: z.string() }),
  amountFen: fen,
  signedOn: businessDay,
  contractNo: z.string().nullable(),
  state: saleState,
  revision,
  submittedAt: instant,
  /** When it was put before the deciders again, the last time; null where it was not, absent in answers kept from before. */
  resubmittedAt: instant.nullable().optional(),
  confirmedAt: instant.nullable(),
  confirmedByName: z.string().nullable(),
  returnReason: z.string().nullable(),
  /** Whether the reader may confirm or return it now. */
  mayDecide: z.boolean(),
  /** Whether the reader leads its rep and may praise it. */
  mayPraise: z.boolean(),
  /** Before whom it is put today, a deputy in the place of who is away; absent where that was not asked. */
  deciderNames: z.array(z.string()).optional(),
});

/** `toldFrom`: quiet hours or days off are until then, and whoever decides gets the message after them; null: they have got it. */
export const saleWaits = z.object({ since: instant, toldFrom: instant.nullable() });

/** A visit that the sale stands on, with its check-in. */
export const footstep = z.object({
  visitId: id,
  memberId: id,
  on: businessDay,
  record: z.string(),
  /** At steps of the visit's type. */
  answers: z.array(answeredStep),
  earlierRecords: z.array(earlierRecord),
  checkIn: checkInView,
  /** Whether the reader may open it. Absent in answers that left it out: an own one. */
  mayOpen: z.boolean().optional(),
});

/** What one line of a month gains with a sale. */
export const saleGain = z.object({
  lineId: id,
  name: z.string(),
  kind: z.string(),
  fen,
  /** Of it, what the sale itself brings, and what it does to everything else. */
  ownFen: fen,
  othersFen: fen,
  formula: z.string().nullable(),
  edge: z.object({ edgeFen: fen, included: z.boolean(), rate: z.string(), nextRate: z.string() }).nullable(),
});

/** What confirming a sale changes in a team's month. */
export const teamEffect = z.object({
  unitId: id,
  name: z.string(),
  /** The month that it counts in there. */
  period: month,
  doneBeforeFen: fen,
  doneFen: fen,
  targetFen: fen.nullable(),
});

/** What whoever confirms a sale is told, or asked, beside what it says. */
const toLookAt = z.object({
  /** What the sum is more than, where its rep was asked about it as well: a confirmation says `largeAmountSeen`. */
  large: z.object({ than: z.enum(["limit", "largest", "target"]), fen }).nullable(),
  /** Clients that this one may be, which nobody has decided on yet. */
  sameClients: z.object({
    /** Those that the reader sees. */
    shown: z.array(
      z.object({
        customerId: id,
        shortName: z.string(),
        ownerNames: z.array(z.string()),
        sameBy: z.array(z.enum(sameBy)),
      }),
    ),
    /** How many more there are. */
    hiddenCount: z.number().int(),
    /** Whether the reader says of one of them that it is the same, on the list of those that may be one. */
    mayMerge: z.boolean(),
  }),
  /** Confirmed, it is the client's first order. */
  isFirstOrder: z.boolean(),
  /** A sale of the same rep, customer, sum and day; `since`: confirmed or submitted; `isDenied`: its rep said that they are two. */
  equal: z.object({ saleId: id, state: saleState, since: instant, isDenied: z.boolean() }).nullable(),
  /** The last return; `was`: what it said then, of all that is changed since. */
  sentBack: z
    .object({
      reason: z.string(),
      was: z.object({
        customerName: z.string().optional(),
        amountFen: fen.optional(),
        signedOn: businessDay.optional(),
        contractNo: z.string().nullable().optional(),
      }),
    })
    .nullable(),
});

const draft = {
  customerId: id,
  amountFen: positiveFen,
  signedOn: businessDay,
  contractNo: text(60).nullable(),
  /** A sum above the company's limit, or far above what one usually sells, is taken only from somebody who was asked about it. */
  largeAmountSeen: z.boolean().optional(),
};
const saleParams = z.strictObject({ saleId: id });
const saleAnswer = z.object({ sale: saleView });
const exampleId = "9f0e3a7e-58f1-4d2c-8a53-6a3c1b1f7e10";

export const salesContracts = {
  "sales.submit": {
    summary: "Record a sale and send it to the manager. The client makes its id.",
    session: "member",
    body: z.strictObject({
      commandId,
      saleId: z.uuid(),
      ...draft,
      /** A sale of the same customer, sum and day as an earlier one is taken only from somebody who was asked about it. */
      repeatSeen: z.boolean().optional(),
    }),
    answer: saleAnswer,
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a05",
        saleId: exampleId,
        customerId: "c-haiyue",
        amountFen: 10_000_000,
        signedOn: "2026-03-26",
        contractNo: "HY-2026-0326",
      },
    },
  },
  "sales.preview": {
    summary: "What a sale of mine would bring me if it were confirmed now. Writes nothing.",
    session: "member",
    cost: 2,
    body: z.strictObject({ customerId: id, amountFen: positiveFen, signedOn: businessDay }),
    answer: z.object({
      /** The month that it would count in. */
      period: month,
      /** How much of it counts for me; 0 where the customer was somebody else's that day. */
      creditFen: fen,
      /** What the month pays more, and the three parts of it that the message after the confirmation names. */
      totalFen: fen,
      ownFen: fen,
      othersFen: fen,
      rewardsFen: fen,
      /** The same line by line. */
      gains: z.array(saleGain),
      /** Why it brings nothing; null where it brings something, or no plan of mine pays on sales. */
      reason: z.string().nullable(),
      /** Of whom it counts for, all but me. */
      othersNames: z.array(z.string()),
      /** My sales of that month without and with it. */
      month: z.object({ doneBeforeFen: fen, doneFen: fen, targetFen: fen.nullable() }),
      /** My sales that wait for a decision: they are left out. */
      pending: z.object({ count: z.number().int(), amountFen: fen }),
      /** Before whom it would be put today. */
      deciderNames: z.array(z.string()),
    }),
    example: { body: { customerId: "c-haiyue", amountFen: 10_000_000, signedOn: "2026-03-26" } },
  },
  "sales.list": {
    summary:
      "My sales, those that wait for my decision, or all that I may read (seen); by when they were recorded, newest first, 50 a page, 100 of those seen. Auditors' looks are noted.",
    session: "member",
    query: z.strictObject({
      view: z.enum(["mine", "toDecide", "seen"]),
      cursor: cursor.optional(),
      /** Of those seen alone: in one state, recorded in one month, the oldest first. */
      state: saleState.optional(),
      period: month.optional(),
      order: z.enum(["newest", "oldest"]).optional(),
    }),
    answer: z.object({
      items: z.array(saleView),
      nextCursor: cursor.nullable(),
      /** Of all pages of those seen, with the first one; `isAtLeast`: not all of them are counted. */
      total: z.object({ count: z.number().int(), amountFen: fen, isAtLeast: z.boolean() }).optional(),
    }),
    example: { query: { view: "mine" } },
  },
  "sales.movedBy": {
    summary:
      "Which confirmed sales a first paying day would let count elsewhere, before it is set: how many, up to 1,000, and the first ones by when they were confirmed. For whoever sets it.",
    session: "member",
    query: z.strictObject({ on: businessDay }),
    answer: z.object({
      count: z.number().int().min(0),
      /** There are more than are counted. */
      isAtLeast: z.boolean(),
      first: z.array(
        z.object({
          saleId: id,
          repName: z.string(),
          signedOn: businessDay,
          confirmedOn: businessDay,
          /** It would pay nothing; else it would pay from then on. */
          becomesHistory: z.boolean(),
        }),
      ),
    }),
    example: { query: { on: "2026-04-01" } },
  },
  "sales.read": {
    summary: "One sale with the visits and check-ins that it stands on.",
    session: "member",
    params: saleParams,
    answer: z.object({
      sale: saleView,
      /** Of one that is put before somebody; null of the others, absent in answers kept from before. */
      waits: saleWaits.nullable().optional(),
      footsteps: z.array(footstep),
      /** For whom it counts: the client's owners on the day it was signed. Nobody: for the team alone. */
      countsFor: z.array(z.object({ memberId: id, name: z.string() })),
      /** False: there may be visits that this reader does not see. */
      seesFootsteps: z.boolean(),
      /** For whoever may confirm it now; absent in answers kept from before. */
      toLookAt: toLookAt.nullable().optional(),
      /** For whoever may confirm it now: what that does to the teams whose figures they see. */
      teamEffects: z.array(teamEffect),
    }),
    example: { params: { saleId: exampleId } },
  },
  "sales.confirm": {
    summary: "Confirm a sale: it becomes a fact and is paid on. Not for one's own sales.",
    session: "member",
    params: saleParams,
    body: z.strictObject({
      commandId,
      revision,
      /** Such a sum is confirmed only by somebody who was asked about it. */
      largeAmountSeen: z.boolean().optional(),
    }),
    answer: saleAnswer,
    example: {
      params: { saleId: exampleId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a06", revision: 1 },
    },
  },
  "sales.return": {
    summary: "Give a sale back to its rep with the reason.",
    session: "member",
    params: saleParams,
    body: z.strictObject({ commandId, revision, reason: text(200) }),
    answer: saleAnswer,
    example: {
      params: { saleId: exampleId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a07", revision: 1, reason: "金额和合同不一致" },
    },
  },
  "sales.resubmit": {
    summary: "Send a returned sale again, corrected.",
    session: "member",
    params: saleParams,
    body: z.strictObject({ commandId, revision, ...draft }),
    answer: saleAnswer,
    example: {
      params: { saleId: exampleId },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a08",
        revision: 2,
        customerId: "c-haiyue",
        amountFen: 9_800_000,
        signedOn: "2026-03-26",
        contractNo: null,
      },
    },
  },
  "sales.restore": {
    summary: "Undo the withdrawal of a sale of mine: it waits for a decision again, as it was.",
    session: "member",
    params: saleParams,
    body: z.strictObject({ commandId, revision }),
    answer: saleAnswer,
    example: {
      params: { saleId: exampleId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a13", revision: 2 },
    },
  },
  "sales.withdraw": {
    summary: "Take back a sale of mine that is not confirmed.",
    session: "member",
    params: saleParams,
    body: z.strictObject({ commandId, revision }),
    answer: saleAnswer,
    example: {
      params: { saleId: exampleId },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a09", revision: 1 },
    },
  },
} satisfies Record<string, Contract>;
