/*
 * SHA-256 as FIPS 180-4 says it, over the UTF-8 bytes of a text or over bytes. Written out because the phone has no digest that gives its
 * result at once, and the server must use the same code as the phone.
 */

const primes = ((): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < 64; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
})();

/** The first 32 bits of the fractional part of a root. */
const fractionBits = (root: number): number => Math.floor((root - Math.floor(root)) * 4_294_967_296) | 0;

const roundConstants = primes.map((prime) => fractionBits(Math.cbrt(prime)));
const initialState = primes.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));

const rotated = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

export const sha256 = (text: string): string => sha256OfBytes(utf8(text));

export function sha256OfBytes(bytes: ArrayLike<number>): string {
  const words = paddedWords(bytes);
  const state = [...initialState];
  const schedule = new Array<number>(64).fill(0);
  for (let block = 0; block < words.length; block += 16) compress(state, schedule, words, block);
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function compress(state: number[], w: number[], words: number[], block: number): void {
  const at = (list: number[], index: number): number => list[index] ?? 0;
  for (let i = 0; i < 64; i += 1) {
    if (i < 16) {
      w[i] = at(words, block + i);
      continue;
    }
    const [x, y] = [at(w, i - 15), at(w, i - 2)];
    const small0 = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3);
    const small1 = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10);
    w[i] = (at(w, i - 16) + small0 + at(w, i - 7) + small1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + at(roundConstants, i) + at(w, i)) | 0;
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (at(state, i) + word) | 0));
}

/** The bytes, a 1 bit, zeros, and the length in bits: a whole number of blocks of 16 words. */
function paddedWords(bytes: ArrayLike<number>): number[] {
  const words = new Array<number>(((bytes.length + 8) >>> 6) * 16 + 16).fill(0);
  for (let i = 0; i < bytes.length; i += 1)
    words[i >>> 2] = (words[i >>> 2] ?? 0) | ((bytes[i] ?? 0) << (24 - (i % 4) * 8));
  words[bytes.length >>> 2] = (words[bytes.length >>> 2] ?? 0) | (0x80 << (24 - (bytes.length % 4) * 8));
  words[words.length - 2] = Math.floor((bytes.length * 8) / 4_294_967_296) | 0;
  words[words.length - 1] = (bytes.length * 8) | 0;
  return words;
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}
