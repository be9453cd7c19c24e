import { render } from "@testing-library/react";
import type { QueueEntry } from "@/features/queue/createQueue";
import { LeaveSheet } from "@/pages/tabs/me/LeaveSheet";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/auth");

/** As far as the sheet looks at what waits. */
const waiting = (commandId: string, isUnsure: boolean) =>
  ({ commandId, kind: "checkIns.create", about: "海岳机械", isUnsure }) as QueueEntry;
function saidOfDeleting(...queued: QueueEntry[]) {
  const unsent = { queued, drafts: [], tapAt: null };
  render(<LeaveSheet by="signOut" unsent={unsent} onClose={() => undefined} />);
  return document.querySelector("#leave-queued-drop")?.textContent;
}

describe("signing out with something that has not been uploaded", () => {
  it("says that it is gone and does not count once it is deleted", () => {
    expect(saidOfDeleting(waiting("a", false))).toBe("删掉：就没有了，不会计入。");
  });

  it("says of what went off without an answer that it may count all the same", () => {
    expect(saidOfDeleting(waiting("a", true), waiting("b", false))).toMatch(
      /其中 1 条已经发出去过.*可能已经传到、已经计入/,
    );
  });
});
