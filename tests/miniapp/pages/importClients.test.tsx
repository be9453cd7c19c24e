import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { addressOf, putFile } from "@/api/files";
import { ApiError } from "@/api/apiError";
import {
  chooseImport,
  createImport,
  importRows,
  importTemplate,
  linkToErrors,
  listImports,
  readImport,
  runImport,
  undoImport,
} from "@/api/imports";
import { readTask } from "@/api/tasks";
import { queryClient } from "@/features/query/queryClient";
import type { ImportRow, ImportView } from "@/features/imports/useImport";
import { open } from "@/features/navigation";
import { useCan, useMe } from "@/features/session/useMe";
import { useSession } from "@/features/session/sessionStore";
import ImportPage from "@/pages/admin/import";
import ImportResultPage from "@/pages/admin/importResult";
import { openDocument } from "@/platform/document";
import { usePageParams } from "@/platform/page";
import { saveText } from "@/platform/saveText";
import { pickTable } from "@/platform/tableFile";
import { routes } from "@/routes";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/imports");
jest.mock("@/api/files");
jest.mock("@/api/tasks");
jest.mock("@/features/session/useMe");
jest.mock("@/platform/tableFile", () => ({ pickTable: jest.fn() }));
jest.mock("@/platform/saveText", () => ({ saveText: jest.fn() }));
jest.mock("@/platform/document", () => ({ openDocument: jest.fn(), opensCsv: true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  open: jest.fn(),
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => undefined }));
jest.mock("@/platform/page", () => ({
  ...jest.requireActual<object>("@/platform/page"),
  usePageParams: jest.fn(),
}));

const view: ImportView = {
  ...{ importId: "hr:1", purpose: "customers", source: "crm", fileName: "客户.csv", state: "looked", choices: {} },
  found: {
    ...{ container: "text", encoding: "gb18030", separator: ",", sheets: [], sheet: null, headerRows: [1] },
    head: [{ row: 1, text: "甲方 级别" }],
    columns: [
      { heading: "甲方", field: null, sample: "云岫坞机电", isHidden: false },
      { heading: "级别", field: "grade", sample: "A", isHidden: false },
    ],
    ...{ questions: [], rows: 3, hiddenRows: 1, isRemembered: false },
  },
  refusal: null,
  counts: [
    { is: "created", count: 2 },
    { is: "heldBack", count: 1 },
  ],
  ...{ fields: ["name", "grade"], taskId: "hr:1", hasErrorFile: true, byName: "周敏" },
  ...{ createdAt: "2026-03-26T01:00:00.000Z", ranAt: null, undoUntil: null, revision: 2 },
};
const columns = [
  { field: "name", heading: "客户名称", isRequired: true, values: [], example: "示例：海岳机械有限公司" },
  { field: "grade", heading: "级别", isRequired: false, values: ["A", "B"], example: "A" },
];
const begun = { importId: "hr:1", task: { taskId: "hr:1" } } as Awaited<ReturnType<typeof createImport>>;

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  jest.resetAllMocks();
  jest.mocked(useCan).mockReturnValue(() => true);
  jest.mocked(addressOf).mockImplementation((path) => path);
  jest.mocked(useMe).mockReturnValue({ data: undefined } as never);
  jest.mocked(listImports).mockResolvedValue({ items: [] });
  jest.mocked(importTemplate).mockResolvedValue({ columns });
  jest.mocked(readImport).mockResolvedValue({ import: view });
  jest.mocked(readTask).mockRejectedValue(new Error("not asked for"));
  jest.mocked(runImport).mockResolvedValue(begun);
  jest.mocked(chooseImport).mockResolvedValue(begun);
  useSession.getState().enter({ memberId: "zhoumin", language: "zh-CN", roles: ["admin"] });
});

async function opened(Page: () => React.ReactNode, params: Record<string, string> = {}) {
  jest.mocked(usePageParams).mockReturnValue(params);
  const shown = render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  );
  await act(async () => {});
  return shown;
}
const tap = async (id: string) => {
  await act(async () => void fireEvent.click(document.getElementById(id) as HTMLElement));
};

it("says that no client can be added while no column is their name", async () => {
  await opened(ImportPage, { id: "hr:1" });
  expect(await screen.findByText(/没有哪一列是「客户名称」/)).toBeTruthy();
});

it("leads to the clients that it has brought", async () => {
  const done = { ...view, state: "done" as const, ranAt: "2026-03-26T01:05:00.000Z" };
  jest.mocked(readImport).mockResolvedValue({ import: done });
  await opened(ImportPage, { id: "hr:1" });
  await screen.findByText("看客户");
  await tap("import-clients");
  expect(open).toHaveBeenCalledWith(routes.findCustomers());
});

it("takes an import back once its person has read what that means", async () => {
  const done = { ...view, state: "done" as const, ranAt: "2026-03-26T01:05:00.000Z", undoUntil: "2026-04-02" };
  jest.mocked(readImport).mockResolvedValue({ import: done });
  jest.mocked(undoImport).mockResolvedValue(begun);
  await opened(ImportPage, { id: "hr:1" });
  expect(await screen.findByText("撤销这次导入（到4月2日）")).toBeTruthy();
  await tap("import-undo");
  expect(screen.getByText("撤销「客户.csv」新增的 2 家客户？")).toBeTruthy();
  expect(undoImport).not.toHaveBeenCalled();
  await tap("undo-now");
  expect(undoImport).toHaveBeenCalledWith("hr:1", { commandId: expect.any(String) as string, revision: 2 });
});

it("offers no import once more of one that was taken back", async () => {
  const undone = { ...view, state: "undone" as const, ranAt: "2026-03-26T01:05:00.000Z" };
  jest.mocked(readImport).mockResolvedValue({ import: undone });
  await opened(ImportPage, { id: "hr:1" });
  await screen.findByText(/没人用过的新客户已经撤掉/);
  expect([document.getElementById("import-run"), document.getElementById("import-undo")]).toEqual([null, null]);
});

it("says before anything is written what the import would do", async () => {
  await opened(ImportPage, { id: "hr:1" });
  await screen.findByText("导入后会怎样");
  expect(document.getElementById("import-created")?.textContent).toContain("新增2");
  expect(document.getElementById("import-heldBack")?.textContent).toContain("有错1");
  expect(runImport).not.toHaveBeenCalled();
  expect(document.getElementById("import-no-undo")?.textContent).toContain("7 天内可以撤掉没人用过的新客户");
  await tap("import-run");
  expect(runImport).toHaveBeenCalledWith("hr:1", { commandId: expect.any(String) as string, revision: 2 });
});

it("shows how the file is read, and has it read otherwise", async () => {
  await opened(ImportPage, { id: "hr:1" });
  await screen.findByText("有 1 行被筛选隐藏，也会导入");
  expect(document.getElementById("reading-encoding")?.textContent).toContain("中文（GB18030）");
  await tap("column-0");
  await tap("choose-1");
  const mapping = [
    { heading: "级别", field: "grade" },
    { heading: "甲方", field: "name" },
  ];
  expect(chooseImport).toHaveBeenCalledWith("hr:1", expect.objectContaining({ revision: 2, choices: { mapping } }));
});

it("keeps what was said before of how the file is read", async () => {
  jest.mocked(readImport).mockResolvedValue({ import: { ...view, choices: { separator: ";" } } });
  await opened(ImportPage, { id: "hr:1" });
  await screen.findByText("导入后会怎样");
  await tap("reading-encoding");
  await tap("choose-0");
  expect(chooseImport).toHaveBeenCalledWith(
    "hr:1",
    expect.objectContaining({ choices: { separator: ";", encoding: "utf-8" } }),
  );
});

it("leaves out what somebody has left out, also where they choose another column then", async () => {
  const leftOut = { heading: "备注", field: null };
  jest.mocked(readImport).mockResolvedValue({ import: { ...view, choices: { mapping: [leftOut] } } });
  await opened(ImportPage, { id: "hr:1" });
  await screen.findByText("甲方");
  await tap("column-0");
  await tap("choose-1");
  const mapping = [leftOut, { heading: "级别", field: "grade" }, { heading: "甲方", field: "name" }];
  expect(chooseImport).toHaveBeenCalledWith("hr:1", expect.objectContaining({ choices: { mapping } }));
});

it("gives clients to others only where somebody says that the table does", async () => {
  const owner = { heading: "负责人", field: "owner", sample: "1007", isHidden: false };
  const found = view.found && { ...view.found, columns: [...view.found.columns, owner] };
  jest.mocked(readImport).mockResolvedValue({ import: { ...view, found } });
  await opened(ImportPage, { id: "hr:1" });
  await screen.findByText("已有客户的负责人");
  expect(document.getElementById("reading-owners")?.textContent).toContain("不改");
  await tap("reading-owners");
  await tap("choose-1");
  expect(chooseImport).toHaveBeenCalledWith("hr:1", expect.objectContaining({ choices: { givesOwners: true } }));
});

it("offers to look again at what was stopped before anything of it was known", async () => {
  jest.mocked(readImport).mockResolvedValue({ import: { ...view, state: "stopped", found: null, counts: [] } });
  await opened(ImportPage, { id: "hr:1" });
  await screen.findByText("再看一遍");
  await tap("import-look-again");
  expect(chooseImport).toHaveBeenCalledWith("hr:1", expect.objectContaining({ choices: {} }));
});

it("says of a file that is no table what it is and what to do", async () => {
  jest.mocked(pickTable).mockResolvedValue({ name: "photo.jpg", bytes: new ArrayBuffer(1) });
  jest.mocked(putFile).mockRejectedValue(new ApiError("file.unreadable", "no table", { status: 400 } as never));
  await opened(ImportPage);
  await tap("import-pick");
  expect(screen.getByText("这不是表格。什么都没有导入。请选 CSV 或 .xlsx 文件。")).toBeTruthy();
});

it("sends no empty file", async () => {
  jest.mocked(pickTable).mockResolvedValue({ name: "客户.csv", bytes: new ArrayBuffer(0) });
  await opened(ImportPage);
  await tap("import-pick");
  expect(screen.getByText("这个文件是空的。什么都没有导入。请从原系统重新导出。")).toBeTruthy();
  expect(putFile).not.toHaveBeenCalled();
});

describe("A file that is sent", () => {
  const table = { name: "客户.csv", bytes: new ArrayBuffer(8) };
  const lost = new ApiError("network", "cut off");
  const sentIds = () => jest.mocked(putFile).mock.calls.map(([fileId]) => fileId);
  const created = () => jest.mocked(createImport).mock.calls.map(([body]) => body);
  beforeEach(() => {
    jest.mocked(pickTable).mockResolvedValue(table);
    jest.mocked(createImport).mockResolvedValue(begun);
  });

  it("is the same file and the same import where it is sent again after it broke off", async () => {
    jest.mocked(putFile).mockRejectedValueOnce(lost);
    jest.mocked(createImport).mockRejectedValueOnce(lost);
    await opened(ImportPage);
    await tap("import-pick");
    await tap("import-failed-retry");
    await tap("import-failed-retry");
    expect(pickTable).toHaveBeenCalledTimes(1);
    expect(new Set(sentIds()).size).toBe(1);
    expect(created()).toHaveLength(2);
    expect(created()[1]).toEqual(created()[0]);
    expect(open).toHaveBeenCalledWith(routes.importClients({ id: "hr:1" }));
  });

  it("is another file and another import where another one is chosen after it broke off", async () => {
    jest.mocked(createImport).mockRejectedValueOnce(lost);
    await opened(ImportPage);
    await tap("import-pick");
    await tap("import-pick");
    expect(new Set(sentIds()).size).toBe(2);
    expect(created()[1]?.commandId).not.toBe(created()[0]?.commandId);
  });

  it("may be chosen after a browser has not said that none was chosen before", async () => {
    jest.mocked(pickTable).mockReturnValueOnce(new Promise(() => {}));
    await opened(ImportPage);
    await tap("import-pick");
    await tap("import-pick");
    expect(putFile).toHaveBeenCalledTimes(1);
  });

  it("says that it is on its way", async () => {
    jest.mocked(putFile).mockReturnValue(new Promise(() => {}));
    await opened(ImportPage);
    await tap("import-pick");
    expect(document.getElementById("import-pick")?.textContent).toBe("正在上传…");
  });

  it("says that it cannot be read where a program holds it", async () => {
    jest.mocked(pickTable).mockRejectedValue(new Error("NotReadableError"));
    await opened(ImportPage);
    await tap("import-pick");
    expect(screen.getByRole("alert").textContent).toContain("这个文件读不出来");
  });

  it("takes nobody away from where they have gone meanwhile", async () => {
    let arrive: (answer: typeof begun) => void = () => {};
    jest.mocked(createImport).mockReturnValue(new Promise((resolve) => (arrive = resolve)));
    const { unmount } = await opened(ImportPage);
    await tap("import-pick");
    unmount();
    await act(async () => arrive(begun));
    expect(open).not.toHaveBeenCalled();
  });
});

describe("An import that is over", () => {
  it("is not run once more", async () => {
    jest.mocked(readImport).mockResolvedValue({
      import: { ...view, state: "done", ranAt: "2026-03-26T02:00:00.000Z" },
    });
    await opened(ImportPage, { id: "hr:1" });
    await screen.findByText("导入的结果");
    expect(document.getElementById("import-run")).toBeNull();
  });
});

it("is run once, however often it is tapped", async () => {
  jest.mocked(runImport).mockReturnValue(new Promise(() => {}));
  await opened(ImportPage, { id: "hr:1" });
  await screen.findByText("导入后会怎样");
  await tap("import-run");
  await tap("import-run");
  expect(runImport).toHaveBeenCalledTimes(1);
});

it("is asked for again as long as it is under way", async () => {
  jest.useFakeTimers();
  try {
    jest.mocked(readImport).mockResolvedValue({ import: { ...view, state: "running" } });
    await opened(ImportPage, { id: "hr:1" });
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(jest.mocked(readImport).mock.calls.length).toBeGreaterThanOrEqual(2);
  } finally {
    jest.useRealTimers();
  }
});

describe("The rows that wait", () => {
  it("are taken away by a link of now", async () => {
    await opened(ImportPage, { id: "hr:1" });
    await screen.findByText("导入后会怎样");
    const url = "/api/v1/files/x/content?until=9";
    jest.mocked(linkToErrors).mockResolvedValue({ url, name: "客户-待修改.csv" });
    await tap("import-error-file");
    expect(openDocument).toHaveBeenCalledWith(expect.stringContaining(url), "客户.csv");
  });

  it("are said to be lost where no link is to be had", async () => {
    await opened(ImportPage, { id: "hr:1" });
    await screen.findByText("导入后会怎样");
    jest.mocked(linkToErrors).mockRejectedValue(new ApiError("network", "cut off"));
    await tap("import-error-file");
    expect(screen.getByText(/文件没有下载下来/)).toBeTruthy();
    expect(openDocument).not.toHaveBeenCalled();
  });
});

it("names the columns of a table, and hands an empty one over", async () => {
  await opened(ImportPage);
  await screen.findByText("客户名称（必填）");
  expect(screen.getByText("级别（A、B）")).toBeTruthy();
  await tap("import-take-template");
  expect(saveText).toHaveBeenCalledWith(
    "导入-空表.csv",
    "\uFEFF客户名称,级别\r\n示例：海岳机械有限公司,A\r\n",
    "text/csv",
  );
});

it("goes on with the source of the last table", async () => {
  const { found: _found, choices: _choices, fields: _fields, ...listed } = view;
  jest.mocked(listImports).mockResolvedValue({ items: [{ ...listed, source: "table" }] });
  await opened(ImportPage);
  await screen.findByText("客户.csv");
  expect(document.getElementById("import-source-table")?.getAttribute("aria-checked")).toBe("true");
});

it("has the list beside it say what has become of it by now", async () => {
  const { found: _found, choices: _choices, fields: _fields, ...listed } = view;
  jest.mocked(listImports).mockResolvedValue({ items: [{ ...listed, state: "running" }] });
  await opened(ImportPage);
  await screen.findByText("正在导入");
  expect(listImports).toHaveBeenCalledTimes(1);
  jest.mocked(readImport).mockResolvedValue({ import: { ...view, state: "done" } });
  jest.mocked(listImports).mockResolvedValue({ items: [{ ...listed, state: "done" }] });
  await opened(ImportPage, { id: "hr:1" });
  await screen.findByText("导入的结果");
  await waitFor(() => expect(listImports).toHaveBeenCalledTimes(2));
});

it("names who gives the right to import", async () => {
  jest.mocked(useCan).mockReturnValue(() => false);
  jest.mocked(useMe).mockReturnValue({ data: { administratorNames: ["何敏"] } } as never);
  await opened(ImportPage);
  expect(screen.getByText("需要权限请找 何敏。")).toBeTruthy();
});

it("tells whoever may not import who may", async () => {
  jest.mocked(useCan).mockReturnValue(() => false);
  await opened(ImportPage);
  expect(screen.getByText("导入客户由管理员来做。需要的话，请管理员给你开权限。")).toBeTruthy();
  expect(listImports).not.toHaveBeenCalled();
});

it("explains a row that waits, and opens the client that it may be", async () => {
  const row: ImportRow = {
    ...{
      row: 7,
      line: 9,
      is: "heldBack",
      why: "customer_duplicate",
      sentence: "和另一家客户同名。",
      name: "听松阁家居",
    },
    ...{ customerId: "c-1", column: "客户名称", value: "听松阁家居", other: "听松阁", otherRow: null },
    ...{ candidates: [], notices: [] },
  };
  jest.mocked(importRows).mockResolvedValue({ items: [row], nextCursor: null });
  await opened(ImportResultPage, { id: "hr:1", is: "heldBack" });
  await screen.findByText("和另一家客户同名。");
  expect(document.getElementById("row-7")?.textContent).toContain("第 7 行（文本第 9 行）");
  expect(document.getElementById("row-7-open")).toBeTruthy();
});
