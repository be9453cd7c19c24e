import type { Assignment } from "@shared/domain/pay";
import { manufacturingGroup } from "@shared/domain/pay/plans";
import type { OrgUnit } from "../../../server/features/members";
import { unitsUsed } from "../../../server/features/plans";

const unit = (unitId: string, kind: OrgUnit["kind"], parentId: string | null): [string, OrgUnit] => [
  unitId,
  { unitId, name: unitId, kind, parentId, formerParents: [] },
];
/** A branch, u2, that was hung under a new one with a smaller id in the order of letters. */
const units = new Map([
  unit("u1", "company", null),
  unit("u10", "branch", "u1"),
  unit("u2", "branch", "u10"),
  unit("u3", "team", "u2"),
  unit("u4", "team", "u3"),
]);
const belongsTo = (teamId: string): Assignment => ({
  from: "2026-03-01",
  to: "2026-03-31",
  teamId,
  versions: [
    {
      ...manufacturingGroup,
      inputs: (["team", "branch", "company"] as const).map((of) => ({
        code: "sales.confirmed",
        kind: "measure",
        name: of,
        nameEn: of,
        of,
        period: "month",
      })),
    },
  ],
});

it("a rep is paid by the results of the nearest branch, where one branch hangs under another", () => {
  expect([...unitsUsed([belongsTo("u3")], units)]).toEqual([
    ["u3", "team"],
    ["u2", "branch"],
    ["u1", "company"],
  ]);
});

it("and by those of the nearest team, in each of the teams of a month", () => {
  expect([...unitsUsed([belongsTo("u4"), belongsTo("u3")], units).keys()]).toEqual(["u4", "u2", "u1", "u3"]);
});
