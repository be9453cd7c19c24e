import { memberIdOfUser } from "../features/members";
import { erasePersonFor } from "../features/privacy";
// Loads every model, so that all indexes are built.
import "../routes";
import { startCommand } from "./operator/operatorCommand";

const usage = `Erases what is kept of somebody who has left and need not be kept.

  npm run person:erase -- USERID BY REASON

  USERID   of who has left, in WeCom
  BY       userid of who asks for it: of HR, or an administrator; it is in the audit log under their name
  REASON   why, in a word or in quotes

  What goes: positions of check-ins, proposed pins, photos, the list of devices, sessions, messages, reported
        problems, what was refused of what their phone sent.
  What stays, because pay and accounting rest on it: check-ins with place and verdict, visits, follow-ups, sales, pay,
        who changed or read what.
  What is on their phone alone (drafts, what has not been uploaded) is not reached from here.
`;

startCommand({
  usage,
  failure: "The person could not be erased",
  needsPreparedDatabase: true,
  parse: (args) => ({ userId: args.word("USERID"), byId: args.word("BY"), reason: args.word("REASON") }),
  async run({ userId, byId, reason }, { deps, say }) {
    const [memberId, by] = [await memberIdOfUser(userId), await memberIdOfUser(byId)];
    const erased = await erasePersonFor(deps, { memberId, byId: by, reason });
    const { positions, proposals, photos, devices, messages, reports, refusals } = erased;
    say(`Of ${memberId} are erased: ${positions} check-ins' positions, ${proposals} proposed pins, ${photos} photos,`);
    say(
      `${devices} devices with what was signed in there, ${messages} messages, ${reports} reported problems, ${refusals} refused commands.`,
    );
    say("What stays by law: check-ins with place and verdict, visits, follow-ups, sales, pay, and the audit log.");
    return 0;
  },
});
