/** As `errors`: of exports, imports and what the server does for them. */
export const tableErrors = {
  "export.closed": "这次导出已经不等人同意了。这次什么都没有改。退回去看看它现在的状态。",
  "export.tooLarge": "行数太多，放不进一个 Excel 文件。没有导出。改用 CSV，或缩小范围。",
  "export.unknown": "找不到这次导出，可能已过保存期。什么都没有改。需要就重新导出。",
  "import.undoOver": "这次导入撤销不了：过了 7 天，或没有新增的客户可撤。什么都没有变。要改哪家客户，打开它来改。",
  "import.notLooked": "这个文件还读不出来。什么都没有导入。按提示换一份，或改读法再看一遍。",
  "import.unknown": "找不到这次导入，可能已过保存期。已导入的都在。需要就重新上传文件。",
  "opening.refused": "期初余额现在不能这样办。什么都没有改。回期初余额看看。",
  "task.unknown": "找不到这件事，可能已过保存期。什么都没有改。需要就重新做一次。",
};
