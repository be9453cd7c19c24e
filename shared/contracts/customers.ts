import { z } from "zod";
import { pinAccuracyMaxM } from "@shared/domain/pin";
import { businessDay, commandId, cursor, id, instant, revision, searched, text } from "./common";
import type { Contract } from "./contract";
import {
  customerDetailView,
  customerView,
  foundCustomerView,
  grade,
  listedCustomerView,
  ownerShare,
  particulars,
  pinKnown,
  similarCustomerView,
  timelineItemView,
} from "./customerViews";
import { questionView } from "./visitQuestions";

const owners = z.array(ownerShare).min(1).max(20);

/** GCJ-02 degrees. */
const pin = z.strictObject({ latDeg: z.number().min(-90).max(90), lngDeg: z.number().min(-180).max(180) });
/** Another radius than 200 m is for leaders and administrators to choose. */
const radiusM = z.number().int().min(20).max(2_000);
/** Of the position that the pin was taken from; left out where it was typed in. */
const pinTaken = z.strictObject({ accuracyM: z.number().positive().max(pinAccuracyMaxM), takenAt: instant }).nullable();
const siteBody = { name: text(60), address: text(200), pin: pin.nullable(), pinTaken: pinTaken.optional(), radiusM };

/** What another system calls the customer. The same id again is the same customer. */
const externalId = z.strictObject({ system: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/), id });

/** Words by which a company sorts its customers. */
const tags = z.array(text(20)).max(20);
const contactsMax = 20;
/** Somebody at the customer. A phone number is taken as people write it. */
const contact = z.strictObject({
  contactId: id,
  name: text(40),
  role: text(40).nullable(),
  phone: text(30).nullable(),
  needs: text(200).nullable(),
});
/** 统一社会信用代码, as people write it: 18 characters, of which the last one checks the others. */
const creditCode = text(40);
/** What is left out stays as it is; a list that is given takes the place of the one that was there. */
const more = {
  creditCode: creditCode.nullable().optional(),
  tags: tags.optional(),
  contacts: z.array(contact).max(contactsMax).optional(),
};

export const customerChanged = z.object({ customerId: id, revision });
export const customerParams = z.strictObject({ customerId: id });

/** The longest id, encrypted. */
const foundCursor = z.string().regex(/^[A-Za-z0-9_.:@~+-]{1,300}$/);

export const customersContracts = {
  "customers.mine": {
    summary: "My customers with their sites, by name, up to 200 a page: the phone's own copy for finding the nearest.",
    session: "member",
    query: z.strictObject({ cursor: cursor.optional() }),
    answer: z.object({ items: z.array(customerView), nextCursor: cursor.nullable() }),
    example: { query: {} },
  },
  "customers.find": {
    summary:
      "Customers that I may read by their name, short name, pinyin initials, address, credit code, another system's number, the end of a phone's number (four digits and more) or, where I may read it, the whole of it, by name, 50 a page. Where many others have the words, a page may have fewer, and say that it is cut.",
    session: "member",
    query: z.strictObject({ words: searched, cursor: foundCursor.optional() }),
    answer: z.object({
      items: z.array(foundCustomerView),
      nextCursor: foundCursor.nullable(),
      /** So many were looked through that it ends here: what is left is looked through with the next page. */
      isCut: z.boolean().optional(),
    }),
    example: { query: { words: "hyjx" } },
  },
  "customers.list": {
    summary:
      "All customers that I may read, or of them those of a grade, those whose pin that is known worst is known so, and those that the words find as customers.find does; with pins and last visits, by name, 50 a page. Auditors' looks are noted.",
    session: "member",
    cost: 2,
    query: z.strictObject({
      words: searched.optional(),
      grade: grade.optional(),
      pin: pinKnown.optional(),
      cursor: foundCursor.optional(),
    }),
    answer: z.object({
      items: z.array(listedCustomerView),
      nextCursor: foundCursor.nullable(),
      isCut: z.boolean().optional(),
      /** Of all pages, with the first one and without words and pins; absent for whoever leads a unit. `isAtLeast`: not all are counted. */
      total: z.object({ count: z.number().int(), isAtLeast: z.boolean() }).optional(),
    }),
    example: { query: {} },
  },
  "customers.similar": {
    summary:
      "Customers that one with this name, credit code, these phones or places within 100 m may be, at most five, whosever they are: asked while somebody types. Looks at others' are noted.",
    session: "member",
    body: z.strictObject({
      name: text(120),
      shortName: text(40),
      phones: z.array(text(30)).max(contactsMax),
      creditCode: creditCode.optional(),
      /** Where its places are. */
      pins: z.array(pin).max(20).optional(),
      /** The customer that is being edited. */
      exceptId: id.optional(),
    }),
    answer: z.object({ items: z.array(similarCustomerView) }),
    example: { body: { name: "海岳机械有限公司", shortName: "海岳机械", phones: [] } },
  },
  "customers.create": {
    summary:
      "Add a customer. Reps add their own, leaders for their unit. With an external id that is known already nothing is changed, and the answer names the customer that has it.",
    session: "member",
    scope: "customers.write",
    body: z.strictObject({
      commandId,
      customerId: z.uuid(),
      externalId: externalId.nullable(),
      ...particulars,
      ...more,
      /** The person has seen which customers it may be, and says that it is none of them. */
      isNewSeen: z.literal(true).optional(),
      /** These it is not, as the person has said of those that their phone knew. */
      otherThanIds: z.array(id).max(20).optional(),
      /**
       * It is this client, which the person serves: nothing is added, and what was recorded under `customerId` meanwhile follows there. The
       * answer names the client that it is.
       */
      sameAsId: id.optional(),
      owners,
      /** The first day that the owners' shares count for. */
      ownedFrom: businessDay,
      coServedByIds: z.array(id).max(20),
      sites: z.array(z.strictObject({ siteId: id, ...siteBody })).max(50),
    }),
    answer: customerChanged.extend({ created: z.boolean() }),
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c01",
        customerId: "5d0e3a7e-58f1-4d2c-8a53-6a3c1b1f7e20",
        externalId: { system: "crm", id: "EXT-1" },
        name: "新粤精工有限公司",
        shortName: "新粤精工",
        industry: "精密制造",
        grade: "B",
        stage: "初步接触",
        owners: [{ memberId: "xiaowang", share: "1" }],
        ownedFrom: "2026-03-26",
        coServedByIds: ["xiaoli"],
        sites: [
          {
            siteId: "s1",
            name: "总部",
            address: "天河区体育西路",
            pin: { latDeg: 23.131, lngDeg: 113.321 },
            radiusM: 200,
          },
        ],
      },
    },
  },
  "customers.read": {
    summary: "One customer with its owners, sites and revision, for those who serve it or keep it up.",
    session: "member",
    scope: "customers.write",
    params: customerParams,
    answer: z.object({
      customer: customerDetailView,
      /** Who they are that own or serve it, now, before or later; of answers kept from before those who have left are left out. */
      people: z.array(z.object({ memberId: id, name: z.string(), hasLeft: z.boolean().optional() })),
      /** From which day I may give it to whom (customers.assign); absent where I may not, and in answers kept from before. */
      giving: z.object({ from: businessDay, people: z.array(z.object({ memberId: id, name: z.string() })) }).optional(),
      /** What I may do with it. */
      may: z.object({ edit: z.boolean(), confirmPin: z.boolean(), merge: z.boolean().optional() }),
    }),
    example: { params: { customerId: "c-haiyue" } },
  },
  "customers.timeline": {
    summary:
      "Everything about a customer in one stream, newest first, 20 a page: visits, check-ins, follow-ups, changes of stage, sales, edits, with their authors. For those who serve it or keep it up, and auditors; looks at the visits of others by office are noted and shown to them.",
    session: "member",
    params: customerParams,
    query: z.strictObject({ cursor: cursor.optional() }),
    answer: z.object({
      items: z.array(timelineItemView),
      nextCursor: cursor.nullable(),
      /** Who else has been there last, within 30 days; null where nobody has, and on all pages but the first. */
      otherThere: z.object({ byName: z.string(), on: businessDay }).nullable().optional(),
      /** What was asked about coming here, whoever asked, the newest first; empty on all pages but the first, absent in answers kept from before. */
      questions: z.array(questionView).optional(),
    }),
    example: { params: { customerId: "c-haiyue" }, query: {} },
  },
  "customers.edit": {
    summary:
      "Change what a customer is called and how far one is with it. For its owners, their leaders, administrators.",
    session: "member",
    scope: "customers.write",
    params: customerParams,
    body: z.strictObject({
      commandId,
      revision,
      ...particulars,
      ...more,
      /** For leaders of an owner, administrators and other systems: an import finds by it whose client it brings. */
      externalIds: z.array(externalId).max(50).optional(),
    }),
    answer: customerChanged,
    example: {
      params: { customerId: "c-haiyue" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c02",
        revision: 1,
        name: "海岳机械有限公司",
        shortName: "海岳机械",
        industry: "设备制造",
        grade: "A",
        stage: "签单",
      },
    },
  },
  "customers.addContact": {
    summary:
      "Add somebody whom a customer's record names to its contacts, by name. One of that name who is there already stays the one. For its owners, their leaders, administrators.",
    session: "member",
    params: customerParams,
    body: z.strictObject({ commandId, contactId: id, name: text(40) }),
    answer: customerChanged,
    example: {
      params: { customerId: "c-haiyue" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c0a",
        contactId: "p-4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c0b",
        name: "李护士长",
      },
    },
  },
  "customers.assign": {
    summary:
      "Say who owns a customer from a day on, tomorrow or later (today where nobody owns it or its owners have left), in shares that add up to 1, and who serves it beside them, from now. For leaders and administrators, and not to their own gain.",
    session: "member",
    params: customerParams,
    body: z.strictObject({
      commandId,
      revision,
      from: businessDay,
      owners,
      coServedByIds: z.array(id).max(20),
      reason: text(200).nullable(),
    }),
    answer: customerChanged,
    example: {
      params: { customerId: "c-haiyue" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c03",
        revision: 1,
        from: "2026-04-01",
        owners: [
          { memberId: "xiaowang", share: "0.3" },
          { memberId: "xiaoli", share: "0.7" },
        ],
        coServedByIds: ["liuyang"],
        reason: "客户移交",
      },
    },
  },
} satisfies Record<string, Contract>;

export const sitesContracts = {
  "sites.add": {
    summary:
      "Add a place of a customer, beside whatever others change; with a revision only where it is still the one that was seen.",
    session: "member",
    scope: "customers.write",
    params: customerParams,
    body: z.strictObject({ commandId, revision: revision.optional(), siteId: id, ...siteBody }),
    answer: customerChanged,
    example: {
      params: { customerId: "c-haiyue" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c04",
        revision: 1,
        siteId: "s2",
        name: "二厂",
        address: "黄埔区科学大道",
        pin: { latDeg: 23.166, lngDeg: 113.458 },
        radiusM: 200,
      },
    },
  },
  "sites.edit": {
    summary:
      "Change a place of a customer. A pin that a leader has confirmed is moved by leaders and administrators alone.",
    session: "member",
    scope: "customers.write",
    params: z.strictObject({ customerId: id, siteId: id }),
    body: z.strictObject({ commandId, revision, ...siteBody }),
    answer: customerChanged,
    example: {
      params: { customerId: "c-haiyue", siteId: "s1" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c05",
        revision: 1,
        name: "总部",
        address: "海珠区阅江西路 222 号",
        pin: { latDeg: 23.106414, lngDeg: 113.324553 },
        radiusM: 200,
      },
    },
  },
} satisfies Record<string, Contract>;
