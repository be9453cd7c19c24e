import type { Actor } from "@shared/domain/actor";
import type { Deps } from "../../deps";
import { createCustomer } from "../../features/customers";

/** The demo's clients: invented names at real public places of Guangzhou, pins in GCJ-02 degrees. */
export interface DemoCustomer {
  id: string;
  name: string;
  shortName: string;
  industry: string;
  grade: "A" | "B" | "C";
  stage: string;
  ownerId: string;
  /** Who serves it beside the owner. */
  coServedByIds: string[];
  site: { name: string; address: string; latDeg: number; lngDeg: number };
}

const customer = (
  id: string,
  [name, shortName, industry]: [string, string, string],
  [grade, stage, ownerId, ...coServedByIds]: ["A" | "B" | "C", string, string, ...string[]],
  [siteName, address, latDeg, lngDeg]: [string, string, number, number],
): DemoCustomer => ({
  id,
  name,
  shortName,
  industry,
  grade,
  stage,
  ownerId,
  coServedByIds,
  site: { name: siteName, address, latDeg, lngDeg },
});

/** A hospital, whose doctors one rep visits. */
export const hospital = (
  id: string,
  name: string,
  site: [string, string, number, number],
  ownerId: string,
): DemoCustomer => customer(id, [name, name, "医院"], ["A", "服务中", ownerId], site);

export const demoCustomers: DemoCustomer[] = [
  customer(
    "c-haiyue",
    ["海岳机械有限公司", "海岳机械", "设备制造"],
    ["A", "方案提交", "xiaowang"],
    ["总部", "海珠区阅江西路 广州塔旁", 23.106414, 113.324553],
  ),
  customer(
    "c-yuelian",
    ["粤联电气有限公司", "粤联电气", "电气"],
    ["B", "需求调研", "xiaowang"],
    ["研发中心", "天河区珠江东路 广州图书馆旁", 23.117055, 113.326155],
  ),
  customer(
    "c-yuanda",
    ["远达物流有限公司", "远达物流", "物流"],
    ["C", "初步接触", "xiaowang"],
    ["琶洲仓", "海珠区阅江中路 广交会展馆旁", 23.100245, 113.366058],
  ),
  customer(
    "c-desheng",
    ["德盛装备有限公司", "德盛装备", "设备制造"],
    ["A", "服务中", "wanglei", "liuyang"],
    ["办事处", "天河区天河路 天河体育中心旁", 23.137903, 113.325587],
  ),
  customer(
    "c-xinghe",
    ["星河照明有限公司", "星河照明", "照明"],
    ["B", "服务中", "liuyang"],
    ["展厅", "天河区东站路 广州东站旁", 23.149763, 113.325018],
  ),
  customer(
    "c-nanyue",
    ["南粤电子有限公司", "南粤电子", "电子"],
    ["B", "签单", "xiaoli"],
    ["展厅", "天河区花城大道 花城广场旁", 23.119276, 113.324987],
  ),
  customer(
    "c-hongda",
    ["宏达精密有限公司", "宏达精密", "精密制造"],
    ["A", "服务中", "zhangsan"],
    ["厂区", "越秀区解放北路 越秀公园旁", 23.140245, 113.265648],
  ),
  customer(
    "c-qiming",
    ["启明软件有限公司", "启明软件", "软件"],
    ["B", "方案提交", "wangfang", "sunwei"],
    ["总部", "越秀区北京路 北京路步行街旁", 23.125178, 113.269391],
  ),
  customer(
    "c-lida",
    ["利达包装有限公司", "利达包装", "包装"],
    ["B", "服务中", "sunwei"],
    ["厂区", "荔湾区沙面大街 沙面公园旁", 23.106925, 113.243517],
  ),
  customer(
    "c-hongyuan",
    ["宏远五金有限公司", "宏远五金", "五金"],
    ["C", "需求调研", "lisi"],
    ["门店", "荔湾区中山七路 陈家祠旁", 23.126709, 113.245034],
  ),
];

export const siteRadiusM = 200;

/** An administrator adds them all, with pins that are confirmed by that. */
export async function seedCustomers(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">,
  actor: Actor,
  customers: readonly DemoCustomer[] = demoCustomers,
): Promise<void> {
  for (const { id, ownerId, site, ...customer } of customers) {
    const { name, address, latDeg, lngDeg } = site;
    const sites = [{ siteId: "s1", name, address, pin: { latDeg, lngDeg }, radiusM: siteRadiusM }];
    const owners = [{ memberId: ownerId, share: "1" }];
    const body = { ...customer, customerId: id, externalId: null, owners, ownedFrom: "2025-01-01", sites };
    await createCustomer(deps, { actor, body: { commandId: `seed:${id}`, ...body } });
  }
}
