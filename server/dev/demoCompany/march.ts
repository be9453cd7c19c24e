/**
 * What happened at the demo company from 1 to 25 March 2026, before the clock starts: the same every time. Amounts in yuan
 * are chosen so that 小王 stands at 60 % (a sale of 10 万 takes him to 75 %), 张三 at 90 % and his team at 70 %.
 */
export interface DemoSale {
  repId: string;
  customerId: string;
  amountYuan: number;
  signedOn: string;
  /** Days of effective visits to this customer that led to it. */
  visitedOn: string[];
}

const sale = (
  repId: string,
  customerId: string,
  amountYuan: number,
  day: number,
  visitDays: [number, ...number[]],
): DemoSale => {
  const on = (one: number) => `2026-03-${String(one).padStart(2, "0")}`;
  return { repId, customerId, amountYuan, signedOn: on(day), visitedOn: visitDays.map(on) };
};

export const demoSales: DemoSale[] = [
  sale("xiaowang", "c-haiyue", 180_000, 6, [3, 5]),
  sale("xiaowang", "c-yuelian", 120_000, 13, [10]),
  sale("xiaowang", "c-haiyue", 100_000, 24, [17]),
  sale("xiaoli", "c-nanyue", 200_000, 10, [4, 9]),
  sale("xiaoli", "c-nanyue", 100_000, 20, [16]),
  sale("wanglei", "c-desheng", 160_000, 9, [5]),
  sale("wanglei", "c-desheng", 140_000, 23, [18]),
  sale("liuyang", "c-xinghe", 180_000, 18, [6, 13]),
  sale("zhangsan", "c-hongda", 150_000, 11, [4, 10]),
  sale("zhangsan", "c-hongda", 120_000, 19, [16]),
  sale("lisi", "c-hongyuan", 150_000, 12, [11]),
  sale("wangfang", "c-qiming", 160_000, 17, [12]),
  sale("sunwei", "c-lida", 120_000, 16, [10]),
];

/** Month targets of March in fen. The teams' are the sums of their members', the branch's of its teams'. */
export const demoTargets: Record<string, number> = {
  xiaowang: 66_666_667,
  xiaoli: 25_000_000,
  wanglei: 30_000_000,
  liuyang: 18_000_000,
  zhangsan: 30_000_000,
  lisi: 30_000_000,
  wangfang: 20_000_000,
  sunwei: 20_000_000,
};

export const demoPeriod = "2026-03";
export const demoStart = "2026-03-26T09:00:00+08:00";
