import { type Fen, fen, splitByInts, splitByWeights, sumFen } from "../../money";
import type { BusinessDay } from "../../time";
import { canonicalJson } from "../../canonicalJson";
import { exactOfDecimal, zero } from "../numbers/number";
import type {
  MemberBook,
  CreditNoteFact,
  Fact,
  FactFilter,
  FactKind,
  GrantFact,
  MoneyMovementFact,
  NewCustomerFact,
  Role,
  SaleFact,
} from "../types";

/** Whether refunds are taken off (net) or left aside because the component deals with them line by line (gross). */
export type RefundView = "net" | "gross";

/** A book's facts in one order, with what belongs together found in one step. By sale there are those that the book refers to as well. */
export interface FactIndex {
  memberId: string;
  /** By countsOn, on and id; each fact once, in its newest revision. */
  facts: Fact[];
  byId: ReadonlyMap<string, Fact>;
  byKind: ReadonlyMap<FactKind, Fact[]>;
  saleById: ReadonlyMap<string, SaleFact>;
  notesBySale: ReadonlyMap<string, CreditNoteFact[]>;
  /** By customer. */
  firstOrders: ReadonlyMap<string, NewCustomerFact>;
  /** Invoices, acceptances, collections and cash refunds. */
  movementsBySale: ReadonlyMap<string, MoneyMovementFact[]>;
  /** Decisions by `<component>\n<fact>`. */
  grants: ReadonlyMap<string, GrantFact>;
}

/** Each fact once, in its newest revision; what that has taken back is left out. */
export const standingFacts = (facts: readonly Fact[]): Fact[] => [...standingById(facts).values()];

function standingById(facts: readonly Fact[]): Map<string, Fact> {
  const newest = new Map<string, Fact>();
  for (const fact of facts) {
    const known = newest.get(fact.id);
    if (known === undefined || isNewer(fact, known)) newest.set(fact.id, fact);
  }
  for (const fact of newest.values()) if ("rejected" in fact && fact.rejected === true) newest.delete(fact.id);
  return newest;
}

export function indexOf(book: MemberBook): FactIndex {
  const byId = standingById(book.facts);
  const facts = [...byId.values()].sort(byDayAndId);
  const byKind = new Map<FactKind, Fact[]>();
  for (const fact of facts) listed(byKind, fact.kind).push(fact);
  return { memberId: book.memberId, facts, byId, byKind, ...linksOf(withReferred(facts, byId, book.referred)) };
}

function withReferred(facts: Fact[], byId: ReadonlyMap<string, Fact>, referred: MemberBook["referred"]): Fact[] {
  if (referred === undefined || referred.length === 0) return facts;
  const others = standingFacts(referred).filter(({ id }) => !byId.has(id));
  return [...facts, ...others].sort(byDayAndId);
}

/** What belongs to which sale, and decisions to their facts. */
function linksOf(
  facts: readonly Fact[],
): Pick<FactIndex, "saleById" | "notesBySale" | "firstOrders" | "movementsBySale" | "grants"> {
  const saleById = new Map<string, SaleFact>();
  const notesBySale = new Map<string, CreditNoteFact[]>();
  const movementsBySale = new Map<string, MoneyMovementFact[]>();
  const firstOrders = new Map<string, NewCustomerFact>();
  const grants = new Map<string, GrantFact>();
  for (const fact of facts) {
    switch (fact.kind) {
      case "sale":
        saleById.set(fact.saleId, fact);
        break;
      case "creditNote":
        listed(notesBySale, fact.saleId).push(fact);
        break;
      case "newCustomer":
        firstOrders.set(fact.customerId, fact);
        break;
      case "invoice":
      case "acceptance":
      case "collection":
      case "cashRefund":
        listed(movementsBySale, fact.saleId).push(fact);
        break;
      case "grant":
        grants.set(`${fact.component}\n${fact.factId}`, fact);
    }
  }
  return { saleById, notesBySale, firstOrders, movementsBySale, grants };
}

/** Two that claim the same revision are decided by their content, so that the order of a book never matters. */
function isNewer(fact: Fact, known: Fact): boolean {
  if (fact.revision !== known.revision) return fact.revision > known.revision;
  return fact !== known && canonicalJson(fact) > canonicalJson(known);
}

function listed<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: Item[] = [];
  lists.set(key, list);
  return list;
}

/** The order of facts that everything goes by, whatever the order of a book. */
export function byDayAndId(a: Fact, b: Fact): number {
  if (a.countsOn !== b.countsOn) return a.countsOn < b.countsOn ? -1 : 1;
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const noNotes: CreditNoteFact[] = [];

const notesOf = (fact: Fact, index: FactIndex): CreditNoteFact[] =>
  fact.kind === "sale" || fact.kind === "newCustomer" ? (index.notesBySale.get(fact.saleId) ?? noNotes) : noNotes;

/** What was refunded of a sale or first order, or given back of money that came in, as an amount of at least 0. */
export const refundedFen = (fact: Fact, index: FactIndex): Fen =>
  fact.kind === "collection" ? givenBackFen(fact, index) : notedFen(fact, index);

function notedFen(fact: Fact, index: FactIndex): Fen {
  let total = 0;
  for (const note of notesOf(fact, index)) total = sumFen([total, 0 - note.amountFen]);
  return total;
}

/** What money given back takes of one collection: of all that came in for the sale its part, so that the parts add up to it. */
function givenBackFen(fact: MoneyMovementFact, index: FactIndex): Fen {
  const moved = index.movementsBySale.get(fact.saleId) ?? [];
  const back = sumFen(moved.filter(({ kind }) => kind === "cashRefund").map((one) => Math.abs(one.amountFen)));
  if (back === 0) return 0;
  const came = moved.filter(({ kind, amountFen }) => kind === "collection" && amountFen > 0);
  const cameFen = sumFen(came.map(({ amountFen }) => amountFen));
  const parts = splitByInts(
    Math.min(back, cameFen),
    came.map(({ amountFen }) => amountFen),
  );
  return parts[came.findIndex(({ id }) => id === fact.id)] ?? 0;
}

/**
 * The whole fact's amount, its refunds taken off where the view is net; null for facts without one. Money given back is a fact that counts by
 * itself, in its own month.
 */
export function amountOf(fact: Fact, view: RefundView, index: FactIndex): Fen | null {
  if (!("amountFen" in fact)) return null;
  return view === "net" ? fact.amountFen - notedFen(fact, index) : fact.amountFen;
}

/** The day whose plan and place price a fact: what is refunded of a sale, and its money, follow the sale. */
export function pricedOn(fact: Fact, index: FactIndex): BusinessDay {
  const follows = fact.kind === "creditNote" || fact.kind === "cashRefund" || fact.kind === "collection";
  return (follows ? index.saleById.get(fact.saleId)?.on : undefined) ?? fact.on;
}

/** What is left of a sale's margin, or of its amount without tax: refunds take theirs where it is known, else in proportion to the amount. */
export function restOf(of: "marginFen" | "exclTaxFen", sale: SaleFact, view: RefundView, index: FactIndex): Fen | null {
  const whole = sale[of];
  if (whole === undefined) return null;
  if (view === "gross") return whole;
  const notes = notesOf(sale, index);
  const known = sumFen(notes.map((note) => note[of] ?? 0));
  const others = 0 - sumFen(notes.filter((note) => note[of] === undefined).map((note) => note.amountFen));
  const [proportional = 0] = splitByInts(whole, [others, Math.max(0, sale.amountFen - others)]);
  return whole + known - proportional;
}

/** The member's part of that, by the shares of a role. */
export function ownRestOf(
  of: "marginFen" | "exclTaxFen",
  sale: SaleFact,
  role: Role,
  view: RefundView,
  index: FactIndex,
): Fen | null {
  const rest = restOf(of, sale, view, index);
  return rest === null ? null : ownPartOf(rest, sale, role, index.memberId);
}

/** The member's part of the split of a whole amount among everybody credited in the role, in the order of the credits. */
export function ownPartOf(wholeFen: Fen, fact: Fact, role: Role, memberId: string): Fen {
  if (fact.credits.length === 1 && fact.credits[0]?.role === role) return wholeFen;
  const credits = fact.credits.filter((credit) => credit.role === role);
  if (credits.length === 1) return wholeFen;
  const parts = splitByWeights(
    wholeFen,
    credits.map((credit) => exactOfDecimal(credit.share) ?? zero),
  );
  return credits.reduce((sum, credit, index) => (credit.memberId === memberId ? sum + (parts[index] ?? 0) : sum), 0);
}

/** The member's own part of a fact in a role, in fen; refunds of that sale taken off where the view is net. */
export function creditFen(fact: Fact, role: Role, view: RefundView, index: FactIndex): Fen {
  const own = ownCreditFen(fact, role, index.memberId);
  if (view === "gross" || fact.kind === "creditNote") return own;
  return own + sumFen(notesOf(fact, index).map((note) => ownCreditFen(note, role, index.memberId)));
}

function ownCreditFen(fact: Fact, role: Role, memberId: string): Fen {
  let total = 0;
  for (const credit of fact.credits) if (credit.memberId === memberId && credit.role === role) total += credit.fen;
  return fen(total);
}

export const isCredited = (fact: Fact, role: Role, memberId: string): boolean =>
  fact.credits.some((credit) => credit.memberId === memberId && credit.role === role);

/** Whether a fact, or the sale that it belongs to, has every property that the filter names. */
export function passes(fact: Fact, filter: FactFilter | undefined, qualifyingFen: Fen, index: FactIndex): boolean {
  if (filter === undefined) return true;
  const sale = "saleId" in fact ? index.saleById.get(fact.saleId) : undefined;
  if (filter.stream !== undefined && sale?.stream !== filter.stream) return false;
  if (filter.origin !== undefined && sale?.origin !== filter.origin) return false;
  if (filter.customerClass !== undefined && sale?.customerClass !== filter.customerClass) return false;
  if (filter.newCustomer === true && fact.kind === "visit" && fact.newCustomer !== true) return false;
  if (filter.stage !== undefined && fact.kind === "stage" && fact.to !== filter.stage) return false;
  if (filter.fromStage !== undefined && fact.kind === "stage" && fact.from !== filter.fromStage) return false;
  if (filter.course !== undefined && fact.kind === "training" && fact.course !== filter.course) return false;
  if (filter.code !== undefined && fact.kind === "value" && fact.code !== filter.code) return false;
  if (filter.qualifying !== true || fact.kind !== "newCustomer") return true;
  return (amountOf(fact, "net", index) ?? 0) >= qualifyingFen;
}
