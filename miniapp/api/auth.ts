import { authAsked } from "./answerShapes/auth";
import { caller } from "./http";

const call = caller(authAsked);

export const loginWeapp = (body: { code: string; device?: string; deviceSecret?: string }) =>
  call("auth.loginWeapp", { body });
export const signOut = () => call("auth.signOut", { body: {} });
export const readHelpers = () => call("auth.helpers", {});
