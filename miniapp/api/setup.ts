import type { BodyOf } from "@shared/contracts";
import { planErrors } from "@/texts/lateErrors/plan";
import { staffErrors } from "@/texts/lateErrors/staff";
import { tableErrors } from "@/texts/lateErrors/table";
import { setupAsked } from "./answerShapes/setup";
import { caller } from "./http";

const call = caller(setupAsked, planErrors, staffErrors, tableErrors);

export const readSetup = () => call("setup.read", {});
export const readFirstPayingDay = () => call("plans.firstPayingDay", {});
export const setFirstPayingDay = (body: BodyOf<"plans.setFirstPayingDay">) => call("plans.setFirstPayingDay", { body });
export const readSalesMovedBy = (on: string) => call("sales.movedBy", { query: { on } });
export const findPeople = (words: string) => call("members.list", { query: { words, state: "here" } });
export const testRobot = (unitId: string, body: BodyOf<"setup.testRobot">) =>
  call("setup.testRobot", { params: { unitId }, body });
export const giveRole = (memberId: string, body: BodyOf<"roles.grant">) =>
  call("roles.grant", { params: { memberId }, body });
