import { useEffect, useState } from "react";
import { canonicalJson } from "@shared/domain/canonicalJson";
import type { AnswerOf } from "@shared/contracts";
import { ApiError } from "@/api/apiError";
import { editSite } from "@/api/clients";
import { reckonTime } from "@/api/serverClock";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { type Command, useCommand } from "@/features/command/useCommand";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { onTopOf } from "@/features/draft/onTopOf";
import { queryClient } from "@/features/query/queryClient";
import type { QueryView } from "@/features/query/useApiQuery";
import { openDraftOf } from "@/features/queue/queuedDrafts";
import { commandQueue } from "@/features/queue/commandQueue";
import { useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { routes } from "@/routes";
import { additionOf, foreseenSite } from "./queuedClients";
import { emptySite, type SiteForm, siteBodyOf, siteFaults, siteFormOf, takenOf } from "./siteForm";
import { type CustomerPage, useCustomer } from "./useCustomer";

interface SiteDraft extends SiteForm {
  /** Of what is typed now: whatever else is typed is another command. */
  commandId: string;
  /** The client's revision when it was begun, and the place as it stood; null for a new one. */
  began: { revision: number; as: SiteForm | null } | null;
  /** As it was sent last: it may have arrived, whatever was typed since. */
  sent: SiteForm | null;
}

export interface SiteFormState {
  customer: QueryView<CustomerPage>;
  draft: Draft<SiteDraft>;
  isNew: boolean;
  /** The place is not there (any more). */
  isGone: boolean;
  faults: ReturnType<typeof siteFaults>;
  /** Others have changed this place since: how it stands now, and the two ways on. */
  conflict: { theirs: SiteForm; keepMine: () => void; takeTheirs: () => void } | null;
  command: Pick<Command<never, never>, "busy" | "failure">;
  /** True: it was kept; the first field that is wrong; null where no answer came. */
  submit: () => Promise<true | { field: string } | null>;
}

const freshDraft = (): SiteDraft => ({ ...emptySite(newId()), commandId: newId(), began: null, sent: null });

/**
 * A place of a client, added or corrected. A new one goes by the queue: kept on this phone before anything else, and what is recorded there goes
 * after it.
 * @param siteId null for a new one
 * @param begun the name of a new one that was begun
 */
export function useSiteForm(
  customerId: string,
  siteId: string | null,
  usualName: string,
  begun?: string,
): SiteFormState {
  const customer = useCustomer(customerId);
  const isNew = siteId === null;
  const [name] = useState(() =>
    isNew ? (begun ?? openDraftOf("site", `${customerId}:new`)) : `${customerId}:${siteId}`,
  );
  const kept = useDraft(`site:${name}`, freshDraft, () => customer.data?.customer.shortName);
  const { form, begun: isBegun, offer } = kept;
  const keptChange = kept.change;
  const [wrong, setWrong] = useState<SiteFormState["faults"]>({});
  const page = customer.data;
  const known = page?.customer.sites.find((site) => site.siteId === siteId);
  const revision = page?.customer.revision ?? 0;
  const now = known ? siteFormOf(known) : null;
  const nowText = canonicalJson(now);

  useEffect(() => {
    if (!page || isBegun) return;
    const as = JSON.parse(nowText) as SiteForm | null; // as just written
    offer({ ...as, began: { revision, as } });
  }, [page, isBegun, offer, nowText, revision]);

  const isNewer = page !== undefined && isBegun && revision > (form.began?.revision ?? -1);
  const isAs = (one: SiteForm | null) =>
    now !== null && one !== null && keptText(now, usualName) === keptText(one, usualName);
  // What stands there as it was sent from here, nobody else has changed.
  const isSame = isAs(form.sent) || nowText === canonicalJson(form.began?.as ?? null);
  useEffect(() => {
    // Something else of the client was changed: what was begun here goes on from there.
    if (isNewer && isSame)
      keptChange({ began: { revision, as: JSON.parse(nowText) as SiteForm | null }, commandId: newId() }); // as just written
  }, [isNewer, isSame, keptChange, revision, nowText]);

  const arrived = (): void => {
    kept.drop();
    void queryClient.invalidateQueries();
  };

  const command = useCommand(
    async (commandId: string, sent: SiteDraft): Promise<string> => {
      const body = { commandId, revision: sent.began?.revision ?? 0, ...siteBodyOf(sent, usualName), ...takenOf(sent) };
      keptChange({ sent: typedOf(sent) });
      try {
        await editSite({ customerId, siteId: siteId ?? sent.siteId }, body);
      } catch (error) {
        if (error instanceof ApiError && error.code === "stale") void customer.refresh();
        throw error;
      }
      vibrate("light");
      arrived();
      return sent.siteId;
    },
    { idOfForm: form.commandId },
  );
  const addition = useQueuedCommand<AnswerOf<"sites.add">>();
  async function add(): Promise<true | null> {
    const { commandId } = form;
    const { at, kind } = reckonTime();
    const body = { siteId: form.siteId, ...siteBodyOf(form, usualName) };
    const { pin, ...place } = body;
    kept.keep(form);
    const sent = await addition.run({
      ...{ commandId, kind: "sites.add", params: { customerId }, lane: customerId },
      body: { ...body, ...takenOf(form) },
      after: additionOf(commandQueue.list(), customerId),
      captured: { at: at.toISOString(), kind },
      about: page?.customer.shortName ?? "",
      shown: foreseenSite(customerId, revision + 1, {
        ...place,
        ...{ latDeg: pin?.latDeg ?? null, lngDeg: pin?.lngDeg ?? null },
      }),
      draft: kept.key,
      opens: routes.customerPin({ id: customerId, draft: name }),
    });
    if (!sent) return null;
    vibrate("light");
    if (sent.state === "confirmed") kept.drop();
    return true;
  }

  const hasConflict = isNewer && !isSame && now !== null;
  return {
    customer,
    draft: { ...kept, change: (part) => keptChange({ ...part, commandId: newId() }) },
    isNew,
    isGone: !isNew && page !== undefined && !known,
    faults: wrong,
    conflict: hasConflict
      ? {
          theirs: now,
          keepMine: () => {
            command.forget();
            const began = form.began?.as;
            const mine = began ? onTopOf(now, { began, mine: typedOf(form) }) : {};
            keptChange({ ...mine, began: { revision, as: now }, commandId: newId() });
          },
          takeTheirs: () => {
            command.forget();
            kept.drop();
          },
        }
      : null,
    command: isNew ? addition : command,
    async submit() {
      if (!isNew && form.sent !== null && isAs(form.sent) && isAs(form)) {
        command.forget();
        arrived();
        return true;
      }
      const others = page?.customer.sites.filter((site) => site.siteId !== form.siteId) ?? [];
      const faults = siteFaults(form, { isNamed: !isNew || others.length > 0 });
      setWrong(faults);
      const [first] = Object.keys(faults);
      if (first !== undefined) return { field: first };
      if (hasConflict) return { field: "conflict" };
      return isNew ? add() : (await command.run(form)) === null ? null : true;
    },
  };
}

const typedOf = ({ siteId, name, address, pin, radiusM }: SiteForm): SiteForm => ({
  siteId,
  name,
  address,
  pin,
  radiusM,
});

/** As it is kept, whichever way it was typed. */
const keptText = (form: SiteForm, usualName: string): string => canonicalJson(siteBodyOf(form, usualName));
