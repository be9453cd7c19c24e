import { render } from "@testing-library/react";
import type { ComponentProps } from "react";
import { ApiError } from "@/api/apiError";
import { failureOf } from "@/features/failure";
import { QueueCard } from "@/pages/field/queue/QueueCard";
import { wordsOf } from "@/texts";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

type Card = ComponentProps<typeof QueueCard>;

const nothing = () => {};
const problem = { code: "network" };

function said(part: object, more: Partial<Card> = {}): string {
  const entry = {
    ...{ commandId: "c", kind: "visits.record", about: "安济医院", captured: { at: "2026-03-26T01:00:00.000Z" } },
    ...{ tries: 2, look: "waiting", isKept: true, problem: null, files: [], lacksFile: false, ...part },
  } as unknown as Card["entry"]; // the rest is not shown here
  const doing = { onRetry: nothing, onWithoutFiles: null, onUpdate: nothing, onOpen: nothing, onDrop: nothing };
  render(<QueueCard {...{ entry, failure: null, ...doing, ...more }} />);
  return document.querySelector("#queued-c")?.textContent ?? "";
}

it("tells of a record without a network that it goes by itself, and asks nobody to try again", () => {
  const failure = failureOf(new ApiError("network", "no connection"), wordsOf("zh-CN"));
  const card = said({ problem }, { failure });
  expect(card).toContain("连上网自动上传");
  expect(card).not.toContain("再试一次");
});

it("tells of a voice note that is with another page who sends it, and offers to send the rest without it", () => {
  const files = [{ type: "audio/mpeg", isKept: false }];
  const card = said({ files, lacksFile: true }, { onWithoutFiles: nothing });
  expect(card).toContain("那个页面还开着，就由它一起上传");
  expect(card).toContain("不带传不了的文件上传");
  expect(card).not.toContain("照片");
  expect(card).not.toContain("再试一次");
});

it("says what goes before it, each kind with its number", () => {
  const types = ["image/jpeg", "image/png", "image/jpeg"];
  expect(said({ files: types.map((type) => ({ type, isKept: true })) })).toContain("附 2 张照片、1 个签字，先传这些");
});
