export { phoneTailsOf } from "./contacts";
export { createCustomer, openCustomers } from "./createCustomer";
export { customerNames, customersNow, findCustomer, findCustomers, pageOfCustomers } from "./customers";
export { servedOnAny, spansOf } from "./ownership";
export { ownersOfTheDay } from "./ownersOfTheDay";
export { presentCustomer } from "./presentCustomer";
export { searchFieldsOf } from "./searchFields";
export { customersHandlers, sitesHandlers } from "./routes";
export { requireReading } from "./reading";
