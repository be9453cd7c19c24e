import type { BodyOf } from "@shared/contracts";
import { tableErrors } from "@/texts/lateErrors/table";
import { exportsAsked } from "./answerShapes/exports";
import { caller } from "./http";

const call = caller(exportsAsked, tableErrors);

export const createExport = (body: BodyOf<"exports.create">) => call("exports.create", { body });
export const listExports = () => call("exports.mine", {});
export const readExport = (exportId: string) => call("exports.read", { params: { exportId } });
export const decideExport = (exportId: string, body: BodyOf<"exports.decide">) =>
  call("exports.decide", { params: { exportId }, body });
export const withdrawExport = (exportId: string, body: BodyOf<"exports.withdraw">) =>
  call("exports.withdraw", { params: { exportId }, body });
export const linkToExport = (exportId: string) => call("exports.link", { params: { exportId } });
