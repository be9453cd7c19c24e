import type { TableNotice, TableReason } from "@shared/domain/tables/reading";
import type { imports as chinese } from "../zhCN/imports";

const reasons: Record<TableReason, string> = {
  amount_not_a_number: "The amount cannot be read. Write digits, such as 1350.00.",
  amount_decimal_comma: "The commas are unclear. Use commas for thousands and a point for decimals.",
  amount_exponent: "The amount is in scientific notation. Widen the column and write plain digits.",
  amount_decimals: "More than two decimals. Nothing is rounded for you: write whole fen.",
  amount_with_note: "Words stand beside the amount. Keep the digits, move the words to the note.",
  amount_currency: "Not in yuan. Convert it first.",
  amount_missing: "No amount. Add it and send again.",
  amount_zero: "The amount is 0. Remove the row or correct it.",
  amount_above_limit: "Above 100 million. Check it and split it into rows.",
  amount_formula: "The amount is the text of a formula. Write the result.",
  amount_ambiguous: "Thousands or decimals? Write it without points between thousands.",
  date_impossible: "There is no such day. Correct it.",
  date_ambiguous: "Day and month cannot be told apart. Write 2026-03-05.",
  date_two_digit_year: "The year has two digits. Write all four.",
  date_no_year: "No year. Add it.",
  date_no_day: "No day. Add it.",
  date_missing: "No date. Add it and send again.",
  date_not_a_date: "Not a date. Write 2026-03-05.",
  time_impossible: "No such time, or two in one cell. Keep one.",
  date_relative: "Yesterday and the like change. Write the date.",
  date_unix: "This is a time stamp. Turn it into a date.",
  id_digits_lost: "The spreadsheet has cut digits off. Format the column as text and export again.",
  id_missing: "No number. Add it and send again.",
  id_became_date: "The spreadsheet made a date of the number. Format the column as text and export again.",
  id_two_rows: "Two different rows have this number. Keep the right one.",
  member_unknown: "Nobody has this number or name. Correct it.",
  member_ambiguous: "Two people fit. Write the employee number.",
  member_missing: "Nobody is named. Add the employee number.",
  name_differs: "Number and name belong to two people. Make them agree.",
  customer_unknown: "No such client. Add it first, or correct the name.",
  customer_duplicate:
    "Another client has this name. Open it: if it is the same, leave the row out, else change the name.",
  client_two_rows: "An earlier row means the same client. Make one row of them, or correct number and name.",
  name_missing: "No name. Add it and send again.",
  unknown_value: "The value has the wrong form. Mend it as the column means it.",
  too_long: "Too long. Shorten it.",
  phone_digits_lost: "The spreadsheet has cut digits off. Format the column as text and export again.",
  phone_two: "Two phone numbers in one cell. Keep one.",
  control_character: "An invisible control character is in it. Type it again.",
  order_totals_differ: "Rows of one order state different totals. Make them agree.",
  formula_without_value: "The formula was never calculated. Open and save the file, then send it again.",
  formula_error: "The formula has failed. Write the value.",
  subtotal_differs: "The subtotal is not the sum of its months. Correct it.",
  net_differs: "The parts do not add up to the net. Correct it.",
  period_unclear: "The month cannot be told, or is not that of the other rows.",
  left_before_joined: "Left before joining. Correct the dates.",
  leader_self: "Their own leader. Name somebody else.",
  too_few_cells: "The row is cut short. Complete it.",
  too_many_cells: "Too many cells: a separator inside a text is not quoted. Put that cell in quotes.",
  quote_not_closed: "A quote is never closed. Close or remove it.",
  differs_from_stored: "Already there with other values. Decide which counts.",
  balance_two_rows:
    "The same balance of one person has two rows with different amounts. Keep the right one, or name document or month.",
  balance_negative: "The balance is below 0. Only 0 or more fits here; if the direction is wrong, use another column.",
  balance_two_ways:
    "The table has this of the person as a whole and in parts, so it would count twice. Keep one of them.",
  balance_counted_twice:
    "This person has this balance split another way, so it would count twice. Keep the old split, or set the old one to 0 first.",
  balance_after_first_day:
    "This row is of the first paying day or later, which is computed here. Give only what came before.",
  balance_own: "This is your own opening balance. Ask a colleague to import this row.",
  kind_unknown: "It is not clear which balance this is. Write clawback, draw, unreleased or paid.",
  not_offered: "The money has not arrived by its status. Import it once it has.",
};

const leftOut: Record<string, string> = {
  blank: "Blank row",
  totals: "Total",
  subtotal: "Subtotal",
  repeated_heading: "Heading once more",
  page_heading: "Head of a page",
  signature: "Signatures",
  example_row: "Example",
  no_balance: "No balance is written: nothing changes",
  same_row: "Equal to an earlier row: counted once",
};

const notices: Record<TableNotice, string> = {
  unit_in_cell: "Multiplied by its unit",
  unit_by_format: "Stored in yuan, not multiplied again",
  grouped_by_blanks: "Blanks between thousands",
  english_month: "English month, year taken as 20..",
  eight_digits: "Eight digits read as a date",
  weekday_differs: "The weekday is another; the date counts",
  number_padded: "Zeros added to the employee number",
  direction_mark: "An invisible mark of direction was removed",
  id_two_rows: "A later row has the same number",
  looks_alike: "Looks like another name, in other letters",
  owner_kept: "The owner stays: change it on the client's page",
  owner_given: "A new owner: whom the table names has it from tomorrow on, from today where nobody had it",
};

export const imports: typeof chinese = {
  reasons: (code, { row, value, otherRow, allowed = [] }) => {
    if (code === "client_two_rows" && otherRow)
      return `Rows ${row} and ${otherRow} mean the same client: this one was not imported. Make one row of them, or correct number and name.`;
    if (code === "unknown_value" && allowed.length > 0)
      return `"${value ?? ""}" is not one of the values. Write one of these: ${allowed.join(", ")}.`;
    return code in reasons ? reasons[code as TableReason] : "Somebody has to look at this row.";
  },
  stays: (why) =>
    why === "used"
      ? "Not taken back: somebody has checked in, followed up or recorded a sale."
      : "Not taken back: somebody has changed it since.",
  leftOut: (why) => leftOut[why] ?? "Not a row to import",
  notices: (code) => (code in notices ? notices[code as TableNotice] : code),
  reasonHeading: "Why it was not imported",
  errorFileName: (name) => `${name}-to-mend`,
  refusals: (code, n) =>
    ({
      empty: "The file is empty. Nothing was imported. Export it again.",
      oldExcel: "This is an old Excel file (.xls). Nothing was imported. Open it and save it as .xlsx or CSV UTF-8.",
      protected: "The file has a password. Nothing was imported. Take the password off, save it and send it again.",
      webPage:
        "This is a web page, not a table. Nothing was imported. Log in to the source again and export once more.",
      json: "This is JSON, not a table. Nothing was imported. Use the interface, or export as CSV.",
      unpacksTooLarge: `It unpacks to more than ${n} MB. Nothing was imported. Send it in parts, or as CSV.`,
      notATable: "This is no table. Nothing was imported. Choose a CSV or .xlsx file.",
      twoEncodings: `From line ${n} on another encoding is used: two files may have been joined. Nothing was imported. Send them apart.`,
      undecodable: `Line ${n} cannot be decoded: the file may be cut. Nothing was imported. Export it again.`,
      damaged: "The file is damaged. Nothing was imported. Export or save it again.",
      tooManyRows: `More than ${n} rows. Nothing was imported. Send it in parts.`,
      tooManyColumns: `More than ${n} columns. Nothing was imported. Remove those that are not needed, or check the separator.`,
      rowTooLong: `Line ${n} is longer than any row: the file may have no line breaks. Nothing was imported. Export it again.`,
      noHeading:
        "No heading was found. Nothing was imported. Say in which row it is, or correct the names of the columns.",
      noSuchSheet: "There is no such sheet. Nothing was imported. Choose another.",
      "opening.meanwhile":
        "Another table of opening balances came while this one was read, so balances may have changed. This one was not put before anybody. Look at it again, then hand it on.",
      "opening.oneWaits":
        "Another table of opening balances waits to be checked. This one was not handed on, and the accounts have not changed. Once that one is decided on, look at this one again and hand it on.",
      "opening.dayMoved":
        "The first paying day was changed while this table was read. It was not put before anybody, and the accounts have not changed. Look at it again, then hand it on.",
      "opening.controlsDiffer":
        "The rows are no longer as you saw them, and do not add up to your totals. The table was not put before anybody, and the accounts have not changed. Look at it again, then hand it on.",
    })[code] ??
    (code.startsWith("opening.")
      ? "These opening balances were not put before anybody, and the accounts have not changed. Look at the table again, mend what the page says, then hand it on."
      : "The file cannot be read. Nothing was imported. Try another one."),
};
