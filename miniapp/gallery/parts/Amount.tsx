import { Amount } from "@/ui";
import { examplesOf } from "../examples";
import { hugeFen } from "../given/names";

export const examples = examplesOf("Amount", Amount, () => ({
  display: { fen: 1_300_000, plain: true, size: "display" },
  "display, huge": { fen: hugeFen, plain: true, size: "display" },
  title: { fen: 1_300_000, plain: true, size: "title" },
  head: { fen: 1_300_000, plain: true },
  sub: { fen: 1_300_000, plain: true, size: "sub" },
  zero: { fen: 0, plain: true },
  "one fen": { fen: 1, plain: true },
  "with its status": { fen: 150_000, status: "earned" },
  more: { fen: 150_000, status: "estimated", signed: true },
  less: { fen: -22_500, status: "offset", signed: true },
  "huge and less": { fen: -hugeFen, plain: true, signed: true },
}));
