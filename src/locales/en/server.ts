/** What the server writes to a payee itself: pages without the element, and messages. */
export const server = {
  'server.missing.title': 'This link does not work',
} as const;
