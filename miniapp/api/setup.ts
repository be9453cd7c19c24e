import { call } from "./http";

export const readReadiness = () => call("setup.ready", {});
