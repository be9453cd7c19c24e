import {
  createBodyOf,
  customerFaults,
  editBodyOf,
  numbersOf,
  emptyContact,
  emptyCustomer,
  formOf,
  tagsOf,
} from "@/features/customers/customerForm";
import { changedMeanwhile } from "@/features/customers/customerConflict";
import { emptySite } from "@/features/customers/siteForm";

let count = 0;
const newId = () => `id-${(count += 1)}`;
const form = (more = {}) => ({ ...emptyCustomer(newId), name: "海岳机械有限公司", shortName: "海岳", ...more });
const given = { ownerId: "xiaowang", today: "2026-03-26", siteName: "总部", isNewSeen: false };

it.each([
  ["a name", { name: " " }, { name: "missing" }],
  ["a short name of at most 40", { shortName: "长".repeat(41) }, { shortName: "tooLong" }],
  [
    "whole phone numbers",
    { contacts: [{ ...emptyContact(newId), name: "张", phone: "138" }] },
    { "contacts.0.phone": "noPhone" },
  ],
  ["a name for each person", { contacts: [emptyContact(newId)] }, { "contacts.0.name": "missing" }],
  [
    "an address where there is a position",
    { sites: [{ ...emptySite("s1"), pin: { latDeg: 23, lngDeg: 113 } }] },
    { "sites.0.address": "missing" },
  ],
  [
    "names of several places",
    {
      sites: [
        { ...emptySite("s1"), address: "阅江西路" },
        { ...emptySite("s2"), name: "二厂", address: "科学大道" },
      ],
    },
    { "sites.0.name": "missing" },
  ],
  ["numbers without spaces", { number: "KH 42" }, { number: "noNumber" }],
  [
    "at most 20 people",
    { contacts: Array.from({ length: 21 }, () => ({ ...emptyContact(newId), name: "张" })) },
    { contacts: "tooManyPeople" },
  ],
  ["a whole credit code", { creditCode: "9144030071526726XH" }, { creditCode: "noCode" }],
  ["at most 20 tags", { tags: Array.from({ length: 21 }, (_, n) => `t${n}`).join("、") }, { tags: "tooMany" }],
])("asks for %s", (_what, more, faults) => {
  expect(customerFaults(form(more), true)).toEqual(faults);
});

it("asks for nothing that is not needed", () => {
  expect(customerFaults(form(), true)).toEqual({});
});

it("takes tags however they are set apart", () => {
  expect(tagsOf("重点、进口，重点  出口")).toEqual(["重点", "进口", "出口"]);
});

it("sends a new client as its rep's own, all of it, with its place", () => {
  const body = createBodyOf(
    form({ sites: [{ ...emptySite("s1"), address: "阅江西路" }, emptySite("s2")], number: "KH-42", tags: "重点" }),
    given,
  );
  expect(body).toMatchObject({
    owners: [{ memberId: "xiaowang", share: "1" }],
    externalId: { system: "own", id: "KH-42" },
    tags: ["重点"],
    sites: [{ siteId: "s1", name: "总部", address: "阅江西路", pin: null, radiusM: 200 }],
  });
  expect(body.isNewSeen).toBeUndefined();
});

it("calls a client in short by the beginning of its name where nothing else is said", () => {
  const body = createBodyOf({ ...form(), name: "云".repeat(45), shortName: " " }, given);
  expect(body.shortName).toBe("云".repeat(40));
});

it("corrects a client from what stands there, and sends back what was not touched", () => {
  const contact = { contactId: "p1", name: "张主任", role: null, phone: "8613800138000", needs: "交期" };
  const customer = {
    customerId: "c1",
    name: "海岳机械有限公司",
    shortName: "海岳",
    industry: null,
    grade: "A" as const,
    stage: "签单",
    externalIds: [],
    owners: [],
    coServedByIds: [],
    tags: ["重点"],
    contacts: [contact],
    sites: [],
    revision: 3,
  };
  const old = formOf({ customer, people: [], may: { edit: true, confirmPin: false } });
  expect(old.contacts[0]?.phone).toBe("+86 138 0013 8000");
  const body = editBodyOf({ ...form(), ...old }, "k1", { mayNumber: false });
  expect(body).toMatchObject({ revision: 3, industry: null, grade: "A", tags: ["重点"] });
  expect(body.contacts).toEqual([{ ...contact, phone: "+86 138 0013 8000" }]);
});

it("sends every place of a new client", () => {
  const sites = [
    { ...emptySite("s1"), name: "总部", address: "阅江西路" },
    { ...emptySite("s2"), name: "二厂", address: "科学大道", pin: { latDeg: 23, lngDeg: 113 } },
  ];
  expect(createBodyOf(form({ sites }), given).sites).toEqual(sites);
});

it("reads numbers of other systems as they are typed", () => {
  expect(numbersOf("CRM:EXT-1、erp:a:b 42")).toEqual([
    { system: "crm", id: "EXT-1" },
    { system: "erp", id: "a:b" },
    { system: "own", id: "42" },
  ]);
});

const page = (more = {}) => ({
  ...{ people: [], may: { edit: true, confirmPin: true } },
  customer: {
    ...{ customerId: "c1", name: "海岳机械有限公司", shortName: "海岳", industry: null, grade: "A" as const },
    ...{ stage: "签单", owners: [], coServedByIds: [], tags: [], contacts: [], sites: [], revision: 3 },
    ...{ creditCode: "9144030071526726XG", externalIds: [{ system: "crm", id: "EXT-1" }] },
    ...more,
  },
});

it("sends numbers of other systems for those alone who may change them", () => {
  const begun = { ...form(), ...formOf(page()) };
  const externalIds = [{ system: "crm", id: "EXT-1" }];
  expect(editBodyOf(begun, "k1", { mayNumber: true })).toMatchObject({ externalIds });
  expect(editBodyOf(begun, "k1", { mayNumber: false }).externalIds).toBeUndefined();
});

it("takes neither code nor numbers from a client by a draft from before they were corrected", () => {
  const { began, ...typed } = { ...form(), ...formOf(page()) };
  const { creditCode: _code, externalIds: _numbers, ...as } = began?.as ?? typed;
  // As a draft is opened: what it does not know is empty.
  const old = { ...typed, creditCode: "", externalIds: "", began: { revision: 3, as } };
  const body = editBodyOf(old, "k1", { mayNumber: true });
  expect([body.externalIds, body.creditCode]).toEqual([undefined, undefined]);
  const theirs = formOf(page({ revision: 4 }));
  const parts = changedMeanwhile(as, old, theirs);
  expect(parts.map(({ key, isAsked }) => [key, isAsked])).toEqual([
    ["creditCode", false],
    ["externalIds", false],
  ]);
});

it("marks a number that is none", () => {
  expect(customerFaults(form({ externalIds: "crm:号" }), false)).toEqual({ externalIds: "noNumber" });
});

it("sends a credit code as it is kept", () => {
  expect(createBodyOf(form({ creditCode: "9144 0300 7152 6726 xg" }), given).creditCode).toBe("9144030071526726XG");
});
