import { announcedYear } from "../lib/workCalendar";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldYear {
  _id: string;
  isWhole?: boolean;
}

/** What was changed of an announced year is all of it; of another one nobody has said so, and somebody is asked. */
export const yearsSayWhetherTheyAreWhole: Migration = {
  number: 24,
  name: "years-say-whether-they-are-whole",
  up: (context) =>
    changeEach<OldYear>(context, "calendarYears", async ({ _id, isWhole }) =>
      isWhole === undefined ? { $set: { isWhole: announcedYear(_id) !== null } } : null,
    ),
};
