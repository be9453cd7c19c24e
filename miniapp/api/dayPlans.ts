import { dayPlansAsked } from "./answerShapes/dayPlans";
import { caller } from "./http";

const call = caller(dayPlansAsked);

export const readDayPlan = (on: string) => call("dayPlans.read", { params: { on } });
