export { eraseTableViewsOf } from "./eraseTableViewsOf";
export { tableViewsHandlers } from "./routes";
export { tableViewsOf } from "./setTableViews";
