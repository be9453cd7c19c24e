import { PeopleField } from "@/components/PeopleField";
import { examplesOf, nothing } from "../examples";
import { longName } from "../given/names";

export const examples = examplesOf("PeopleField", PeopleField, (words) => {
  const { t, say } = words;
  const zhang = say("张主任", "Dr Zhang");
  const field = { id: "people", label: t.field.visit.peopleMet, value: "", fault: null, onChange: nothing };
  return {
    "nobody is known": { ...field, known: [] },
    "nobody named yet": { ...field, id: "people-none", known: [zhang, say("李工", "Mr Li")] },
    "one named": { ...field, id: "people-one", value: zhang, known: [zhang, say("李工", "Mr Li")] },
    "long names": { ...field, id: "people-long", known: [longName(words), zhang] },
  };
});
