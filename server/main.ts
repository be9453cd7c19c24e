import os from "node:os";
import Koa from "koa";
import { collectDefaultMetrics, Registry } from "prom-client";
import { settingsOrExit, type ProcessRole } from "../config/env";
import { createApp } from "./app";
import { createDeps } from "./createDeps";
import { databaseService } from "./databaseService";
import type { Deps } from "./deps";
import { photoFontService } from "./files";
import { calendarService } from "./features/calendar";
import { DemoClock, followDemoClock } from "./features/demo";
import { watchWecom } from "./features/setup";
import { connectionLimitsOf, httpServer } from "./http/httpServer";
import { operatorRoutes } from "./http/operatorRoutes";
import { crontab, scheduler } from "./jobs";
import { armFailpoint } from "./lib/failpoint";
import { growHeapSlowly } from "./lib/growHeapSlowly";
import { runServices, type Service } from "./lib/services";
import { outboxRelay } from "./outbox";
import { readyAround, readyChecks } from "./readyChecks";
import { subscriptions } from "./subscriptions";
import { taskKinds } from "./taskKinds";
import { taskRunner } from "./tasks";

const deadlineMs = 25_000;

/** One process of the product: does what its ROLES say, until it is told to end. */
async function main(): Promise<void> {
  const settings = settingsOrExit();
  growHeapSlowly();
  armFailpoint(settings.FAILPOINT);
  // Who waits for an answer comes first, where both share a machine.
  if (!settings.ROLES.includes("http")) os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  collectDefaultMetrics();
  const demoClock = settings.DEMO ? new DemoClock(() => new Date()) : null;
  const deps = createDeps(settings, demoClock ? { clock: demoClock } : {});
  const services = [
    databaseService(deps),
    calendarService(deps),
    ...(demoClock ? [followDemoClock(demoClock, deps.logger)] : []),
    ...servicesOf(deps, settings.ROLES),
  ];
  await runServices(services, deps.logger, { deadlineMs }).catch((error: unknown) => {
    deps.logger.fatal({ error }, "could not start");
    process.stderr.write(`The server could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}

/** In the order of starting; stopping goes the other way: requests first. */
function servicesOf(deps: Deps, roles: ProcessRole[]): Service[] {
  const { HOST: host, PORT, OPERATOR_PORT } = deps.settings;
  const services: Service[] = [];
  if (roles.includes("worker"))
    services.push(watchWecom(deps), outboxRelay(deps, subscriptions(deps)), taskRunner(deps, taskKinds));
  if (roles.includes("cron")) services.push(scheduler(deps, crontab(deps)));
  if (roles.includes("http"))
    services.push(
      photoFontService(deps),
      httpServer(createApp(deps).callback(), { port: PORT, host }, connectionLimitsOf(deps.settings)),
    );
  else if (OPERATOR_PORT !== undefined) services.push(operatorServer(deps, { port: OPERATOR_PORT, host }));
  return services;
}

/** Health and metrics of a process that answers nobody else. */
function operatorServer(deps: Deps, address: { port: number; host: string }): Service {
  const parts = {
    registry: new Registry(),
    checks: readyChecks(deps),
    withMetrics: deps.settings.SHOW_METRICS,
    around: () => readyAround(deps),
  };
  const app = new Koa().use(operatorRoutes(parts));
  return { ...httpServer(app.callback(), address, connectionLimitsOf(deps.settings)), name: "operator" };
}

void main();
