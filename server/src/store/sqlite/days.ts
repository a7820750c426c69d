const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Row numbers for so many passages are kept for each day, so that they ascend with the day and the newest are found first. The closer they
 * lie, the smaller the index: a day that has more passages borrows from the days behind it.
 */
export const PASSAGES_OF_DAY = 2 ** 8;

/**
 * A number that orders dates as their texts do, a year before its months and a month before its days; 0 for no date. Numbers take a third
 * of the room, and the first rows of an index are the newest.
 */
export function toDay(date: string | undefined): number {
  const [, year = '0', month = '0', day = '0'] = ISO.exec(date ?? '') ?? [];
  return (Number(year) * 16 + Number(month)) * 32 + Number(day);
}

/** The date that `toDay` was given; undefined for none. */
export function toDate(day: number): string | undefined {
  if (day === 0) return undefined;
  const parts = [Math.floor(day / 512), Math.floor(day / 32) % 16, day % 32];
  const [year = 0, month = 0, date = 0] = parts;
  const text = String(year).padStart(4, '0');
  if (month === 0) return text;
  return date === 0 ? `${text}-${pad(month)}` : `${text}-${pad(month)}-${pad(date)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
