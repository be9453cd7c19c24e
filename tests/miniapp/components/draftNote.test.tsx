import { fireEvent, render, screen } from "@testing-library/react";
import { DraftNote } from "@/components/DraftNote";
import { useDraft } from "@/features/draft/useDraft";
import { useSession } from "@/features/session/sessionStore";
import { store } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const empty = () => ({ record: "" });

function Form() {
  const draft = useDraft("visit:c1", empty);
  return (
    <>
      <DraftNote draft={draft} />
      <p>{draft.form.record}</p>
    </>
  );
}

beforeEach(() => {
  clearStorage();
  useSession.setState({ memberId: "xiaowang" });
});
const kept = () => store("draft:xiaowang:visit:c1", { record: "关注导出" });

it("says that a form goes on with what was typed before", () => {
  kept();
  render(<Form />);
  expect(screen.getByText("从上次没写完的继续")).toBeTruthy();
  expect(screen.getByText("关注导出")).toBeTruthy();
});

it("says nothing where nothing was", () => {
  render(<Form />);
  expect(screen.queryByText("从上次没写完的继续")).toBeNull();
});

it("begins anew where the person wants that, and brings back what they did not mean to discard", () => {
  kept();
  render(<Form />);
  fireEvent.click(screen.getByText("不要了，重新写"));
  expect(screen.queryByText("关注导出")).toBeNull();
  fireEvent.click(screen.getByText("找回来"));
  expect(screen.getByText("关注导出")).toBeTruthy();
});
