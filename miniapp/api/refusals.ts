import { call } from "./http";

export const listRefusals = () => call("refusals.list", {});
export const readRefusal = (refusalId: string) => call("refusals.read", { params: { refusalId } });
