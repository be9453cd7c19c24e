import { seedDemoCompany } from "../../../server/dev/demoCompany/seed";
import { DemoClock } from "../../../server/features/demo";
import { subscriptions } from "../../../server/subscriptions";
import { crontab, scheduler } from "../../../server/jobs";
import type { Service } from "../../../server/lib/services";
import { outboxRelay } from "../../../server/outbox";
import { startTestApp, type TestApp, type TestAppOptions } from "../startTestApp";

export interface DemoCompany {
  app: TestApp;
  stop(): Promise<void>;
}

/**
 * The product as `npm start` shows it on Thursday, 26 March 2026, 09:00: with its month of facts, its worker and its jobs,
 * all in this process. The clock stands still until somebody moves it.
 */
export async function startDemoCompany(options: TestAppOptions = {}): Promise<DemoCompany> {
  const app = await startTestApp({ people: false, ...options, settings: { DEMO: "1", ...options.settings } });
  const { deps } = app;
  if (!(deps.clock instanceof DemoClock)) throw new Error("DEMO=1 gives the demo's clock");
  await deps.clock.set({ now: new Date("2026-03-26T09:00:00+08:00"), speed: 0 });
  await seedDemoCompany(deps, deps.clock);
  const services: Service[] = [outboxRelay(deps, subscriptions(deps)), scheduler(deps, crontab(deps))];
  for (const service of services) await service.start();
  return {
    app,
    async stop() {
      for (const service of services.reverse()) await service.stop();
      await app.stop();
    },
  };
}
