/** Hands a number to whatever dials here. @param phone digits with the country code */
export function dial(phone: string): void {
  window.location.href = `tel:+${phone}`;
}
