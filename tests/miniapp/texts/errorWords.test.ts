import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { errorCodes } from "@shared/errors";
import { answerShapes } from "@/api/answerShapes";
import { ApiError } from "@/api/apiError";
import { failureOf } from "@/features/failure";
import { wordsOf } from "@/texts";
import { en } from "@/texts/en";
import { enFormats } from "@/texts/formats";
import { isWorded, lateSentences } from "../../support/errorWords";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

/* Of what server tests are refused, tests/support/testApi holds that the phone has words where it asks. */

const english = { language: "en" as const, t: en, f: enFormats };

it("a plan that is refused is explained on the pages of plans, and no page of sales carries that", () => {
  expect(isWorded("plans.submit", "plan.faulty")).toBe(true);
  expect(isWorded("sales.read", "plan.faulty")).toBe(false);
});

it("what waits on the phone is explained by the first words alone", () => {
  expect(isWorded("customers.create", "customer.maybeKnown")).toBe(true);
  expect(isWorded("customers.create", "duplicate.unknown")).toBe(false);
});

it.each(Object.keys(lateSentences("zh")))("%s is explained somewhere", (code) => {
  expect(errorCodes).toContain(code);
  expect(Object.keys(answerShapes).some((id) => isWorded(id, code))).toBe(true);
});

it("the words are here as soon as somebody can ask", async () => {
  const apiFolder = path.resolve(__dirname, "../../../miniapp/api");
  const asking = readdirSync(apiFolder).filter(
    (file) => file.endsWith(".ts") && readFileSync(path.join(apiFolder, file), "utf8").includes("@/texts/lateErrors"),
  );
  await Promise.all(asking.map((file) => import(`@/api/${file.replace(".ts", "")}`)));
  for (const [code, sentence] of Object.entries(lateSentences("zh"))) {
    const error = new ApiError(code as ApiError["code"], "", "r1");
    expect(failureOf(error, wordsOf("zh-CN")).sentence).toBe(sentence);
    expect(failureOf(error, english).sentence).toBe(lateSentences("en")[code]);
  }
});

it("a code of which nothing is known asks for an update", () => {
  const error = new ApiError("sinceLater.code" as ApiError["code"], "", "r1");
  expect(failureOf(error, wordsOf("zh-CN")).sentence).toBe(wordsOf("zh-CN").t.errors.outdated);
});
