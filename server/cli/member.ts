import { jobActor } from "@shared/domain/actor";
import { decideReturn, findMember, memberIdOfUser, membersInDoubt, syncDirectory } from "../features/members";
// Loads every model, so that all indexes are built.
import "../routes";
import { startCommand } from "./operator/operatorCommand";

const usage = `Who is who, where somebody has the userid in WeCom of a member under another name or number.

  npm run member                     lists whose userids these are: nobody comes in by them until you have said who it is
  npm run member -- DECISION USERID  says it

  same     the same person, under a new name, or come back: they see what is theirs; who had left is given roles and asked for
           consent anew
  other    somebody else: a member of their own, who sees nothing of what was the other's

  Until one of them is said nobody comes in under that userid. It is said of who has the userid at this moment.
`;

/** The decision is in the audit log under this command's own name; it counts from the reading that follows at once. */
startCommand({
  usage,
  failure: "It could not be decided",
  needsPreparedDatabase: true,
  parse: (args) =>
    args.isEmpty ? null : { as: args.oneOf("DECISION", ["same", "other"]), userId: args.word("USERID") },
  async run(decided, { deps, say }) {
    if (decided === null) {
      const inDoubt = await membersInDoubt();
      if (inDoubt.length === 0) say("Everybody is who they were: nobody waits for you.");
      for (const { memberId, name } of inDoubt) say(`${memberId}  ${name}: who has this userid now?`);
      return 0;
    }
    const { as, userId } = decided;
    const memberId = await memberIdOfUser(userId);
    const decision = { actor: jobActor("member"), commandId: deps.newId(), memberId, as };
    const { name } = await decideReturn(deps, decision);
    const who = `Who has the userid of ${memberId} now${name === "" ? "" : `, ${name},`}`;
    say(`${who} is ${as === "same" ? "the same person" : "somebody else"}.`);
    try {
      await syncDirectory(deps);
    } catch (error) {
      say(
        `The directory could not be read now (${String(error)}): it counts from the next reading, at 03:12 at the latest.`,
      );
      return 0;
    }
    const now = await findMember(await memberIdOfUser(userId));
    say(now?.active ? `${now.memberId} (${now.name}) is here.` : `Nobody comes in by the userid ${userId} yet.`);
    return 0;
  },
});
