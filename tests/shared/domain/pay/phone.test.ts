import { parse } from "acorn";
import {
  canonicalJson,
  evaluate,
  receiptOf,
  type Receipt,
  sentenceOf,
  tracesOf,
  type Trace,
  verify,
} from "@shared/domain/pay";
import fc from "fast-check";
import { times } from "./support/runs";
import { assigned } from "./support/builders";
import { fullPlan } from "./support/fullPlan";
import { histories } from "./support/histories";
import { comparedEngine, phoneBundle, runBundle } from "./support/phoneBundle";

/** The functions of the bundle, whose values cross as JSON, as they would over the network. */
interface PhonePay {
  evaluate(assignments: unknown, book: unknown): unknown;
  tracesOf(assignments: unknown, book: unknown): Map<string, Trace>;
  sentenceOf(trace: unknown, language: string): string;
  verify(receipt: unknown): unknown;
  canonicalJson(value: unknown): string;
}

describe("the pay engine on an old phone", () => {
  let source = "";
  let phone: PhonePay;
  const assignments = assigned(fullPlan);

  beforeAll(async () => {
    source = await phoneBundle(comparedEngine);
    phone = runBundle(source) as unknown as PhonePay;
  }, 120_000);

  it("is written in syntax that any phone reads, without BigInt", () => {
    expect(() => parse(source, { ecmaVersion: 5 })).not.toThrow();
    expect(source).not.toContain("BigInt");
  });

  it("gives byte for byte the statements of the server, on random months", () => {
    fc.assert(
      fc.property(histories, (month) => {
        const [there, here] = [phone.evaluate(assignments, month), evaluate(assignments, month)];
        expect(JSON.stringify(there)).toBe(JSON.stringify(here));
        expect(phone.canonicalJson(there)).toBe(canonicalJson(here));
      }),
      times(1_000, 2_000),
    );
  });

  it("agrees with the server's receipt in every line and word", () => {
    fc.assert(
      fc.property(histories, (month) => {
        const there = phone.tracesOf(assignments, month);
        for (const [lineId, trace] of tracesOf(assignments, month)) {
          expect(phone.sentenceOf(there.get(lineId), "zh-CN")).toBe(sentenceOf(trace, "zh-CN"));
        }
        const receipt: Receipt = receiptOf(assignments, month, evaluate(assignments, month));
        expect(JSON.stringify(phone.verify(receipt))).toBe(JSON.stringify(verify(receipt)));
      }),
      times(100, 500),
    );
  });
});
