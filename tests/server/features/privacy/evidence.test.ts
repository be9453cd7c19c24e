import mongoose, { type Schema } from "mongoose";
import { auditInsert } from "../../../../server/audit";
import { erasePositions } from "../../../../server/features/checkIns";
import { evidenceFields } from "../../../../server/features/checkIns/checkInModel";
// Every feature, and with it every model.
import "../../../../server/routes";
import { checkInBody, givenConsent, givenCustomer, givenTeam, prepare } from "../../../support/given";
import { stored } from "../../../support/testDatabase";

/* Whatever is stored of where somebody stood, or of what they are known by, has somebody who erases it. */

/** Names of fields that may hold such a thing, also of kinds that nobody has built yet. */
const tellsOfPlace =
  /^(lat|lng|lon)(deg|itude)?$|geo|coord|position|^fix|ssid|wifi|qr|beacon|cell|network|ipAddress|device|clock|stamp$|^place$/i;

/** Where each of them goes, by collection and path. */
const known: Record<string, string> = {
  // A client's own place, which is nobody's whereabouts.
  "customers.sites.latDeg": "the client's pin",
  "customers.sites.lngDeg": "the client's pin",
  "customers.sites.before.latDeg": "the client's pin",
  "customers.sites.before.lngDeg": "the client's pin",
  "customers.merged.pinsTaken.before.latDeg": "the client's pin",
  "customers.merged.pinsTaken.before.lngDeg": "the client's pin",
  // In which order a client's people stand.
  "customerContacts.place": "no place on a map",
  "checkIns.fix": "evidenceFields",
  "checkIns.fix.latDeg": "evidenceFields",
  "checkIns.fix.lngDeg": "evidenceFields",
  "checkIns.deviceId": "evidenceFields",
  "checkIns.clockOffMs": "evidenceFields",
  "checkIns.qrHash": "evidenceFields",
  "checkIns.wifi": "evidenceFields",
  "checkIns.wifi.ssid": "evidenceFields",
  "checkIns.wifi.bssid": "evidenceFields",
  // That earlier check-ins knew it says no more than the verdict.
  "checkIns.wifiFinding": "stays",
  // That a code was the client's says no more than the verdict.
  "checkIns.qrFinding": "stays",
  // Of what kind the position was says nothing of where.
  "checkIns.fixKind": "stays",
  "pinProposals.to.latDeg": "lapseProposals, closeProposal",
  "pinProposals.to.lngDeg": "lapseProposals, closeProposal",
  "pinProposals.from.latDeg": "the client's pin; closeProposal",
  "pinProposals.from.lngDeg": "the client's pin; closeProposal",
  "files.stamp": "eraseStamps",
  "files.stamp.place": "eraseStamps",
  "devices.deviceId": "eraseDevices",
  "sessions.device": "twelve hours",
  "sessions.deviceId": "twelve hours",
};

/** All paths of a schema, those of what is nested in it among them. */
function pathsOf(schema: Schema, before = ""): string[] {
  return Object.entries(schema.paths).flatMap(([name, type]) => {
    const path = `${before}${name}`;
    const nested = (type as { schema?: Schema }).schema;
    return nested ? [path, ...pathsOf(nested, `${path}.`)] : [path];
  });
}

const stores = Object.values(mongoose.models).flatMap((model) =>
  pathsOf(model.schema).map((path) => `${model.collection.collectionName}.${path}`),
);
const lastName = (path: string): string => path.split(".").at(-1) ?? "";

describe("what is stored of places and devices", () => {
  it("is known to whatever erases it, whoever adds a field", () => {
    const found = stores.filter((path) => tellsOfPlace.test(lastName(path)));
    expect(found.filter((path) => !(path in known)).sort()).toEqual([]);
  });

  it("is not listed where it is no more", () => {
    expect(Object.keys(known).filter((path) => !stores.includes(path))).toEqual([]);
  });

  it("is part of what goes with a check-in's position, where it belongs to one", () => {
    const ofCheckIns = Object.entries(known).filter(([, by]) => by === "evidenceFields");
    const names = new Set(ofCheckIns.map(([path]) => path.split(".")[1]));
    expect([...names].sort()).toEqual([...evidenceFields].sort());
  });
});

it("what a check-in without a position says of its phone goes after 90 days as well", async () => {
  const start = prepare(async (company) => {
    const { reps } = await givenTeam(company, { reps: [{}] });
    const [rep] = reps;
    return { rep, customer: await givenCustomer(company, { owner: rep }) };
  });
  const { company, rep, customer } = await start({ now: "2026-03-26T09:00:00+08:00" });
  await givenConsent(company, rep);
  const body = checkInBody(company, customer, { fix: null, clockOffMs: 120_000 });
  await company.as(rep).call("checkIns.create", undefined, body);
  const { deps } = company.app;
  const slot = { at: new Date("2026-06-25T02:22:00+08:00"), runId: "erase-positions@1" };
  expect(await erasePositions(deps, slot, auditInsert(deps.realNow))).toBe(1);
  const [checkIn] = await stored("checkIns");
  expect(checkIn).toMatchObject(Object.fromEntries(evidenceFields.map((name) => [name, null])));
  expect(await erasePositions(deps, slot, auditInsert(deps.realNow))).toBe(0);
});
