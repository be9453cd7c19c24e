import { render, screen } from "@testing-library/react";
import type { ComponentProps } from "react";
import { VisitFields } from "@/pages/field/visit/VisitFields";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/frame/useHomeTab", () => ({ useHomeTab: () => "今日" }));

type Fields = ComponentProps<typeof VisitFields>;

/** The form of a type whose main record is asked for in these words, sent while it was empty. */
function sentEmpty(label: string) {
  const type: Fields["type"] = {
    ...{ typeId: "t", name: "送样", version: 1, asksTimeOnSite: false, seenBy: "everybody" },
    steps: [{ stepId: "record", label, kind: "record", required: true, options: [] }],
  };
  const form: Fields["form"] = {
    ...{ commandId: "c", typeId: "t", purpose: "followUp", record: "", peopleMet: "", answers: {} },
    ...{ counts: {}, files: {}, voice: null },
    ...{ nextStep: "", nextStepOn: "", dayChosen: false },
  };
  render(
    <VisitFields
      {...{ form, type, types: [type], contactNames: [], from: "2026-03-27", tried: true, change: () => {} }}
      faults={{ record: "missing" }}
      onSpeaking={() => {}}
    />,
  );
}

it("asks for a sample's record in the words of its own step", () => {
  sentEmpty("送了什么样品");
  expect(screen.getByRole("alert").textContent).toBe("写一句「送了什么样品」，这次拜访才算有效");
  expect(screen.getByPlaceholderText("写清：送了什么样品")).toBeTruthy();
});

it("asks what the client said with what is worth noting of it", () => {
  sentEmpty("客户说了什么");
  expect(screen.getByPlaceholderText("关注什么、卡在哪里、答应了什么")).toBeTruthy();
});
