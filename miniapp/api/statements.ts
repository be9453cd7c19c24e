import { statementsAsked } from "./answerShapes/statements";
import { caller } from "./http";

const call = caller(statementsAsked);

export const readToday = () => call("today.read", {});
export const readStatement = (period: string) => call("statements.mine", { params: { period } });
export const readLine = (period: string, lineId: string) => call("statements.line", { params: { period, lineId } });
export const readEarningsOfVisit = (visitId: string) => call("statements.ofVisit", { params: { visitId } });
export const readNextStep = (period: string) => call("statements.nextStep", { params: { period } });
export const readReceipt = (period: string) => call("statements.receipt", { params: { period } });
