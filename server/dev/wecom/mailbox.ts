import { randomBytes } from "node:crypto";
import type { Fields } from "./fields";
import type { StateFile } from "./stateFile";

/** A message as a member's phone holds it. */
export interface MemberMessage {
  messageId: string;
  agentId: number;
  userid: string;
  msgtype: string;
  /** What stands under the key of that name, with what WeCom cuts cut off. */
  content: Fields;
  /** When the simulator took it (real time). */
  receivedAt: string;
  /** When it was by the product's clock, which is what the phone shows. */
  shownAt: string;
  readAt: string | null;
  recalled: boolean;
}

/** A robot's message as its group holds it. */
export interface GroupMessage {
  messageId: string;
  robotKey: string;
  msgtype: string;
  content: Fields;
  mentioned: string[];
  receivedAt: string;
  shownAt: string;
  readAt: string | null;
}

/** What the state file holds, one line each. */
export type MailboxChange =
  | { kind: "member"; message: MemberMessage }
  | { kind: "group"; message: GroupMessage }
  | { kind: "read"; messageIds: string[]; userid: string | null; at: string }
  | { kind: "recalled"; messageId: string }
  | { kind: "sent"; sent: SentBody };

/** A request that was accepted: what the duplicate check and the recall go by. */
export interface SentBody {
  messageId: string;
  agentId: number;
  hash: string;
  taskId: string | null;
  sentAtMs: number;
}

/** Everything that was delivered, and who has read it. With a state file it outlives the process. */
export class Mailbox {
  readonly toMembers: MemberMessage[] = [];
  readonly toGroups: GroupMessage[] = [];
  readonly sent: SentBody[] = [];
  /** Grows with every change, so that a page knows when to look again. */
  revision = 0;

  constructor(private readonly file: StateFile | null) {
    for (const change of file?.read() ?? []) this.apply(change);
  }

  deliver(change: MailboxChange): void {
    this.file?.append(change);
    this.apply(change);
  }

  /** Marks a member's messages read. */
  readMember(userid: string, at: string): void {
    this.read(
      this.toMembers.filter((one) => one.userid === userid),
      userid,
      at,
    );
  }

  readGroup(robotKey: string, at: string): void {
    this.read(
      this.toGroups.filter((one) => one.robotKey === robotKey),
      null,
      at,
    );
  }

  clear(): void {
    this.toMembers.length = 0;
    this.toGroups.length = 0;
    this.sent.length = 0;
    this.revision += 1;
    this.file?.clear();
  }

  private read(messages: { messageId: string; readAt: string | null }[], userid: string | null, at: string): void {
    const messageIds = messages.filter((one) => one.readAt === null).map((one) => one.messageId);
    if (messageIds.length > 0) this.deliver({ kind: "read", messageIds, userid, at });
  }

  private apply(change: MailboxChange): void {
    this.revision += 1;
    if (change.kind === "member") this.toMembers.push(change.message);
    else if (change.kind === "group") this.toGroups.push(change.message);
    else if (change.kind === "sent") this.sent.push(change.sent);
    else if (change.kind === "recalled") {
      for (const one of this.toMembers) if (one.messageId === change.messageId) one.recalled = true;
    } else {
      const read = new Set(change.messageIds);
      const copies =
        change.userid === null ? this.toGroups : this.toMembers.filter((one) => one.userid === change.userid);
      for (const one of copies) if (read.has(one.messageId)) one.readAt ??= change.at;
    }
  }
}

export function newMessageId(): string {
  return randomBytes(24).toString("base64url");
}
