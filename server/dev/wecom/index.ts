export type { SimulatorControl } from "./control";
export type { Fault } from "./faults";
export type { JournalEntry } from "./journal";
export { type Limits } from "./limits";
export type { GroupMessage, MemberMessage } from "./mailbox";
export { printedWorld } from "./printedWorld";
export { startSimulator, type Simulator, type SimulatorOptions } from "./startSimulator";
export { demoWorld, freshWorld, trustedDomainsOf, type World } from "./world";
