/** Why a row waits for a person; each has its sentence on the page. */
export const tableReasons = [
  "amount_not_a_number",
  "amount_decimal_comma",
  "amount_exponent",
  "amount_decimals",
  "amount_with_note",
  "amount_currency",
  "amount_missing",
  "amount_zero",
  "amount_above_limit",
  "amount_formula",
  "amount_ambiguous",
  "date_impossible",
  "date_ambiguous",
  "date_two_digit_year",
  "date_no_year",
  "date_no_day",
  "date_missing",
  "date_not_a_date",
  "time_impossible",
  "date_relative",
  "date_unix",
  "id_digits_lost",
  "id_missing",
  "id_became_date",
  "id_two_rows",
  "member_unknown",
  "member_ambiguous",
  "member_missing",
  "name_differs",
  "customer_unknown",
  "customer_duplicate",
  "client_two_rows",
  "name_missing",
  "unknown_value",
  "too_long",
  "phone_digits_lost",
  "phone_two",
  "control_character",
  "order_totals_differ",
  "formula_without_value",
  "formula_error",
  "subtotal_differs",
  "net_differs",
  "period_unclear",
  "left_before_joined",
  "leader_self",
  "too_few_cells",
  "too_many_cells",
  "quote_not_closed",
  "differs_from_stored",
  "not_offered",
  "balance_two_rows",
  "balance_negative",
  "balance_counted_twice",
  "balance_two_ways",
  "balance_after_first_day",
  "balance_own",
  "kind_unknown",
] as const;
export type TableReason = (typeof tableReasons)[number];

/** What was read in a way that a person should know of. */
export const tableNotices = [
  "unit_in_cell",
  "unit_by_format",
  "grouped_by_blanks",
  "english_month",
  "eight_digits",
  "weekday_differs",
  "number_padded",
  "direction_mark",
  "id_two_rows",
  "looks_alike",
  "owner_kept",
  "owner_given",
] as const;
export type TableNotice = (typeof tableNotices)[number];

export interface HeldBack {
  reason: TableReason;
  /** Of several readings, each: numbers of members, ids. */
  candidates?: string[];
  /** Where a value has to be one of a list: all of them. */
  allowed?: string[];
  /** What it was compared with: the stored value, the other row's, the computed sum. */
  other?: string;
}

/** What a cell says: a value, with what should be known of it, or why a person has to look. */
export type Reading<T> = { value: T; notices: TableNotice[] } | { held: HeldBack };

export const read = <T>(value: T, ...notices: TableNotice[]): { value: T; notices: TableNotice[] } => ({
  value,
  notices,
});

export const held = (reason: TableReason, more: Omit<HeldBack, "reason"> = {}): { held: HeldBack } => ({
  held: { reason, ...more },
});

export const isHeld = <T>(reading: Reading<T>): reading is { held: HeldBack } => "held" in reading;
