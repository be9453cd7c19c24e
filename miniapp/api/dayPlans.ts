import { dayPlansShapes } from "./answerShapes/dayPlans";
import { caller } from "./http";

const call = caller(dayPlansShapes);

export const readDayPlan = (on: string) => call("dayPlans.read", { params: { on } });
