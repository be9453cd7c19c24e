import type { AnswerOf } from "@shared/contracts";
import { listDevices, removeDevice } from "@/api/devices";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

const key = ["devices"] as const;

/** Where I have signed in. */
export const useDevices = (): QueryView<AnswerOf<"devices.mine">> => useApiQuery(key, listDevices);

/** Takes one off the list: what is signed in there ends. */
export const useRemoveDevice = (): Command<{ deviceId: string; isMine: boolean }, AnswerOf<"devices.remove">> =>
  useCommand(async (commandId: string, { deviceId, isMine }) => {
    const answer = await removeDevice(deviceId, { commandId, isMine });
    await queryClient.invalidateQueries({ queryKey: key });
    return answer;
  });
