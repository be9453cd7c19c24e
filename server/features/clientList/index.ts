export { dueNextSteps, type DueStep } from "./dueNextSteps";
export { learnPins } from "./learnPins";
export { clientListHandlers, pinListHandlers } from "./routes";
