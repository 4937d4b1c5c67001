/**
 * What each language calls itself, for whoever looks for theirs. They are written down, because the browser's
 * own names cost a slow phone 50 ms and more at the first question. A test holds them against CLDR.
 */
export const ownNames: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'Deutsch',
};
