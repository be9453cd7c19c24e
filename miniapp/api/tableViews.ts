import type { BodyOf } from "@shared/contracts";
import { tableViewsAsked } from "./answerShapes/tableViews";
import { caller } from "./http";

const call = caller(tableViewsAsked);

export const readTableViews = () => call("tableViews.read", {});
export const setTableViews = (body: BodyOf<"tableViews.set">) => call("tableViews.set", { body });
