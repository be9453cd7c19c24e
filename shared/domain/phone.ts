/** Digits with the country code, 8 to 15 of them, as E.164 has it without its plus. */
const international = /^[1-9]\d{7,14}$/;

/**
 * A phone number in the one form in which equal numbers are equal texts: digits only, with the country code, such as
 * `8613800138000`. A number without a country code is Chinese: a mobile number, or a landline with its area code.
 * @returns null for what is no phone number, also a short number or one with an extension
 */
export function normalisedPhone(text: string): string | null {
  // Full-width digits and signs come from Chinese keyboards.
  const plain = text.normalize("NFKC").replace(/[\s().\-\u2010-\u2015]/g, "");
  const digits = plain.replace(/^\+/, "");
  if (!/^\d+$/.test(digits)) return null;
  const whole = plain.startsWith("+") ? digits : withCountryCode(digits);
  return international.test(whole) ? whole : null;
}

function withCountryCode(digits: string): string {
  if (digits.startsWith("00")) return digits.slice(2);
  if (/^1[3-9]\d{9}$/.test(digits)) return `86${digits}`;
  if (/^0[1-9]\d{8,10}$/.test(digits)) return `86${digits.slice(1)}`;
  // Already with its country code, as we write it ourselves; everything else is not known well enough.
  return /^86(1[3-9]\d{9}|[1-9]\d{8,10})$/.test(digits) ? digits : "";
}

/**
 * A normalised number as people read and dial it: `+86 138 0000 0000`, `+86 20 8123 4567`, `+86 757 8123 4567`. Of other countries only the
 * plus is sure.
 */
export function phoneText(phone: string): string {
  const [, mobile] = /^86(1[3-9]\d{9})$/.exec(phone) ?? [];
  if (mobile) return `+86 ${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`;
  // Area codes of Beijing and those that begin with a 2 have two digits, all others three; the last four stand alone.
  const [, area, local] = /^86(10|2\d|[3-9]\d{2})(\d{7,8})$/.exec(phone) ?? [];
  return area && local ? `+86 ${area} ${local.slice(0, -4)} ${local.slice(-4)}` : `+${phone}`;
}

/** What people name a number by: the last four digits of a normalised one. */
export const lastFourOf = (phone: string): string => phone.slice(-4);
