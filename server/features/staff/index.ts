export { memberByNumber } from "./employeeNumbers";
export { exportStaff } from "./exportStaff";
export { superiorsOf } from "./reportingLine";
export { membersHandlers } from "./routes";
export { setRecord } from "./setRecord";
export { findStaff, findStaffOf, type Staff } from "./staffRecords";
