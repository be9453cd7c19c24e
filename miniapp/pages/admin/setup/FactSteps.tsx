import { open } from "@/features/navigation";
import { openingFailure } from "@/features/openings/openingFailure";
import { useSayNone } from "@/features/openings/useOpenings";
import { useCan } from "@/features/session/useMe";
import type { Setup } from "@/features/setup/useSetup";
import { routes } from "@/routes";
import { openingsWords } from "@/texts/areas/openings";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Words } from "@/ui";
import { ReadNow } from "./ReadNow";

/** What has been read of WeCom's directory, and what keeps it from being read. */
export function DirectoryStep({ setup: { directory } }: { setup: Setup }) {
  const { t } = usePageWords(setupWords);
  const words = t.setup.directory;
  return (
    <>
      <Card id="setup-directory">
        <Words>{words.people({ count: String(directory.peopleCount) })}</Words>
        <Words>{words.teams({ count: String(directory.teamsCount) })}</Words>
        {!directory.phonesTold && (
          <Words as="sub" tone="quiet">
            {words.phones}
          </Words>
        )}
        <ReadNow />
      </Card>
    </>
  );
}

/** How many teams have a target, and where they are set. */
export function TargetsStep({ setup: { targets }, mayI }: { setup: Setup; mayI: boolean }) {
  const { t, f } = usePageWords(setupWords);
  const words = t.setup.targets;
  const { period, withCount, teamsCount } = targets;
  return (
    <Card id="setup-targets">
      <Words>{words.count({ month: f.month(period), with: String(withCount), all: String(teamsCount) })}</Words>
      {mayI && <Button id="setup-open-targets" text={words.open} onTap={() => open(routes.targets({ period }))} />}
    </Card>
  );
}

/** Whether the holidays of the year are known, and where the company adds its own days. */
export function CalendarStep({ setup: { calendar } }: { setup: Setup }) {
  const { t } = usePageWords(setupWords);
  const words = t.setup.calendar;
  const { year, writtenCount } = calendar.unknownYear ?? { year: null, writtenCount: 0 };
  const said =
    year !== null && (writtenCount > 0 ? words.part({ year, count: String(writtenCount) }) : words.unknown({ year }));
  return (
    <Card id="setup-calendar">
      <Words>{said || words.known}</Words>
      <Button
        id="setup-open-calendar"
        text={words.open}
        onTap={() => open(routes.calendar(year === null ? {} : { year }))}
      />
    </Card>
  );
}

/** What members bring along, or that there is nothing. */
export function OpeningsStep({ setup: { openings }, mayI }: { setup: Setup; mayI: boolean }) {
  const { t, f } = usePageWords(setupWords, openingsWords);
  const can = useCan();
  const none = useSayNone();
  const words = t.setup.openings;
  const { membersCount, isOpen, none: said, revision } = openings;
  const failure = openingFailure(none, t.openings, f);
  const text = () => {
    if (isOpen) return words.waits;
    if (membersCount > 0) return words.count({ count: String(membersCount) });
    return said ? words.said({ name: said.byName, time: f.instant(new Date(said.at)) }) : words.none;
  };
  return (
    <Card id="setup-openings">
      <Words live="polite">{text()}</Words>
      {can("openings.list") && (
        <Button id="setup-open-openings" text={words.open} onTap={() => open(routes.openings())} />
      )}
      {mayI && !isOpen && membersCount === 0 && !said && (
        <Button
          id="setup-no-openings"
          text={words.sayNone}
          disabled={none.busy}
          onTap={() => void none.run(revision)}
        />
      )}
      {failure && <ErrorBlock id="no-openings-failed" failure={failure} />}
    </Card>
  );
}

export function CustomersStep({ setup: { customers } }: { setup: Setup }) {
  const { t } = usePageWords(setupWords);
  const can = useCan();
  const words = t.setup.customers;
  return (
    <Card id="setup-customers">
      <Words>
        {customers.count > 0 ? words.count({ count: `${customers.count}${customers.isWhole ? "" : "+"}` }) : words.none}
      </Words>
      {can("imports.create") && (
        <Button id="setup-import" text={words.import} onTap={() => open(routes.importClients())} />
      )}
      <Button id="setup-open-customers" text={words.open} onTap={() => open(routes.findCustomers())} />
    </Card>
  );
}
