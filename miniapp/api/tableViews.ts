import type { BodyOf } from "@shared/contracts";
import { call } from "./http";

export const readTableViews = () => call("tableViews.read", {});
export const setTableViews = (body: BodyOf<"tableViews.set">) => call("tableViews.set", { body });
