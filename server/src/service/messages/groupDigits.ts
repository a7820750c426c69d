/** A whole number with a mark before every three digits: 12.345. The platform's own way loads its tables first, 30 ms of the first card. */
export function groupDigits(number: number, mark: '.' | ','): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/gu, mark);
}
