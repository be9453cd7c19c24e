export { DemoClock, followDemoClock } from "./demoClock";
export { demoHandlers } from "./routes";
