import type { ReportView } from "@shared/contracts";
import { type BusinessDay, daysOf, type Month } from "@shared/domain/time";
import { ReportModel, type ReportRecord } from "./reportModel";

const shownMax = 50;

interface ReportPage {
  reports: ReportRecord[];
  isWhole: boolean;
}

const pageOf = (found: ReportRecord[]): ReportPage => ({
  reports: found.slice(0, shownMax),
  isWhole: found.length <= shownMax,
});

/** What waits for an administrator, oldest first. */
export async function openReports(): Promise<ReportPage> {
  const filter = { state: "open" as const };
  return pageOf(
    await ReportModel.find(filter)
      .sort({ state: 1, reportedAt: 1 })
      .limit(shownMax + 1)
      .lean<ReportRecord[]>(),
  );
}

export async function doneReports(): Promise<ReportPage> {
  const filter = { state: "done" as const };
  return pageOf(
    await ReportModel.find(filter)
      .sort({ state: -1, reportedAt: -1 })
      .limit(shownMax + 1)
      .lean<ReportRecord[]>(),
  );
}

/** A member's own, newest first. */
export async function reportsOf(memberId: string): Promise<ReportPage> {
  return pageOf(
    await ReportModel.find({ memberId })
      .sort({ memberId: 1, reportedAt: -1 })
      .limit(shownMax + 1)
      .lean<ReportRecord[]>(),
  );
}

/** All that a member has reported in a month. */
export const reportsOfMonth = (memberId: string, period: Month): Promise<ReportRecord[]> => {
  const { from, to } = daysOf(period);
  return ReportModel.find({ memberId, on: { $gte: from, $lte: to } }).lean<ReportRecord[]>();
};

/** The first day of which a report of theirs is kept; null where none is. */
export async function firstReportedOn(memberId: string): Promise<BusinessDay | null> {
  const [first] = await ReportModel.find({ memberId }).sort({ memberId: 1, on: 1 }).limit(1).lean<ReportRecord[]>();
  return first?.on ?? null;
}

export const reportIfAny = (reportId: string): Promise<ReportRecord | null> =>
  ReportModel.findOne({ _id: reportId }).lean<ReportRecord | null>();

export const countOfDay = (memberId: string, on: BusinessDay): Promise<number> =>
  ReportModel.countDocuments({ memberId, on });

/** How many are open that were reported from an instant on. */
export const openSince = (at: Date): Promise<number> =>
  ReportModel.countDocuments({ state: "open", reportedAt: { $gte: at } });

export const presentReport = (report: ReportRecord): ReportView => ({
  reportId: report._id,
  byName: report.memberName,
  text: report.text ?? null,
  saw: report.saw ?? null,
  reference: report.reference ?? null,
  screen: report.screen ?? null,
  program: report.program,
  happenedAt: report.happenedAt.toISOString(),
  reportedAt: report.reportedAt.toISOString(),
  closed: report.closed
    ? { byName: report.closed.byName ?? "", answer: report.closed.answer ?? null, at: report.closed.at.toISOString() }
    : null,
  revision: report.revision,
});
