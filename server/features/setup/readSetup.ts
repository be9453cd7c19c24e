import type { AnswerOf } from "@shared/contracts";
import { type BusinessDay, businessDayOf, monthOf, nextPeriod } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { maySetCalendar, unknownYear } from "../calendar";
import { countCustomers } from "../customers";
import {
  countPeople,
  findMembers,
  findOfficers,
  findUnits,
  leadersOfUnits,
  membersOfUnit,
  type Officer,
  type OrgUnit,
  phonesTold,
} from "../members";
import {
  authorIdsOf,
  firstPayingDay,
  firstPayingDayRoles,
  hasPublishedPlan,
  mayBeginPlans,
  mayDraftPlan,
  maySetFirstPayingDay,
  pageOfVersions,
  type PlanRecord,
  publishersOf,
  repsWithoutPlan,
  rulesOf,
} from "../plans";
import { maySayNoOpenings, openingApprovers, openingIfAny, readBook } from "../openings";
import { readDeciders, salesMeasure, targetsOf } from "../targets";
import { mayReadSetup, maySetUp } from "./policy";
import { readWecomState } from "./wecomState";

type Answer = AnswerOf<"setup.read">;
type Step = Answer["steps"][number];
type ReadDeps = Pick<Deps, "clock" | "realNow" | "settings">;

/** How far a company is with its set-up, for one reader. Nothing of it is stored: each step is what is so now. */
export async function readSetup(deps: ReadDeps, actor: MemberActor): Promise<Answer> {
  allow(mayReadSetup(actor), "the set-up is for administrators and HR");
  const today = businessDayOf(deps.clock.now());
  const [officers, units, wecom, people, tellsPhones, customers, payingOn, noYear, openings] = await Promise.all([
    findOfficers(["admin", "hr", "finance"], today),
    findUnits(),
    readWecomState(deps),
    countPeople(),
    phonesTold(),
    countCustomers(),
    firstPayingDay(),
    unknownYear(today),
    readOpenings(today),
  ]);
  const teams = await readTeams(units, today);
  const [plan, targets] = await Promise.all([
    readPlan(actor, { officers, units, today }),
    readTargets(actor, { teamIds: teams.map(({ unitId }) => unitId), today }),
  ]);
  const rolesOf = (role: "admin" | "hr" | "finance") => officers.filter(({ roles }) => roles.includes(role));
  const roles = { admin: namesOf(rolesOf("admin")), hr: namesOf(rolesOf("hr")), finance: namesOf(rolesOf("finance")) };
  const robots = teams.map(({ unitId, name }) => ({
    ...{ unitId, name },
    hasRobot: deps.settings.WECOM_ROBOTS[unitId] !== undefined,
  }));

  const admin = maySetUp(actor);
  const otherAdmins = namesOf(rolesOf("admin").filter(({ memberId }) => memberId !== actor.id));
  const byAdmins = (step: Step["step"], isDone: boolean, optional = false): Step => ({
    ...{ step, optional, mayI: admin, byNames: otherAdmins },
    state: isDone ? "done" : "open",
  });
  // HR says it too.
  const sayingIt = officers.filter(({ roles: own }) => firstPayingDayRoles.some((role) => own.includes(role)));
  const firstDay = {
    mayI: maySetFirstPayingDay(actor),
    byNames: namesOf(sayingIt.filter(({ memberId }) => memberId !== actor.id)),
  };
  /** A table that waits is for whoever checks it; one that is being booked waits for nobody. */
  const openingsStep = ({
    view: { isOpen },
    checkerIds,
  }: typeof openings): Pick<Step, "mayI" | "byNames"> & Partial<Step> => {
    const isFor = ({ memberId, roles: own }: Officer) =>
      isOpen ? checkerIds.includes(memberId) : own.some((role) => role === "hr" || role === "finance");
    const byNames = namesOf(officers.filter((one) => one.memberId !== actor.id && isFor(one)));
    const isMine = checkerIds.includes(actor.id);
    if (isOpen) return { state: isMine ? "open" : "waiting", mayI: isMine, byNames };
    return { mayI: payingOn !== null && maySayNoOpenings(actor), byNames };
  };
  const hasSellers = teams.some(({ sellersCount }) => sellersCount > 0);
  const steps: Step[] = [
    byAdmins("directory", units.size > 0),
    byAdmins("roles", roles.hr.length > 0 && roles.finance.length > 0),
    byAdmins("units", hasSellers && teams.every(({ leaderNames }) => leaderNames.length > 0)),
    { ...byAdmins("firstDay", payingOn !== null, true), ...firstDay },
    {
      ...byAdmins("openings", openings.view.membersCount > 0 || openings.view.none !== null, true),
      ...openingsStep(openings),
    },
    plan.step,
    targets.step,
    { ...byAdmins("calendar", noYear === null, true), mayI: maySetCalendar(actor), byNames: firstDay.byNames },
    // Keys are a setting of the server: nobody does it here.
    {
      ...byAdmins("robots", robots.length > 0 && robots.every(({ hasRobot }) => hasRobot), true),
      mayI: false,
      byNames: [],
    },
    byAdmins("customers", customers.count > 0, true),
  ];
  return {
    // Nobody is shown what they can neither do nor wait for.
    steps: steps.filter(({ step }) => admin || ofHr.includes(step)),
    directory: { ...wecom, peopleCount: people.here, teamsCount: teams.length, phonesTold: tellsPhones },
    roles,
    units: { teams },
    plan: plan.view,
    targets: targets.view,
    openings: openings.view,
    calendar: { unknownYear: noYear },
    robots,
    customers,
    today,
  };
}

/**
 * Whether the set-up waits for this administrator: a step that has to be done, and that they can do now, as the guide shows it. Once there
 * is a plan in force and somebody in each office the company is running, and what is missing later is told by what it is.
 */
export async function setupWaitsFor(deps: ReadDeps, actor: MemberActor): Promise<boolean> {
  if (!maySetUp(actor)) return false;
  const today = businessDayOf(deps.clock.now());
  const [officers, isRunning] = await Promise.all([findOfficers(["hr", "finance"], today), hasPublishedPlan()]);
  const holds = (role: "hr" | "finance") => officers.some(({ roles }) => roles.includes(role));
  if (holds("hr") && holds("finance") && isRunning) return false;
  const { steps } = await readSetup(deps, actor);
  return steps.some(({ state, optional, mayI }) => state === "open" && !optional && mayI);
}

/** What HR can do or wait for. */
const ofHr: readonly Step["step"][] = ["firstDay", "openings", "plan", "targets", "calendar"];

const namesOf = (officers: readonly Officer[]): string[] => officers.map(({ name }) => name).sort();

async function readOpenings(today: BusinessDay): Promise<{ view: Answer["openings"]; checkerIds: readonly string[] }> {
  const { openId, none, noneAt, revision, membersCount } = await readBook();
  const said = none && noneAt ? { byName: none.name, at: noneAt.toISOString() } : null;
  const table = openId ? await openingIfAny(openId) : null;
  return {
    view: { membersCount, isOpen: table !== null, none: said, revision },
    checkerIds: table?.state === "waiting" ? await openingApprovers(table, today) : [],
  };
}

async function readTeams(units: ReadonlyMap<string, OrgUnit>, today: BusinessDay): Promise<Answer["units"]["teams"]> {
  const teams = [...units.values()].filter(({ kind }) => kind === "team");
  const leaders = await leadersOfUnits(
    teams.map(({ unitId }) => unitId),
    today,
  );
  const people = await findMembers([...new Set([...leaders.values()].flat())]);
  const shown = teams.map(async ({ unitId, name }) => {
    const leaderIds = leaders.get(unitId) ?? [];
    const belonging = await membersOfUnit(unitId, today);
    return {
      ...{ unitId, name },
      leaderNames: leaderIds.map((memberId) => people.get(memberId)?.name ?? memberId),
      sellersCount: belonging.filter((memberId) => !leaderIds.includes(memberId)).length,
    };
  });
  return (await Promise.all(shown)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readPlan(
  actor: MemberActor,
  { officers, units, today }: { officers: readonly Officer[]; units: ReadonlyMap<string, OrgUnit>; today: BusinessDay },
): Promise<{ view: Answer["plan"]; step: Step }> {
  const [published, inReview, drafts, without, begins] = await Promise.all([
    pageOfVersions("published", undefined),
    pageOfVersions("inReview", undefined),
    pageOfVersions("draft", undefined),
    repsWithoutPlan(today),
    mayBeginPlans(actor),
  ]);
  const newest = inReview.versions[0] ?? drafts.versions[0] ?? null;
  const version = newest && (await presentVersion(newest, actor, today));
  const hr = officers.filter(({ roles }) => roles.includes("hr"));
  const writers = hr.length > 0 ? hr : officers.filter(({ roles }) => roles.includes("admin"));
  const isDone = published.versions.length > 0 && without.names.length === 0;
  const isWith = version?.state === "inReview" && !version.mayPublish;
  return {
    view: {
      publishedNames: published.versions.map((one) => rulesOf(one).name),
      withoutPlanCount: without.names.length,
      version,
      companyUnitId: [...units.values()].find(({ kind }) => kind === "company")?.unitId ?? null,
    },
    step: {
      step: "plan",
      state: isDone ? "done" : isWith ? "waiting" : "open",
      optional: false,
      mayI: version?.state === "inReview" ? version.mayPublish : mayDraftPlan(actor) || begins,
      byNames:
        version?.state === "inReview"
          ? version.publisherNames
          : namesOf(writers.filter(({ memberId }) => memberId !== actor.id)),
    },
  };
}

async function presentVersion(
  record: PlanRecord,
  actor: MemberActor,
  today: BusinessDay,
): Promise<NonNullable<Answer["plan"]["version"]>> {
  const { code, version, name } = rulesOf(record);
  const authorIds = authorIdsOf(record);
  const { publisherIds } = await publishersOf({ plan: rulesOf(record), steps: record.steps }, today);
  const people = await findMembers([...authorIds, ...publisherIds]);
  const named = (ids: readonly string[]) => ids.map((memberId) => people.get(memberId)?.name ?? memberId);
  const last = record.steps.at(-1);
  return {
    ...{ planId: record._id, code, version, name, state: record.state, revision: record.revision },
    authorNames: named(authorIds.filter((memberId) => memberId !== actor.id)),
    isMine: authorIds.includes(actor.id),
    mayPublish: record.state === "inReview" && publisherIds.includes(actor.id),
    publisherNames: named(publisherIds.filter((memberId) => memberId !== actor.id)),
    reason: last?.action === "sendBack" ? (last.reason ?? null) : null,
  };
}

async function readTargets(
  actor: MemberActor,
  { teamIds, today }: { teamIds: readonly string[]; today: BusinessDay },
): Promise<{ view: Answer["targets"]; step: Step }> {
  const months = [monthOf(today), nextPeriod(monthOf(today))] as const;
  const [now, next, deciders] = await Promise.all([
    targetsOf(teamIds, salesMeasure, months[0]),
    targetsOf(teamIds, salesMeasure, months[1]),
    readDeciders(teamIds, months[0], today),
  ]);
  // Towards a month's end a company begins with the next one.
  const [period, given] = now.size === 0 && next.size > 0 ? [months[1], next] : [months[0], now];
  const ids = [...new Set([...deciders.values()].flat())];
  const people = await findMembers(ids);
  return {
    view: { period, withCount: given.size, teamsCount: teamIds.length },
    step: {
      step: "targets",
      state: teamIds.length > 0 && given.size === teamIds.length ? "done" : "open",
      optional: true,
      mayI: ids.includes(actor.id),
      byNames: ids
        .filter((memberId) => memberId !== actor.id)
        .map((memberId) => people.get(memberId)?.name ?? memberId)
        .sort(),
    },
  };
}
