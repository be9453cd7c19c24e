import { randomBytes, randomUUID } from "node:crypto";
import demo from "./world.json";

/** A self-built app of the corp. */
export interface Agent {
  agentId: number;
  name: string;
  secret: string;
  /** Of the callback settings, as the `encodingAesKey`. */
  token: string;
  encodingAesKey: string;
  /** Whom the app may read and address: these members, and everybody in and below these departments. */
  scope: { departments: number[]; members: string[] };
  /** Apps made after 2022-06-20 20:00 are never given mobile, gender and the like. */
  createdAfter20220620: boolean;
  /** Cards with buttons need a callback address. */
  hasCallback: boolean;
  miniProgramAppId: string | null;
  /** Hosts with port, compared exactly. */
  trustedDomains: string[];
  /** Addresses that may use the secret; null: no list was set. */
  trustedIps: string[] | null;
}

/** A group's robot. Its key is its only credential. */
export interface Robot {
  key: string;
  name: string;
  departmentId: number;
  state: "active" | "disabled" | "removed";
}

export interface Department {
  id: number;
  name: string;
  /** 0 for the root. */
  parentId: number;
  leaders: string[];
}

export interface Member {
  userid: string;
  name: string;
  department: number[];
  position: string;
  /** "1" male, "2" female. */
  gender: string;
  mobile: string;
  /** 1 active, 2 disabled, 4 not activated, 5 left. */
  status: 1 | 2 | 4 | 5;
  /** The answers about this member lack departments, and what stands beside them. */
  placeUntold?: true;
}

export interface World {
  corpId: string;
  corpName: string;
  agents: Agent[];
  contactsSecret: string;
  robots: Robot[];
  departments: Department[];
  members: Member[];
}

/**
 * The demo company with its fixed secrets, which `world.json` hands to the product as well.
 * @param trustedDomains hosts with port that both apps trust
 */
export function demoWorld(trustedDomains: string[]): World {
  const world = structuredClone(demo);
  return {
    ...world,
    agents: world.agents.map((agent) => ({ ...agent, trustedDomains, trustedIps: null })),
    robots: world.robots.map((robot) => ({ ...robot, state: "active" })),
    members: world.members.map((member) => ({ ...member, department: [member.department], status: 1 })),
  };
}

/** The same people with secrets and robot keys that nobody has seen before. */
export function freshWorld(trustedDomains: string[]): World {
  const world = demoWorld(trustedDomains);
  return {
    ...world,
    agents: world.agents.map((agent) => ({
      ...agent,
      secret: alphanumeric(43),
      token: alphanumeric(24),
      encodingAesKey: alphanumeric(43),
    })),
    contactsSecret: alphanumeric(43),
    robots: world.robots.map((robot) => ({ ...robot, key: randomUUID() })),
  };
}

/** Origins of a product at `productUrl`: its own, and one for each person of a demo; by default the small one's. */
export function trustedDomainsOf(productUrl: string, members: readonly { userid: string }[] = demo.members): string[] {
  const { host, port, hostname } = new URL(productUrl);
  const suffix = port === "" ? "" : `:${port}`;
  const local = hostname === "localhost" || hostname === "127.0.0.1";
  const people = members.map((member) => `${member.userid}.localhost${suffix}`);
  return local ? [`localhost${suffix}`, `127.0.0.1${suffix}`, ...people] : [host];
}

function alphanumeric(length: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return Array.from(randomBytes(length), (byte) => letters.charAt(byte % letters.length)).join("");
}
