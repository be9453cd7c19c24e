import type { Role } from "@shared/domain/actor";
import type { AnswerOf } from "@shared/contracts";
import { subscriptions } from "../../../server/subscriptions";
import type { World } from "../../../server/dev/wecom";
import { workAll } from "../../../server/outbox";
import type { TestApi } from "../testApi";
import type { TestApp } from "../startTestApp";

/** Somebody who works here. Plain data: who calls is said with `company.as(person)`. */
export interface Person {
  memberId: string;
  name: string;
}

export const companyName = "测试公司";

/** Where the tree begins: the company itself, and the branch that teams hang under unless a test says otherwise. */
export const companyUnitId = "u1";
export const branchUnitId = "u2";
export const departmentIdOf = (unitId: string): number => Number(unitId.slice(1));

/** Who is there before a test adds anybody: they keep people and money, and are in no sales team. */
export const hr: Person = { memberId: "hemin", name: "何敏" };
export const finance: Person = { memberId: "qianfang", name: "钱芳" };
export const rolesAtFirst: [Person, Role][] = [
  [hr, "admin"],
  [hr, "hr"],
  [finance, "finance"],
];

/** WeCom of a company without sales people: `world` gives secrets and apps. */
export function emptyCompany(world: World): World {
  const member = { department: [1], position: "", gender: "0", mobile: "", status: 1 as const };
  return {
    ...world,
    corpName: companyName,
    departments: [
      { id: 1, name: companyName, parentId: 0, leaders: [] },
      { id: 2, name: "分公司", parentId: 1, leaders: [] },
    ],
    robots: [],
    members: [hr, finance].map(({ memberId, name }) => ({ ...member, userid: memberId, name })),
  };
}

/** What the builders number: the first rep of a test is always `rep1`. */
export type Counts = Record<string, number>;

/** A company as a test has set it up, on a running app of its own. */
export class Company {
  readonly hr = hr;
  readonly finance = finance;

  constructor(
    readonly app: TestApp,
    readonly counts: Counts,
  ) {}

  /** The next number of its kind, from 1 in every test. */
  next(kind: string): number {
    const count = (this.counts[kind] ?? 0) + 1;
    this.counts[kind] = count;
    return count;
  }

  /** A command's or a sale's id as a phone makes one, the same in every run. */
  newId(): string {
    return `10000000-0000-4000-8000-${String(this.next("id")).padStart(12, "0")}`;
  }

  /** Calls as this person, who is signed in. */
  as(person: Person | string): TestApi {
    return this.app.api.as(typeof person === "string" ? person : person.memberId);
  }

  /** Works off what is due now: roll-ups and messages. */
  async workDue(): Promise<void> {
    await workAll(this.app.deps, subscriptions(this.app.deps));
  }

  /** The same, and the pay that depends on branch or company, which follows half a minute later. */
  async workAll(): Promise<void> {
    await this.workDue();
    this.app.passRealTime({ seconds: 31 });
    await this.workDue();
  }

  /** A person's 收入 of a month, the running one unless said otherwise. */
  async statement(person: Person, period?: string): Promise<AnswerOf<"statements.mine">> {
    const running = this.app.deps.clock.now().getTime() + 8 * 3_600_000; // months are Shanghai's
    return this.as(person).call("statements.mine", { period: period ?? new Date(running).toISOString().slice(0, 7) });
  }

  /** What a person has been told in WeCom so far. */
  toldTo(person: Person): string[] {
    return this.app.wecom.member(person.memberId).sentences;
  }
}
