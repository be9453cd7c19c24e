import type { OfficeTab } from "@shared/domain/office";
import { officeRowsMax } from "@shared/domain/office";
import type { Deps } from "../../deps";
import { allow, type Handlers, type MemberActor } from "../../http";
import { auditRows } from "./audit";
import { closingRows } from "./closing";
import { dataRows } from "./data";
import { healthRows, type ProcessHealth } from "./health";
import { peopleRows } from "./people";
import { planRows } from "./plans";
import { mayOpenTab } from "./policy";
import { reportRows } from "./reports";
import { type OfficeRow, presentRow } from "./row";

export const officeHandlers = (
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings" | "wecom" | "logger" | "fieldKeys" | "newId">,
  readHealth: () => Promise<ProcessHealth>,
): Handlers<"office"> => {
  const rowsOf: Record<OfficeTab, (actor: MemberActor) => Promise<OfficeRow[]>> = {
    closing: (actor) => closingRows(deps, actor),
    people: () => peopleRows(deps),
    plans: (actor) => planRows(deps, actor),
    imports: (actor) => dataRows(deps, actor),
    audit: () => auditRows(deps),
    reports: (actor) => reportRows(deps, actor),
    health: () => healthRows(deps, readHealth),
  };
  return {
    "office.rows": async ({ actor, params: { tab } }) => {
      allow(mayOpenTab(actor, tab), `${tab} is no work of theirs`);
      return { items: (await rowsOf[tab](actor)).slice(0, officeRowsMax).map(presentRow) };
    },
  };
};
