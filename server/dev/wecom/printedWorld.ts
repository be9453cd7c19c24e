import type { Simulator } from "./startSimulator";

/** Whoever copies a code by hand is slower than a phone, so these outlive WeCom's five minutes. */
const codeLifeS = 24 * 3600;

/** What a WeCom SDK needs to be pointed at a simulator. The login codes work once each. */
export function printedWorld(simulator: Simulator): object {
  const { baseUrl, world } = simulator;
  return {
    baseUrl,
    corpId: world.corpId,
    agents: world.agents.map(({ agentId, name, secret, token, encodingAesKey, trustedDomains }) => {
      return { agentId, name, secret, token, encodingAesKey, trustedDomains };
    }),
    contactsSecret: world.contactsSecret,
    robots: world.robots.map(({ key, name, departmentId }) => ({ key, name, departmentid: departmentId })),
    departments: world.departments.map(({ id, name, parentId }) => ({ id, name, parentid: parentId })),
    members: world.members.map(({ userid, name, department }) => ({
      userid,
      name,
      department,
      openCode: simulator.issueLoginCode(userid, codeLifeS),
      oauthCode: simulator.issueOauthCode(userid, codeLifeS),
    })),
  };
}
