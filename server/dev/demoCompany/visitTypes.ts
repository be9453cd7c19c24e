import type { MemberActor } from "@shared/domain/actor";
import { shippedVisitTypes } from "@shared/domain/visitType";
import type { Deps } from "../../deps";
import { saveVisitType } from "../../features/visitTypes";
import { at } from "./history";
import { demoPeriod } from "./march";

/** What the demo company makes, and what 王芳 brings to her hospitals: invented names. */
export const demoProducts = ["小型送料机 HY-20", "高速送料机 HY-60", "视觉检测台 VT-3", "控制箱 KX-8"];
export const pharmaProducts = ["心宁片 24片", "心宁片 48片", "护肺颗粒 10袋", "速愈贴 6贴"];

/** The administrator writes the company's products into every type that counts them; no type is shipped with any. */
export async function seedProducts(
  deps: Pick<Deps, "realNow" | "caches">,
  actor: MemberActor,
  products: readonly string[],
): Promise<void> {
  const then = { ...deps, clock: { now: () => at(`${demoPeriod}-02`, "08:10") } };
  for (const { typeId, version, name, steps, asksTimeOnSite, seenBy } of shippedVisitTypes) {
    if (!steps.some(({ kind }) => kind === "products")) continue;
    const withProducts = steps.map((step) => ({
      ...step,
      options: step.kind === "products" ? [...products] : [...step.options],
    }));
    const body = { version, name, steps: withProducts, asksTimeOnSite, seenBy, inUse: true };
    await saveVisitType(then, { actor, typeId, body: { commandId: `seed:products:${typeId}`, ...body } });
  }
}

/** Where doctors are seen, a first visit asks what 医院拜访 does. */
export async function putHospitalFirst(deps: Pick<Deps, "realNow" | "caches">, actor: MemberActor): Promise<void> {
  const then = { ...deps, clock: { now: () => at(`${demoPeriod}-02`, "08:12") } };
  const hospital = shippedVisitTypes.find(({ typeId }) => typeId === "hospital");
  if (!hospital) throw new Error("no type of visits to hospitals is shipped");
  const { typeId, version, name, steps, asksTimeOnSite, seenBy } = hospital;
  const rules = { name, steps: steps.map((step) => ({ ...step, options: [...step.options] })), asksTimeOnSite, seenBy };
  const body = { commandId: "seed:hospitalFirst", version, ...rules, inUse: true, isFirst: true };
  await saveVisitType(then, { actor, typeId, body });
}
