export { dueNextSteps, type DueStep } from "./dueNextSteps";
export { clientListHandlers } from "./routes";
