export { createCustomer } from "./createCustomer";
export { customerNames, customersNow, findCustomer } from "./customers";
export { ownersOfTheDay } from "./ownersOfTheDay";
export { customersHandlers, type CustomerReads, sitesHandlers } from "./routes";
