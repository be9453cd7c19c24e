import { tidiedLine } from "@shared/domain/tidyText";
import { type ContactForm, contactsMax, emptyContact, lengths } from "@/features/customers/customerForm";
import { newPartId } from "@/features/customers/useCustomerForm";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, TextField, Words } from "@/ui";

/** The people at a client. */
export function ContactFields({
  contacts,
  change,
  faultOf,
}: {
  contacts: readonly ContactForm[];
  change: (contacts: ContactForm[]) => void;
  faultOf: (field: string) => string | null;
}) {
  const { t } = usePageWords(customerPagesWords);
  const words = t.customerPages.edit;
  const edit = (at: number, part: Partial<ContactForm>) =>
    change(contacts.map((one, n) => (n === at ? { ...one, ...part } : one)));
  const tooMany = faultOf("contacts");
  return (
    <>
      {tooMany !== null && (
        <Words as="sub" tone="warn" id="customer-contacts" live="assertive">
          {tooMany}
        </Words>
      )}
      {contacts.map((contact, n) => {
        const common = (field: "name" | "role" | "phone" | "needs") => ({
          id: `customer-contacts-${n}-${field}`,
          value: contact[field],
          fault: faultOf(`contacts.${n}.${field}`),
          onChange: (typed: string) => edit(n, { [field]: tidiedLine(typed) }),
        });
        return (
          <Card key={contact.contactId} id={`contact-${n}`} title={words.contact({ n: n + 1 })}>
            <TextField {...common("name")} required label={words.who} hint={words.whoHint} lengthMax={lengths.who} />
            <TextField {...common("role")} label={words.role} hint={words.roleHint} lengthMax={lengths.role} />
            <TextField {...common("phone")} label={words.phone} hint={words.phoneHint} lengthMax={30} />
            <TextField {...common("needs")} label={words.needs} hint={words.needsHint} lengthMax={lengths.needs} />
            <Button
              id={`remove-contact-${n}`}
              kind="quiet"
              small
              text={words.removeContact}
              onTap={() => change(contacts.filter((_, at) => at !== n))}
            />
          </Card>
        );
      })}
      {contacts.length < contactsMax && (
        <Button
          id="add-contact"
          kind="plain"
          text={words.addContact}
          onTap={() => change([...contacts, emptyContact(newPartId)])}
        />
      )}
    </>
  );
}
