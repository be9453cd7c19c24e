export { customersHandlers, type CustomerReads } from "./routes";
export { customerNames, findCustomer } from "./customers";
