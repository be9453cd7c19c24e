export { signalsFound, type SignalsFound } from "./events";
export { lookForSignals } from "./lookForSignals";
