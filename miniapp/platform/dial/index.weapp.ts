import Taro from "@tarojs/taro";

/** The phone asks whether to dial. @param phone digits with the country code */
export function dial(phone: string): void {
  // Not to call is no failure.
  void Promise.resolve(Taro.makePhoneCall({ phoneNumber: `+${phone}` })).catch(() => {});
}
