import type { ActorName } from "@shared/domain/actor";
import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldEntry extends mongo.Document {
  memberId?: string;
}

/** An audit entry named a member, or one of two made-up ones; now it names an actor. */
export const auditActors: Migration = {
  number: 1,
  name: "audit-actors",
  up: (context) =>
    changeEach<OldEntry>(context, "auditEntries", ({ memberId }) =>
      memberId === undefined ? null : { $set: { actor: actorOfOld(memberId) }, $unset: { memberId: "" } },
    ),
};

function actorOfOld(memberId: string): ActorName {
  if (memberId === "directory") return { kind: "wecom", id: memberId };
  return { kind: memberId === "setup" ? "job" : "member", id: memberId };
}
