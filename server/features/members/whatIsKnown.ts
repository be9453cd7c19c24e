import { MemberModel } from "./memberModel";
import { OrgUnitModel } from "./orgUnitModel";

/** Whether WeCom tells anybody's number, which it does to no app made after June 2022. */
export const phonesTold = async (): Promise<boolean> =>
  (await MemberModel.findOne({ phoneIndex: { $gt: "" } }, { _id: 1 }).lean()) !== null;

/** Whether the directory has been read at all: then there is a company, with people in it. */
export const isCompanyKnown = async (): Promise<boolean> =>
  (await OrgUnitModel.findOne({ _id: { $gt: "" } }, { _id: 1 }).lean()) !== null;
