import type { tableErrors as chinese } from "../zhCN/tableErrors";

export const tableErrors: typeof chinese = {
  "export.closed": "This export waits for nobody any more. Nothing has changed. Go back and see how it stands.",
  "export.tooLarge": "There are too many rows for one Excel file. Nothing was exported. Take CSV, or narrow it down.",
  "export.unknown":
    "This export is not there, and may have been kept long enough. Nothing has changed. Export it again if you need it.",
  "import.undoOver":
    "This import cannot be undone: seven days are over, or there are no new clients of it. Nothing has changed. Open a client to correct it.",
  "import.notLooked": "This file cannot be read yet. Nothing was imported. Send another one, or change how it is read.",
  "import.unknown":
    "This import was not found; it may no longer be kept. What was imported is there. Send the file again if needed.",
  "opening.refused": "Opening balances do not allow that now. Nothing has changed. See how they stand.",
  "task.unknown":
    "This is not there, and may have been kept long enough. Nothing has changed. Start again if you need it.",
};
