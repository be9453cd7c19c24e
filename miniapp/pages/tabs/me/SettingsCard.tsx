import { View } from "@tarojs/components";
import { PraiseChoice } from "@/components/PraiseChoice";
import { useLanguage } from "@/features/session/useLanguage";
import { usePublicPraise } from "@/features/session/usePublicPraise";
import { rolesShown, useMe, useRoleShown } from "@/features/session/useMe";
import { useSettings } from "@/features/settings/settingsStore";
import { useHiddenAmounts } from "@/features/settings/useHiddenAmounts";
import type { Language } from "@/texts";
import { meWords } from "@/texts/areas/main/me";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, ErrorBlock, Words } from "@/ui";

/** Language is the person's and goes to the server; size, appearance and motion are this phone's. */
export function SettingsCard() {
  const { t } = usePageWords(meWords);
  const me = useMe();
  const roles = rolesShown(me.data?.member.roles ?? []);
  const role = useRoleShown();
  const { type, theme, motion, choose } = useSettings();
  const amounts = useHiddenAmounts();
  const { language, choose: chooseLanguage } = useLanguage();
  const praise = usePublicPraise();
  return (
    <Card id="settings" title={t.me.settings}>
      {roles.length > 1 && (
        <Setting
          id="role"
          label={t.me.role}
          value={role}
          options={roles.flatMap((value) => (value === "staff" ? [] : [{ value, text: t.common.roles[value] }]))}
          onChoose={(value) => choose({ role: value })}
        />
      )}
      <Setting<Language>
        id="language"
        label={t.me.language}
        value={language}
        options={[
          { value: "zh-CN", text: t.me.languages["zh-CN"] },
          { value: "en", text: t.me.languages.en },
        ]}
        onChoose={(value) => void chooseLanguage.run(value)}
      />
      <Words as="note" tone="quiet">
        {t.me.languageNote}
      </Words>
      {chooseLanguage.failure && <ErrorBlock id="language-error" failure={chooseLanguage.failure} />}
      {roles.includes("rep") && (
        <View className="setting">
          <Words as="sub">{t.me.praise}</Words>
          <PraiseChoice {...praise} />
        </View>
      )}
      <Setting
        id="amounts"
        label={t.me.amounts}
        value={amounts.hidden ? "hidden" : "shown"}
        options={(["shown", "hidden"] as const).map((value) => ({ value, text: t.me.amountsShown[value] }))}
        onChoose={(value) => amounts.set(value === "hidden")}
      />
      <Setting
        id="type"
        label={t.me.type}
        value={type}
        options={(["system", "m", "l", "xl"] as const).map((value) => ({ value, text: t.me.types[value] }))}
        onChoose={(value) => choose({ type: value })}
      />
      <Setting
        id="look"
        label={t.me.look}
        value={theme}
        options={(["system", "light", "dark"] as const).map((value) => ({ value, text: t.me.looks[value] }))}
        onChoose={(value) => choose({ theme: value })}
      />
      <Setting
        id="motion"
        label={t.me.motion}
        value={motion}
        options={(["system", "off"] as const).map((value) => ({ value, text: t.me.motions[value] }))}
        onChoose={(value) => choose({ motion: value })}
      />
    </Card>
  );
}

function Setting<Value extends string>(props: {
  id: string;
  label: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChoose: (value: Value) => void;
}) {
  return (
    <View className="setting">
      <Words as="sub">{props.label}</Words>
      <Choices {...props} kind="segments" />
    </View>
  );
}
