import { z } from "zod";
import { pinStatuses } from "@shared/domain/customerMerge";
import { sameBy } from "@shared/domain/customerSame";
import { businessDay, fen, id, instant, revision, text, verdict, visitStanding } from "./common";
import { followUpChannel } from "./followUps";
import { pinSource } from "./pins";
import { askedView } from "./visitQuestions";
import { answeredStep } from "./visits";

export const grade = z.enum(["A", "B", "C"]);
/** How pins are known; none: a place has none, or there is no place. */
export const pinKnown = z.enum(["none", ...pinStatuses]);

export const siteView = z.object({
  siteId: id,
  name: z.string(),
  address: z.string(),
  /** GCJ-02 degrees; null while the site has no pin. */
  latDeg: z.number().nullable(),
  lngDeg: z.number().nullable(),
  radiusM: z.number(),
  /** Of the codes that count there: the beginning of their hashes. Absent in other answers, and in those kept from before. */
  codeMarks: z.array(z.string()).optional(),
});

export const customerView = z.object({
  customerId: id,
  name: z.string(),
  shortName: z.string(),
  grade,
  stage: z.string(),
  /** The first letters of its names in pinyin, names apart by a space: what it is found by without a network. */
  initials: z.string(),
  /** What other systems call it. */
  numbers: z.array(z.string()),
  /** The last four digits of its people's phones. */
  phoneTails: z.array(z.string()),
  /** Its people, in their order; absent in answers kept from before. */
  contactNames: z.array(z.string()).optional(),
  /** The same with their ids. Absent in other answers, and in those kept from before. */
  contacts: z.array(z.object({ contactId: z.string(), name: z.string() })).optional(),
  sites: z.array(siteView),
  /** My newest recorded visit of this or the last month; null where there is none in them. */
  lastVisitOn: businessDay.nullable(),
  /** Of which type my last visit there was; null where there was none lately, absent in answers kept from before. */
  lastTypeId: id.nullable().optional(),
  /** Nobody has owned it for longer than two weeks: that nobody has been there says nothing yet. Absent: not said. */
  isNew: z.boolean().optional(),
  /** What I said at that visit that comes next; null where nothing was said. */
  nextStep: z.object({ text: z.string(), on: businessDay }).nullable(),
  /** Who else has been there last, within 30 days; absent in answers kept from before. */
  otherThere: z.object({ byName: z.string(), on: businessDay }).nullable().optional(),
  /** Whose it is today, beside me, and since when; absent in answers kept from before. */
  otherOwners: z.array(z.object({ name: z.string(), from: businessDay })).optional(),
  /** What I have asked a colleague about it since yesterday, and what came of it. Absent in answers kept from before. */
  asked: askedView.nullable().optional(),
});

/** A customer among those that were found. */
export const foundCustomerView = z.object({
  customerId: id,
  name: z.string(),
  shortName: z.string(),
  grade,
  stage: z.string(),
  /** Of its first site. */
  address: z.string().nullable(),
  /** Of today's owners who are still here. */
  ownerNames: z.array(z.string()),
});

/** The same in a table. */
export const listedCustomerView = foundCustomerView.extend({
  /** How the pin is known that is known worst; null: a place has none. */
  pin: z.enum(pinStatuses).nullable(),
  /** When somebody has been there last; null: nobody has. */
  lastVisitOn: businessDay.nullable(),
});

const share = z.string().regex(/^(0\.\d{1,6}|1)$/);
export const ownerShare = z.strictObject({ memberId: id, share });

/** What a customer is called and is. */
export const particulars = {
  name: text(120),
  /** What lists and messages call it. */
  shortName: text(40),
  /** What trade it is in: groups hear this instead of its name. */
  industry: text(40).nullable(),
  grade,
  stage: text(20),
};

export const contactView = z.object({
  contactId: id,
  name: z.string(),
  role: z.string().nullable(),
  /** Digits with the country code. */
  phone: z.string().nullable(),
  needs: z.string().nullable(),
});

/** A customer that another may be, whosever it is. */
export const similarCustomerView = z.object({
  customerId: id,
  shortName: z.string(),
  ownerNames: z.array(z.string()),
  sameBy: z.array(z.enum(sameBy)),
  /** Whether the reader owns it. */
  mine: z.boolean().optional(),
  mayOpen: z.boolean(),
});

/** A customer as those see it who keep it up. */
export const customerDetailView = z.object({
  customerId: id,
  ...particulars,
  name: z.string(),
  shortName: z.string(),
  industry: z.string().nullable(),
  stage: z.string(),
  /** 统一社会信用代码; absent in answers kept from before. */
  creditCode: z.string().nullable().optional(),
  externalIds: z.array(z.object({ system: z.string(), id: z.string() })),
  /** With those of the past and of days to come; `to` is the last day. */
  owners: z.array(ownerShare.extend({ from: businessDay, to: businessDay.nullable() })),
  coServedByIds: z.array(id),
  tags: z.array(z.string()),
  /** Null for those who read it by office: nobody's number is theirs to see. */
  contacts: z.array(contactView).nullable(),
  sites: z.array(
    siteView.extend({
      /** How it is known; `taken`: from where somebody stood, whom nobody has confirmed yet. */
      pinStatus: z.enum(pinStatuses),
      /** Who has said that it is elsewhere, and waits for its leader's word; absent in answers kept from before. */
      /** `deciderNames`: who is to decide on it; absent in answers kept from before. */
      proposed: z
        .object({
          ...{ byName: z.string(), at: instant, source: pinSource.optional() },
          deciderNames: z.array(z.string()).optional(),
          /** Of the position that it was taken from, to whoever took it; null where it was typed in, absent to others and in answers kept from before. */
          accuracyM: z.number().nullable().optional(),
        })
        .nullable()
        .optional(),
      /** The word on its pin, for whoever may take it back by `pins.decide`; absent for all others, and where the pin was set since. */
      accepted: z.object({ proposalId: id, revision, byName: z.string(), at: instant }).optional(),
    }),
  ),
  /** Clients that have become this one, the newest last; absent in answers kept from before. */
  merged: z
    .array(
      z.object({
        customerId: id,
        name: z.string(),
        on: businessDay,
        byName: z.string(),
        /** The last day on which it can be undone; null where it cannot be (any more), or not by me. */
        undoUntil: businessDay.nullable(),
      }),
    )
    .optional(),
  revision,
});

/** One thing that happened about a customer. What does not belong to its kind is null, false or empty. */
export const timelineItemView = z.object({
  itemId: id,
  kind: z.enum(["visit", "checkIn", "followUp", "stage", "sale", "edit"]),
  at: instant,
  /** Null for who is not known by name: another system, a job. */
  byName: z.string().nullable(),
  /** A visit's or follow-up's record; a check-in's place; why a customer went a stage back; of which client an edit was that has become this one. */
  text: z.string().nullable(),
  /** At steps of the visit's type. */
  answers: z.array(answeredStep),
  verdict: verdict.nullable(),
  effective: z.boolean().nullable(),
  /** How a visit or check-in stands; null for other kinds, absent in answers kept from before. */
  standing: visitStanding.nullable().optional(),
  isCorrected: z.boolean(),
  /** Of a change of stage; null for other kinds, absent in answers kept from before. */
  stage: z
    .object({ from: z.string(), to: z.string(), isUndone: z.boolean(), mayUndo: z.boolean() })
    .nullable()
    .optional(),
  /** How one was in touch; null for other kinds, absent in answers kept from before. */
  channel: followUpChannel.nullable().optional(),
  /** Null where what it came to is not mine to see. */
  amountFen: fen.nullable(),
  saleState: z.enum(["submitted", "returned", "confirmed", "cancelled"]).nullable(),
  /** What kind of edit, such as `sites.edit`. */
  action: z.string().nullable(),
  /** Which fields an edit has changed. */
  changed: z.array(z.string()),
  /** To whom the client was given, and from which day on; absent for all else, and in answers kept from before. */
  given: z.object({ names: z.array(z.string()), from: businessDay }).optional(),
  /** The page that I may open. */
  opens: z.object({ page: z.enum(["visit", "record", "followUp", "sale"]), id, on: businessDay }).nullable(),
});
