import { call } from "./http";

export const readDayPlan = (on: string) => call("dayPlans.read", { params: { on } });
