import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { askForDirectory } from "./directoryAsked";
import { listMembers } from "./listMembers";
import { mayReadStaff } from "./policy";
import { presentMember } from "./presentMember";
import { setRecord } from "./setRecord";

export const membersHandlers = (deps: Pick<Deps, "clock" | "realNow" | "fieldKeys">): Handlers<"members"> => ({
  "members.list": ({ actor, query }) => {
    allow(mayReadStaff(actor), "what is kept of people is for HR, administrators and auditors to see");
    return listMembers(deps, actor, query);
  },

  "members.readDirectory": ({ actor, body }) => askForDirectory(deps, actor, body.commandId),

  "members.read": ({ actor, params: { memberId } }) => {
    allow(mayReadStaff(actor), "what is kept of people is for HR, administrators and auditors to see");
    return presentMember(deps, actor, memberId);
  },

  "members.setRecord": ({ actor, params: { memberId }, body }) => setRecord(deps, { actor, memberId, body }),
});
