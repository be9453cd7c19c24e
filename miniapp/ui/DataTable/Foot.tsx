import { useTableWords } from "@/texts/tableWords";
import { amountText } from "@shared/domain/moneyText";
import { Amount } from "../Amount";
import { type Figures, sumOf } from "./figures";
import type { Column } from "./types";

interface FootProps<Row> {
  columns: readonly Column<Row>[];
  figures: Figures;
  loadedCount: number;
  isNarrowedHere: boolean;
  selected: readonly Row[];
  rowIndex: number | undefined;
}

const counted = (count: number): string => amountText(count * 100).replace(/\.00$/, "");

/** How many there are and what they come to, and the same of what is selected. */
export function Foot<Row>({ columns, figures, loadedCount, isNarrowedHere, selected, rowIndex }: FootProps<Row>) {
  const words = useTableWords();
  const count = counted(figures.count);
  const said = {
    all: words.total({ count }),
    atLeast: words.atLeast({ count }),
    loaded: isNarrowedHere ? words.foundLoaded({ count, loaded: counted(loadedCount) }) : words.loaded({ count }),
  }[figures.of];
  const sums = (of: Figures["sums"], isAtLeast: boolean) =>
    columns.slice(1).map((column) => {
      const fen = column.isSummed ? of?.[column.id] : undefined;
      return (
        <td key={column.id} className={`table-cell table-${column.kind}`}>
          {typeof fen === "number" && (isAtLeast ? <AtLeast fen={fen} /> : <Amount fen={fen} plain size="sub" />)}
        </td>
      );
    });
  const sumsOfSelected = Object.fromEntries(
    columns
      .filter(({ isSummed }) => isSummed)
      .map(({ id, value }) => [id, sumOf(selected.map((row) => fenOf(value(row))))]),
  );
  return (
    <tfoot>
      {selected.length > 0 && (
        <tr className="table-selected">
          <th scope="row" className="table-cell">
            {words.selected({ count: counted(selected.length) })}
          </th>
          {sums(sumsOfSelected, false)}
        </tr>
      )}
      <tr aria-rowindex={rowIndex}>
        <th scope="row" className="table-cell">
          {said}
        </th>
        {sums(figures.sums, figures.of === "atLeast")}
      </tr>
    </tfoot>
  );
}

function AtLeast({ fen }: { fen: number }) {
  return (
    <>
      ≥ <Amount fen={fen} plain size="sub" />
    </>
  );
}

const fenOf = (value: string | number | null): number | null => (typeof value === "number" ? value : null);
