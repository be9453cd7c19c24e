import type { OfficeRowView } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { unknownYear } from "../calendar";
import { openReports } from "../reports";
import { lookAtWecom, readWecomState } from "../setup";
import { ifAny, type OfficeRow } from "./row";

/** What a process says of itself and of what it stands on: handed in, for it is above every feature. */
export interface ProcessHealth {
  /** As `/readyz` has them. */
  checks: Record<string, boolean>;
  outbox: { oldestDueAt: Date | null; dead: number; isWhole: boolean };
  /** Runs of jobs that were given up lately, by the job's name. */
  failedJobs: readonly string[];
}

type State = NonNullable<OfficeRowView["state"]>;

/** Deliveries go out within seconds; what is tried again after an outage comes every five minutes. */
const outboxLateMs = 10 * 60_000;
/** It is read every night. */
const directoryOldMs = 30 * 60 * 60_000;

/** 系统体检: what the server stands on, in the order in which one would look. */
export async function healthRows(
  deps: Pick<Deps, "clock" | "realNow"> & Parameters<typeof lookAtWecom>[0],
  readHealth: () => Promise<ProcessHealth>,
): Promise<OfficeRow[]> {
  // Whoever opens it wants to know how it is now.
  await lookAtWecom(deps);
  const [{ checks, outbox, failedJobs }, wecom, reports, year] = await Promise.all([
    readHealth(),
    readWecomState(deps),
    openReports(),
    unknownYear(businessDayOf(deps.clock.now())),
  ]);
  const nowMs = deps.realNow().getTime();
  const readAt = wecom.directoryReadAt === null ? null : new Date(wecom.directoryReadAt);
  const isLate = outbox.oldestDueAt !== null && nowMs - outbox.oldestDueAt.getTime() > outboxLateMs;
  const ready = (name: string): State => (checks[name] === false ? "fault" : "ok");
  return [
    { kind: "database", state: checks.database === false ? "fault" : ready("version") },
    { kind: "fieldKeys", state: ready("fieldKeys") },
    {
      kind: "wecom",
      // While it is asked, what was known last stands.
      state: { answers: "ok", asking: "ok", unwatched: "attention", failing: "fault" }[wecom.wecom] as State,
      at: wecom.since,
      names: wecom.fault === null ? [] : [wecom.fault, wecom.address].filter((name) => name !== null),
    },
    {
      kind: "directory",
      state: readAt === null ? "fault" : nowMs - readAt.getTime() > directoryOldMs ? "attention" : "ok",
      at: wecom.directoryReadAt,
    },
    {
      kind: "outbox",
      count: outbox.dead,
      isWhole: outbox.isWhole,
      state: outbox.dead > 0 ? "attention" : isLate ? "fault" : "ok",
      at: isLate && outbox.oldestDueAt ? outbox.oldestDueAt.toISOString() : null,
    },
    {
      kind: "jobs",
      count: failedJobs.length,
      names: [...new Set(failedJobs)],
      state: failedJobs.length > 0 ? "attention" : "ok",
    },
    ...ifAny({
      kind: "problems",
      count: reports.reports.length,
      isWhole: reports.isWhole,
      state: "attention",
    }),
    // The last: whoever keeps it is asked in 待办 as well.
    ...ifAny({
      kind: "calendar",
      count: year === null ? 0 : 1,
      names: year === null ? [] : [year.year],
      state: "attention",
    }),
  ];
}
