import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

/** What a confirmed sale carried while it was its rep's alone. */
interface OldSale {
  repId: string;
  teamId: string;
  amountFen: number;
  incrementFen?: number;
  incrementState?: string;
  zeroReason?: unknown;
  month?: unknown;
}

/**
 * What a sale brings is told for each member whom it credits. Events and messages that are on their way still say it for the
 * rep alone, to whom all of it belonged; they had no parts, so that all of it is the sale's own.
 */
export const incrementsPerMember: Migration = {
  number: 8,
  name: "increments-per-member",
  async up(context) {
    await changeEach<{ type: string; payload: OldSale }>(context, "events", ({ type, payload }) =>
      type === "sale.confirmed" && payload.incrementFen !== undefined
        ? { $set: { payload: { ...told(payload), increments: [incrementOf(payload)] } } }
        : null,
    );
    await changeEach<{ kind: string; params: OldSale & { teamFen?: number } }>(
      context,
      "notices",
      ({ kind, params }) => {
        if (kind === "sale_win_manager" && params.teamFen === undefined)
          return { $set: { "params.teamFen": params.amountFen } };
        const isWin = kind === "sale_win" || kind === "sale_win_plain";
        if (!isWin || params.incrementFen === undefined) return null;
        return { $set: { params: { ...told(params), increment: incrementOf(params) } } };
      },
    );
  },
};

function told(old: OldSale): mongo.Document {
  const { incrementFen: _fen, incrementState: _state, zeroReason: _reason, month: _month, ...sale } = old;
  return sale;
}

function incrementOf({ repId, teamId, amountFen, incrementFen, incrementState, zeroReason, month }: OldSale) {
  const parts = { ownFen: incrementFen, othersFen: 0, others: [] };
  return { memberId: repId, teamId, creditFen: amountFen, ...parts, state: incrementState, zeroReason, month };
}
