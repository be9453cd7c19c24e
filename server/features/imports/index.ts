export { countImportsOf, eraseImports, eraseImportsOf } from "./eraseImports";
export { mayImport } from "./policy";
export { importsHandlers } from "./routes";
export { lookTask, runTask } from "./runImport";
export { undoTask } from "./undoImport";
