import { z } from "zod";
import { openingKinds } from "@shared/domain/opening";
import { qrFinding, reviewAppeal, reviewDecision, reviewState, signalsView } from "./checkIns";
import { companionState } from "./companions";
import { businessDay, commandId, cursor, fen, id, instant, month, revision, searched, text, verdict } from "./common";
import type { Contract } from "./contract";
import { deviceView } from "./devices";
import { saleState } from "./sales";
import { tableView } from "./tableViews";
import { questionState } from "./visitQuestions";
import { answeredStep } from "./visits";

/** One look of somebody else at my visits, positions or results. */
export const lookView = z.object({
  lookId: z.string(),
  at: instant,
  byName: z.string(),
  /**
   * What was seen: my visits with their check-ins, a sale of mine, my month, a check-in in doubt, what was refused of what my phone sent, my
   * opening balances.
   */
  what: z.enum([
    "checkIn.read",
    "sale.read",
    "member.read",
    "review.read",
    "refusal.read",
    "opening.read",
    "simulation.read",
  ]),
  /** Why, as they have said it; null where they were not asked, absent in answers kept from before. */
  reason: z.string().nullable().optional(),
  /** Which of my visits or check-ins, where it was about some. */
  visits: z.array(z.object({ on: businessDay, customerName: z.string() })),
  /** Which pins that I proposed, by the day: nothing else was seen then; absent elsewhere, and in answers kept from before. */
  pins: z.array(z.object({ on: businessDay, customerName: z.string() })).optional(),
});

const consentView = z.object({
  version: z.string(),
  /** The how manieth text it is, as people read it. */
  number: z.number().int().nullable(),
  acceptedAt: instant,
  endedAt: instant.nullable(),
});

const recorded = {
  purpose: z.string(),
  peopleMet: z.string().nullable(),
  record: z.string(),
  /** Of the visit's type, and what was answered at its steps. */
  typeName: z.string(),
  answers: z.array(answeredStep),
  nextStep: z.object({ text: z.string(), on: businessDay, doneAt: instant.nullable() }).nullable(),
};

const keptFile = {
  /** SHA-256 of what was sent. */
  hash: z.string(),
  receivedAt: instant,
  keptUntil: instant,
  url: z.string(),
};

const followedUp = { channel: z.string(), people: z.string().nullable(), record: z.string() };

const count = z.number().int();

const whatGoes = z.object({
  /** Of check-ins, with what else was evidence of a place. */
  positions: count,
  /** Proposed pins of clients' places. */
  proposals: count,
  photos: count,
  devices: count,
  messages: count,
  reports: count,
  refusals: count,
});

export const privacyContracts = {
  "privacy.mine": {
    summary:
      "What I have agreed to and when, and since when anything of mine may be kept. Who is responsible is in me.read.",
    session: "member",
    answer: z.object({
      /** Newest first; one that I took back has its end. */
      consents: z.array(consentView),
      /** The first month that may hold anything of mine. */
      firstMonth: month,
      thisMonth: month,
      /** Where I have signed in. Absent in answers of versions that left it out. */
      devices: z.array(deviceView).optional(),
    }),
    example: {},
  },
  "privacy.looked": {
    summary: "Who has looked at my positions, visits or pay, newest first, 50 a page.",
    session: "member",
    query: z.strictObject({ cursor: cursor.optional() }),
    answer: z.object({ items: z.array(lookView), nextCursor: cursor.nullable() }),
    example: { query: {} },
  },
  "privacy.export": {
    summary:
      "My own check-ins with what was decided on those in doubt, visits and who was there, follow-ups, changes of stage, sales, reported problems, proposed pins and what was refused of what my phone sent, of a month, as they are kept. My pay of it is statements.mine.",
    session: "member",
    cost: 10,
    params: z.strictObject({ period: month }),
    answer: z.object({
      period: month,
      checkIns: z.array(
        z.object({
          checkInId: id,
          customerName: z.string(),
          siteName: z.string(),
          checkedInAt: instant,
          /** When I said that I left. */
          leftAt: instant.nullable(),
          verdict,
          distanceM: z.number().nullable(),
          accuracyM: z.number().nullable(),
          radiusM: z.number(),
          consentVersion: z.string(),
          /** GCJ-02; null where there was none, or it has been erased. */
          position: z.object({ latDeg: z.number(), lngDeg: z.number(), kind: z.enum(["live", "cached"]) }).nullable(),
          /**
           * The client's code that I scanned there: what was found of it, and the beginning of the hash by which it is known, null where that
           * has been erased. Null where I scanned none. Absent in answers of versions that left it out.
           */
          qrCode: z.object({ finding: qrFinding, mark: z.string().nullable() }).nullable().optional(),
          /** The network that my phone was connected to, null where there was none, or it has been erased. Absent in answers of versions that left it out. */
          wifi: z.object({ ssid: z.string().nullable(), bssid: z.string() }).nullable().optional(),
          /** What I photographed there, as long as it is kept; a link holds for five minutes. Absent in answers that left it out. */
          photos: z.array(z.object({ takenFor: z.enum(["tap", "answer"]), ...keptFile })).optional(),
          /** What there is to ask about it beside that. Absent in answers of versions that left it out. */
          signals: signalsView.nullable().optional(),
          /** What was asked about one in doubt, what I said, and what was decided; null where nobody was asked. */
          review: z
            .object({
              state: reviewState,
              askedAt: instant,
              decideUntil: instant,
              answer: z.object({ text: z.string(), at: instant }).nullable(),
              decision: reviewDecision.nullable(),
              /** The one before it, where whoever has decided has changed it. Absent in answers of versions that left it out. */
              decisionBefore: reviewDecision.nullable().optional(),
              /** What I said against a decision, and that one. */
              appeal: reviewAppeal.nullable().optional(),
              /** The better check-in of the day that has made it good. */
              mendedById: id.nullable(),
            })
            .nullable(),
        }),
      ),
      visits: z.array(
        z.object({
          visitId: id,
          checkInId: id,
          customerName: z.string(),
          on: businessDay,
          ...recorded,
          recordedAt: instant,
          version: revision,
          correctedAt: instant.nullable(),
          /** What it said before it was corrected, newest first. */
          earlier: z.array(z.object({ version: revision, ...recorded, writtenAt: instant })),
          effective: z.boolean(),
          reason: z.string().nullable(),
          /** What was photographed and signed for it, earlier versions included, as long as it is kept. Absent in answers that left it out. */
          files: z.array(z.object({ label: z.string(), ...keptFile })).optional(),
          /** Colleagues whom I have named there, with what they say. Absent in answers of versions that left it out. */
          companions: z.array(z.object({ name: z.string(), state: companionState })).optional(),
        }),
      ),
      /** Visits at which colleagues have named me. Absent in answers of versions that left it out. */
      companionships: z
        .array(
          z.object({
            byName: z.string(),
            customerName: z.string(),
            on: businessDay,
            askedAt: instant,
            state: companionState,
            answeredAt: instant.nullable(),
          }),
        )
        .optional(),
      /** What HR keeps of me, the same in every month. Absent in answers of versions that left it out. */
      staff: z
        .object({
          employeeNumber: z.string().nullable(),
          joinedOn: businessDay.nullable(),
          leftOn: businessDay.nullable(),
          /** By name; null: my unit's leader. */
          reportsTo: z.array(z.object({ fromOn: businessDay, name: z.string().nullable() })),
          salesMode: z.array(z.object({ fromOn: businessDay, value: z.string().nullable() })),
        })
        .optional(),
      /** How I have set up tables, the same in every month. Absent in answers of versions that left it out. */
      tableViews: z.array(tableView).optional(),
      /** Where I meant to go, of days not long ago. Absent in answers of versions that left it out. */
      dayPlans: z.array(z.object({ on: businessDay, stops: z.array(z.string()), saidAt: instant })).optional(),
      /** What I have asked colleagues about going to clients. Absent in answers of versions that left it out. */
      questions: z
        .array(
          z.object({
            customerName: z.string(),
            askedName: z.string(),
            askedAt: instant,
            state: questionState,
            word: z.string().nullable(),
            reason: z.string().nullable(),
          }),
        )
        .optional(),
      /** What colleagues have asked me about coming to clients of both, and what I said. Absent in answers of versions that left it out. */
      questionsToMe: z
        .array(
          z.object({
            customerName: z.string(),
            byName: z.string(),
            askedAt: instant,
            state: questionState,
            word: z.string().nullable(),
          }),
        )
        .optional(),
      /** When I was in touch with clients without going there. Absent in answers of versions that left it out. */
      followUps: z
        .array(
          z.object({
            followUpId: id,
            customerName: z.string(),
            ...followedUp,
            at: instant,
            version: revision,
            correctedAt: instant.nullable(),
            /** What it said before it was corrected, oldest first. */
            earlier: z.array(z.object({ version: revision, ...followedUp, writtenAt: instant })),
          }),
        )
        .optional(),
      /** To which stages I have said that clients went. Absent in answers of versions that left it out. */
      stages: z
        .array(
          z.object({
            customerName: z.string(),
            from: z.string(),
            to: z.string(),
            reason: z.string().nullable(),
            at: instant,
            undoneAt: instant.nullable(),
          }),
        )
        .optional(),
      /** What I have reported as a problem. Absent in answers of versions that left it out. */
      reports: z
        .array(
          z.object({
            reportId: id,
            text: z.string().nullable(),
            saw: z.string().nullable(),
            reference: z.string().nullable(),
            screen: z.string().nullable(),
            program: z.string(),
            happenedAt: instant,
            reportedAt: instant,
            answer: z.string().nullable(),
          }),
        )
        .optional(),
      /** Where I said that clients' places are. Absent in answers of versions that left it out. */
      pins: z
        .array(
          z.object({
            customerName: z.string(),
            siteName: z.string(),
            note: z.string().nullable(),
            proposedAt: instant,
            /** GCJ-02, where I stood; null once nobody has to decide on it any more. */
            position: z.object({ latDeg: z.number(), lngDeg: z.number() }).nullable(),
            accuracyM: z.number().nullable(),
            /** When I stood there; null where that was when I proposed it, absent in answers that left it out. */
            takenAt: instant.nullable().optional(),
            /** What has become of it. */
            state: z.string(),
          }),
        )
        .optional(),
      /** What was refused of what my phone sent, as long as it is kept. Absent in answers of versions that left it out. */
      refused: z
        .array(
          z.object({
            kind: z.string(),
            code: z.string(),
            reference: z.string(),
            at: instant,
            /** As it was sent, without coordinates; null where it is not kept. */
            body: z.string().nullable(),
          }),
        )
        .optional(),
      /** What I have taken away as tables, as long as it is told of. Absent in answers of versions that left it out. */
      exports: z
        .array(
          z.object({
            what: z.string(),
            reason: z.string(),
            state: z.string(),
            rows: z.number().int().nullable(),
            askedAt: instant,
          }),
        )
        .optional(),
      /** What I have brought along from before the company paid here, each as it was stated last. Absent in the same way. */
      openings: z
        .array(
          z.object({
            kind: z.enum(openingKinds),
            period: z.string().nullable(),
            item: z.string().nullable(),
            client: z.string().nullable(),
            note: z.string().nullable(),
            amountFen: fen,
          }),
        )
        .optional(),
      /** Long work that I have asked for. Absent in the same way. */
      tasks: z
        .array(z.object({ kind: z.string(), state: z.string(), createdAt: instant, endedAt: instant.nullable() }))
        .optional(),
      sales: z.array(
        z.object({
          saleId: id,
          customerName: z.string(),
          amountFen: fen,
          signedOn: businessDay,
          contractNo: z.string().nullable(),
          state: saleState,
          submittedAt: instant,
          confirmedAt: instant.nullable(),
          /** Why it was returned the last time, and what it said then. */
          sentBack: z
            .object({
              reason: z.string(),
              customerName: z.string(),
              amountFen: fen,
              signedOn: businessDay,
              contractNo: z.string().nullable(),
            })
            .nullable(),
        }),
      ),
    }),
    example: { params: { period: "2026-03" } },
  },
  "privacy.kept": {
    summary:
      "For HR and administrators: who has left, by how their names begin, at most 20; what photos took on the disk last night, and what the next one erases.",
    session: "member",
    query: z.strictObject({ begin: searched.optional() }),
    answer: z.object({
      leavers: z.array(z.object({ memberId: id, name: z.string(), leftOn: businessDay.nullable() })),
      isWhole: z.boolean(),
      photos: z.object({
        /** Null before the first night. */
        counted: z
          .object({
            countedAt: instant,
            oldestAt: instant.nullable(),
            /** By the month in which they came, newest first. */
            months: z.array(z.object({ month, count, bytes: count })),
          })
          .nullable(),
        next: z.object({ at: instant, count, bytes: count }),
      }),
      photoKeptDays: count,
      positionKeptDays: count,
    }),
    example: { query: { begin: "李" } },
  },
  "privacy.leaver": {
    summary:
      "For HR and administrators: how much of somebody who has left would be erased, and when that was done before.",
    session: "member",
    params: z.strictObject({ memberId: id }),
    answer: z.object({
      memberId: id,
      name: z.string(),
      leftOn: businessDay.nullable(),
      goes: whatGoes,
      earlier: z.array(z.object({ at: instant, byName: z.string() })),
    }),
    example: { params: { memberId: "lina" } },
  },
  "privacy.erase": {
    summary:
      "For HR and administrators: erase what need not be kept of somebody who has left. Their name is typed once more; what pay rests on stays.",
    session: "member",
    cost: 10,
    params: z.strictObject({ memberId: id }),
    body: z.strictObject({ commandId, name: text(64), reason: text(200) }),
    answer: z.object({ erased: whatGoes, on: businessDay }),
    example: {
      params: { memberId: "lina" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a13", name: "李娜", reason: "本人要求" },
    },
  },
  "privacy.withdrawConsent": {
    summary:
      "Take back my consent to positions: those that are kept are erased, and no check-in is taken until I agree anew.",
    session: "member",
    body: z.strictObject({ commandId }),
    answer: z.object({ endedAt: instant.nullable(), positionsErased: z.number().int() }),
    example: { body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a12" } },
  },
} satisfies Record<string, Contract>;
