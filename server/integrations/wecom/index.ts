import { createCaller } from "./call";
import { departmentExists, findUser, listDepartments, listUsers } from "./directory";
import { authorizeUrl, jscode2session, userOfOauthCode, webLoginUrl } from "./login";
import { recall, sendToMember, sendToRobot } from "./send";
import type { WecomClient, WecomParts, WecomSettings } from "./types";

export type { AppMessage, MemberContent, Opens, RobotMessage, TextNoticeCard } from "./messages";
export type {
  LoginIdentity,
  SentMessage,
  WecomCall,
  WecomClient,
  WecomDepartment,
  WecomParts,
  WecomSettings,
  WecomUser,
} from "./types";
export { measureCall } from "./metrics";
export { WecomError, type RetryClass } from "./wecomError";

/** Builds the client of one app. Build one per process: its access token is fetched once for all callers. */
export function createWecom(settings: WecomSettings, parts: WecomParts): WecomClient {
  const caller = createCaller(settings, parts);
  return {
    jscode2session: (code) => jscode2session(caller, settings.WECOM_CORP_ID, code),
    userOfOauthCode: (code) => userOfOauthCode(caller, code),
    authorizeUrl: (page) => authorizeUrl(settings, page),
    webLoginUrl: (page) => webLoginUrl(settings, page),
    listDepartments: () => listDepartments(caller),
    listUsers: () => listUsers(caller),
    findUser: (userId) => findUser(caller, userId),
    departmentExists: (departmentId) => departmentExists(caller, departmentId),
    sendToMember: (message) => sendToMember(caller, settings.WECOM_AGENT_ID, message),
    sendToRobot: (key, message) => sendToRobot(caller, key, message),
    recall: (messageId) => recall(caller, messageId),
  };
}
