const THAI_ZERO = '๐'.charCodeAt(0);

/** The text with Thai digits as western ones. */
export function westernDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
}
