import type { openings as zh } from "../zhCN/openings";

const peopleOf = (count: number): string => (count === 1 ? "1 person" : `${count} people`);
const balancesOf = (count: number): string => (count === 1 ? "1 balance" : `${count} balances`);

export const openings: typeof zh = {
  title: "Opening balances",
  oneTitle: "Check opening balances",
  noRight: "Opening balances are for finance and HR; auditors read them",
  kinds: { clawback: "To be clawed back", draw: "Drawn in advance", unreleased: "Earned, not released", paid: "Paid" },
  kindNotes: {
    clawback: "Paid and to be taken back from later pay",
    draw: "Drawn in advance, taken back from later pay",
    unreleased: "Earned and not paid out yet",
    paid: "Paid out before the first paying day, for the record",
  },
  rows: "Rows",
  noFirstDay: "Nobody has set the first paying day, so nothing can be imported.",
  firstDayBy: (p) => `${p.names} sets it under Getting started. Once it is set you can import here.`,
  firstDayByNobody:
    "HR or an administrator sets it, and there is nobody yet: ask whoever looks after the server to name an administrator.",
  toSetup: "Set the first paying day",
  asOf: (p) => `As of ${p.day}`,
  inAccounts: (p) => `In the accounts, ${peopleOf(p.count)}`,
  nothing: "No opening balances in the accounts",
  nothingNote:
    "Import a table where somebody begins with money still to come or to be taken back; else say that there are none",
  import: "Import a table",
  sayNone: "There are none",
  saidNone: (p) => `${p.name} confirmed at ${p.time} that there are none`,
  tables: "Tables",
  states: { waiting: "To be checked", returned: "Sent back", posting: "Being booked", posted: "Booked" },
  withdrawn: "Taken back",
  columns: { file: "File", state: "State", by: "Imported by", at: "When" },
  by: (p) => `Imported by ${p.name}, ${p.time}`,
  changes: (p) => `Changes ${balancesOf(p.count)} of ${peopleOf(p.members)}`,
  changed: (p) => `Changed ${balancesOf(p.count)} of ${peopleOf(p.members)}`,
  totals: "Totals of the table",
  totalsNote: (p) => `Typed by ${p.name} from their own books, and equal to the table to the last fen`,
  waitsForYou: "Waits for you: look through the people, and at whether the totals are what you know",
  waitsFor: (p) => `Waits for ${p.names}`,
  waitsForNobody:
    "No second person can check it: it takes somebody of finance, HR or an administrator who is not in it. Administrators have been told",
  allowed: (p) => `${p.name} let it be booked, ${p.time}`,
  returned: (p) => `${p.name} sent it back: ${p.reason}`,
  withdraw: "Take it back",
  withdrew: (p) => `${p.name} took it back; nothing was booked`,
  allow: "It is right, book it",
  sendBack: "Send back",
  backTitle: "Why send it back?",
  backNote: (p) => `${p.name} reads this`,
  backReasons: ["Somebody is missing", "Amounts differ from our books", "Columns are mixed up"],
  backHint: "e.g. Wang Fang is missing",
  backMissing: "Say why",
  members: "Person by person",
  change: (p) => `from ${p.was} to ${p.is}`,
  row: (p) => `Row ${p.row} of the table`,
  more: "The first 100 items of a person are listed; this one has more. The totals are of all of them",
  gone: "This table cannot be found",
  importTitle: "Import opening balances",
  importNote:
    "A row for each person with columns for clawback, draw, unreleased and paid; or a row for each item with its type and balance. An empty cell changes nothing, 0 means none. You see what would become of each row first, and a second person checks it before it is booked.",
  read: "Read",
  importNone: "Nothing was imported yet",
  typedTitle: "Type the totals of your own books",
  typedNote:
    "Do not copy them from the table: read them in your payroll or books. Type 0 where there is none. One fen of difference stops it.",
  typedHint: "e.g. 350.00",
  typedMissing: "Type a number, 0 where there is none",
  submit: "Hand it to a second person",
  handed: "Handed to a second person",
  allSame: "As in the accounts: nothing to check",
  see: "See how far it is",
  stopped: "Nobody was asked, and nothing was booked. Look at it again and submit it once more.",
  mine: {
    title: "My opening balances",
    note: (p) => `What stood in the former system before ${p.day}, imported by the company`,
    none: "You have no opening balances",
    noneNote: "All your money here is from the first paying day on",
    source: (p) => `${p.file}, row ${p.row}`,
    who: (p) => `Imported by ${p.by}, checked by ${p.second}, ${p.time}`,
    wrong: "If something is wrong, tell the colleague who imported it: a correction is booked beside it.",
  },
  fault: (p) => `${p.what}: you typed ${p.typed}, the table has ${p.read}, a difference of ${p.difference}`,
  totalFault: (p) =>
    `The total of ${p.what} says ${p.stated}, its rows add up to ${p.read}, a difference of ${p.difference}`,
  refusals: {
    noFirstDay:
      "Nobody has set the first paying day. Nothing was imported. Wait until HR or an administrator has set it under Getting started.",
    oneWaits: (p) => `${p.file} of ${p.name} waits to be checked. This one was not handed on. Wait for that one first.`,
    closed: "This table was decided on, or handed on already. Nothing has changed. See the list.",
    dayMoved: (p) => `The first paying day is ${p.day} now. Nothing was booked. Send it back and import it again.`,
    meanwhile:
      "Another table changed the balances while this one was read. It was not handed on. Look again, then submit it.",
    begun: "Opening balances are in the accounts. Nothing has changed. Import another table to correct them.",
    controlsMissing: "The totals are missing. Nothing was handed on. Type them from your own books.",
    controlsDiffer: (p) => `${p.faults}. Nothing was handed on. Find out which is wrong, then submit again.`,
    totalsDiffer: (p) => `${p.totals}. Nothing was handed on. Mend the table and send it again.`,
    countedTwice: (p) =>
      `A balance of ${p.name} stands in it as a whole and in parts, so it would count twice. Nothing was handed on. Keep one of them.`,
    stands:
      "Opening balances hold as of the day before it. The first paying day has not changed. Go on with the day that is set.",
  },
};
