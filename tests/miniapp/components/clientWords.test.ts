import { customerStages } from "@shared/domain/customer";
import { lastVisitText } from "@/components/lastVisitText";
import { stageText } from "@/components/stageText";
import { wordsOf } from "@/texts";

it("says a client's stage in the reader's language", () => {
  const { t } = wordsOf("en");
  for (const stage of customerStages) expect(stageText(stage, t)).toMatch(/^[A-Z][a-z ]+$/);
});

it("says a stage that a company has named itself as it is", () => {
  expect(stageText("试用", wordsOf("en").t)).toBe("试用");
});

it.each([
  [{ lastVisitOn: "2026-03-20", isNew: true }, "上次 3月20日"],
  [{ lastVisitOn: null, isNew: true }, "新客户，还没有拜访记录"],
  [{ lastVisitOn: null, isNew: false }, "上个月到现在没有拜访记录"],
  [{ lastVisitOn: null }, "上个月到现在没有拜访记录"],
])("says of a client %j when it was visited last", (client, said) => {
  const { t, f } = wordsOf("zh-CN");
  expect(lastVisitText(client, t, f)).toBe(said);
});
