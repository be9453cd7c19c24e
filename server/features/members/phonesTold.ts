import { MemberModel } from "./memberModel";

/** Whether WeCom tells anybody's number, which it does to no app made after June 2022. */
export const phonesTold = async (): Promise<boolean> =>
  (await MemberModel.findOne({ phoneIndex: { $gt: "" } }, { _id: 1 }).lean()) !== null;
