export { customersHandlers, type CustomerReads } from "./routes";
export { customerNames, customersNow, findCustomer } from "./customers";
