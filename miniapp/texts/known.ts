/**
 * What a table says of a word of the server's; undefined for a word that only later versions know, of which a page says nothing or
 * something that is true of all of them. The types name the words of this version: what comes over the network may have more.
 */
export function known<Word extends string, Said>(table: Readonly<Record<Word, Said>>, word: Word): Said | undefined {
  return Object.prototype.hasOwnProperty.call(table, word) ? table[word] : undefined;
}
