import Taro from "@tarojs/taro";
import type { Gcj02Point } from "@shared/domain/geo";

/** Whether a place can be shown on a map: older cores and browsers cannot. */
export const canShowPlace = (): boolean => typeof Taro.openLocation === "function";

/** Shows a place on the phone's own map, under a name. */
export function showPlace({ latDeg, lngDeg }: Gcj02Point, { name, address }: { name: string; address: string }): void {
  void Promise.resolve(Taro.openLocation({ latitude: latDeg, longitude: lngDeg, name, address, scale: 17 })).catch(
    () => {},
  );
}
