import { checkInStanding, type VisitReason, visitStanding } from "@shared/domain/visit";
import type { CheckInVerdict, ReviewState } from "@shared/domain/checkIn";

const checkedInAt = "2026-03-26T01:00:00.000Z";
const recordUntil = "2026-03-27T01:00:00.000Z";
const inTime = new Date("2026-03-27T01:00:00.000Z");
const late = new Date("2026-03-27T01:00:00.001Z");

interface Given {
  verdict?: CheckInVerdict;
  review?: ReviewState;
  recorded?: boolean;
  visit?: { effective: boolean; reason: VisitReason | null };
  repeated?: boolean;
  mended?: boolean;
}
const checkIn = ({ verdict = "inside", review, recorded = false, visit, repeated, mended }: Given) => ({
  ...{ verdict, checkedInAt, recordUntil, repeatedOnDay: repeated ?? false, mendedById: mended ? "better" : null },
  visitId: recorded || visit ? "v" : null,
  review: review ? { state: review } : null,
  ...(visit && { visit }),
});
const because = (reason: VisitReason) => ({ effective: false, reason });
const counts = { effective: true, reason: null };

describe("a check-in without a record", () => {
  it.each<[what: string, given: Given, now: Date, standing: string]>([
    ["at the client, while there is time", {}, inTime, "recordDue"],
    ["at the client, when the time is over", {}, late, "notCounted"],
    ["in doubt that waits, while there is time", { verdict: "doubtful", review: "open" }, inTime, "recordDueInDoubt"],
    ["in doubt that nobody decided on", { verdict: "doubtful", review: "lapsed" }, late, "notCounted"],
    ["without a position that waits, in time", { verdict: "unverified", review: "open" }, inTime, "recordDueInDoubt"],
    ["without a position that waits, too late", { verdict: "unverified", review: "open" }, late, "notCounted"],
    ["without a position of which nobody has heard yet", { verdict: "unverified" }, inTime, "recordDueInDoubt"],
    ["in doubt of which nobody has heard yet", { verdict: "doubtful" }, inTime, "recordDueInDoubt"],
    ["without a position that nobody decided on", { verdict: "unverified", review: "lapsed" }, late, "notCounted"],
    ["that was accepted, in time", { verdict: "unverified", review: "accepted" }, inTime, "recordDue"],
    ["that was not accepted", { verdict: "doubtful", review: "rejected" }, inTime, "rejected"],
    ["about which a second person is asked", { verdict: "doubtful", review: "appealed" }, inTime, "appealed"],
    ["away from the client", { verdict: "outside" }, inTime, "outside"],
    ["away from the client, explained, in time", { verdict: "outside", review: "open" }, inTime, "recordDueInDoubt"],
    [
      "away from the client, explained, that nobody decided on",
      { verdict: "outside", review: "lapsed" },
      late,
      "outside",
    ],
    ["that repeats one of its day", { repeated: true }, inTime, "repeated"],
    ["that a better one stands for", { verdict: "doubtful", mended: true }, inTime, "mended"],
  ])("%s", (_, given, now, standing) => {
    expect(checkInStanding(checkIn(given), now)).toBe(standing);
  });
});

describe("a check-in with its record", () => {
  it.each<[what: string, given: Given, now: Date, standing: string]>([
    ["that counts", { visit: counts }, late, "effective"],
    ["that counts for now", { verdict: "doubtful", review: "open", visit: counts }, late, "inDoubt"],
    ["that counts for now, of which nobody has heard yet", { verdict: "doubtful", visit: counts }, late, "inDoubt"],
    ["that nobody decided on", { verdict: "doubtful", review: "lapsed", visit: counts }, late, "effective"],
    [
      "without a position that waits",
      { verdict: "unverified", review: "open", visit: because("checkIn.unverified") },
      late,
      "waits",
    ],
    [
      "away from the client, explained",
      { verdict: "outside", review: "open", visit: because("checkIn.outside") },
      late,
      "waits",
    ],
    [
      "away from the client, explained, that nobody decided on",
      { verdict: "outside", review: "lapsed", visit: because("checkIn.outside") },
      late,
      "outside",
    ],
    [
      "without a position that nobody decided on",
      { verdict: "unverified", review: "lapsed", visit: because("checkIn.unverified") },
      late,
      "notCounted",
    ],
    ["that was not accepted", { review: "rejected", visit: because("checkIn.rejected") }, late, "rejected"],
    ["looked at again", { review: "appealed", visit: because("checkIn.rejected") }, late, "appealed"],
    ["that lacks a step, in time", { visit: because("steps.missing") }, inTime, "recordDue"],
    [
      "in doubt that lacks a step, in time",
      { verdict: "doubtful", review: "open", visit: because("steps.missing") },
      inTime,
      "recordDueInDoubt",
    ],
    ["that lacks a step, too late", { visit: because("steps.missing") }, late, "notCounted"],
    ["that came too late", { visit: because("record.late") }, late, "notCounted"],
    ["of a day that counts already", { visit: because("alreadyCountedToday") }, late, "repeated"],
    [
      "at the client, whose record was judged by one too far away",
      { visit: because("checkIn.outside") },
      late,
      "effective",
    ],
    ["of which only that is known", { recorded: true }, late, "effective"],
  ])("%s", (_, given, now, standing) => {
    expect(checkInStanding(checkIn(given), now)).toBe(standing);
  });

  it("counts on its page also where a better check-in has made its own good", () => {
    const made = checkIn({ verdict: "doubtful", review: "open", mended: true });
    expect(visitStanding({ ...counts, checkIn: made }, late)).toBe("effective");
  });

  const decideUntil = "2026-04-02T01:00:00.000Z";
  const afterDeadline = new Date("2026-04-02T01:00:00.001Z");

  it.each<
    [what: string, verdict: CheckInVerdict, visit: { effective: boolean; reason: VisitReason | null }, to: string]
  >([
    ["without a position", "unverified", because("checkIn.unverified"), "notCounted"],
    ["too far away", "outside", because("checkIn.outside"), "outside"],
    ["in doubt", "doubtful", counts, "effective"],
  ])("of one %s waits for nobody after the deadline, also before it was ended", (_, verdict, visit, to) => {
    const waiting = { ...checkIn({ verdict, visit }), review: { state: "open" as const, decideUntil } };
    expect(visitStanding({ ...visit, checkIn: waiting }, afterDeadline)).toBe(to);
    expect(visitStanding({ ...visit, checkIn: waiting }, new Date(decideUntil))).toMatch(/^(waits|inDoubt)$/);
  });

  it("stays not accepted where no second person has looked in time, also before that was ended", () => {
    const asked = {
      ...checkIn({ verdict: "doubtful", recorded: true }),
      review: { state: "appealed" as const, decideUntil },
    };
    expect(visitStanding({ ...because("checkIn.rejected"), checkIn: asked }, afterDeadline)).toBe("rejected");
  });
});
