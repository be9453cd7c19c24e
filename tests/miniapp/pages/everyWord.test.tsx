import type { ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render } from "@testing-library/react";
import type { z } from "zod";
import { importPurposes, importStates, rowResults } from "@shared/domain/importing";
import { findingCodes } from "@shared/domain/pay/check/findings/finding";
import { rights } from "@shared/domain/rights";
import { taskKinds, taskStates } from "@shared/domain/task";
import { wecomFaults } from "@shared/domain/wecomAccess";
import { officeRowKinds } from "@shared/contracts/office";
import { contracts } from "@shared/contracts";
import { planShape } from "@shared/contracts/planShape";
import { answerShapes } from "@/api/answerShapes";
import { AskColleague } from "@/components/AskColleague";
import { DoubtFacts } from "@/components/DoubtFacts";
import { SignalFacts } from "@/components/SignalFacts";
import { SaleRow } from "@/components/SaleRow";
import { TodoRow } from "@/components/TodoRow";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { FollowUpFacts } from "@/pages/customers/followUp/FollowUpFacts";
import { CustomerFacts } from "@/pages/customers/detail/CustomerFacts";
import { SimilarRows } from "@/pages/customers/edit/SimilarRows";
import Doubt from "@/pages/field/doubt";
import { OfficeTabCard } from "@/pages/tabs/OfficeTabCard";
import { Companions } from "@/pages/field/visit/Companions";
import { CheckInHead } from "@/pages/field/visit/CheckInHead";
import { StandingCard } from "@/pages/field/visit/StandingCard";
import { VisitFacts } from "@/pages/field/visit/VisitFacts";
import type { Language } from "@/texts";
import { StatusMark } from "@/ui";
import { allTexts } from "../../support/allTexts";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({ id: "k", on: "2026-03-26" }),
}));

/* Every word of a closed list that an answer may hold is written out where it is shown: never as its code, and never as nothing. */

const review = {
  doubts: ["edge"],
  decideUntil: "2026-04-02T01:00:00.000Z",
  answer: null,
  hasPhoto: false,
  decision: null,
};
const checkIn = {
  ...{ checkInId: "k", customerId: "c", customerName: "海岳机械", siteId: "p", siteName: "总部", verdict: "doubtful" },
  ...{ distanceM: 215, accuracyM: 18, radiusM: 200, checkedInAt: "2026-03-26T01:00:00.000Z", on: "2026-03-26" },
  ...{ visitId: "v", recordUntil: "2026-03-27T01:00:00.000Z", repeatedOnDay: false, mendedById: null, review: null },
};
const visit = {
  ...{ visitId: "v", customerId: "c", customerName: "海岳机械", purpose: "followUp", peopleMet: null, record: "演示" },
  ...{ nextStep: null, recordedAt: "2026-03-26T02:00:00.000Z", version: 1, correctedAt: null, on: "2026-03-26" },
  type: { typeId: "t", version: 1, name: "普通拜访", steps: [], asksTimeOnSite: false, seenBy: "everybody" },
  ...{ answers: [], effective: false, reason: "record.late", checkIn, revision: 1 },
};
const todo = {
  ...{ todoId: "t", subjectId: "2026-03", since: "2026-03-25T01:00:00.000Z", about: "海岳机械", byName: "小王" },
  ...{ amountFen: null, text: "演示", on: "2026-03-26", until: "2026-03-27T01:00:00.000Z", visit: null },
};
const customer = {
  ...{ customerId: "c", name: "海岳机械", shortName: "海岳", grade: "A", stage: "服务中", industry: null, owners: [] },
  ...{ coServedByIds: [], tags: [], externalIds: [], contacts: null },
};
const site = { siteId: "s", name: "总部", address: "", latDeg: 23, lngDeg: 113, radiusM: 200 };

/** The day's list of 打卡 as the server would answer it. */
function doubtPage(part: object): ReactNode {
  queryClient.setQueryData(["checkIns", "2026-03-26"], { items: [{ ...checkIn, ...part }] });
  return <Doubt />;
}

// What a part reads of an answer; the words are put in by the test.
const as = <Props,>(props: object): Props => props as Props;

/** By a value of the list: the part of a page that shows it. */
const shownBy: Record<string, (word: string) => ReactNode> = {
  standing: (standing) => <CheckInHead {...as({ checkIn, standing, aside: null })} />,
  "review.state": (state) => doubtPage({ review: { ...review, state, revision: 1 } }),
  "companion.state": (state) => (
    <Companions
      {...as({
        ...{ visit: { visitId: "v", customerName: "海岳机械", checkIn }, isOthers: true },
        companions: [
          {
            ...{ companionId: "w", name: "李四", state, hasLeft: false },
            ...{ confirmUntil: "2026-04-02T01:00:00.000Z", ownCheckInAt: null },
          },
        ],
      })}
    />
  ),
  wifi: (wifiFinding) => <DoubtFacts {...as({ ...checkIn, doubts: ["noFix"], wifiFinding })} />,
  "question.state": (state) => (
    <AskColleague
      {...as({
        ...{ name: "海岳机械", colleague: "李四", isWaiting: false },
        asked: {
          ...{ questionId: "q", askedName: "李四", state, word: null, reason: null },
          answerUntil: "2099-03-27T01:00:00.000Z",
        },
      })}
    />
  ),
  doubts: (doubt) => <DoubtFacts {...as({ ...checkIn, doubts: [doubt], way: { again: () => undefined } })} />,
  qrFinding: (qrFinding) => <DoubtFacts {...as({ ...checkIn, doubts: [], qrFinding })} />,
  signal: (kind) => (
    <SignalFacts {...as({ signals: { items: [{ kind, value: 1, limit: 1, apart: null }], score: 3, askedFrom: 3 } })} />
  ),
  reason: (reason) => <StandingCard {...as({ id: "s", visit: { ...visit, reason } })} />,
  purpose: (purpose) => <VisitFacts {...as({ visit: { ...visit, purpose } })} />,
  channel: (channel) => (
    <FollowUpFacts {...as({ id: "f", title: "t", said: { channel, people: null, record: "r" }, times: [] })} />
  ),
  "sale.state": (state) => (
    <SaleRow {...as({ id: "s", customerName: "海岳机械", amountFen: 100, state, note: "", onTap: () => {} })} />
  ),
  "todo.kind": (kind) => <TodoRow {...as({ todo: { ...todo, kind }, today: "2026-03-26", onTap: () => {} })} />,
  "line.status": (is) => <StatusMark {...as({ about: "money", is })} />,
  sameBy: (by) => (
    <SimilarRows
      {...as({
        items: [{ customerId: "c", shortName: "海岳", ownerNames: [], sameBy: [by] }],
        name: "n",
        onOpen: () => {},
      })}
    />
  ),
  "office.kind": (kind) => {
    const row = { kind, count: 2, isWhole: true, state: "ok", period: "2026-03", at: "2026-03-26T01:00:00.000Z" };
    const figures = { doneFen: 100, targetFen: 200, visits: 3, isClosed: false, names: ["张三"], subjectId: "k" };
    queryClient.setQueryData(["office", "closing"], { items: [{ ...row, ...figures }] });
    return <OfficeTabCard tab="closing" title="关账" />;
  },
  pinStatus: (pinStatus) => (
    <CustomerFacts
      {...as({
        page: { customer: { ...customer, sites: [{ ...site, pinStatus }] }, people: [], may: { edit: false } },
      })}
    />
  ),
};

type AllTexts = (typeof allTexts)[Language];

/** Where what shows it is a choice or a sentence of a page that needs more: the table that it takes its words from. */
const wordsFor: Record<string, (t: AllTexts) => Record<string, unknown>> = {
  roles: (t) => t.common.roles,
  planFinding: (t) => t.planText.findings,
  unfairPay: (t) => t.planCheck.simulation.fairness,
  language: (t) => t.me.languages,
  "named.state": ({ companions: { named } }) => ({ ...named.said, open: named.asks }),
  "questionThere.state": (t) => t.asking.lineStates,
  publicPraise: (t) => t.me.praises,
  "looked.what": (t) => t.privacy.looked.what,
  "audited.what": (t) => t.audit.what,
  "device.via": (t) => t.privacy.devices.via,
  helps: (t) => t.member.help,
  mergeFault: (t) => t.merge.faults,
  "step.kind": (t) => t.visitTypes.kinds,
  seenBy: (t) => t.visitTypes.readers,
  "member.state": (t) => t.members.states,
  "place.part": (t) => t.members.parts,
  "calendar.source": (t) => t.calendar.sources,
  "day.kind": ({ calendar }) => ({ off: calendar.isOff, work: calendar.isWorked }),
  "large.than": (t) => t.notes.large.than,
  "office.state": (t) => t.office.states,
  "plan.state": (t) => t.officePages.plans.states,
  "wecom.fault": (t) => t.office.rows.wecomNote.fault,
  "setup.state": (t) => t.setup.states,
  "setup.step": ({ setup }) =>
    Object.fromEntries(Object.entries(setup.steps).map(([step, { title }]) => [step, title])),
  "opening.state": (t) => t.openings.states,
  "opening.kind": (t) => t.openings.kinds,
  "export.what": (t) => t.exports.whats,
  "export.view": (t) => t.exports.views,
  "export.format": (t) => t.exports.formats,
  "import.source": (t) => t.imports.sources,
  "import.state": (t) => t.imports.states,
  "row.result": (t) => t.imports.results,
  encoding: (t) => t.imports.encodings,
};

/** The closed lists of all answers that the phone reads, by their words. */
const lists: Record<string, string> = {
  "recordDue|recordDueInDoubt|effective|inDoubt|waits|rejected|appealed|outside|repeated|mended|notCounted": "standing",
  "open|confirmed|declined|lapsed": "companion.state",
  "open|confirmed|declined|lapsed|removed": "named.state",
  "here|left|unsure": "member.state",
  "company|announced|part|none": "calendar.source",
  "off|work": "day.kind",
  "member|leader": "place.part",
  "open|welcome|declined|lapsed": "question.state",
  "open|welcome|declined|lapsed|withdrawn": "questionThere.state",
  "open|accepted|rejected|appealed|mended|lapsed|unrecorded": "review.state",
  "here|replaced|elsewhere|unknown": "qrFinding",
  "edge|outside|poorAccuracy|cachedFix|noFix|noAccuracy|blurred|noPin|uncertainTime|aheadOfTime|oldTap": "doubts",
  "impossibleSpeed|samePhoto|codeFarAway|sharedDevice|sameCoordinates|newDevice|clockOff|sameAccuracy|noDeparture":
    "signal",
  "name|nameAlike|creditCode|phone|place": "sameBy",
  "sites|contacts|tags|customers": "mergeFault",
  "typed|taken|learned|confirmed": "pinStatus",
  "known|unknown": "wifi",
  "submitted|returned|confirmed|cancelled": "sale.state",
  "rep|manager|finance|hr|admin|auditor": "roles",
  "zh-CN|en": "language",
  "weapp|h5": "device.via",
  "yes|ask|no": "publicPraise",
  "phone|wecom|mail": "channel",
  "checkIn.read|sale.read|member.read|review.read|refusal.read|opening.read|simulation.read": "looked.what",
  "checkIn.read|sale.read|member.read|review.read|refusal.read|opening.read|simulation.read|audit.looks":
    "audited.what",
  [findingCodes.join("|")]: "planFinding",
  "bunching|splitting|monthEndPull|refundsAfterPayday|zeroFactorCasualties": "unfairPay",
  "newBusiness|followUp|samples|payment|service": "purpose",
  "estimated|earned|payable|paid|offset": "line.status",
  "overdueSteps|fewVisits|unvisited|recordsInVain": "helps",
  "record|returnedSale|nextStep|praise|sale|plan|sentBackPlan|targets|plansMissing|review|report|pin|duplicate|doubt|companion|visitQuestion|clientsLeft|calendarUnknown|setup|export|opening":
    "todo.kind",
  "people|record|nextStep|text|choice|number|photo|products|signature": "step.kind",
  "everybody|reps|leaders": "seenBy",
  "limit|largest|target": "large.than",
  "ok|attention|fault": "office.state",
  "draft|inReview|published": "plan.state",
  [wecomFaults.join("|")]: "wecom.fault",
  "done|open|waiting": "setup.state",
  "directory|roles|units|firstDay|openings|plan|targets|calendar|robots|customers": "setup.step",
  "waiting|returned|posting|posted": "opening.state",
  "clawback|draw|unreleased|paid": "opening.kind",
  "customers|sales|visits": "export.what",
  "mine|seen": "export.view",
  "csv|xlsx": "export.format",
  "crm|erp|table": "import.source",
  [importStates.join("|")]: "import.state",
  [rowResults.join("|")]: "row.result",
  "utf-8|utf-16le|utf-16be|gb18030": "encoding",
  [officeRowKinds.join("|")]: "office.kind",
  "checkIn.outside|checkIn.unverified|checkIn.rejected|record.late|steps.missing|alreadyCountedToday": "reason",
};

/** What no page writes out: it decides where a tap leads, which of two sentences stands there, or is read by a machine. */
const notWritten = new Set([
  "A|B|C",
  "company|branch|team",
  // What one may do decides what is offered.
  rights.join("|"),
  // How a visit stands says it.
  "inside|doubtful|outside|unverified",
  "visit|checkIn|followUp|stage|sale|edit",
  "visit|record|followUp|sale",
  // Whose step it was decides who may publish.
  "draft|submit|sendBack|withdraw|publish",
  // Why it fails is said: the login page has a sentence for each.
  "answers|failing|asking|unwatched",
  // Each is a sentence with its rows and names.
  "begun|waiting|allowed|refused|lapsed|withdrawn",
  // What somebody has chosen is marked among what may be chosen.
  "none|typed|taken|learned|confirmed",
  "always|today",
  "waiting|sent|unsure",
  "live|cached",
  "tap|answer",
  "open|closed",
  "sale|sales|team|rule",
  "tier|target",
  "sales.confirmed",
  "member|apiKey|job|wecom",
  // A page asks of its own task alone, and says how far it is.
  taskKinds.join("|"),
  taskStates.join("|"),
  // What may be separated by: of it the mark between the words here is one.
  ",|;|\t||",
  importPurposes.join("|"),
  "text|workbook",
  "checkIn|moved|typed|taken",
  // Of a plan's check each finding is a sentence with its amounts, below what it is grave enough for; how far it is its page says.
  "warns|informs",
  "none|waiting|done|failed",
  // Each is a sentence with the clients that it is about.
  "given|same|arranged|refused",
  // Those that were not decided are counted.
  "decided|stale|closed|notYours",
]);

type Def = { type: string } & Record<string, unknown>;
/** The closed lists in a schema. */
function listsIn(schema: unknown): string[] {
  const def = (schema as { _zod?: { def: Def } } | undefined)?._zod?.def;
  // The plan's own text writes its rules out.
  if (!def || schema === planShape) return [];
  if (def.type === "enum") return [Object.values(def.entries as Record<string, string>).join("|")];
  const inside = [
    ...Object.values((def.shape ?? {}) as Record<string, z.ZodType>),
    ...((def.options ?? []) as z.ZodType[]),
    ...[def.element, def.innerType, def.valueType, def.left, def.right].filter(Boolean),
  ];
  return inside.flatMap(listsIn);
}

const ofPhone = Object.entries(contracts).filter(([id]) => id in answerShapes);
const found = new Set(ofPhone.flatMap(([, contract]) => listsIn((contract as { answer?: unknown }).answer)));

beforeEach(() => {
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  jest.spyOn(console, "error").mockImplementation(() => {});
});

it("no list of words is answered of which it is not known where they are shown", () => {
  expect([...found].filter((list) => !(list in lists) && !notWritten.has(list))).toEqual([]);
});

function textOf(name: string, word: string): string {
  const { container } = render(<QueryClientProvider client={queryClient}>{shownBy[name]?.(word)}</QueryClientProvider>);
  const text = container.textContent ?? "";
  cleanup();
  queryClient.clear();
  return text;
}

const words = Object.entries(lists).flatMap(([list, name]) => list.split("|").map((word) => [name, word] as const));

it.each(words.filter(([name]) => name in shownBy))("of %s, %s is written out on its page", (name, word) => {
  const text = textOf(name, word);
  expect(text).not.toMatch(/undefined|\[object|NaN|[a-z]{3,}/);
  // What only a later version knows is left out or said to be newer.
  expect(text).not.toBe(textOf(name, "onlyLater"));
});

it.each(words.filter(([name]) => name in wordsFor))("of %s, %s has words in both languages", (name, word) => {
  for (const language of ["zh-CN", "en"] as const) {
    const said = wordsFor[name]?.(allTexts[language])[word];
    expect(typeof said === "function" ? "" : said).not.toBe(undefined);
  }
});
