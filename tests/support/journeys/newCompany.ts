import { freshWorld, type World } from "../../../server/dev/wecom";
import { watchWecom } from "../../../server/features/setup";
import { crontab, scheduler } from "../../../server/jobs";
import type { Service } from "../../../server/lib/services";
import { outboxRelay } from "../../../server/outbox";
import { subscriptions } from "../../../server/subscriptions";
import { taskKinds } from "../../../server/taskKinds";
import { taskRunner } from "../../../server/tasks";
import { startTestApp, type TestApp } from "../startTestApp";

const people: [userid: string, name: string, departmentId: number][] = [
  ["zhoumin", "周敏", 6],
  ["hemin", "何敏", 6],
  ["linjing", "林静", 5],
  ["chenhao", "陈浩", 3],
  ["xiaowang", "小王", 3],
  ["xiaoli", "小李", 3],
  ["zhaojing", "赵静", 4],
  ["zhangsan", "张三", 4],
];

/** Eight people in two teams and two offices, as WeCom has them; nobody leads the second team there. */
function eightPeople(trustedDomains: string[]): World {
  const fresh = freshWorld(trustedDomains);
  const members = people.map(([userid, name, id]): World["members"][number] => ({
    ...{ userid, name, department: [id], position: "", gender: "0", mobile: "", status: 1 },
  }));
  const departments = fresh.departments.map((one) => (one.id === 4 ? { ...one, leaders: [] } : one));
  return { ...fresh, members, departments };
}

export interface NewCompany {
  app: TestApp;
  stop(): Promise<void>;
}

/**
 * The product as a company starts it for the first time: an empty database, its worker and its jobs, one setting that names 周敏, and a
 * WeCom that the server does not reach until `app.wecom.clearFaults()`. Everybody's phone reaches it.
 */
export async function startNewCompany(settings: Record<string, string>): Promise<NewCompany> {
  const app = await startTestApp({
    ...{ people: false, world: eightPeople },
    settings: { FIRST_ADMIN_USERID: "zhoumin", ...settings },
  });
  app.wecom.failNext({ path: "gettoken", cut: "before", times: 1_000_000 });
  const { deps } = app;
  const services: Service[] = [
    watchWecom(deps, { whileWellMs: 1_000, firstMs: 200, mostMs: 1_000 }),
    outboxRelay(deps, subscriptions(deps)),
    taskRunner(deps, taskKinds),
    scheduler(deps, crontab(deps)),
  ];
  for (const service of services) await service.start();
  return {
    app,
    async stop() {
      for (const service of services.reverse()) await service.stop();
      await app.stop();
    },
  };
}
