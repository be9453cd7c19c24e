import { call } from "./http";

export const loginWeapp = (body: { code: string; device?: string; deviceSecret?: string }) =>
  call("auth.loginWeapp", { body });
export const signOut = () => call("auth.signOut", { body: {} });
export const readHelpers = () => call("auth.helpers", {});
