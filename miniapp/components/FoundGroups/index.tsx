import { View } from "@tarojs/components";
import type { AnswerOf } from "@shared/contracts";
import { stageText } from "@/components/stageText";
import { CustomerRow } from "@/components/CustomerRow";
import { SaleRow } from "@/components/SaleRow";
import type { SearchTexts } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Card, Row, Words } from "@/ui";

type Found = AnswerOf<"search.find">;

interface FoundGroupsProps {
  words: SearchTexts;
  found: Found | null;
  /** Pages by their names. */
  menu: readonly { id: string; text: string }[];
  onCustomer: (customerId: string) => void;
  onSale: (saleId: string) => void;
  /** Null where there is no page of this one to be opened. */
  onPerson: (person: Found["people"]["items"][number]) => (() => void) | null;
  onPlan: (planId: string) => void;
  onMenu: (id: string) => void;
}

/** What was found, by kind. A kind of which there is nothing is left out. */
export function FoundGroups({ words, found, menu, onCustomer, onSale, onPerson, onPlan, onMenu }: FoundGroupsProps) {
  const { t, f } = usePageWords(fieldWords);
  const people = found?.people.items.flatMap((person) => {
    const open = onPerson(person);
    return open ? [{ person, open }] : [];
  });
  return (
    <View>
      {menu.length > 0 && (
        <Card id="found-menu" flush title={words.groups.menu}>
          {menu.map(({ id, text }) => (
            <Row key={id} id={`found-menu-${id}`} text={text} label={text} onTap={() => onMenu(id)} />
          ))}
        </Card>
      )}
      {found && found.customers.items.length > 0 && (
        <Card id="found-customers" flush title={words.groups.customers}>
          {found.customers.items.map(({ customerId, name, grade, stage, address, ownerNames }) => (
            <CustomerRow
              key={customerId}
              id={`found-customer-${customerId}`}
              {...{ name, address }}
              about={[t.field.list.grade({ grade }), stageText(stage, t), ownerNames.length > 0 && f.names(ownerNames)]
                .filter(Boolean)
                .join(" · ")}
              onTap={() => onCustomer(customerId)}
            />
          ))}
          {found.customers.hasMore && <More text={words.more} />}
        </Card>
      )}
      {people && people.length > 0 && (
        <Card id="found-people" flush title={words.groups.people}>
          {people.map(({ person: { memberId, name, unitName }, open }) => (
            <Row
              key={memberId}
              id={`found-person-${memberId}`}
              text={name}
              {...(unitName !== null && {
                note: (
                  <Words as="sub" tone="quiet">
                    {unitName}
                  </Words>
                ),
              })}
              label={f.said(name, unitName)}
              onTap={open}
            />
          ))}
          {found?.people.hasMore && <More text={words.more} />}
        </Card>
      )}
      {found && found.plans.items.length > 0 && (
        <Card id="found-plans" flush title={words.groups.plans}>
          {found.plans.items.map(({ planId, name, version, state }) => {
            const about = [words.version({ version }), words.planStates[state]];
            return (
              <Row
                key={planId}
                id={`found-plan-${planId}`}
                text={name}
                note={
                  <Words as="sub" tone="quiet">
                    {about.join(" · ")}
                  </Words>
                }
                label={f.said(name, ...about)}
                onTap={() => onPlan(planId)}
              />
            );
          })}
          {found.plans.hasMore && <More text={words.more} />}
        </Card>
      )}
      {found && found.sales.items.length > 0 && (
        <Card id="found-sales" flush title={words.groups.sales}>
          {found.sales.items.map(({ saleId, contractNo, repName, signedOn, ...sale }) => (
            <SaleRow
              key={saleId}
              id={`found-sale-${saleId}`}
              {...sale}
              note={[contractNo, repName, f.day(signedOn)].filter(Boolean).join(" · ")}
              onTap={() => onSale(saleId)}
            />
          ))}
          {found.sales.hasMore && <More text={words.more} />}
        </Card>
      )}
    </View>
  );
}

function More({ text }: { text: string }) {
  return (
    <View className="found-more">
      <Words as="sub" tone="quiet">
        {text}
      </Words>
    </View>
  );
}
