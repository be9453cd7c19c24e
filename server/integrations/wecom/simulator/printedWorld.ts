import type { Simulator } from "./startSimulator";

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
    robots: world.robots.map(({ key, name }) => ({ key, name })),
    departments: world.departments.map(({ id, name, parentId }) => ({ id, name, parentid: parentId })),
    members: world.members.map(({ userid, name, department }) => ({
      userid,
      name,
      department,
      openCode: simulator.issueLoginCode(userid),
      oauthCode: simulator.issueOauthCode(userid),
    })),
  };
}
