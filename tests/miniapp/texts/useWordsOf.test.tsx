import { act, renderHook, waitFor } from "@testing-library/react";
import { en } from "@/texts/en";
import { zhCN } from "@/texts/zhCN";
import { dictionary, type Language } from "@/texts";
import type { EnglishTexts } from "@/texts/texts";

/* As in the browser, where the English words are a file of their own. */

const failures: unknown[] = [];
beforeEach(() => void failures.splice(0));

function look(language: Language) {
  const coming = { come: (_words: EnglishTexts) => {}, fail: (_error: Error) => {} };
  const load = () =>
    new Promise<EnglishTexts>((resolve, reject) => Object.assign(coming, { come: resolve, fail: reject }));
  const { useWordsOf } = dictionary({ atOnce: null, load }, (error) => failures.push(error));
  return { coming, ...renderHook(({ of }) => useWordsOf(of)?.t.common.tabs, { initialProps: { of: language } }) };
}

it("Chinese is there at once", () => {
  expect(look("zh-CN").result.current).toEqual(zhCN.common.tabs);
});

it("English is shown when it has come, and nothing before", async () => {
  const { coming, result } = look("en");
  expect(result.current).toBeUndefined();
  coming.come(en);
  await waitFor(() => expect(result.current).toEqual(en.common.tabs));
});

it("who changes the language reads on in the one before until the other has come", async () => {
  const { coming, result, rerender } = look("zh-CN");
  rerender({ of: "en" });
  expect(result.current).toEqual(zhCN.common.tabs);
  coming.come(en);
  await waitFor(() => expect(result.current).toEqual(en.common.tabs));
});

it("English that cannot be loaded is Chinese, and told as a missing part of the program is", async () => {
  const { coming, result } = look("en");
  await act(async () => coming.fail(new Error("gone")));
  expect(result.current).toEqual(zhCN.common.tabs);
  expect(failures).toEqual([new Error("gone")]);
});
