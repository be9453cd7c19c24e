import type { Fault } from "./faults";
import { findMember } from "./directory";
import { sentenceOf } from "./sentenceOf";
import type { JournalEntry } from "./journal";
import type { Limits } from "./limits";
import type { GroupMessage, MemberMessage } from "./mailbox";
import type { SimulatorState } from "./simulatorState";
import type { Department, Member, Robot, World } from "./world";

export interface MemberPhone {
  userid: string;
  messages: MemberMessage[];
  /** What the person can read: the text, or the sentence of a card. Recalled messages are gone. */
  sentences: string[];
  unreadCount: number;
}

export interface RobotGroup {
  key: string;
  name: string;
  messages: GroupMessage[];
  sentences: string[];
  unreadCount: number;
}

/** What a test or the demo does to the simulator, beside calling its APIs. */
export interface SimulatorControl {
  readonly world: World;
  /** May be changed at any time. */
  readonly limits: Limits;
  readonly journal: readonly JournalEntry[];
  /** Clients that repeat a refused token, one line each. */
  loops(): string[];
  /** Messages that WeCom accepted and dropped, as it does above 30 a minute. */
  readonly dropped: readonly { userid: string; msgtype: string; at: string }[];
  member(userid: string): MemberPhone;
  /** By key or by the group's name. */
  robot(keyOrName: string): RobotGroup;
  /** Somebody looks at the phone: all its messages are read. */
  readMember(userid: string): void;
  readRobot(keyOrName: string): void;
  failNext(fault: Fault): void;
  clearFaults(): void;
  /** As `wx.qy.login` would give the member's phone. Works once, for 5 minutes unless said otherwise. */
  issueLoginCode(userid: string, lifeS?: number): string;
  /** As the authorize page would; null is a person from outside the corp. */
  issueOauthCode(userid: string | null, lifeS?: number): string;
  /** Tokens given so far stop working: "revoked" answers 40014, "expired" 42001. */
  revokeTokens(how?: "revoked" | "expired", agentId?: number): void;
  setRobotState(keyOrName: string, state: Robot["state"]): void;
  /** Adds a member, or changes what is given of one that is there. */
  putMember(member: Pick<Member, "userid"> & Partial<Member>): void;
  removeMember(userid: string): void;
  putDepartment(department: Department): void;
  /** Forgets messages, journal, faults and counters. Tokens and people stay. */
  reset(): void;
}

export function createControl(state: SimulatorState): SimulatorControl {
  const { world, mailbox } = state;

  function robotNamed(keyOrName: string): Robot {
    const robot = world.robots.find((one) => one.key === keyOrName || one.name === keyOrName);
    if (!robot) throw new Error(`no robot ${keyOrName} in the simulator's world`);
    return robot;
  }

  function memberNamed(userid: string): Member {
    const member = findMember(world, userid);
    if (!member) throw new Error(`no member ${userid} in the simulator's world`);
    return member;
  }

  const businessNow = () => state.businessNow().toISOString();
  const realNowMs = () => state.realNow().getTime();

  return {
    world,
    limits: state.limits,
    journal: state.journal.entries,
    loops: () => state.journal.loops(),
    dropped: state.dropped,
    member(userid) {
      const messages = mailbox.toMembers.filter((one) => one.userid === memberNamed(userid).userid);
      const shown = messages.filter((one) => !one.recalled);
      return { userid, messages, sentences: shown.map(sentenceOf), unreadCount: unreadCountOf(shown) };
    },
    robot(keyOrName) {
      const { key, name } = robotNamed(keyOrName);
      const messages = mailbox.toGroups.filter((one) => one.robotKey === key);
      return { key, name, messages, sentences: messages.map(sentenceOf), unreadCount: unreadCountOf(messages) };
    },
    readMember: (userid) => mailbox.readMember(memberNamed(userid).userid, businessNow()),
    readRobot: (keyOrName) => mailbox.readGroup(robotNamed(keyOrName).key, businessNow()),
    failNext: (fault) => state.faults.add(fault),
    clearFaults: () => state.faults.clear(),
    issueLoginCode(userid, lifeS) {
      const linked = world.agents.find((agent) => agent.miniProgramAppId !== null);
      const agentId = linked?.agentId ?? null;
      return state.codes.issue(
        { kind: "miniProgram", userid: memberNamed(userid).userid, agentId, lifeS },
        realNowMs(),
      );
    },
    issueOauthCode(userid, lifeS) {
      const known = userid === null ? null : memberNamed(userid).userid;
      return state.codes.issue({ kind: "oauth", userid: known, agentId: null, lifeS }, realNowMs());
    },
    revokeTokens: (how = "revoked", agentId) => state.tokens.end(how, agentId),
    setRobotState(keyOrName, robotState) {
      robotNamed(keyOrName).state = robotState;
    },
    putMember(member) {
      const known = findMember(world, member.userid);
      const blank = { name: member.userid, department: [1], position: "", gender: "0", mobile: "", status: 1 as const };
      if (known) Object.assign(known, member);
      else world.members.push({ ...blank, ...member });
    },
    removeMember(userid) {
      world.members.splice(world.members.indexOf(memberNamed(userid)), 1);
    },
    putDepartment(department) {
      const place = world.departments.findIndex((one) => one.id === department.id);
      world.departments.splice(place < 0 ? world.departments.length : place, place < 0 ? 0 : 1, department);
    },
    reset() {
      mailbox.clear();
      state.faults.clear();
      state.journal.clear();
      state.dropped.length = 0;
      state.counts.clear();
    },
  };
}

function unreadCountOf(messages: { readAt: string | null }[]): number {
  return messages.filter((one) => one.readAt === null).length;
}
