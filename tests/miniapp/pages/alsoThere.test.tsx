import { render, screen } from "@testing-library/react";
import type { CustomerView } from "@shared/contracts";
import { AlsoThere } from "@/pages/tabs/do/AlsoThere";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const client = (more: Partial<CustomerView>): CustomerView => ({
  ...{ customerId: "c1", name: "海岳机械有限公司", shortName: "海岳机械", initials: "", numbers: [], phoneTails: [] },
  ...{ grade: "A" as const, stage: "签单", sites: [], lastVisitOn: null, nextStep: null },
  ...more,
});

it("打卡 warns before the tap of who has been there", () => {
  render(<AlsoThere customer={client({ otherThere: { byName: "小李", on: "2026-03-20" }, otherOwners: [] })} />);
  expect(screen.getByText("小李 3月20日来过「海岳机械」。打卡前先问一声，免得两个人各跑各的。")).toBeTruthy();
});

it("打卡 says whose the client is, where it is somebody else's", () => {
  render(<AlsoThere customer={client({ otherThere: null, otherOwners: [{ name: "小王", from: "2026-03-02" }] })} />);
  expect(screen.getByText("「海岳机械」由小王（3月2日起）负责")).toBeTruthy();
});

it.each([
  ["nobody else works the client", { otherThere: null, otherOwners: [] }],
  ["the phone's copy is from before this was sent", {}],
])("打卡 says nothing where %s", (_, more) => {
  const { container } = render(<AlsoThere customer={client(more)} />);
  expect(container.textContent).toBe("");
});
