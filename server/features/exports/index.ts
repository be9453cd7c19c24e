export { type ExportAsked, exportAsked, type ExportClosed, exportClosed } from "./events";
export type { ExportRecord } from "./exportModel";
export { exportIfAny, exportsOfMonth, mayDecideExports, pageOfWaitingExports, whoDecidesExport } from "./exports";
export { countExportsOf, eraseExports, eraseExportsOf, lapseExports } from "./lapseExports";
export { mayExport } from "./policy";
export { exportsHandlers } from "./routes";
export { exportTask } from "./tasks";
