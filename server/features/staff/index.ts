export { directorySubscriptions } from "./directoryAsked";
export { memberByNumber } from "./employeeNumbers";
export { exportStaff } from "./exportStaff";
export { mayReadStaff } from "./policy";
export { superiorsOf } from "./reportingLine";
export { membersHandlers } from "./routes";
export { setRecord } from "./setRecord";
export { findStaff, findStaffOf, type Staff } from "./staffRecords";
