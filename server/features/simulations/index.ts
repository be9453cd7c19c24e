export { eraseSimulations, eraseSimulationsOf } from "./eraseSimulations";
export { simulationsHandlers } from "./routes";
export { simulatePlanTask } from "./simulatePlan";
