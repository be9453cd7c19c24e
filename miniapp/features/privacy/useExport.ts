import { useState } from "react";
import type { AnswerOf, LookView } from "@shared/contracts";
import { nextPeriod, type Month } from "@shared/domain/time";
import { patiently } from "@/api/patiently";
import { exportMonth } from "@/api/myData";
import { listLooks } from "@/api/privacy";
import { readStatement } from "@/api/statements";
import { serverNow } from "@/api/serverClock";
import { failureOf } from "@/features/failure";
import type { Me } from "@/features/session/useMe";
import { saveText } from "@/platform/saveText";
import { useWords } from "@/texts";
import type { Failure } from "@/ui";

export interface Export {
  run: (me: Me, mine: AnswerOf<"privacy.mine">) => Promise<void>;
  /** Which month is being read; null while none is. */
  reading: Month | null;
  done: "file" | "clipboard" | null;
  failure: Failure | null;
  /** All was read, and the phone did not let it be taken. */
  isRefused: boolean;
}

/** Everything that is kept of me as one JSON text: read month by month, the pay by the page that shows it as well. */
export function useExport(): Export {
  const { t, language } = useWords();
  const [reading, setReading] = useState<Month | null>(null);
  const [done, setDone] = useState<Export["done"]>(null);
  const [error, setError] = useState<unknown>(null);
  const [isRefused, setIsRefused] = useState(false);

  async function run(me: Me, mine: AnswerOf<"privacy.mine">): Promise<void> {
    if (reading !== null) return;
    setDone(null);
    setError(null);
    setIsRefused(false);
    try {
      const months: object[] = [];
      for (let period = mine.firstMonth; period <= mine.thisMonth; period = nextPeriod(period)) {
        setReading(period);
        const work = await patiently(() => exportMonth(period));
        const statement = await patiently(() => readStatement(period));
        months.push({ ...work, statement });
      }
      const looks = await allLooks();
      const { memberId, name } = me.member;
      const exportedAt = serverNow().toISOString();
      const all = {
        exportedAt,
        company: me.company.name,
        memberId,
        name,
        consents: mine.consents,
        devices: mine.devices ?? [],
        looks,
        months,
      };
      const file = `xiaoli-${memberId}-${exportedAt.slice(0, 10)}.json`;
      const way = await saveText(file, JSON.stringify(all, null, 1)).catch(() => null);
      setDone(way);
      setIsRefused(way === null);
    } catch (failed) {
      setError(failed);
    } finally {
      setReading(null);
    }
  }

  return {
    run,
    reading,
    done,
    failure: error === null ? null : failureOf(error, { t, language }, { isReading: true }),
    isRefused,
  };
}

async function allLooks(): Promise<LookView[]> {
  const looks: LookView[] = [];
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page: AnswerOf<"privacy.looked"> = await patiently(() => listLooks(cursor));
    looks.push(...page.items);
    cursor = page.nextCursor;
  }
  return looks;
}
