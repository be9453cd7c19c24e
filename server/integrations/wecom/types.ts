import type { AppMessage, RobotMessage } from "./messages";

/** The settings of `config/env.ts` that the client needs. */
export interface WecomSettings {
  WECOM_CORP_ID: string;
  WECOM_AGENT_ID: number;
  WECOM_APP_SECRET: string;
  /** Base addresses without a path; a private WeCom or the simulator has others. */
  WECOM_API_URL: string;
  WECOM_OAUTH_URL: string;
  WECOM_LOGIN_URL: string;
}

/** One finished call, for metrics. `errcode` is null where no answer arrived. */
export interface WecomCall {
  /** Path below `/cgi-bin/`, such as `message/send`. */
  api: string;
  errcode: number | null;
  ms: number;
}

/** What pino offers, as far as the client uses it. */
export interface WecomLogger {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface WecomParts {
  /** Machinery's time: tokens live in real time, whatever the demo clock says. */
  realNow: () => Date;
  logger: WecomLogger;
  onCall?: (call: WecomCall) => void;
  /** How long an answer may take; then it counts as lost. Default 10 s. */
  timeoutMs?: number;
  /** Waits between tries of a read; handed in by tests. */
  sleep?: (ms: number) => Promise<void>;
}

/** Who a login code belongs to. */
export interface LoginIdentity {
  /** null: a person who is not a member of this corp. */
  memberId: string | null;
}

export interface WecomDepartment {
  departmentId: number;
  name: string;
  /** null for the root; undefined where WeCom does not say. It may lie outside the app's scope. */
  parentId: number | null | undefined;
  /** Null where WeCom does not say: it is not known to be nobody. */
  leaderIds: string[] | null;
  order: number;
}

export interface WecomUser {
  memberId: string;
  name: string;
  /** Null where WeCom does not say: it is not known to be none. */
  departmentIds: number[] | null;
  /** Which of these departments this member leads; null where WeCom does not say. */
  leadsDepartmentIds: number[] | null;
  /** Null where WeCom does not say. */
  mainDepartmentId: number | null;
  directLeaderIds: string[];
  position: string;
  /** Null where WeCom does not say, which is the rule for apps made after June 2022: it is not known to be none. */
  mobile: string | null;
  /** Activated and not disabled; people who left are false. */
  active: boolean;
}

export interface SentMessage {
  messageId: string;
  /** Recipients WeCom would not deliver to, lower-cased as WeCom gives them. */
  invalidMemberIds: string[];
  /** Only for cards with buttons: changes the card once within 72 h. */
  responseCode: string | null;
}

export interface LoginPage {
  /** Its host and port must be among the app's trusted domains. */
  redirectUri: string;
  /** Letters and digits, at most 128. */
  state: string;
}

/** The server's one way to WeCom. Everything it throws for a failed call is a `WecomError`. */
export interface WecomClient {
  /** Exchanges a code of `wx.qy.login`. A code works once, so the exchange must not be repeated. */
  jscode2session(code: string): Promise<LoginIdentity>;
  /** Exchanges the code that the authorize or web-login page gave back. A code works once. */
  userOfOauthCode(code: string): Promise<LoginIdentity>;
  /** The page that logs a member in inside WeCom's own browser. */
  authorizeUrl(page: LoginPage): string;
  /** The page that logs a member in from a desktop browser. */
  webLoginUrl(page: LoginPage): string;
  /** Every department in the app's scope, parents before children. */
  listDepartments(): Promise<WecomDepartment[]>;
  /** Every member in the app's scope, each once, sorted by id. */
  listUsers(): Promise<WecomUser[]>;
  /**
   * One member by userid; null only where WeCom says that there is none.
   * @throws WecomError 60011 for who is outside the app's scope: that says nothing about whether they have left
   */
  findUser(userId: string): Promise<WecomUser | null>;
  /** Whether there is this department. @throws WecomError 60011 where it is outside the app's scope */
  departmentExists(departmentId: number): Promise<boolean>;
  /** Sends an app message to one member. `retry` "unknown" may be repeated with the same message only under `duplicateCheck`. */
  sendToMember(message: AppMessage): Promise<SentMessage>;
  /** Posts to a group by its robot's key. There is no duplicate check: after "unknown" nobody knows. */
  sendToRobot(key: string, message: RobotMessage): Promise<void>;
  /** Takes an app message back, within 24 hours of sending it. */
  recall(messageId: string): Promise<void>;
}
