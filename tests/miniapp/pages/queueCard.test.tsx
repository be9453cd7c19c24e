import { render } from "@testing-library/react";
import type { ComponentProps } from "react";
import { ApiError } from "@/api/apiError";
import { failureOf } from "@/features/failure";
import { QueueCard } from "@/pages/field/queue/QueueCard";
import { wordsOf } from "@/texts";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

type Card = ComponentProps<typeof QueueCard>;

it("tells of a record without a network that it goes by itself, and asks nobody to try again", () => {
  const entry = {
    ...{ commandId: "c", kind: "visits.record", about: "安济医院", captured: { at: "2026-03-26T01:00:00.000Z" } },
    ...{ tries: 2, look: "waiting", isKept: true, problem: { code: "network" }, photo: null },
  } as unknown as Card["entry"]; // the rest is not shown here
  const nothing = () => {};
  render(
    <QueueCard
      {...{ entry, failure: failureOf(new ApiError("network", "no connection"), wordsOf("zh-CN").t) }}
      {...{ onRetry: nothing, onWithoutPhoto: null, onUpdate: nothing, onOpen: nothing, onDrop: nothing }}
    />,
  );
  const said = document.querySelector("#queued-c")?.textContent;
  expect(said).toContain("连上网自动上传");
  expect(said).not.toContain("再试一次");
});
