import { givenTeam, type Person, prepare } from "../../support/given";
import type { TestApp, TestAppOptions } from "../../support/startTestApp";

/** Whoever calls, where it does not matter who. */
export const rep: Person = { memberId: "li.na", name: "李娜" };
export const colleague: Person = { memberId: "zhang.wei", name: "张伟" };

const start = prepare((company) => givenTeam(company, { reps: [rep, colleague] }));

/** An app with two reps: for what is true of every request. */
export const startApp = async (options: TestAppOptions = {}): Promise<TestApp> => (await start(options)).company.app;
