import { changesOwner, mayTransfer, transferStateOf } from "@shared/domain/contactTransfer";
import { needsConversion } from "@shared/domain/coordinates";
import { groupMessagesOf, memberMessagesOf } from "@shared/domain/messageLimits";

it.each([
  [19, 19, "single"],
  [20, 20, "single"],
  [21, 1, "digest"],
])("%d alerts of a group within a minute are %d messages", (alerts, messagesCount, form) => {
  expect(groupMessagesOf(alerts, 20)).toEqual({ messagesCount, form });
});

it.each([
  [29, 29, 0],
  [30, 30, 0],
  [31, 30, 1],
])("of %d messages to one member %d go out now and %d wait", (count, nowCount, laterCount) => {
  expect(memberMessagesOf(count, 30)).toEqual({ nowCount, laterCount });
});

it.each([
  [0, true],
  [1, true],
  [2, false],
])("a customer who was handed on %d times may be handed on again: %s", (before, may) => {
  expect(mayTransfer(before, 1)).toBe(may);
});

it.each([
  [1, true],
  [2, false],
  [3, false],
  [4, false],
  [5, false],
])("a transfer in state %d changes whose customer it is: %s", (status, changes) => {
  expect(changesOwner(transferStateOf(status))).toBe(changes);
});

it("places are converted where they are written differently", () => {
  expect([needsConversion("wgs84", "gcj02"), needsConversion("gcj02", "gcj02")]).toEqual([true, false]);
});
