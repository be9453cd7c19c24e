import { useRef } from "react";
import { open } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { SettingsCard } from "@/pages/tabs/me/SettingsCard";
import "@/pages/tabs/me/index.scss";
import { routes } from "@/routes";
import { meWords } from "@/texts/areas/main/me";
import { usePageWords } from "@/texts/pageWords";
import { Button } from "@/ui";
import { usePopup } from "./usePopup";
import { useDeskWords } from "./words";

/** Who I am here: in which role, language and look, and the way out. */
export function MeMenu({ onLeave }: { onLeave: () => void }) {
  const { desk } = useDeskWords();
  const { t } = usePageWords(meWords);
  const name = useMe().data?.member.name ?? "";
  const around = useRef<HTMLDivElement>(null);
  const popup = usePopup(around);

  return (
    <div className="desk-drop" ref={around}>
      <button
        type="button"
        id="desk-me-menu"
        className="desk-button"
        aria-haspopup="true"
        aria-expanded={popup.isOpen}
        aria-label={desk.mine({ name })}
        onClick={popup.toggle}
      >
        <span className="desk-face" aria-hidden="true">
          {name.slice(-1)}
        </span>
        {name}
      </button>
      {popup.isOpen && (
        <div className="desk-popup desk-popup-wide" data-popup role="group" aria-label={desk.settings}>
          <SettingsCard />
          <Button
            id="desk-open-me"
            text={desk.openMe}
            onTap={() => {
              popup.close();
              open(routes.me());
            }}
          />
          <Button
            id="desk-sign-out"
            kind="danger"
            text={t.me.signOut}
            onTap={() => {
              popup.close();
              onLeave();
            }}
          />
        </div>
      )}
    </div>
  );
}
