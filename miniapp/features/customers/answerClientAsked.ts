import { commandQueue } from "@/features/queue/commandQueue";
import type { QueueItem } from "@/features/queue/createQueue";
import type { ClientSaid } from "./queuedClients";

/** It is sent again with what the person says. */
export const answerClientAsked = ({ commandId }: Pick<QueueItem, "commandId">, said: ClientSaid): void =>
  void commandQueue.retry(commandId, said);
