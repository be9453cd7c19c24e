import { SalesFigure } from "@/ui";
import { examplesOf } from "../examples";
import { hugeFen } from "../given/names";

export const examples = examplesOf("SalesFigure", SalesFigure, () => ({
  display: { fen: 18_400_000, size: "display" },
  title: { fen: 163_200_000, size: "title" },
  head: { fen: 2_880_000 },
  sub: { fen: 2_880_000, size: "sub" },
  zero: { fen: 0 },
  less: { fen: -1_500_000 },
  huge: { fen: hugeFen, size: "display" },
}));
